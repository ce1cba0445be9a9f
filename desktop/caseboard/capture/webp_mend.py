"""A WebP (RFC 9649) whose chunks do not add up, put together anew around its first picture."""

import struct

_LOSSY, _LOSSLESS = b"VP8 ", b"VP8L"
_START = b"\x9d\x01\x2a"
"""Begins a key frame, three bytes in (RFC 6386, 9.1)."""
_SIGNATURE = 0x2F
"""Begins a lossless picture."""
_PAD = 65_536
_HEAD = 8


def mended(data: bytes) -> bytes:
    """A simple WebP of the first picture in `data`; empty where none can be found.

    Where the picture is cut off, noughts stand for what it lacks: the decoder gives nothing of a
    file that ends too early.
    """
    lossy, lossless = _lossy(data), _lossless(data)
    if lossy and (not lossless or data.find(_START) < data.find(_LOSSLESS)):
        return _file(_LOSSY, lossy + bytes(_PAD))
    return _file(_LOSSLESS, lossless + bytes(_PAD)) if lossless else b""


def _lossy(data: bytes) -> bytes:
    start = data.find(_START) - 3
    if start < 12:
        return b""
    return data[start : _end(data, start, _LOSSY)]


def _lossless(data: bytes) -> bytes:
    chunk = data.find(_LOSSLESS)
    start = chunk + _HEAD
    is_one = chunk >= 12 and data[start : start + 1] == bytes([_SIGNATURE])
    return data[start : _end(data, start, _LOSSLESS)] if is_one else b""


def _end(data: bytes, start: int, kind: bytes) -> int:
    """Where the chunk that begins before `start` says that it ends, or the file does."""
    head = data[max(0, start - _HEAD) : start]
    if head[:4] != kind:
        return len(data)
    (length,) = struct.unpack("<I", head[4:])
    return start + int(length) if start + length <= len(data) else len(data)


def _file(kind: bytes, picture: bytes) -> bytes:
    picture += b"\x00" * (len(picture) % 2)
    chunk = kind + struct.pack("<I", len(picture)) + picture
    return b"RIFF" + struct.pack("<I", len(chunk) + 4) + b"WEBP" + chunk
