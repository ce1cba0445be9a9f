"""What a click on the map does: nothing, measure, or draw; and the points that are being set."""

from dataclasses import dataclass, field
from enum import Enum

Position = tuple[float, float]
"""Latitude and longitude, degrees WGS 84."""


class SketchKind(Enum):
    """What is drawn."""

    POINT = "point"
    LINE = "line"
    AREA = "area"


class Tool(Enum):
    """What the pointer is for."""

    PAN = "pan"
    DISTANCE = "distance"
    MEASURED_AREA = "measured_area"
    POINT = "point"
    LINE = "line"
    AREA = "area"

    @property
    def kind(self) -> SketchKind | None:
        """What it draws; None where it sets no points."""
        return _KINDS[self]

    @property
    def is_measuring(self) -> bool:
        """Whether what it draws is measured and not kept."""
        return self in {Tool.DISTANCE, Tool.MEASURED_AREA}


_KINDS = {
    Tool.PAN: None,
    Tool.DISTANCE: SketchKind.LINE,
    Tool.MEASURED_AREA: SketchKind.AREA,
    Tool.POINT: SketchKind.POINT,
    Tool.LINE: SketchKind.LINE,
    Tool.AREA: SketchKind.AREA,
}
_LEAST = {SketchKind.POINT: 1, SketchKind.LINE: 2, SketchKind.AREA: 3}


@dataclass(frozen=True, slots=True)
class Sketch:
    """What was drawn by hand. An area is a ring whose last point is not the first again."""

    kind: SketchKind
    points: tuple[Position, ...]

    @property
    def is_whole(self) -> bool:
        """Whether it has as many points as one of its kind needs."""
        return len(self.points) >= _LEAST[self.kind]


@dataclass(slots=True)
class Trace:
    """A sketch in the making: points are added and taken back until it is ended."""

    kind: SketchKind
    points: list[Position] = field(default_factory=list)
    is_ended: bool = False

    def add(self, lat: float, lon: float) -> None:
        """Set another point; after the end that begins anew. One on the last counts once."""
        if self.is_ended:
            self.clear()
        if not self.points or self.points[-1] != (lat, lon):
            self.points.append((lat, lon))

    def take_back(self) -> bool:
        """Take the last point back, or the end; whether there was any."""
        had_any = bool(self.points)
        if self.is_ended:
            self.is_ended = False
        elif self.points:
            self.points.pop()
        return had_any

    def end(self) -> Sketch | None:
        """Set no more points; None where there are too few."""
        sketch = Sketch(self.kind, tuple(self.points))
        if self.is_ended or not sketch.is_whole:
            return None
        self.is_ended = True
        return sketch

    def clear(self) -> None:
        """Begin anew."""
        self.points.clear()
        self.is_ended = False
