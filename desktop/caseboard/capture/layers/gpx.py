"""GPX 1.0 and 1.1: waypoints, routes and tracks."""

from collections.abc import Iterable
from xml.etree.ElementTree import Element

from caseboard.capture.layers import xml
from caseboard.capture.layers.gathering import Gathering


def read(data: bytes) -> Gathering:
    """Its features; raises `CaseError`."""
    root = xml.root(data)
    found = Gathering()
    for point in xml.children(root, "wpt"):
        found.add({"type": "Point", "coordinates": _position(point)}, _said(point))
    for route in xml.children(root, "rte"):
        found.add(
            {"type": "LineString", "coordinates": _line(xml.children(route, "rtept"))},
            _said(route),
        )
    for track in xml.children(root, "trk"):
        parts = [_line(xml.children(part, "trkpt")) for part in xml.children(track, "trkseg")]
        found.add({"type": "MultiLineString", "coordinates": parts}, _said(track))
    return found


def _said(element: Element) -> dict[str, str]:
    return {
        "name": xml.text(element, "name"),
        "description": xml.text(element, "desc") or xml.text(element, "cmt"),
        "marker-symbol": xml.text(element, "sym"),
    }


def _line(points: Iterable[Element]) -> list[list[float]]:
    return [_position(point) for point in points]


def _position(point: Element) -> list[float]:
    return [xml.number(point.get("lon", "")), xml.number(point.get("lat", ""))]
