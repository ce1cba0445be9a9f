"""Answers that are sent packed (RFC 9110, 8.4), unpacked as they come and only so far."""

import zlib
from collections.abc import Iterator, Sequence
from typing import Protocol

import brotli

try:
    import zstandard
except ImportError:  # not installed everywhere: nobody is asked for it then
    zstandard = None  # type: ignore[assignment]

_STEP = 2**18
"""Bytes of one piece that comes out."""
_MOST_LAYERS = 3
_ZSTD_WINDOW = 2**23
"""RFC 9659: no more may be needed over HTTP."""
_ZSTD_STEP = 256
"""Bytes that go in at a time: four of them may stand for 128 KiB."""


class Damaged(Exception):
    """What came is not packed as its name says, or breaks off."""


class Decoder(Protocol):
    """One way of packing."""

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What `data` adds, in small pieces. Raises `Damaged`."""
        ...

    @property
    def is_whole(self) -> bool:
        """Whether the end was reached."""
        ...


ACCEPTED = "gzip, deflate"
"""For the `Accept-Encoding` header. More can be unpacked here, and some servers send it unasked;

but what is sent is kept as sent, and tools that read archives know these: warcio 1.8 fails over
brotli (it knows a library that is no longer made), and few replay zstd.
"""


class Unpacker:
    """Undoes what a `Content-Encoding` header names, for no more than `most` bytes.

    Data that is not packed at all, whatever the header says, is passed through. What cannot be
    unpacked any further is left out, and `shortfall` says so.
    """

    def __init__(self, header: str, most: int) -> None:
        names = [name.strip().lower() for name in header.split(",")]
        names = [name for name in names if name not in {"", "identity", "none"}]
        self._names = names[::-1]
        self._layers: list[Decoder] | None = None
        self._most = most
        self.size = 0
        """Bytes that came out."""
        self.is_damaged = False
        self.is_full = False
        """There was more than `most`."""

    @property
    def is_plain(self) -> bool:
        """Whether nothing is packed."""
        return not self._names

    @property
    def is_whole(self) -> bool:
        """Whether all there is came out."""
        if self.is_damaged or self.is_full:
            return False
        return self._layers is None or all(layer.is_whole for layer in self._layers)

    def feed(self, data: bytes) -> Iterator[bytes]:
        """What `data` adds, in pieces of bounded size."""
        if not data or self.is_full or self.is_damaged:
            return
        try:
            if self._layers is None:
                self._layers = self._begun(data)
            for piece in _through(self._layers, data):
                kept = piece[: self._most - self.size]
                self.size += len(kept)
                yield kept
                if len(kept) < len(piece):
                    self.is_full = True
                    return
        except Damaged:
            self.is_damaged = True

    def _begun(self, head: bytes) -> list[Decoder]:
        if self._names and _is_markup(head):
            return []
        if len(self._names) > _MOST_LAYERS or not all(name in _KINDS for name in self._names):
            raise Damaged
        return [_KINDS[name](self._most) for name in self._names]


def _is_markup(head: bytes) -> bool:
    """Whether it is a page in plain sight: some servers name a packing they did not do."""
    return head.lstrip()[:1] == b"<"


def _through(layers: Sequence[Decoder], data: bytes) -> Iterator[bytes]:
    if not layers:
        yield data
        return
    for piece in layers[0].feed(data):
        yield from _through(layers[1:], piece)


class _Zlib:
    """gzip (RFC 1952), of several members too, and deflate (RFC 1950, RFC 1951)."""

    def __init__(self, most: int, *, is_gzip: bool) -> None:
        self._left = most + 1
        self._is_gzip = is_gzip
        self._inner = zlib.decompressobj(31) if is_gzip else None
        self._head = b""

    @property
    def is_whole(self) -> bool:
        return self._inner is not None and self._inner.eof

    def feed(self, data: bytes) -> Iterator[bytes]:
        if self._inner is None:
            data = self._head = self._head + data
            if len(data) < 2:
                return
            self._inner = zlib.decompressobj(15 if _has_zlib_header(data) else -15)
        is_more = True  # zlib can hold back some when a piece is full, its input all taken
        while (data or is_more) and self._left > 0:
            if self._inner.eof:
                if not self._is_gzip or not data.startswith(b"\x1f"):
                    return  # some servers pad the end with zeros
                self._inner = zlib.decompressobj(31)
            try:
                piece = self._inner.decompress(data, _STEP)
            except zlib.error as error:
                raise Damaged from error
            data = self._inner.unconsumed_tail or self._inner.unused_data
            is_more = len(piece) == _STEP
            self._left -= len(piece)
            if piece:
                yield piece


def _has_zlib_header(data: bytes) -> bool:
    return data[0] & 0x0F == 8 and (data[0] << 8 | data[1]) % 31 == 0


class _Brotli:
    """RFC 7932."""

    def __init__(self, most: int) -> None:
        self._left = most + 1
        self._inner = brotli.Decompressor()

    @property
    def is_whole(self) -> bool:
        return bool(self._inner.is_finished())

    def feed(self, data: bytes) -> Iterator[bytes]:
        while self._left > 0 and not self._inner.is_finished():
            try:
                piece = self._inner.process(data, output_buffer_limit=_STEP)
            except brotli.error as error:
                raise Damaged from error
            self._left -= len(piece)
            if piece:
                yield piece
            if self._inner.can_accept_more_data():
                return
            data = b""


class _Zstd:
    """RFC 8878."""

    def __init__(self, most: int) -> None:
        self._left = most + 1
        self._inner = zstandard.ZstdDecompressor(max_window_size=_ZSTD_WINDOW).decompressobj()

    @property
    def is_whole(self) -> bool:
        return self._inner.eof

    def feed(self, data: bytes) -> Iterator[bytes]:
        for at in range(0, len(data), _ZSTD_STEP):
            if self._inner.eof or self._left <= 0:
                return
            try:
                piece = self._inner.decompress(data[at : at + _ZSTD_STEP])
            except zstandard.ZstdError as error:
                raise Damaged from error
            self._left -= len(piece)
            yield piece


def _gzip(most: int) -> Decoder:
    return _Zlib(most, is_gzip=True)


def _deflate(most: int) -> Decoder:
    return _Zlib(most, is_gzip=False)


_KINDS = {
    "gzip": _gzip,
    "x-gzip": _gzip,
    "deflate": _deflate,
    "br": _Brotli,
    **({"zstd": _Zstd} if zstandard else {}),
}
