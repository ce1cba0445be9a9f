"""The numbers a report tells: kept as ranges, in the words and the measure of the report."""

import math
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from caseboard.commands.editing import living
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.claim import Quantity, Report
from caseboard.model.ids import CaseId, ReportId
from caseboard.model.terms import Measure, QuantityKind
from caseboard.store import claims

LENGTHS = frozenset({Measure.METRE, Measure.KILOMETRE, Measure.MILE})
AREAS = frozenset(
    {Measure.SQUARE_METRE, Measure.HECTARE, Measure.SQUARE_KILOMETRE, Measure.SQUARE_MILE}
)


@dataclass(frozen=True, slots=True)
class QuantityDraft:
    """A number as a report tells it; `low` alone is "at least", `high` alone "at most"."""

    kind: QuantityKind
    low: float | None = None
    high: float | None = None
    what: str = ""
    measure: Measure | None = None
    is_approximate: bool = False

    def check(self) -> None:
        """Raises `CaseError`, in words, for what cannot be a number of this kind."""
        _check_range(self.low, self.high)
        _check_measure(self.kind, self.measure)

    def fields(self) -> dict[str, Any]:
        """What a `Quantity` holds of it."""
        return {
            "kind": self.kind,
            "what": " ".join(self.what.split()),
            "low": self.low,
            "high": self.high,
            "measure": self.measure,
            "is_approximate": self.is_approximate,
        }


@dataclass(frozen=True, slots=True)
class SetQuantities:
    """Say which numbers a report tells, in order; what it told before and no more is dropped."""

    case_id: CaseId
    report_id: ReportId
    quantities: tuple[QuantityDraft, ...]

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Set the numbers of a report")

    def do(self, session: Session) -> None:
        """Write what differs; raises `CaseError` where the report is gone or a number is none."""
        living(session, Report, self.report_id)
        write(session, self.report_id, self.quantities)


def write(session: Session, report_id: ReportId, drafts: tuple[QuantityDraft, ...]) -> None:
    """Make these the numbers of a report; a number told by its place is changed, not made anew."""
    for draft in drafts:
        draft.check()
    kept = claims.quantities_of(session, [report_id])
    for ordinal, draft in enumerate(drafts):
        if ordinal >= len(kept):
            session.add(Quantity(report_id=report_id, ordinal=ordinal, **draft.fields()))
            continue
        for name, value in (draft.fields() | {"ordinal": ordinal}).items():
            if getattr(kept[ordinal], name) != value:
                setattr(kept[ordinal], name, value)
    for quantity in kept[len(drafts) :]:
        session.delete(quantity)


def _check_range(low: float | None, high: float | None) -> None:
    ends = [end for end in (low, high) if end is not None]
    if not ends:
        raise CaseError(
            _("A quantity needs a number."), _("Say the least, the most, or both of them.")
        )
    if any(end < 0 or not math.isfinite(end) for end in ends):
        raise CaseError(_("A quantity is a number from 0 on."))
    if ends[0] > ends[-1]:
        raise CaseError(_("The least is more than the most."), _("Put the smaller number first."))


def _check_measure(kind: QuantityKind, measure: Measure | None) -> None:
    if kind is QuantityKind.DISTANCE and measure not in LENGTHS:
        raise CaseError(_("A distance is told in metres, kilometres or miles."))
    if kind is QuantityKind.AREA and measure not in AREAS:
        raise CaseError(
            _("An area is told in square metres, hectares, square kilometres or square miles.")
        )
    if measure is not None and kind not in _MEASURED:
        raise CaseError(_("Only distances and areas have a measure."), _("Take the measure away."))


_MEASURED = frozenset({QuantityKind.DISTANCE, QuantityKind.AREA, QuantityKind.OTHER})
