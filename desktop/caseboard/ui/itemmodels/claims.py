"""The claims of a case, weighed, as a list."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject
from typing_extensions import override

from caseboard.analysis.standing import Standing, status_name
from caseboard.i18n import _, ngettext
from caseboard.model import moments
from caseboard.model.change import Change
from caseboard.model.ledger import Stated
from caseboard.model.refs import number, short
from caseboard.model.terms import ClaimStatus
from caseboard.store.folding import fold
from caseboard.ui.desk import CaseDesk
from caseboard.ui.itemmodels.listed import ListedModel
from caseboard.ui.weighing import Weighed, Weighing


class Order(StrEnum):
    """How claims are listed."""

    DISPUTED = "disputed"
    NEWEST = "newest"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One row of the list."""

    id: str
    claim: Stated
    standing: Standing


def order_word(order: Order) -> str:
    """How a list is sorted."""
    return {
        Order.DISPUTED: _("Disputed first"),
        Order.NEWEST: _("Newest first"),
        Order.TIME: _("By time of event"),
    }[order]


class ClaimsModel(ListedModel[ClaimLine]):
    """The claims as they were weighed last, those that hold what is typed."""

    def __init__(self, desk: CaseDesk, weighing: Weighing, parent: QObject | None = None) -> None:
        super().__init__(desk, words, parent)
        self.order = Order.DISPUTED
        self._weighing = weighing
        self._lines: dict[str, ClaimLine] = {}
        self._shown: Weighed | None = None
        weighing.staled.connect(self.reload)

    def sort_by(self, order: Order) -> None:
        """List them in this order."""
        self.order = order
        self.reload()

    @override
    async def read_ids(self) -> Sequence[str]:
        """The claims that hold what is typed, in the chosen order."""
        weighed = await self._weighing.fresh()
        if weighed is not self._shown:
            self._bring_in(weighed)
        typed = fold(self.typed)
        found = [line for line in self._lines.values() if typed in fold(_searched(line))]
        return [line.id for line in self._sorted(found)]

    @override
    async def fetch_rows(self, ids: Sequence[str]) -> dict[str, ClaimLine]:
        """These rows, as they were last weighed."""
        return {row_id: self._lines[row_id] for row_id in ids if row_id in self._lines}

    @override
    def on_changed(self, change: Change) -> None:
        """What changes claims is heard of from the weighing."""

    def _bring_in(self, weighed: Weighed) -> None:
        self._shown = weighed
        self._lines = {
            claim.id: ClaimLine(claim.id, claim, weighed.standings[claim.id])
            for claim in weighed.ledger.claims
        }
        self.refresh()

    def _sorted(self, lines: Sequence[ClaimLine]) -> list[ClaimLine]:
        by_ref = sorted(lines, key=lambda line: number(line.claim.ref))
        match self.order:
            case Order.NEWEST:
                return by_ref[::-1]
            case Order.TIME:
                return sorted(by_ref, key=lambda line: moments.sort_key(line.claim.event_time))
            case Order.DISPUTED:
                return sorted(by_ref, key=lambda line: line.standing.status != ClaimStatus.DISPUTED)


def _searched(line: ClaimLine) -> str:
    names = " ".join(origin.name for origin in line.standing.origins)
    return f"{short(line.claim.ref)} {line.claim.statement} {line.claim.assessment} {names}"


def weight(standing: Standing) -> str:
    """`2 for · 1 against · 2 origins`."""
    return _("{supports} for · {contradicts} against · {origins}").format(
        supports=standing.supports,
        contradicts=standing.contradicts,
        origins=ngettext("{n} origin", "{n} origins", len(standing.origins)),
    )


def words(line: ClaimLine) -> str:
    """All that a row shows, as a screen reader says it."""
    parts = (
        short(line.claim.ref),
        line.claim.statement,
        status_name(line.standing.status),
        moments.show(line.claim.event_time) if line.claim.event_time else "",
        weight(line.standing),
    )
    return ", ".join(part for part in parts if part)
