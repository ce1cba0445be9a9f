"""PMTiles version 3 with pictures: one file, found through directories along a Hilbert curve.

https://github.com/protomaps/PMTiles/blob/main/spec/v3/spec.md
"""

import json
import struct
import zlib
from bisect import bisect_right
from collections import OrderedDict
from dataclasses import dataclass
from typing import BinaryIO

from caseboard.capture.layers import refusals
from caseboard.capture.layers import tile_archive as archives
from caseboard.capture.layers.naming import plain
from caseboard.capture.layers.tile_archive import About
from caseboard.errors import CaseError
from caseboard.i18n import _

MAGIC = b"PMTiles"
_HEAD = struct.Struct("<7sB11QBBBBBB4iB2i")
_NONE, _GZIP = 1, 2
_PICTURES = frozenset({0, 2, 3, 4})
"""Unknown, PNG, JPEG, WebP."""
_LARGEST_DIRECTORY = 16 * 2**20
_LARGEST_TILE = 4 * 2**20
_MOST_ENTRIES = 500_000
_DEEPEST = 4
_KEPT = 32
"""Directories that are kept read."""


@dataclass(frozen=True, slots=True)
class Directory:
    """Columns of entries, in the order of their first tile."""

    tiles: list[int]
    runs: list[int]
    lengths: list[int]
    offsets: list[int]


class PMTiles:
    """Reads an open file, which stays the caller's; raises `CaseError` for one that is none."""

    def __init__(self, file: BinaryIO) -> None:
        self._file = file
        self._kept: OrderedDict[int, Directory] = OrderedDict()
        head = self._read(0, _HEAD.size, _HEAD.size)
        if len(head) < _HEAD.size or head[:8] != MAGIC + b"\3":
            raise refusals.unknown()
        fields = _HEAD.unpack(head)
        self._root = fields[2], fields[3]
        self._leaves, self._data = fields[6], fields[8]
        _clustered, self._packing, tile_packing, kind, least, most = fields[13:19]
        if kind not in _PICTURES or tile_packing > _NONE:
            raise archives.not_pictures()
        west, south, east, north = (value / 1e7 for value in fields[19:23])
        least, most = archives.zooms(least, most)
        bounds = archives.bounds_of(west, south, east, north)
        self._directory(*self._root)
        said = self._said(fields[4], fields[5])
        name, attribution = (
            plain(said.get("name", ""), 200),
            plain(said.get("attribution", ""), 300),
        )
        self.about = About("PMTiles", name, attribution, bounds, least, most)

    def tile(self, zoom: int, column: int, row: int) -> bytes:
        """Follows the directories to where the picture is."""
        wanted = tile_id(zoom, column, row)
        at, length = self._root
        for _level in range(_DEEPEST):
            held = self._directory(at, length)
            place = bisect_right(held.tiles, wanted) - 1
            if place < 0:
                return b""
            run = held.runs[place]
            if run:
                if wanted - held.tiles[place] >= run:
                    return b""
                start = self._data + held.offsets[place]
                return self._read(start, held.lengths[place], _LARGEST_TILE)
            at, length = self._leaves + held.offsets[place], held.lengths[place]
        raise _damaged()

    def _said(self, at: int, length: int) -> dict[str, str]:
        """The words in its metadata; nothing where that cannot be read."""
        try:
            packed = self._read(at, length, _LARGEST_DIRECTORY)
            held = json.loads(_unpacked(packed, self._packing) or b"{}")
        except (CaseError, ValueError, RecursionError):
            return {}
        is_object = isinstance(held, dict)
        return {k: v for k, v in held.items() if isinstance(v, str)} if is_object else {}

    def _directory(self, at: int, length: int) -> Directory:
        held = self._kept.get(at)
        if held is None:
            packed = self._read(at, length, _LARGEST_DIRECTORY)
            held = self._kept[at] = _directory(_unpacked(packed, self._packing))
        self._kept.move_to_end(at)
        while len(self._kept) > _KEPT:
            self._kept.popitem(last=False)
        return held

    def _read(self, at: int, length: int, most: int) -> bytes:
        if length > most or at >= 2**62:
            raise _damaged()
        self._file.seek(at)
        return self._file.read(length)


def tile_id(zoom: int, column: int, row: int) -> int:
    """The number of a tile: those of all lower zooms first, then along a Hilbert curve."""
    number = ((1 << 2 * zoom) - 1) // 3
    side = 1 << zoom
    x, y = column, row
    step = side // 2
    while step:
        right, low = int(bool(x & step)), int(bool(y & step))
        number += step * step * ((3 * right) ^ low)
        if not low:
            if right:
                x, y = side - 1 - x, side - 1 - y
            x, y = y, x
        step //= 2
    return number


def _unpacked(packed: bytes, packing: int) -> bytes:
    if packing == _NONE:
        return packed
    if packing != _GZIP:
        raise refusals.broken(_("it is packed in a way that is not read."))
    unpacking = zlib.decompressobj(16 + zlib.MAX_WBITS)
    try:
        found = unpacking.decompress(packed, _LARGEST_DIRECTORY)
    except zlib.error as error:
        raise _damaged() from error
    if unpacking.unconsumed_tail:
        raise refusals.too_large()
    return found


def _directory(data: bytes) -> Directory:
    numbers = _Numbers(data)
    count = numbers.next()
    if count > min(_MOST_ENTRIES, len(data)):
        raise _damaged()
    tiles, last = [], 0
    for _entry in range(count):
        last += numbers.next()
        tiles.append(last)
    runs = [numbers.next() for _entry in range(count)]
    lengths = [numbers.next() for _entry in range(count)]
    offsets: list[int] = []
    for entry in range(count):
        written = numbers.next()
        if not written and not entry:
            raise _damaged()
        follows = offsets[-1] + lengths[entry - 1] if offsets else 0
        offsets.append(written - 1 if written else follows)
    return Directory(tiles, runs, lengths, offsets)


class _Numbers:
    """Whole numbers of seven bits a byte, the least first."""

    def __init__(self, data: bytes) -> None:
        self._data, self._at = data, 0

    def next(self) -> int:
        """The next; raises `CaseError` at the end of the data."""
        value = shift = 0
        while self._at < len(self._data) and shift < 64:
            byte = self._data[self._at]
            self._at += 1
            value |= (byte & 0x7F) << shift
            if byte < 0x80:
                return value
            shift += 7
        raise _damaged()


def _damaged() -> CaseError:
    return refusals.broken(_("its directories are damaged."))
