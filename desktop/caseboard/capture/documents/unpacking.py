"""What is packed in gzip (RFC 1952) or brotli (RFC 7932), unpacked piece by piece."""

import zlib
from collections.abc import Generator, Iterator
from typing import Any

import brotli

from caseboard.capture.documents import refusals

_STEP = 65_536
_PIECE = 2**20
_GZIP = b"\x1f\x8b"


class Unpacked:
    """The bytes of a file that may be in gzip, to be read once, and no more than `most` of them.

    A file that is broken or cut off ends where it breaks. `read` raises `CaseError` beyond `most`.
    """

    def __init__(self, data: bytes, most: int) -> None:
        self._pieces = self._unpacked(data) if data.startswith(_GZIP) else _plain(data)
        self._most = most
        self._at = 0
        self._piece = b""
        self.is_sound = True
        """Whether nothing was found broken so far."""
        self.tail = b""
        """The last bytes that were read."""

    def read(self, size: int = -1) -> bytes:
        """Up to `size` bytes, as many as are at hand; none at the end."""
        if not self._piece:
            self._piece = next(self._pieces, b"")
        size = len(self._piece) if size < 0 else size
        data, self._piece = self._piece[:size], self._piece[size:]
        self._at += len(data)
        self.tail = (self.tail + data[-4:])[-4:]
        if self._at > self._most:
            raise refusals.too_large()
        return data

    def _unpacked(self, data: bytes) -> Iterator[bytes]:
        self.is_sound = yield from gzip_pieces(data)

    def tell(self) -> int:
        """How many bytes were read."""
        return self._at


def gzip_pieces(data: bytes) -> Generator[bytes, None, bool]:
    """What all members of a gzip file hold, as far as it is sound: to the byte.

    Returns whether all of it is.
    """
    at = 0
    while data.startswith(_GZIP, at):
        member = zlib.decompressobj(31)
        while not member.eof and at < len(data):
            packed = data[at : at + _STEP]
            before = member.copy()
            try:
                piece = member.decompress(packed, _PIECE)
            except zlib.error:
                yield until_fault(before, packed, 16 * _PIECE)
                return False
            used = len(packed) - len(member.unconsumed_tail) - len(member.unused_data)
            at += used
            if piece:
                yield piece
            elif not used:
                return False
        if not member.eof:
            return False
    return True


def until_fault(stream: Any, packed: bytes, most: int) -> bytes:
    """What a `zlib` stream can still unpack of `packed`, which it stumbles over somewhere.

    No more than `most` bytes of it, or hardly more.
    """
    found = bytearray()
    step = _STEP
    at = 0
    while step and at < len(packed) and len(found) <= most and not stream.eof:
        before = stream.copy()
        try:
            found += stream.decompress(packed[at : at + step], _PIECE)
        except zlib.error:
            stream, step = before, step // 16
            continue
        at += min(step, len(packed) - at) - len(stream.unconsumed_tail)
    return bytes(found)


def brotli_pieces(data: bytes) -> Iterator[bytes]:
    """What a brotli stream holds, until it is broken."""
    stream = brotli.Decompressor()
    rest = data
    try:
        while not stream.is_finished():
            piece = stream.process(rest, output_buffer_limit=_PIECE)
            if not piece:
                return
            yield piece
            rest = b""
    except brotli.error:
        return


def _plain(data: bytes) -> Iterator[bytes]:
    for at in range(0, len(data), _STEP):
        yield data[at : at + _STEP]
