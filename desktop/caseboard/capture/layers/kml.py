"""KML 2.2 (OGC 07-147r2), and KMZ, which is KML in a zip archive: placemarks with their styles."""

import re
from collections.abc import Iterator
from pathlib import PurePosixPath
from typing import Any
from xml.etree.ElementTree import Element

from caseboard.capture.documents import zipped
from caseboard.capture.layers import refusals, xml
from caseboard.capture.layers.gathering import Gathering

LONGEST = 64 * 2**20
"""Bytes of the KML in a KMZ."""
_COLOUR = re.compile(r"#?([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})", re.IGNORECASE)
_GEOMETRIES = ("Point", "LineString", "LinearRing", "Polygon", "MultiGeometry", "Track",
               "MultiTrack")  # fmt: skip
_DEEPEST = 8
Style = dict[str, Any]


def read(data: bytes) -> Gathering:
    """The placemarks of a KML file; raises `CaseError`."""
    root = xml.root(data)
    styles = _styles(root)
    found = Gathering()
    for mark in xml.every(root, "Placemark"):
        shapes = [shape for child in xml.children(mark, *_GEOMETRIES) for shape in _shape(child, 0)]
        geometry = {"type": "GeometryCollection", "geometries": shapes} if shapes else None
        found.add(geometry, _properties(mark, styles))
    return found


def read_zipped(data: bytes) -> Gathering:
    """The same of the first KML file of a KMZ; raises `CaseError` as for a bomb."""
    with zipped.opened(data) as archive:
        names = [name for name in archive.names if name.lower().endswith(".kml")]
        if not names:
            raise refusals.empty()
        main = "doc.kml" if "doc.kml" in names else names[0]
        return read(archive.read(main, LONGEST))


def _properties(mark: Element, styles: dict[str, Style]) -> dict[str, Any]:
    style = dict(styles.get(_key(xml.text(mark, "styleUrl")), {}))
    for own in xml.children(mark, "Style"):
        style |= _style(own)
    name, description = xml.text(mark, "name"), xml.text(mark, "description")
    return {**style, "name": name, "description": description}


def _styles(root: Element) -> dict[str, Style]:
    """By id; a map of styles stands for the one it normally has."""
    found = {
        each.get("id", ""): _style(each) for each in xml.every(root, "Style") if each.get("id")
    }
    for each in xml.every(root, "StyleMap"):
        for pair in xml.children(each, "Pair"):
            if xml.text(pair, "key") == "normal":
                known = found.get(_key(xml.text(pair, "styleUrl")))
                inner = next(xml.children(pair, "Style"), None)
                found[each.get("id", "")] = _style(inner) if inner is not None else known or {}
    return found


def _key(url: str) -> str:
    return url.rpartition("#")[2]


def _style(style: Element) -> Style:
    found: Style = {}
    for line in xml.children(style, "LineStyle"):
        _colour(found, xml.text(line, "color"), "stroke")
        if width := xml.text(line, "width"):
            found["stroke-width"] = width
    for area in xml.children(style, "PolyStyle"):
        _colour(found, xml.text(area, "color"), "fill")
        if xml.text(area, "fill") == "0":
            found["fill-opacity"] = 0
    for icon in xml.children(style, "IconStyle"):
        _colour(found, xml.text(icon, "color"), "marker-color")
        if href := xml.text(icon, "Icon", "href"):
            found["marker-symbol"] = PurePosixPath(href[-200:]).stem
    return found


def _colour(found: Style, written: str, key: str) -> None:
    """KML writes alpha, blue, green, red."""
    known = _COLOUR.fullmatch(written)
    if known is None:
        return
    alpha, blue, green, red = known.groups()
    found[key] = f"#{red}{green}{blue}".lower()
    if key in {"stroke", "fill"}:
        found[f"{key}-opacity"] = int(alpha, 16) / 255


def _shape(element: Element, depth: int) -> Iterator[dict[str, Any]]:
    kind = xml.tag(element)
    if depth > _DEEPEST:
        return
    if kind in {"MultiGeometry", "MultiTrack"}:
        for child in xml.children(element, *_GEOMETRIES):
            yield from _shape(child, depth + 1)
    elif kind == "Polygon":
        rings = [
            _tuples(xml.text_whole(ring, "coordinates"))
            for side in ("outerBoundaryIs", "innerBoundaryIs")
            for bound in xml.children(element, side)
            for ring in xml.children(bound, "LinearRing")
        ]
        yield {"type": "Polygon", "coordinates": rings}
    elif kind == "Track":
        coords = [_track(each.text or "") for each in xml.children(element, "coord")]
        yield {"type": "LineString", "coordinates": coords}
    else:
        points = _tuples(xml.text_whole(element, "coordinates"))
        if kind == "Point":
            yield {"type": "MultiPoint", "coordinates": points[:1]}
        else:
            yield {"type": "LineString", "coordinates": points}


def _tuples(words: str) -> list[list[float]]:
    """`lon,lat,height lon,lat,height …`."""
    return [[xml.number(part) for part in each.split(",")[:2]] for each in words.split()]


def _track(words: str) -> list[float]:
    return [xml.number(part) for part in words.split()[:2]]
