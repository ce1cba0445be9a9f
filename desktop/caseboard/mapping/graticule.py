"""The grid over a map: degrees of latitude and longitude, or UTM eastings and northings."""

import math
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from caseboard.mapping import lettering, utm_grid
from caseboard.mapping.clipping import Points
from caseboard.mapping.look import Look
from caseboard.mapping.options import Grid
from caseboard.mapping.placing import Rect, Room
from caseboard.mapping.scene import Align, Line, Pen, Shape, Words
from caseboard.mapping.view import View
from caseboard.model import numerals

_STEPS = (30, 10, 5, 2, 1, 0.5, 0.25, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001)
"""Degrees between two lines."""
_WIDE = 150.0
"""Pixels that two lines are apart at least."""
_SIZE = 10.0
_EDGE = 2.0


class Ruled(NamedTuple):
    """A line of the grid in pixels, what it is called, and whether it runs up and down."""

    points: Points
    text: str
    is_upright: bool


def drawn(view: View, look: Look, grid: Grid, room: Room) -> list[Shape]:
    """Its lines and, where there is room at the upper and the left edge, what they are."""
    if grid is Grid.NONE:
        return []
    ruled = list(_degrees(view)) if grid is Grid.DEGREES else list(_utm(view))
    if not ruled:
        return []
    pen = Pen(look.grid, 0.7, (), 0.55)
    shapes: list[Shape] = [Line(tuple(line.points for line in ruled), pen)]
    for line in ruled:
        at = _start(view, line)
        if at is not None:
            shapes.extend(_named(look, room, line.text, *at))
    return shapes


def _start(view: View, line: Ruled) -> tuple[float, float] | None:
    """Where its name stands: where it comes into sight, at the top or at the left."""
    x, y = line.points[:, 0], line.points[:, 1]
    if line.is_upright:
        order = np.argsort(y)
        is_here = y.min() <= _EDGE < y.max()
        at = float(np.interp(_EDGE, y[order], x[order]))
        return (at + 3, _EDGE + 9) if is_here and 0 < at < view.width else None
    order = np.argsort(x)
    is_here = x.min() <= _EDGE < x.max()
    at = float(np.interp(_EDGE, x[order], y[order]))
    return (_EDGE + 2, at - 3) if is_here and 0 < at < view.height else None


def _named(look: Look, room: Room, text: str, x: float, y: float) -> Iterator[Words]:
    wide = lettering.width(text, _SIZE)
    if room.claim(Rect(x - 1, y - _SIZE, x + wide + 3, y + 2)):
        yield Words(x, y, text, _SIZE, look.grid_text, align=Align.START, halo=look.halo)


def _degrees(view: View) -> Iterator[Ruled]:
    bounds = view.bounds()
    across = view.scale / 360.0
    step = next((each for each in reversed(_STEPS) if each * across >= _WIDE), float(_STEPS[0]))
    for lon in _multiples(bounds.west, bounds.east, step):
        x, _y = view.to_view(0.0, lon)
        yield Ruled(np.array([(x, 0.0), (x, view.height)]), _meridian(lon), is_upright=True)
    for lat in _multiples(bounds.south, bounds.north, step):
        _x, y = view.to_view(lat, 0.0)
        yield Ruled(np.array([(0.0, y), (view.width, y)]), _parallel(lat), is_upright=False)


def _multiples(low: float, high: float, step: float) -> list[float]:
    return [n * step for n in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _meridian(lon: float) -> str:
    """`37.25° E`; the first one has no side."""
    return _degree(lon, numerals.longitude_side(lon))


def _parallel(lat: float) -> str:
    """`49.5° N`; the equator has no side."""
    return _degree(lat, numerals.latitude_side(lat))


def _degree(value: float, side: str) -> str:
    return "0°" if abs(value) < 1e-9 else f"{numerals.figure(abs(value), 6)}° {side}"


def _utm(view: View) -> Iterator[Ruled]:
    metres = utm_grid.step(_WIDE * view.metres)
    for zone in utm_grid.zones(view.bounds()):
        for line in utm_grid.lines(zone, view.bounds(), metres):
            pixels = np.array([view.to_view(lat, lon) for lat, lon in line.positions.tolist()])
            yield Ruled(pixels, line.text, line.is_upright)
