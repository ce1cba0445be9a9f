"""What is drawn over a picture while it is placed: its points, its areas, and what is begun."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from PySide6.QtCore import QObject, Signal

from caseboard.commands.tracing import Outline
from caseboard.errors import CaseError
from caseboard.mapping import tracing
from caseboard.mapping.georeferencing import ControlPoint, Fit, fit
from caseboard.model.ids import LayerId
from caseboard.model.terms import GeoreferenceKind

Spot = tuple[float, float]
"""A place on the upright picture, in fractions of its sides."""


class Tool(StrEnum):
    """What a click on the picture does."""

    POINTS = "points"
    AREA = "area"


@dataclass(frozen=True, slots=True)
class Area:
    """An area that was traced and is a layer."""

    layer_id: LayerId
    ref: str
    outline: Outline


class Plot(QObject):
    """Everything in fractions (0 to 1) of the upright picture; `changed` after every change.

    It knows no commands: what is to be kept is asked of it when it is.
    """

    changed = Signal()

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self.points: tuple[ControlPoint, ...] = ()
        self.kind = GeoreferenceKind.AFFINE
        self.areas: tuple[Area, ...] = ()
        self.tool = Tool.POINTS
        self.selected: int | None = None
        self.pending: Spot | None = None
        """A place that was clicked and has no name yet."""
        self.outline: tuple[Spot, ...] = ()
        """Of the area that is being traced."""
        self.cursor: Spot | None = None
        """Where the keys stand, once they are used."""
        self.fit: Fit | None = None
        self.problem: CaseError | None = None
        """Why there is no fit."""

    def show(
        self, points: Sequence[ControlPoint], kind: GeoreferenceKind, areas: Sequence[Area]
    ) -> None:
        """Show what is kept of a picture; what is begun stays."""
        self.points, self.kind, self.areas = tuple(points), kind, tuple(areas)
        if self.selected is not None and self.selected >= len(self.points):
            self.selected = None
        self._reckon()

    def clear(self) -> None:
        """Another picture is shown."""
        self.tool, self.selected, self.pending = Tool.POINTS, None, None
        self.outline, self.cursor = (), None
        self.show((), GeoreferenceKind.AFFINE, ())

    def take(self, tool: Tool) -> None:
        """Let clicks do something else; what was begun with the other tool is dropped."""
        if tool is not self.tool:
            self.tool, self.selected, self.pending = tool, None, None
            self.outline, self.cursor = (), None
            self.changed.emit()

    def select(self, place: int | None) -> None:
        """Mark one of the points."""
        if place != self.selected:
            self.selected = place
            self.changed.emit()

    def ask_for(self, spot: Spot | None) -> None:
        """Mark a place that waits for its name, or none."""
        self.pending = spot
        self.changed.emit()

    def point_cursor(self, spot: Spot | None) -> None:
        """Let the keys stand there."""
        self.cursor = None if spot is None else inside(*spot)
        self.changed.emit()

    def move_point(self, place: int, spot: Spot) -> None:
        """Show a point elsewhere on the picture, with the fit that comes of it."""
        x, y = inside(*spot)
        moved = replace(self.points[place], x=x, y=y)
        self.points = (*self.points[:place], moved, *self.points[place + 1 :])
        self._reckon()

    def move_corner(self, layer_id: LayerId, place: int, spot: Spot) -> None:
        """Show a corner of a traced area elsewhere."""
        self.areas = tuple(
            replace(each, outline=_with(each.outline, place, spot))
            if each.layer_id == layer_id
            else each
            for each in self.areas
        )
        self.changed.emit()

    def draw(self, outline: Sequence[Spot]) -> None:
        """Show what has been traced so far."""
        self.outline = tuple(inside(*each) for each in outline)
        self.changed.emit()

    def move_drawn(self, place: int, spot: Spot) -> None:
        """Show a corner of what is being traced elsewhere."""
        self.draw(_with(self.outline, place, spot))

    @property
    def area_km2(self) -> float | None:
        """How large what is being traced is; None where nobody can say."""
        if self.fit is None or len(self.outline) < 3:
            return None
        return tracing.area_km2(self.fit, self.outline)

    def _reckon(self) -> None:
        try:
            self.fit, self.problem = fit(self.points, self.kind), None
        except CaseError as error:
            self.fit, self.problem = None, error
        self.changed.emit()


def inside(x: float, y: float) -> Spot:
    """The nearest place on the picture."""
    return min(1.0, max(0.0, x)), min(1.0, max(0.0, y))


def _with(outline: Sequence[Spot], place: int, spot: Spot) -> Outline:
    return (*outline[:place], inside(*spot), *outline[place + 1 :])
