"""The layers of a case over the ground: areas, lines, arrows, points, pictures and tiles."""

from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

import numpy as np

from caseboard.mapping import clipping, mercator
from caseboard.mapping.content import Feature, Overlay, Style, Tile
from caseboard.mapping.ground import MARGIN, Sheet, sheet
from caseboard.mapping.outlines import segment
from caseboard.mapping.scene import Area, Disc, Line, Pen, Raster, Shape
from caseboard.mapping.view import View

if TYPE_CHECKING:
    from caseboard.mapping.clipping import Points

_PLAIN = "#5b6472"
"""The colour of what its source gave none."""
_ESTIMATED = (6.0, 4.0)
"""The outline of what is only estimated."""
_FAINT, _HATCH = 0.5, 0.5
"""Its filling, in parts of what it would be, and the opacity of its stripes."""


def drawn(view: View, overlays: Iterable[Overlay]) -> tuple[Shape, ...]:
    """Their shapes in the view, the lowest layer first."""
    page = sheet(view)
    return tuple(shape for overlay in overlays for shape in _overlay(page, overlay))


def unit_square(degrees: "Points") -> "Points":
    """Longitudes and latitudes on the unit square, (n, 2)."""
    lat = np.clip(degrees[:, 1], -mercator.MAX_LAT, mercator.MAX_LAT)
    sine = np.sin(np.radians(lat))
    y = 0.5 - np.log((1 + sine) / (1 - sine)) / (4 * np.pi)
    return np.column_stack(((degrees[:, 0] + 180.0) / 360.0, y))


def _overlay(page: Sheet, overlay: Overlay) -> Iterator[Shape]:
    view = page.view
    if overlay.tiles is not None:
        zoom = max(0, round(view.zoom))
        for tile in overlay.tiles(zoom, view.bounds()):
            yield _tile(view, tile, overlay.opacity)
    if overlay.image and len(overlay.corners) == 4:
        one, two, three, four = (view.to_view(lat, lon) for lat, lon in overlay.corners)
        yield Raster(overlay.image, (one, two, three, four), overlay.opacity)
    for feature in overlay.features:
        yield from _areas(page, feature, overlay)
    for feature in overlay.features:
        yield from _lines(page, feature, overlay)
    for feature in overlay.features:
        yield from _points(page, feature, overlay)


def _tile(view: View, tile: Tile, opacity: float) -> Raster:
    side = 2.0**-tile.zoom
    left, top = view.place(tile.column * side, tile.row * side)
    right, bottom = view.place((tile.column + 1) * side, (tile.row + 1) * side)
    corners = ((left, top), (right, top), (right, bottom), (left, bottom))
    return Raster(tile.image, corners, opacity)


def _areas(page: Sheet, feature: Feature, overlay: Overlay) -> Iterator[Shape]:
    style = feature.style
    for polygon in feature.polygons:
        whole = [unit_square(ring) for ring in polygon if len(ring) > 2]
        cut = [clipping.ring_within(ring, page.box) for ring in whole]
        rings = tuple(page.pixels(ring) for ring in cut if len(ring))
        if not rings:
            continue
        fill = style.fill or style.stroke or _PLAIN
        solid = _FAINT if overlay.is_estimated else 1.0
        yield Area(rings, fill, solid * style.fill_opacity * overlay.opacity)
        if overlay.is_estimated:
            yield Area(rings, fill, _HATCH * overlay.opacity, hatch=True)
        lines = tuple(
            page.pixels(run)
            for ring in whole
            for run in clipping.lines_within(_closed(ring), page.box)
        )
        if lines and (style.stroke or overlay.is_estimated):
            yield Line(lines, _pen(style, overlay, style.fill))


def _closed(ring: "Points") -> "Points":
    return ring if (ring[0] == ring[-1]).all() else np.concatenate((ring, ring[:1]))


def _lines(page: Sheet, feature: Feature, overlay: Overlay) -> Iterator[Shape]:
    lines = tuple(
        page.pixels(run)
        for line in feature.lines
        if len(line) > 1
        for run in clipping.lines_within(unit_square(line), page.box)
    )
    if lines:
        yield Line(lines, _pen(feature.style, overlay, feature.style.fill))


def _points(page: Sheet, feature: Feature, overlay: Overlay) -> Iterator[Shape]:
    view, style = page.view, feature.style
    color = style.marker or style.fill or style.stroke or _PLAIN
    r = _dot(view.zoom)
    for lon, lat in (point for degrees in feature.points for point in degrees.tolist()):
        x, y = view.to_view(lat, lon)
        if not (-MARGIN < x < view.width + MARGIN and -MARGIN < y < view.height + MARGIN):
            continue
        if feature.arrow_deg is not None:
            yield _arrow(x, y, feature.arrow_deg, color, overlay.opacity)
        else:
            rim = Pen("#ffffff", r * 0.3, (), overlay.opacity)
            yield Disc(x, y, r, color, overlay.opacity, rim)


def _dot(zoom: float) -> float:
    """Pixels: far away a layer's points are but a trace."""
    return min(5.0, max(1.8, zoom - 5.5))


def _arrow(x: float, y: float, direction: float, color: str, opacity: float) -> Line:
    turn = np.radians(direction)
    east, north = 11.0 * float(np.sin(turn)), 11.0 * float(np.cos(turn))
    line = segment(x - east, y + north, x + east, y - north)
    return Line((line,), Pen(color, 2.6, (), opacity), arrow=True)


def _pen(style: Style, overlay: Overlay, otherwise: str) -> Pen:
    color = style.stroke or otherwise or _PLAIN
    dash = _ESTIMATED if overlay.is_estimated else ()
    return Pen(color, style.stroke_width, dash, style.stroke_opacity * overlay.opacity)
