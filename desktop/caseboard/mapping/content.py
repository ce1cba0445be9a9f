"""What a case has to show on a map: its spots, and the layers over the ground."""

from collections.abc import Callable
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from caseboard.mapping.view import Bounds
from caseboard.model.spots import Spot, SpotKey
from caseboard.model.terms import LayerKind

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray

    Degrees = NDArray[np.float64]
    """(n, 2) degrees WGS 84: longitude, latitude, as in GeoJSON."""


@dataclass(frozen=True, slots=True)
class Style:
    """How a feature is drawn, as simplestyle 1.1.0 has it; colours are `#rrggbb`, empty is none."""

    stroke: str = ""
    stroke_width: float = 2.0
    stroke_opacity: float = 1.0
    fill: str = ""
    fill_opacity: float = 0.35
    marker: str = ""


@dataclass(frozen=True, slots=True)
class Feature:
    """One thing of a layer: points, lines and polygons (each a tuple of rings, the outer first)."""

    names: tuple[tuple[str, str], ...] = ()
    """Language (ISO 639-1, or empty) and name."""
    points: "tuple[Degrees, ...]" = ()
    """Each of shape (1, 2)."""
    lines: "tuple[Degrees, ...]" = ()
    polygons: "tuple[tuple[Degrees, ...], ...]" = ()
    style: Style = Style()
    arrow_deg: float | None = None
    """Which way an arrow points at that point: degrees from north, clockwise."""
    symbol: str = ""
    """The kind of thing a point is, in its source's words."""


@dataclass(frozen=True, slots=True)
class Tile:
    """A picture of the ground: the square `column`, `row` (from the north) at a whole `zoom`."""

    zoom: int
    column: int
    row: int
    image: bytes = field(repr=False)
    """PNG, JPEG or WebP."""


@dataclass(frozen=True, slots=True)
class Overlay:
    """One layer, ready to be drawn."""

    id: str
    ref: str
    name: str
    kind: LayerKind
    features: tuple[Feature, ...] = ()
    bounds: Bounds | None = None
    opacity: float = 1.0
    is_estimated: bool = False
    as_of: str = ""
    """EDTF."""
    published: str = ""
    """EDTF."""
    source: str = ""
    estimated: str = ""
    attribution: str = ""
    image: bytes = field(default=b"", repr=False)
    """Of a georeferenced picture: PNG or JPEG; `corners` says where its corners lie."""
    corners: tuple[tuple[float, float], ...] = ()
    """Latitude and longitude of its upper left, upper right, lower right and lower left."""
    tiles: Callable[[int, Bounds], tuple[Tile, ...]] | None = field(default=None, compare=False)
    """The tiles of a zoom that touch the bounds."""


@dataclass(frozen=True, slots=True)
class Content:
    """What is to be drawn over the ground; overlays from the lowest to the highest."""

    spots: tuple[Spot, ...] = ()
    overlays: tuple[Overlay, ...] = ()
    selected: frozenset[SpotKey] = frozenset()
