"""From the bytes of a file to the layer it is, told by how it is built: run in a worker alone."""

import re
from collections.abc import Callable, Mapping
from typing import Any

from caseboard import i18n
from caseboard.capture.answer import Answer
from caseboard.capture.layers import database, geojson, geopackage, gpx, kml, refusals, table
from caseboard.capture.layers.gathering import Gathering

Reader = Callable[[bytes], Gathering]
_HEAD = 4096
_ROOT = re.compile(rb"\A(?:<\?xml[^>]{0,200}\?>|<!--.{0,2000}?-->|<!DOCTYPE[^\[>]{0,500}|\s)*"
                   rb"<(?:[\w.-]{1,40}:)?(\w{1,40})[\s>]", re.DOTALL)  # fmt: skip
_DOCTYPE = re.compile(rb"<!DOCTYPE\s+(kml|gpx)\b", re.IGNORECASE)
_XML: dict[bytes, tuple[str, Reader]] = {b"kml": ("KML", kml.read), b"gpx": ("GPX", gpx.read)}
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
    head = _plain(data[:_HEAD])
    if head[:1] in {b"{", b"["}:
        return "GeoJSON", geojson.read
    if data.startswith(b"PK\x03\x04"):
        return "KMZ", kml.read_zipped
    if data.startswith(database.MAGIC):
        return "GeoPackage", geopackage.read
    root = _DOCTYPE.search(head) or _ROOT.search(head)
    if root is not None:
        known = _XML.get(root[1].lower())
        if known is None:
            raise refusals.unknown()
        return known
    return "CSV", table.read


def _plain(head: bytes) -> bytes:
    """Without a byte order mark and, of UTF-16, without every other byte."""
    for mark in _MARKS:
        head = head.removeprefix(mark)
    return head.replace(b"\0", b"").lstrip()
