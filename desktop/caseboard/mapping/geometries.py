"""The outlines of rivers and regions that a case speaks of."""

import json
from collections.abc import Iterator
from functools import lru_cache
from typing import Any

import numpy as np

from caseboard.mapping import clipping
from caseboard.mapping.basemap import Ground
from caseboard.mapping.clipping import Points
from caseboard.mapping.content import Content
from caseboard.mapping.ground import GroundReader, Sheet, detail_at, sheet
from caseboard.mapping.look import Look
from caseboard.mapping.overlays_drawing import unit_square
from caseboard.mapping.scene import Area, Line, Pen, Shape
from caseboard.mapping.view import View
from caseboard.model.terms import LocationKind

_GROUND = {LocationKind.RIVER: Ground.RIVER, LocationKind.REGION: Ground.REGION}
_WORDS = {"river", "річка", "ріка", "река", "р", "oblast", "область", "region"}


def drawn(view: View, content: Content, reader: GroundReader, look: Look) -> Iterator[Shape]:
    """Each once, soft, so that what lies in it can still be read.

    A river or region that the case has no geometry of is the ground's of the same name; a region
    only while it is chosen, for it may be all that is in sight.
    """
    page = sheet(view)
    yield from _own(page, content, look)
    for kind, ground in _GROUND.items():
        wanted = {
            plain_name(spot.label): spot.key in content.selected
            for spot in content.spots
            if spot.kind is kind and not spot.geometry
        }
        if kind is LocationKind.REGION:
            wanted = {name: is_chosen for name, is_chosen in wanted.items() if is_chosen}
        if wanted:
            yield from _of_ground(page, reader, look, ground, wanted)


def plain_name(name: str) -> str:
    """A name without the word for what it names: `Oskil River` is `oskil`."""
    words = (word.strip(".,") for word in name.casefold().replace("'", "’").split())
    return " ".join(word for word in words if word not in _WORDS)


def _of_ground(
    page: Sheet, reader: GroundReader, look: Look, ground: Ground, wanted: dict[str, bool]
) -> Iterator[Shape]:
    for feature in reader.features(ground, detail_at(page.view.zoom), page.box):
        name = next(
            (name for name in map(plain_name, (feature.name, feature.name_uk)) if name in wanted),
            "",
        )
        lines = page.lines(feature) if name else []
        if lines:
            yield Line(tuple(lines), _pen(look, is_chosen=wanted[name]))


def _own(page: Sheet, content: Content, look: Look) -> Iterator[Shape]:
    seen: set[str] = set()
    for spot in content.spots:
        if not spot.geometry or spot.geometry in seen:
            continue
        seen.add(spot.geometry)
        is_chosen = spot.key in content.selected
        lines, polygons = parts(spot.geometry)
        for rings in polygons:
            cut = [clipping.ring_within(ring, page.box) for ring in rings]
            shown = tuple(page.pixels(ring) for ring in cut if len(ring))
            if shown:
                yield Area(shown, look.place, 0.12 if is_chosen else 0.05)
        courses = tuple(
            page.pixels(run)
            for line in (*lines, *(ring for rings in polygons for ring in rings))
            for run in clipping.lines_within(line, page.box)
        )
        if courses:
            yield Line(courses, _pen(look, is_chosen=is_chosen))


def _pen(look: Look, *, is_chosen: bool) -> Pen:
    return Pen(look.place, 2.4 if is_chosen else 1.6, (), 0.9 if is_chosen else 0.5)


@lru_cache(maxsize=256)
def parts(geometry: str) -> tuple[tuple[Points, ...], tuple[tuple[Points, ...], ...]]:
    """Lines and polygons of a GeoJSON geometry (RFC 7946) on the unit square.

    Points have no extent, and what is no geometry has neither.
    """
    try:
        found = json.loads(geometry)
    except ValueError:
        return (), ()
    lines: list[Points] = []
    polygons: list[tuple[Points, ...]] = []
    _gather(found, lines, polygons)
    return tuple(lines), tuple(polygons)


def _gather(found: Any, lines: list[Points], polygons: list[tuple[Points, ...]]) -> None:
    if not isinstance(found, dict):
        return
    coordinates = found.get("coordinates", [])
    match found.get("type"):
        case "LineString":
            lines.extend(_course(coordinates))
        case "MultiLineString":
            lines.extend(course for each in coordinates for course in _course(each))
        case "Polygon":
            polygons.extend(_polygon(coordinates))
        case "MultiPolygon":
            polygons.extend(polygon for each in coordinates for polygon in _polygon(each))
        case "GeometryCollection":
            for each in found.get("geometries", []):
                _gather(each, lines, polygons)
        case "Feature":
            _gather(found.get("geometry"), lines, polygons)


def _polygon(rings: list[Any]) -> Iterator[tuple[Points, ...]]:
    found = tuple(course for ring in rings for course in _course(ring))
    if found:
        yield found


def _course(positions: list[Any]) -> Iterator[Points]:
    if len(positions) > 1:
        yield unit_square(np.array([position[:2] for position in positions], np.float64))
