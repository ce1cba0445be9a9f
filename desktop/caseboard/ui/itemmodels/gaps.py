"""The gaps of a case as a task list."""

from collections.abc import Sequence

from PySide6.QtCore import QObject
from typing_extensions import override

from caseboard.i18n import _
from caseboard.model.change import Change
from caseboard.store import gaps
from caseboard.store.gaps import GapRow, Order
from caseboard.ui import gap_words
from caseboard.ui.desk import CaseDesk
from caseboard.ui.itemmodels.listed import ListedModel

NAMED = ("claim", "dispute", "hypothesis")
"""Tables whose rows a gap may name."""


class GapsModel(ListedModel[GapRow]):
    """Open gaps by the day they are due; those that are closed only when asked for, and last."""

    def __init__(self, desk: CaseDesk, parent: QObject | None = None) -> None:
        super().__init__(desk, gap_words.spoken, parent)
        self.order = Order.DUE
        self.is_all = False

    def sort_by(self, order: Order) -> None:
        """List them in this order."""
        self.order = order
        self.reload()

    def show_all(self, *, is_all: bool) -> None:
        """List closed ones too, or open ones alone."""
        self.is_all = is_all
        self.reload()

    @override
    async def read_ids(self) -> Sequence[str]:
        """The gaps that hold what is typed, in the chosen order."""
        return await self.desk.read(
            gaps.ids, self.desk.case_id, self.typed, self.order, with_closed=self.is_all
        )

    @override
    async def fetch_rows(self, ids: Sequence[str]) -> dict[str, GapRow]:
        """These rows."""
        return await self.desk.read(gaps.rows, ids)

    @override
    def on_changed(self, change: Change) -> None:
        """List anew where a gap came, went, was closed or dated; read what else was written."""
        if change.touches("gap"):
            self.reload()
            self.refresh(change.touched["gap"])
        elif change.touches(*NAMED):
            self.refresh()


def order_word(order: Order) -> str:
    """How the list is sorted."""
    return {Order.DUE: _("By due date"), Order.NEWEST: _("Newest first")}[order]
