"""The records of a WARC that is broken, each found by itself."""

import re
import time
import zlib
from collections.abc import Iterator
from itertools import pairwise

from caseboard.capture.documents import unpacking

MAX_UNPACKED = 64 * 2**20
SECONDS = 1.0
_MEMBER = re.compile(rb"\x1f\x8b\x08[\x00-\x1f]")
_RECORD = re.compile(rb"WARC/\d\.\d\r?\n")
_GAP = b"\r\n\r\n"
_LENGTH = re.compile(rb"(?<=\n)content-length:[^\n]*\n", re.I)
_STATUS = re.compile(rb"HTTP/\d[.\d]{0,3} (\d{3})\b")
_ADDRESS = re.compile(rb"WARC-Target-URI:\s*<?(https?://[^\s<>]{1,4000})", re.I)
_HTML = re.compile(rb"<(?:!doctype\s+html|html|head|body|article)\b", re.I)


def records(data: bytes) -> Iterator[bytes]:
    """Each record that begins as one does, as long as it says, or as there is of it.

    Its length is stated anew: what was changed in a file is rarely as long as before.
    """
    for section in _sections(data):
        starts = [match.start() for match in _RECORD.finditer(section)]
        for start, end in pairwise([*starts, len(section)]):
            head, _gap, block = section[start:end].partition(_GAP)
            block = block.removesuffix(_GAP)
            said = _LENGTH.sub(b"", head + b"\r\n")
            yield b"%sContent-Length: %d%s%s%s" % (said, len(block), _GAP, block, _GAP)


def bare_page(data: bytes) -> tuple[str, bytes]:
    """The largest piece of HTML in a WARC whose records make no sense, and its address.

    Nothing that a server gave as anything but a page that is there (200).
    """
    best: tuple[str, bytes] = ("", b"")
    for section in _sections(data):
        for piece in _RECORD.split(section):
            found, status = _HTML.search(piece), _STATUS.search(piece[:65_536])
            if found is None or (status is not None and status[1] != b"200"):
                continue
            if len(piece) - found.start() > len(best[1]):
                address = _ADDRESS.search(piece, 0, found.start())
                url = address[1].decode("ascii", "replace") if address else ""
                best = url, piece[found.start() :]
    return best


def _sections(data: bytes) -> Iterator[bytes]:
    """What is packed, each run of it that can be unpacked; a file that is not packed is one."""
    members = [match.start() for match in _MEMBER.finditer(data)]
    if not members or _RECORD.match(data):
        yield data[:MAX_UNPACKED]
        return
    room, passed, end = MAX_UNPACKED, 0, time.monotonic() + SECONDS
    for start in members:
        if start < passed or room <= 0 or time.monotonic() > end:
            continue
        section, used = _member(data, start, room)
        room -= len(section)
        passed = start + used
        yield section


def _member(data: bytes, start: int, most: int) -> tuple[bytes, int]:
    """What one member holds as far as it is sound, and how long it is; 1 where it is broken."""
    stream, packed = zlib.decompressobj(31), data[start:]
    before = stream.copy()
    try:
        held = stream.decompress(packed, most)
    except zlib.error:
        return unpacking.until_fault(before, packed, most), 1
    return held, len(packed) - len(stream.unused_data) if stream.eof else 1
