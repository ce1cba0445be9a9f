"""What can still be read of broken files: ZIP entries without their directory, XML with faults."""

import struct
import zlib
from dataclasses import dataclass

from defusedxml.ElementTree import fromstring
from lxml import etree

from caseboard.capture.documents import unpacking

_LOCAL = b"PK\x03\x04"
_HEAD = struct.Struct("<4xHHHHHIIIHH")
_STORED, _DEFLATED = 0, 8
_LOCKED = 1
_STEP = 65_536


@dataclass(frozen=True, slots=True)
class Entry:
    """One entry as the header before it says."""

    name: str
    method: int
    start: int
    """Where its bytes begin."""
    end: int
    """Where the next header begins, or the file ends."""


def entries(data: bytes, most: int) -> list[Entry]:
    """The entries of a ZIP by the headers in front of each, `most` of them; later ones win."""
    starts: list[int] = []
    at = data.find(_LOCAL)
    while at >= 0 and len(starts) <= most:
        starts.append(at)
        at = data.find(_LOCAL, at + 4)
    starts = [start for start in starts if _entry(data, start, len(data)) is not None]
    ends = [*starts[1:], len(data)][: len(starts)]
    found = (_entry(data, start, end) for start, end in zip(starts, ends, strict=True))
    return [entry for entry in found if entry is not None]


def content(data: bytes, entry: Entry, most: int) -> bytes:
    """What an entry holds as far as it can be unpacked, at most `most` bytes and one."""
    packed = data[entry.start : entry.end]
    if entry.method == _STORED:
        return packed[: most + 1]
    stream, out = zlib.decompressobj(-15), bytearray()
    for at in range(0, len(packed), _STEP):
        piece = packed[at : at + _STEP]
        while piece and len(out) <= most and not stream.eof:
            before = stream.copy()
            try:
                out += stream.decompress(piece, _STEP)
            except zlib.error:
                out += unpacking.until_fault(before, piece, most)
                return bytes(out[: most + 1])
            piece = stream.unconsumed_tail
    return bytes(out[: most + 1])


def xml(data: bytes) -> bytes:
    """XML that can be parsed, from what of `data` makes sense; empty where nothing does.

    Declarations of entities, and what stands for them, are left out: nothing is ever resolved.
    """
    parser = etree.XMLParser(recover=True, resolve_entities=False, no_network=True, load_dtd=False)
    try:
        root = etree.fromstring(data, parser)
    except (etree.XMLSyntaxError, ValueError):
        return b""
    if root is None:
        return b""
    etree.strip_tags(root, etree.Comment, etree.PI, etree.Entity)
    made: bytes = etree.tostring(root)
    fromstring(made, forbid_dtd=True)  # what is handed on is sound, or this raises
    return made


def _entry(data: bytes, start: int, end: int) -> Entry | None:
    if len(data) < start + 30:
        return None
    _need, flags, method, _time, _day, _crc, packed, _size, name, extra = _HEAD.unpack_from(
        data, start
    )
    first = start + 30 + name + extra
    if flags & _LOCKED or method not in {_STORED, _DEFLATED} or first > end:
        return None
    last = min(end, first + packed) if packed and not flags & 8 else end
    return Entry(
        data[start + 30 : start + 30 + name].decode("utf-8", "replace"), method, first, last
    )
