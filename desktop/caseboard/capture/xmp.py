"""What editing programs wrote into a file: XMP (ISO 16684-1), every value in words."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml.ElementTree import fromstring
from PIL import Image

from caseboard.capture import dates
from caseboard.capture.decode import decode
from caseboard.capture.exif_time import Taken, is_plausible
from caseboard.capture.exif_words import in_words
from caseboard.capture.gps import is_place
from caseboard.capture.visible import bounded
from caseboard.capture.xmp_names import PREFIXES

_RDF = "{http://www.w3.org/1999/02/22-rdf-syntax-ns#}"
_XML = "{http://www.w3.org/XML/1998/namespace}"
_CONTAINERS = {f"{_RDF}{kind}" for kind in ("Bag", "Seq", "Alt")}
_MAX_PACKET = 2 * 2**20
_MAX_FIELDS = 400
_MAX_ENTRIES = 100
_DEEPEST = 6
_BIG = {"xmp:Thumbnails", "xmpGImg:image", "photoshop:LegacyIPTCDigest"}
"""Pictures within, which are no words."""
_OF_CAMERA = re.compile(r"(?:exif|tiff|exifEX|aux):(\w+)\Z")
_RATIONAL = re.compile(r"(-?\d{1,12})/(\d{1,12})\Z")
_DATES = ("exif:DateTimeOriginal", "photoshop:DateCreated", "exif:DateTimeDigitized")
_EXTENSION = b"http://ns.adobe.com/xmp/extension/\x00"


@dataclass(frozen=True, slots=True)
class Xmp:
    """XMP of one picture or document; empty where it has none."""

    values: Mapping[str, str] = field(default_factory=dict)
    """By prefix and name, such as `photoshop:Credit`; entries are joined by `, `."""
    words: dict[str, str] = field(default_factory=dict)
    """The same in words: `XMP photoshop:Credit`."""

    @property
    def taken(self) -> tuple[Taken, ...]:
        """When it says it was taken or created, best first."""
        said = [(name, self.values.get(name, "")) for name in _DATES]
        return tuple(Taken(_moment(text), text[:40], f"XMP {name}") for name, text in said if text)

    def by_local_name(self, name: str) -> str:
        """The first property of this name, of whatever namespace; empty where there is none."""
        return next((v for key, v in self.values.items() if key.rsplit(":", 1)[-1] == name), "")

    @property
    def title(self) -> str:
        """The headline, else the title."""
        return self.values.get("photoshop:Headline", "") or self.values.get("dc:title", "")

    @property
    def caption(self) -> str:
        """The description, in its default language."""
        return self.values.get("dc:description", "")

    @property
    def credit(self) -> str:
        """Who is to be credited."""
        return self.values.get("photoshop:Credit", "")

    @property
    def byline(self) -> str:
        """Who made it; several are joined by `, `."""
        return self.values.get("dc:creator", "")

    @property
    def place(self) -> tuple[float, float] | None:
        """Latitude and longitude in degrees, WGS 84, as `exif:GPSLatitude` and its kin say."""
        latitude = _degrees(self.values.get("exif:GPSLatitude", ""), "NS", 90.0)
        longitude = _degrees(self.values.get("exif:GPSLongitude", ""), "EW", 180.0)
        if latitude is None or longitude is None or not is_place(latitude, longitude):
            return None
        return latitude, longitude

    def said(self, name: str) -> tuple[str, str]:
        """What a property says, and its name, such as `XMP photoshop:Credit`."""
        return self.values.get(name, ""), f"XMP {name}"


def read(image: Image.Image) -> Xmp:
    """XMP of `image`; a broken packet is passed over."""
    found, rest = of_packet(_packet(image)), of_packet(_extension(image))
    if not rest.values:
        return found
    return Xmp({**rest.values, **found.values}, {**rest.words, **found.words})


def of_packet(packet: bytes) -> Xmp:
    """What a packet of XMP says, wherever it stood; nothing where it is broken."""
    root, prefixes = _root(packet)
    if root is None:
        return Xmp()
    reader = _Reader(prefixes)
    for rdf in [root] if root.tag == f"{_RDF}RDF" else root.iter(f"{_RDF}RDF"):
        for description in rdf:
            for name, value in reader.fields(description, 0):
                reader.keep(name, value)
    return Xmp(reader.told, {f"XMP {name}": _in_words(name, v) for name, v in reader.told.items()})


class _Reader:
    """Walks one packet."""

    def __init__(self, prefixes: Mapping[str, str]) -> None:
        self._prefixes = prefixes
        self.told: dict[str, str] = {}

    def keep(self, name: str, value: str) -> None:
        """Remember the first value that a property has."""
        if value and len(self.told) < _MAX_FIELDS:
            self.told.setdefault(name, bounded(decode(value)))

    def fields(self, element: Element, depth: int) -> Iterator[tuple[str, str]]:
        """The properties of a description or structure, each with its value."""
        for tag, value in element.attrib.items():
            if not tag.startswith((_RDF, _XML)) and tag.startswith("{"):
                yield self._name(tag), value.strip()
        for child in element:
            name = self._name(child.tag)
            if name in _BIG:
                yield (
                    name,
                    f"{len(''.join(child.itertext())):,} characters that stand for a picture",
                )
            elif depth <= _DEEPEST:
                yield from self._values(name, child, depth)

    def _values(self, name: str, element: Element, depth: int) -> Iterator[tuple[str, str]]:
        container = next((child for child in element if child.tag in _CONTAINERS), None)
        if container is None:
            yield name, self._value(element, depth)
            return
        entries = [entry for entry in container if entry.tag == f"{_RDF}li"]
        if container.tag == f"{_RDF}Alt":
            yield from self._choice(name, entries, depth)
        elif any(self._is_structure(entry) for entry in entries):
            for number, entry in enumerate(entries[:_MAX_ENTRIES], 1):
                yield f"{name} {number}", self._value(entry, depth)
        else:
            texts = [self._value(entry, depth) for entry in entries[:_MAX_ENTRIES]]
            yield name, ", ".join(text for text in texts if text)

    def _choice(self, name: str, entries: list[Element], depth: int) -> Iterator[tuple[str, str]]:
        """One value in several languages: the first by name alone, the others with theirs."""
        language = f"{_XML}lang"
        best = sorted(entries[:_MAX_ENTRIES], key=lambda e: e.get(language, "") != "x-default")
        shown: set[str] = set()
        for entry in best:
            text = self._value(entry, depth)
            if not text or text in shown:
                continue
            yield (f"{name} [{entry.get(language, '')}]" if shown else name), text
            shown.add(text)

    def _value(self, element: Element, depth: int) -> str:
        """Plain words, the address of a resource, or a structure as `name: value; …`."""
        resource = element.get(f"{_RDF}resource")
        if resource is not None:
            return resource.strip()
        if not self._is_structure(element):
            return " ".join("".join(element.itertext()).split())
        if depth >= _DEEPEST:
            return ""
        inner = element.find(f"{_RDF}Description")
        pairs = self.fields(element if inner is None else inner, depth + 1)
        known = [(name, value) for name, value in pairs if value]
        if any(name == "rdf:value" for name, _value in known):
            return next(value for name, value in known if name == "rdf:value")
        return "; ".join(f"{name.rsplit(':', 1)[-1]}: {value}" for name, value in known[:50])

    @staticmethod
    def _is_structure(element: Element) -> bool:
        names = set(element.attrib)
        named = any(name.startswith("{") and not name.startswith((_RDF, _XML)) for name in names)
        return named or len(element) > 0

    def _name(self, tag: str) -> str:
        if not tag.startswith("{"):
            return tag
        space, name = tag[1:].split("}", 1)
        if tag.startswith(_RDF):
            return f"rdf:{name}"
        prefix = PREFIXES.get(space) or self._prefixes.get(space, "?")
        return bounded(f"{prefix}:{name}", 200)


def _in_words(name: str, value: str) -> str:
    """The numbers of EXIF, which XMP repeats as they stand there, in words."""
    found = _OF_CAMERA.match(name)
    if found is None:
        return value
    rational = _RATIONAL.match(value)
    if rational:
        below = int(rational[2])
        return in_words(found[1], int(rational[1]) / below if below else float("nan"))
    if not re.fullmatch(r"-?\d{1,9}", value):
        return value
    said = in_words(found[1], int(value))
    return value if said == str(int(value)) else said


def _moment(text: str) -> str | None:
    """EDTF where this can be when a picture file was made; parts of a second are left out."""
    found = dates.stated(re.sub(r"(T\d\d:\d\d:\d\d)[.,]\d+", r"\1", text))
    return found if found and is_plausible(date(*map(int, found[:10].split("-")))) else None


def _degrees(text: str, sides: str, limit: float) -> float | None:
    """`38,53.4142N` or `38,53,24.9N` (XMP part 2, GPSCoordinate) in degrees."""
    found = re.fullmatch(
        r"(\d{1,3}),(\d{1,2}(?:\.\d{1,12})?)(?:,(\d{1,2}(?:\.\d+)?))?([NSEW])", text
    )
    if found is None or found[4] not in sides:
        return None
    minutes, seconds = float(found[2]), float(found[3] or 0)
    degrees = int(found[1]) + minutes / 60 + seconds / 3600
    if degrees > limit or minutes >= 60 or seconds >= 60:
        return None
    return round(-degrees if found[4] == sides[1] else degrees, 7)


def _packet(image: Image.Image) -> bytes:
    found = image.info.get("xmp") or image.info.get("XML:com.adobe.xmp") or b""
    data = found.encode("utf-8", "replace") if isinstance(found, str) else found
    return data if isinstance(data, bytes) else b""


def _extension(image: Image.Image) -> bytes:
    """What did not fit into one segment of a JPEG (XMP part 3, 1.1.3.1)."""
    segments: Any = getattr(image, "applist", None) or []
    pieces = []
    for marker, data in segments:
        if marker == "APP1" and data.startswith(_EXTENSION):
            start = len(_EXTENSION) + 32
            pieces.append((int.from_bytes(data[start + 4 : start + 8], "big"), data[start + 8 :]))
    packet = b"".join(piece for _offset, piece in sorted(pieces))
    return packet if len(packet) <= _MAX_PACKET else b""


def _root(packet: bytes) -> tuple[Element | None, dict[str, str]]:
    """The packet's element, and by namespace the prefixes that it declares."""
    if not packet or len(packet) > _MAX_PACKET:
        return None, {}
    text = decode(packet)
    start, end = re.search(r"<(?:\w+:)?(?:xmpmeta|xapmeta|RDF)\b", text), text.rfind(">")
    if start is None:
        return None, {}
    declared = re.findall(r"""xmlns:([\w.-]{1,40})\s*=\s*["']([^"']{1,300})["']""", text)
    try:
        root: Element = fromstring(text[start.start() : end + 1], forbid_dtd=True)
    except (ParseError, DefusedXmlException, ValueError, RecursionError):
        return None, {}
    return root, {space: prefix for prefix, space in declared}
