"""A list that can be filtered by what is typed, read anew without losing its place."""

from collections.abc import Callable, Sequence
from typing import TypeVar

from PySide6.QtCore import QObject, Signal

from caseboard.i18n import _
from caseboard.model.change import Change
from caseboard.ui.desk import CaseDesk
from caseboard.ui.itemmodels.paged import Column, PagedModel
from caseboard.ui.lib.asyncui import newest_slot
from caseboard.ui.listening import follow

R = TypeVar("R")


class ListedModel(PagedModel[R]):
    """Rows of one case that match the filter; `listed` is sent whenever their ids were read."""

    listed = Signal()

    def __init__(
        self, desk: CaseDesk, words: Callable[[R], str], parent: QObject | None = None
    ) -> None:
        """`words` says a row for keyboards and screen readers."""
        super().__init__([Column(_("Name"), words)], self.fetch_rows, parent=parent)
        self.desk = desk
        self.typed = ""
        follow(self, desk.desk.history.changed, self.on_changed)

    def filter_by(self, typed: str) -> None:
        """List only what holds `typed`, whatever its case, accents and apostrophes."""
        self.typed = typed
        self.reload()

    @newest_slot()
    async def reload(self) -> None:
        """Read the list anew."""
        self.set_ids(await self.read_ids())
        self.listed.emit()

    async def read_ids(self) -> Sequence[str]:
        """The ids of the rows that match, in order."""
        raise NotImplementedError

    async def fetch_rows(self, ids: Sequence[str]) -> dict[str, R]:
        """These rows."""
        raise NotImplementedError

    def on_changed(self, change: Change) -> None:
        """Read again what `change` touched, and nothing else."""
        raise NotImplementedError
