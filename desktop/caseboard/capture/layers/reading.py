"""From the bytes of a file to the layer it is, told by how it is built: run in a worker alone."""

from collections.abc import Callable, Mapping
from typing import Any

from caseboard import i18n
from caseboard.capture.answer import Answer
from caseboard.capture.layers import geojson, refusals
from caseboard.capture.layers.gathering import Gathering

Reader = Callable[[bytes], Gathering]
_HEAD = 4096
_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


def task(data: bytes, options: Mapping[str, Any]) -> Answer:
    """What the worker answers to `layer`: what is known, and the GeoJSON as its blob.

    Option `language` is the one that errors are told in.
    """
    with i18n.speaking(str(options.get("language", "en"))):
        return _read(data)


def _read(data: bytes) -> Answer:
    kind, reader = _reader(data)
    found = reader(data)
    bounds = found.bounds()
    values = {
        "format": kind,
        "count": found.count,
        "bounds": list(bounds),
        "is_styled": found.is_styled,
        "left_out": found.left_out,
    }
    return Answer(values, (found.written(),))


def _reader(data: bytes) -> tuple[str, Reader]:
    head = data[:_HEAD]
    for mark in _MARKS:
        head = head.removeprefix(mark)
    if head.replace(b"\0", b"").lstrip()[:1] in {b"{", b"["}:
        return "GeoJSON", geojson.read
    raise refusals.unknown()
