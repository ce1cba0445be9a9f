"""What a photo desk wrote into a picture: IPTC-IIM 4.2, every dataset in words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from PIL import Image

from caseboard.capture import exif_time
from caseboard.capture.decode import decode, decode_short
from caseboard.capture.exif_time import Taken
from caseboard.capture.iptc_names import BINARY, DATES, NAMES, NUMBERS, TERMS, TIMES
from caseboard.capture.visible import bounded

Key = tuple[int, int]
_PHOTOSHOP_IPTC = 0x0404
_TIFF_IPTC, _TIFF_PHOTOSHOP = 33723, 34377
_UTF8 = b"\x1b%G"
_CHARSETS = {
    b"\x1b.A": "cp1252", b"\x1b-A": "cp1252", b"\x1b.B": "iso8859-2", b"\x1b-B": "iso8859-2",
    b"\x1b.L": "iso8859-5", b"\x1b-L": "iso8859-5", b"\x1b%/I": "utf-8", b"\x1b%5": "utf-16-be",
}  # fmt: skip
"""Escape sequences of ISO 2022 in dataset 1:90, as far as photo desks use them."""
_MAX_VALUES = 100
_MAX_SETS = 2000
_LARGEST = 8 * 2**20


@dataclass(frozen=True, slots=True)
class Iptc:
    """IPTC of one picture; empty where it has none."""

    texts: Mapping[Key, str] = field(default_factory=dict)
    """By record and dataset, such as `(2, 110)`; several values are joined by `, `."""
    taken: Taken | None = None
    has_charset: bool = False
    """Whether it states its charset; otherwise what is not ASCII was read by its looks."""
    words: dict[str, str] = field(default_factory=dict)

    def said(self, key: Key) -> tuple[str, str]:
        """What a dataset says, and its name, such as `IPTC 2:110 Credit`."""
        return self.texts.get(key, ""), f"IPTC {key[0]}:{key[1]} {NAMES.get(key, '')}".strip()


def read(image: Image.Image) -> Iptc:
    """IPTC of `image`; what is broken in it is passed over."""
    return of_block(_block(image))


def of_block(block: bytes) -> Iptc:
    """What a block of datasets says; as far as it can be followed."""
    found: dict[Key, list[bytes]] = {}
    for key, value in datasets(block[:_LARGEST]):
        found.setdefault(key, []).append(value)
    declared = found.get((1, 90), [b""])[0].strip(b"\x00 ")
    charset = "utf-8" if declared == _UTF8 else _CHARSETS.get(declared, "")
    texts = {key: _text(key, values, charset) for key, values in sorted(found.items())}
    texts = {key: text for key, text in texts.items() if text}
    return Iptc(texts, _taken(texts), bool(charset), _words(texts, charset))


def datasets(block: bytes) -> Iterator[tuple[Key, bytes]]:
    """The datasets of a block (IIM 4.2, chapter 1.5); ends where it can be followed no more."""
    at = 0
    for _turn in range(_MAX_SETS):
        if at + 5 > len(block) or block[at] != 0x1C:
            return
        key = (block[at + 1], block[at + 2])
        length = int.from_bytes(block[at + 3 : at + 5], "big")
        at += 5
        if length & 0x8000:  # extended: so many bytes hold the length
            size = length & 0x7FFF
            length = int.from_bytes(block[at : at + size], "big") if size <= 4 else len(block)
            at += size
        if at + length > len(block):
            return
        yield key, block[at : at + length]
        at += length


def _words(texts: Mapping[Key, str], charset: str) -> dict[str, str]:
    words = {}
    for key, text in texts.items():
        said = TERMS.get(key, {}).get(text, text)
        words[f"IPTC {NAMES.get(key, f'{key[0]}:{key[1]}')}"] = said
    if (1, 90) in texts:
        words["IPTC Character set"] = charset.upper() or f"unknown ({texts[1, 90]})"
    return words


def _text(key: Key, values: list[bytes], charset: str) -> str:
    if key in BINARY:
        return f"{sum(map(len, values)):,} bytes"
    if key in NUMBERS:
        return ", ".join(str(int.from_bytes(value[:8], "big")) for value in values[:_MAX_VALUES])
    if key == (1, 90):
        return values[0][:16].hex(" ")
    pieces = [_piece(value, charset) for value in values[:_MAX_VALUES]]
    if key in DATES:
        pieces = [_day(piece) for piece in pieces]
    if key in TIMES:
        pieces = [_clock(piece) for piece in pieces]
    return bounded(", ".join(piece for piece in pieces if piece))


def _piece(value: bytes, charset: str) -> str:
    if charset:
        try:
            return decode(value.decode(charset)).strip()
        except UnicodeError:  # another program wrote into it, and left the declaration
            return decode_short(value).strip()
    return decode_short(value).strip()


def _day(text: str) -> str:
    found = re.fullmatch(r"(\d{4})(\d\d)(\d\d)", text)
    return "-".join(found.groups()) if found else text


def _clock(text: str) -> str:
    found = re.fullmatch(r"(\d\d)(\d\d)(\d\d)(?:([+-]\d\d)(\d\d))?", text)
    if found is None:
        return text
    zone = f"{found[4]}:{found[5]}" if found[4] else ""
    return f"{found[1]}:{found[2]}:{found[3]}{zone}"


def _taken(texts: Mapping[Key, str]) -> Taken | None:
    """When it was created, by datasets 2:55 and 2:60."""
    day, clock = texts.get((2, 55), ""), texts.get((2, 60), "")
    if not day:
        return None
    printed = f"{day} {clock}".strip()
    name = "IPTC 2:55 Date created"
    try:
        made = date.fromisoformat(day)
    except ValueError:
        return Taken(None, printed, name)
    if not exif_time.is_plausible(made):
        return Taken(None, printed, name)
    found = re.match(r"(\d\d:\d\d:\d\d)([+-]\d\d:\d\d)?\Z", clock)
    exact = exif_time.edtf(f"{day} {found[1]}", found[2]) if found else None
    if exact is None or found is None:
        return Taken(made.isoformat(), printed, name)
    return Taken(exact, printed, "IPTC 2:55 Date created and 2:60 Time created")


def _block(image: Image.Image) -> bytes:
    """The datasets, wherever this kind of file keeps them."""
    resources: Any = image.info.get("photoshop")
    if isinstance(resources, dict):  # of a JPEG, taken apart by Pillow
        found = resources.get(_PHOTOSHOP_IPTC)
        return found if isinstance(found, bytes) else b""
    for name in ("Raw profile type iptc", "Raw profile type 8bim"):
        packed = _of_imagemagick(image.info.get(name))
        if packed:
            return _in_resources(packed) or packed
    tags: Any = getattr(image, "tag_v2", None)
    raw: Any = getattr(tags, "_tagdata", {}) if tags is not None else {}
    block = raw.get(_TIFF_IPTC) or b""
    if block[:1] == b"\x1c":
        return bytes(block)
    return _in_resources(raw.get(_TIFF_PHOTOSHOP) or b"")


def _of_imagemagick(text: Any) -> bytes:
    """A `Raw profile` of a PNG: a name, a length, and the bytes in hexadecimal."""
    if not isinstance(text, str):
        return b""
    lines = text.strip().split("\n", 2)
    try:
        return bytes.fromhex("".join(lines[2].split())) if len(lines) == 3 else b""
    except ValueError:
        return b""


def _in_resources(data: bytes) -> bytes:
    """The IPTC among Photoshop's image resources (8BIM)."""
    at = 0
    while data[at : at + 4] == b"8BIM" and at + 12 <= len(data):
        kind = int.from_bytes(data[at + 4 : at + 6], "big")
        name = data[at + 6] + 1
        at += 6 + name + name % 2
        length = int.from_bytes(data[at : at + 4], "big")
        if kind == _PHOTOSHOP_IPTC:
            return data[at + 4 : at + 4 + length]
        at += 4 + length + length % 2
    return b""
