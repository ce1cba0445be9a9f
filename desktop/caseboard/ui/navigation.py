"""Going from one thing of a case to another, and back."""

from dataclasses import dataclass

from PySide6.QtCore import QObject, Signal, Slot

KEPT = 200


@dataclass(frozen=True, slots=True)
class Place:
    """Somewhere in a case: a view, a row of it, and for a clip perhaps an anchor in it."""

    kind: str
    """The table of what is shown there: `clip`, `claim`, `hypothesis`, `location`, `unit`,
    `person`, `source`, `note`, `briefing` or `change_set`."""
    row_id: str = ""
    """Empty for the view as a whole."""
    anchor_id: str | None = None


class Navigator(QObject):
    """Carries wishes to see something to whoever shows it; nobody else switches views.

    `opened` is sent with kind, row id and anchor id (or None). Going somewhere by `open` can be
    taken back by `back`; what the user picks in a list is told by `stand_at` and replaces the
    place they stood at.
    """

    opened = Signal(str, str, object)
    moved = Signal()
    """Whether one can go back or forward may have changed."""

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._past: list[Place] = []
        self._future: list[Place] = []
        self._here: Place | None = None

    @property
    def here(self) -> Place | None:
        """Where the user stands."""
        return self._here

    @property
    def can_go_back(self) -> bool:
        """Whether `back` leads anywhere."""
        return bool(self._past)

    @property
    def can_go_forward(self) -> bool:
        """Whether `forward` leads anywhere."""
        return bool(self._future)

    def open(self, place: Place) -> None:
        """Show `place`, remembering where the user was."""
        if self._here is not None and self._here != place:
            self._past = [*self._past[-KEPT:], self._here]
        self._future.clear()
        self._go(place)

    def open_view(self, kind: str) -> None:
        """Show the list of one kind."""
        self.open(Place(kind))

    def open_clip(self, clip_id: str, anchor_id: str | None = None) -> None:
        """Show a clip, and the passage or region in it that is meant."""
        self.open(Place("clip", clip_id, anchor_id))

    def open_entity(self, table: str, row_id: str) -> None:
        """Show one row of a table named in `Place.kind`."""
        self.open(Place(table, row_id))

    def stand_at(self, place: Place) -> None:
        """Take note of what the user picked in the view already shown."""
        self._here = place

    def forget(self) -> None:
        """Another case: none of the places are there any more."""
        self._past.clear()
        self._future.clear()
        self._here = None
        self.moved.emit()

    @Slot()
    def back(self) -> None:
        """Show what was shown before the last `open`."""
        if self._past:
            if self._here is not None:
                self._future.append(self._here)
            self._go(self._past.pop())

    @Slot()
    def forward(self) -> None:
        """Take the last `back` back."""
        if self._future:
            if self._here is not None:
                self._past.append(self._here)
            self._go(self._future.pop())

    def _go(self, place: Place) -> None:
        self._here = place
        self.moved.emit()
        self.opened.emit(place.kind, place.row_id, place.anchor_id)
