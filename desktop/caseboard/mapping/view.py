"""Which part of the world a map shows, and how large."""

import math
from dataclasses import dataclass, replace

from caseboard.mapping import mercator

TILE = 256.0
"""Pixels across of the whole world at zoom 0."""
FURTHEST, NEAREST = 0.0, 18.0


@dataclass(frozen=True, slots=True)
class Bounds:
    """A box in degrees WGS 84; `west` is never east of `east`: no box crosses 180°."""

    west: float
    south: float
    east: float
    north: float


@dataclass(frozen=True, slots=True)
class View:
    """`x`, `y` of the unit square (`mercator`) stand in the middle of `width` × `height` pixels.

    A pixel is 1/96 inch, wherever the map is drawn. `zoom` doubles the scale with each whole step.
    """

    x: float
    y: float
    zoom: float
    width: float
    height: float

    @property
    def scale(self) -> float:
        """Pixels of the unit square's side."""
        return float(TILE * 2.0**self.zoom)

    @property
    def lat(self) -> float:
        """The latitude in the middle, degrees."""
        return mercator.lat_of(self.y)

    @property
    def lon(self) -> float:
        """The longitude in the middle, degrees."""
        return mercator.lon_of(self.x)

    @property
    def metres(self) -> float:
        """Metres on the ground that a pixel in the middle is."""
        return mercator.metres_of(self.y) / self.scale

    def box(self) -> tuple[float, float, float, float]:
        """What is in sight, on the unit square: left, top, right, bottom."""
        across, down = self.width / self.scale / 2, self.height / self.scale / 2
        return self.x - across, self.y - down, self.x + across, self.y + down

    def bounds(self) -> Bounds:
        """What is in sight, in degrees."""
        left, top, right, bottom = self.box()
        return Bounds(
            max(-180.0, mercator.lon_of(left)),
            mercator.lat_of(min(1.0, bottom)),
            min(180.0, mercator.lon_of(right)),
            mercator.lat_of(max(0.0, top)),
        )

    def to_view(self, lat: float, lon: float) -> tuple[float, float]:
        """The pixel at which a position in degrees stands."""
        return self.place(mercator.x_of(lon), mercator.y_of(lat))

    def place(self, x: float, y: float) -> tuple[float, float]:
        """The pixel at which a point of the unit square stands."""
        return (
            (x - self.x) * self.scale + self.width / 2,
            (y - self.y) * self.scale + self.height / 2,
        )

    def unplace(self, px: float, py: float) -> tuple[float, float]:
        """The point of the unit square at a pixel."""
        return (
            (px - self.width / 2) / self.scale + self.x,
            (py - self.height / 2) / self.scale + self.y,
        )

    def to_ground(self, px: float, py: float) -> tuple[float, float]:
        """Latitude and longitude at a pixel, degrees."""
        x, y = self.unplace(px, py)
        return mercator.lat_of(y), mercator.lon_of(x)

    def moved(self, px: float, py: float) -> "View":
        """The map dragged by so many pixels to the right and down."""
        return self._kept(self.x - px / self.scale, self.y - py / self.scale, self.zoom)

    def zoomed(self, steps: float, px: float | None = None, py: float | None = None) -> "View":
        """Nearer by so many steps, what is at the pixel (else in the middle) staying there."""
        px = self.width / 2 if px is None else px
        py = self.height / 2 if py is None else py
        x, y = self.unplace(px, py)
        zoom = min(NEAREST, max(FURTHEST, self.zoom + steps))
        scale = TILE * 2.0**zoom
        return self._kept(
            x - (px - self.width / 2) / scale, y - (py - self.height / 2) / scale, zoom
        )

    def sized(self, width: float, height: float) -> "View":
        """The same middle and scale in another window."""
        return replace(self, width=width, height=height)

    def _kept(self, x: float, y: float, zoom: float) -> "View":
        """Never so far away that no map is in the middle."""
        return replace(self, x=min(1.0, max(0.0, x)), y=min(1.0, max(0.0, y)), zoom=zoom)


def fitting(bounds: Bounds, width: float, height: float, margin: float = 24.0) -> View:
    """The nearest view that shows all of `bounds` with `margin` pixels around it."""
    left, right = mercator.x_of(bounds.west), mercator.x_of(bounds.east)
    top, bottom = mercator.y_of(bounds.north), mercator.y_of(bounds.south)
    across = max(1.0, width - 2 * margin) / max(right - left, 1e-9)
    down = max(1.0, height - 2 * margin) / max(bottom - top, 1e-9)
    zoom = math.log2(min(across, down) / TILE)
    zoom = min(NEAREST, max(FURTHEST, zoom))
    return View((left + right) / 2, (top + bottom) / 2, zoom, width, height)
