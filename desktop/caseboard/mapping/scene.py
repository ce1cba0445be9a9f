"""A map as shapes, for any painter: the window's, a PDF's, an SVG file's.

Everything is in pixels of 1/96 inch from the upper left corner. Colours are `#rrggbb`. What comes
first lies lowest. A painter draws what it is given and decides nothing.
"""

from dataclasses import dataclass
from enum import Enum
from typing import TYPE_CHECKING

from caseboard.mapping.view import View
from caseboard.model.spots import SpotKey

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Points = NDArray[np.float64]
    """(n, 2) pixels: x, y."""


@dataclass(frozen=True, slots=True)
class Pen:
    """How a line is drawn; `dash` is lengths on and off, in pixels."""

    color: str
    width: float
    dash: tuple[float, ...] = ()
    opacity: float = 1.0


@dataclass(frozen=True, slots=True)
class Area:
    """Rings filled by the even-odd rule."""

    rings: "tuple[Points, ...]"
    fill: str = ""
    opacity: float = 1.0
    pen: Pen | None = None
    hatch: bool = False
    """Whether it is hatched instead of filled: what is only estimated."""


@dataclass(frozen=True, slots=True)
class Line:
    """Open lines of one pen; with `arrow`, each ends in a head."""

    lines: "tuple[Points, ...]"
    pen: Pen
    arrow: bool = False


@dataclass(frozen=True, slots=True)
class Disc:
    """A circle about `x`, `y`."""

    x: float
    y: float
    r: float
    fill: str = ""
    opacity: float = 1.0
    pen: Pen | None = None


class Face(Enum):
    """The cut of the map's one typeface."""

    PLAIN = "plain"
    BOLD = "bold"
    ITALIC = "italic"


class Align(Enum):
    """Which point of the words `x` is."""

    START = "start"
    MIDDLE = "middle"
    END = "end"


HALO = 3.0
"""Pixels that the outline behind words is wide, on paper."""


@dataclass(frozen=True, slots=True)
class Words:
    """One line of text on the base line `y`, turned by `angle` degrees clockwise about `x`, `y`."""

    x: float
    y: float
    text: str
    size: float
    color: str
    face: Face = Face.PLAIN
    align: Align = Align.START
    halo: str = ""
    """The colour of an outline behind it; empty is none."""
    angle: float = 0.0
    spacing: float = 0.0
    """Pixels between two letters, beyond what they have."""


@dataclass(frozen=True, slots=True)
class Symbol:
    """An SVG Tiny 1.2 picture in the box whose upper left corner is `x`, `y`."""

    x: float
    y: float
    width: float
    height: float
    svg: str


@dataclass(frozen=True, slots=True)
class Raster:
    """A picture (PNG or JPEG bytes) stretched onto four corners, clockwise from its upper left."""

    image: bytes
    corners: tuple[
        tuple[float, float], tuple[float, float], tuple[float, float], tuple[float, float]
    ]
    opacity: float = 1.0


Shape = Area | Line | Disc | Words | Symbol | Raster


@dataclass(frozen=True, slots=True)
class Target:
    """Where a click hits something: a disc of the map, for one spot or a cluster of them."""

    x: float
    y: float
    r: float
    keys: frozenset[SpotKey]
    tip: str


@dataclass(frozen=True, slots=True)
class Scene:
    """What is in a view, from the lowest to the highest."""

    view: View
    background: str
    ground: tuple[Shape, ...] = ()
    """Land, water, borders."""
    overlays: tuple[Shape, ...] = ()
    """The layers of the case."""
    names: tuple[Shape, ...] = ()
    """Names of places, rivers and regions."""
    marks: tuple[Shape, ...] = ()
    """What the case knows: places, claims, photos, units."""
    furniture: tuple[Shape, ...] = ()
    """Scale bar, grid, legend, attribution, as asked for."""
    targets: tuple[Target, ...] = ()
    attribution: tuple[str, ...] = ()
    """Whose map it is, a line each."""
    is_generalised: bool = False
    """Whether borders are nearer than they are true."""

    def shapes(self) -> tuple[Shape, ...]:
        """All of it, in the order it is drawn."""
        return (*self.ground, *self.overlays, *self.names, *self.marks, *self.furniture)
