"""The sources of a case, or of the library, as a list."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject
from typing_extensions import override

from caseboard.i18n import _, ngettext
from caseboard.model.change import Change
from caseboard.model.entities import Source, names_of
from caseboard.model.ids import SourceId
from caseboard.store import source_pages
from caseboard.store.folding import fold
from caseboard.store.source_tallies import Tally
from caseboard.ui import words
from caseboard.ui.desk import CaseDesk
from caseboard.ui.itemmodels.listed import ListedModel

if TYPE_CHECKING:
    from caseboard.store.source_pages import SourceLine

TALLIED = ("source", "report", "relay", "claim", "clip", "anchor")
"""Tables of which a change may alter who is listed, or what they gave."""


class Order(StrEnum):
    """How sources are listed."""

    REPORTS = "reports"
    NAME = "name"
    RELIABILITY = "reliability"
    CLASHES = "clashes"


@dataclass(frozen=True, slots=True)
class SourceRow:
    """One row of the list; `clashes` are those of the case."""

    id: SourceId
    source: Source
    tally: Tally
    clashes: int


def order_word(order: Order) -> str:
    """How a list is sorted."""
    return {
        Order.REPORTS: _("Most reports"),
        Order.NAME: _("By name"),
        Order.RELIABILITY: _("By reliability"),
        Order.CLASHES: _("Most clashes"),
    }[order]


class SourcesModel(ListedModel[SourceRow]):
    """Those that go by a name that holds what is typed, or are of a kind that does."""

    def __init__(self, desk: CaseDesk, parent: QObject | None = None) -> None:
        super().__init__(desk, said, parent)
        self.order = Order.REPORTS
        self.is_of_library = False
        self._lines: dict[str, SourceLine] = {}
        self._clashes: Mapping[SourceId, int] = {}

    def sort_by(self, order: Order) -> None:
        """List them in this order."""
        self.order = order
        self.reload()

    def show_library(self, *, is_of_library: bool) -> None:
        """List all that the library knows, or those of the case alone."""
        self.is_of_library = is_of_library
        self.reload()

    def take_clashes(self, clashes: Mapping[SourceId, int]) -> None:
        """Take note how often each clashes with others in the case."""
        self._clashes = clashes
        self.refresh()
        if self.order is Order.CLASHES:
            self.set_ids(self._ordered())
            self.listed.emit()

    @override
    async def read_ids(self) -> Sequence[str]:
        """Those that hold what is typed, in the chosen order."""
        lines = await self.desk.read(
            source_pages.lines, self.desk.case_id, everywhere=self.is_of_library
        )
        self._lines = {line.id: line for line in lines}
        self.refresh()
        return self._ordered()

    @override
    async def fetch_rows(self, ids: Sequence[str]) -> dict[str, SourceRow]:
        """These rows, as they were last counted."""
        found = (self._lines[row_id] for row_id in ids if row_id in self._lines)
        return {
            line.id: SourceRow(line.id, line.source, line.tally, self._clashes.get(line.id, 0))
            for line in found
        }

    @override
    def on_changed(self, change: Change) -> None:
        """List anew where what sources gave, or a word about one, may have changed."""
        if change.touches(*TALLIED):
            self.reload()

    def _ordered(self) -> list[str]:
        typed = fold(self.typed)
        found = [each for each in self._lines.values() if typed in fold(_searched(each.source))]
        found.sort(key=lambda line: (line.source.name.casefold(), line.id))
        match self.order:
            case Order.REPORTS:
                found.sort(key=lambda line: -line.tally.said)
            case Order.RELIABILITY:
                found.sort(key=lambda line: line.source.reliability.value)
            case Order.CLASHES:
                found.sort(key=lambda line: -self._clashes.get(line.id, 0))
        return [line.id for line in found]


def _searched(source: Source) -> str:
    return " ".join((*names_of(source), words.term(source.kind)))


def graded(source: Source) -> str:
    """`B, usually reliable · news agency`."""
    return f"{words.reliability(source.reliability)} · {words.term(source.kind)}"


def tallied(tally: Tally, clashes: int = 0) -> str:
    """`12 reports · 3 passed on · 5 clips · 2 clashes`; what there is none of is left out."""
    parts = [
        ngettext("{n} report", "{n} reports", tally.said) if tally.said else "",
        _("{n} passed on").format(n=tally.relayed) if tally.relayed else "",
        ngettext("{n} clip", "{n} clips", tally.published) if tally.published else "",
        ngettext("{n} clash", "{n} clashes", clashes) if clashes else "",
    ]
    return " · ".join(part for part in parts if part) or _("nothing said")


def said(row: SourceRow) -> str:
    """All that a row shows, as a screen reader says it."""
    party = _("interested party") if row.source.interested else ""
    parts = (row.source.name, party, graded(row.source), tallied(row.tally, row.clashes))
    return ", ".join(part for part in parts if part)
