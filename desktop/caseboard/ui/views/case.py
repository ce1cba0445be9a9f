"""An open case: its views, made when they are first asked for, and the counts beside them."""

from typing import TYPE_CHECKING, Protocol, runtime_checkable

from PySide6.QtCore import Signal, Slot
from PySide6.QtWidgets import QStackedWidget, QWidget

from caseboard.model.change import Change
from caseboard.store import cases
from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.asyncui import newest_slot
from caseboard.ui.listening import follow
from caseboard.ui.navigation import Navigator, Place
from caseboard.ui.views import later
from caseboard.ui.views.reading import ReadingView

if TYPE_CHECKING:
    from caseboard.store.cases import Counts


class RowView(Protocol):
    """A view that can show one of its rows."""

    def show_row(self, row_id: str) -> None:
        """Select that row and bring it into sight, once it is there."""


CLOSED = ("dispute", "gap")
"""Tables of which only the open rows are counted."""


@runtime_checkable
class HypothesisView(Protocol):
    """A view that shows hypotheses too."""

    def show_hypothesis(self, hypothesis_id: str) -> None:
        """Show a hypothesis in the question it competes for."""


@runtime_checkable
class Keeping(Protocol):
    """A view that may hold what is typed and not yet written."""

    async def keep(self) -> None:
        """Write it and wait until the disk has it."""


@runtime_checkable
class DisputedView(Protocol):
    """A view that can list what is disputed first."""

    def show_disputed(self) -> None:
        """List it so."""


@runtime_checkable
class Folding(Protocol):
    """A view some of whose panes fold away."""

    def fold(self, index: int) -> None:
        """Fold that pane (0 the list, 2 the inspector) away, or bring it back."""


class CaseView(QStackedWidget):
    """Shows one view at a time; `counted` is sent with `Counts`, `shown` with a table."""

    counted = Signal(object)
    shown = Signal(str)
    told = Signal(object)
    """What a view has to say in the status line: a `Telling`."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.desk = desk
        self.navigator = navigator
        self.reading = ReadingView(desk, navigator, self)
        self._views: dict[str, QWidget] = {"clip": self.reading}
        self.addWidget(self.reading)
        self.reading.told.connect(self.told)
        navigator.opened.connect(self._on_opened)
        follow(self, desk.desk.history.changed, self._on_changed)
        self.recount()

    @staticmethod
    def kinds() -> set[str]:
        """The tables there is a view for."""
        return {"clip", *later.VIEWS}

    def view(self, kind: str) -> QWidget:
        """The view of one table, made now if it was not there."""
        if kind not in self._views:
            self._views[kind] = later.make(kind, self.desk, self.navigator, self)
            self.addWidget(self._views[kind])
            told = getattr(self._views[kind], "told", None)  # not every view has something to say
            if told is not None:
                told.connect(self.told)
        return self._views[kind]

    def show_place(self, place: Place) -> None:
        """Show a view, and in it a row if one is named."""
        kind = later.WITHIN.get(place.kind, place.kind)
        if kind not in self.kinds():
            return
        view = self.view(kind)
        self.setCurrentWidget(view)
        self.shown.emit(kind)
        if isinstance(view, ReadingView):
            view.show_row(place.row_id, place.anchor_id)
        elif isinstance(view, HypothesisView) and place.kind == "hypothesis":
            view.show_hypothesis(place.row_id)
        elif place.row_id:
            show: RowView = view  # type: ignore[assignment]  # every view of `later.VIEWS` is one
            show.show_row(place.row_id)

    @Slot(str)
    def show_disputed(self, kind: str) -> None:
        """List what is disputed first, in the view of this table if it can."""
        view = self.view(kind)
        if isinstance(view, DisputedView):
            view.show_disputed()

    def fold(self, index: int) -> None:
        """Fold a pane of the view that is shown away, or bring it back."""
        shown: object = self.currentWidget()
        if isinstance(shown, Folding):
            shown.fold(index)

    async def keep(self) -> None:
        """Write what is typed anywhere in the case and wait until the disk has it."""
        for view in (*self._views.values(), self.reading.inspector):
            if isinstance(view, Keeping):
                await view.keep()

    @newest_slot()
    async def recount(self) -> None:
        """Count anew what the case holds."""
        counts: Counts = await self.desk.read(cases.counts, self.desk.case_id)
        self.counted.emit(counts)

    @Slot(str, str, object)
    def _on_opened(self, kind: str, row_id: str, anchor_id: str | None) -> None:
        self.show_place(Place(kind, row_id, anchor_id))

    def _on_changed(self, change: Change) -> None:
        if change.moved or change.touches(*CLOSED):
            self.recount()
