"""The grid over a map: degrees of latitude and longitude, or UTM eastings and northings."""

import math
from collections.abc import Iterator
from typing import NamedTuple

import numpy as np

from caseboard.mapping import utm_grid
from caseboard.mapping.clipping import Points
from caseboard.mapping.look import Look
from caseboard.mapping.options import Grid
from caseboard.mapping.scene import Align, Line, Pen, Shape, Words
from caseboard.mapping.view import View

_STEPS = (30, 10, 5, 2, 1, 0.5, 0.25, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001)
"""Degrees between two lines."""
_WIDE = 150.0
"""Pixels that two lines are apart at least."""
_SIZE = 10.0


class Ruled(NamedTuple):
    """A line of the grid in pixels, what it is called, and whether it runs up and down."""

    points: Points
    text: str
    is_upright: bool


def drawn(view: View, look: Look, grid: Grid) -> list[Shape]:
    """Its lines and, at the upper and the left edge, what they are."""
    if grid is Grid.NONE:
        return []
    ruled = list(_degrees(view)) if grid is Grid.DEGREES else list(_utm(view))
    if not ruled:
        return []
    pen = Pen(look.grid, 0.7, (), 0.55)
    shapes: list[Shape] = [Line(tuple(line.points for line in ruled), pen)]
    shapes.extend(words for line in ruled for words in _named(view, look, line))
    return shapes


def _named(view: View, look: Look, line: Ruled) -> Iterator[Words]:
    """Where it comes into sight: at the top if it runs upwards, else at the left."""
    x, y = line.points[:, 0], line.points[:, 1]
    if line.is_upright:
        order = np.argsort(y)
        at = float(np.interp(2.0, y[order], x[order]))
        if y.min() <= 2.0 and 4 < at < view.width - 50:
            yield _words(look, at + 3, 11.0, line.text)
    else:
        order = np.argsort(x)
        at = float(np.interp(2.0, x[order], y[order]))
        if x.min() <= 2.0 and 24 < at < view.height - 4:
            yield _words(look, 4.0, at - 3, line.text)


def _words(look: Look, x: float, y: float, text: str) -> Words:
    return Words(x, y, text, _SIZE, look.grid_text, align=Align.START, halo=look.halo)


def _degrees(view: View) -> Iterator[Ruled]:
    bounds = view.bounds()
    across = view.scale / 360.0
    step = next((each for each in reversed(_STEPS) if each * across >= _WIDE), float(_STEPS[0]))
    for lon in _multiples(bounds.west, bounds.east, step):
        x, _y = view.to_view(0.0, lon)
        yield Ruled(np.array([(x, 0.0), (x, view.height)]), _degree(lon, "EW"), is_upright=True)
    for lat in _multiples(bounds.south, bounds.north, step):
        _x, y = view.to_view(lat, 0.0)
        yield Ruled(np.array([(0.0, y), (view.width, y)]), _degree(lat, "NS"), is_upright=False)


def _multiples(low: float, high: float, step: float) -> list[float]:
    return [n * step for n in range(math.ceil(low / step), math.floor(high / step) + 1)]


def _degree(value: float, letters: str) -> str:
    """`37.25° E`; the equator and the first meridian have no side."""
    if abs(value) < 1e-9:
        return "0°"
    return f"{abs(value):.6g}° {letters[value < 0]}"


def _utm(view: View) -> Iterator[Ruled]:
    metres = utm_grid.step(_WIDE * view.metres)
    for zone in utm_grid.zones(view.bounds()):
        for line in utm_grid.lines(zone, view.bounds(), metres):
            pixels = np.array([view.to_view(lat, lon) for lat, lon in line.positions.tolist()])
            yield Ruled(pixels, line.text, line.is_upright)
