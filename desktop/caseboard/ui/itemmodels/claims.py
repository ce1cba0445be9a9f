"""The claims of a case, weighed, as a list."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from PySide6.QtCore import QObject, Signal
from typing_extensions import override

from caseboard.analysis.standing import Standing, standings, status_name
from caseboard.i18n import _, ngettext
from caseboard.model import moments
from caseboard.model.change import Change
from caseboard.model.claim import Claim
from caseboard.model.dossier import Dossier
from caseboard.model.ids import ClaimId
from caseboard.model.refs import number, short
from caseboard.model.terms import ClaimStatus
from caseboard.store import evidence
from caseboard.store.folding import fold
from caseboard.ui.desk import CaseDesk
from caseboard.ui.itemmodels.listed import ListedModel

WEIGHED = ("claim", "claim_location", "claim_unit", "report", "relay", "dispute", "syndication")
"""Any change of these may alter how a claim stands."""


class Order(StrEnum):
    """How claims are listed."""

    DISPUTED = "disputed"
    NEWEST = "newest"
    TIME = "time"


@dataclass(frozen=True, slots=True)
class Weighed:
    """The claims of a case at one moment, and how each of them stands."""

    dossier: Dossier
    standings: Mapping[ClaimId, Standing]


@dataclass(frozen=True, slots=True)
class ClaimLine:
    """One row of the list."""

    id: str
    claim: Claim
    standing: Standing


def order_word(order: Order) -> str:
    """How a list is sorted."""
    return {
        Order.DISPUTED: _("Disputed first"),
        Order.NEWEST: _("Newest first"),
        Order.TIME: _("By time of event"),
    }[order]


class ClaimsModel(ListedModel[ClaimLine]):
    """Weighs all claims off the loop's thread; `weighed` is sent whenever that was done anew."""

    weighed = Signal(object)
    """`Weighed`."""

    def __init__(self, desk: CaseDesk, parent: QObject | None = None) -> None:
        super().__init__(desk, words, parent)
        self.order = Order.DISPUTED
        self._now: Weighed | None = None
        self._lines: dict[str, ClaimLine] = {}
        self._is_stale = True

    def sort_by(self, order: Order) -> None:
        """List them in this order."""
        self.order = order
        self.reload()

    @override
    async def read_ids(self) -> Sequence[str]:
        """The claims that hold what is typed, in the chosen order."""
        if self._is_stale:
            await self._weigh()
        typed = fold(self.typed)
        found = [line for line in self._lines.values() if typed in fold(_searched(line))]
        return [line.id for line in self._sorted(found)]

    @override
    async def fetch_rows(self, ids: Sequence[str]) -> dict[str, ClaimLine]:
        """These rows, as they were last weighed."""
        return {row_id: self._lines[row_id] for row_id in ids if row_id in self._lines}

    @override
    def on_changed(self, change: Change) -> None:
        """Weigh anew where a claim may stand otherwise than before."""
        if change.touches(*WEIGHED) or "clip" in change.moved or self._concerns(change):
            self._is_stale = True
            self.reload()

    async def _weigh(self) -> None:
        self._is_stale = False
        dossier = await self.desk.read(evidence.of_claims, self.desk.case_id)
        weighed = await asyncio.to_thread(_weighed, dossier)
        self._now = weighed
        self._lines = {
            claim.id: ClaimLine(claim.id, claim, weighed.standings[claim.id])
            for claim in dossier.claims
        }
        self.refresh()
        self.weighed.emit(weighed)

    def _concerns(self, change: Change) -> bool:
        """Whether something that a claim names has changed."""
        if self._now is None:
            return False
        dossier = self._now.dossier
        named: dict[str, set[str]] = {
            "clip": {clip.id for clip in dossier.clips},
            "anchor": {anchor.id for anchor in dossier.anchors},
            "source": {source.id for source in dossier.sources},
            "location": {place.id for place in dossier.locations},
            "unit": {unit.id for unit in dossier.units},
            "case": {dossier.case.id},
        }
        return any(change.touched.get(table, frozenset()) & ids for table, ids in named.items())

    def _sorted(self, lines: Sequence[ClaimLine]) -> list[ClaimLine]:
        by_ref = sorted(lines, key=lambda line: number(line.claim.ref))
        match self.order:
            case Order.NEWEST:
                return by_ref[::-1]
            case Order.TIME:
                return sorted(by_ref, key=lambda line: moments.sort_key(line.claim.event_time))
            case Order.DISPUTED:
                return sorted(by_ref, key=lambda line: line.standing.status != ClaimStatus.DISPUTED)


def _weighed(dossier: Dossier) -> Weighed:
    return Weighed(dossier, standings(dossier))


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
