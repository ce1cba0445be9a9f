"""How much a claim counts as evidence: a weight from its grades, with the working shown.

A weight is not a grade and is never printed as one: reliability and credibility stay two letters
side by side (AJP-2.1). It is the product of three numbers from 0 to 1, of the best report that
supports the claim: reliability A to E as 1, 0.8, 0.6, 0.4, 0.2; credibility 1 to 5 likewise; and
how the claim stands. F and 6 say that something cannot be judged, not that it is bad: they count
as the middle of their scales, 0.6. The numbers are a convention and no measurement, which is why
weighing can be switched off.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from caseboard.analysis.standing import Standing, status_name
from caseboard.i18n import _, ngettext
from caseboard.model import numerals
from caseboard.model.ids import ClaimId
from caseboard.model.ledger import Ledger, Word
from caseboard.model.terms import ClaimStatus, Credibility, Reliability, Stance

ONE = Decimal(1)
UNKNOWN = Decimal("0.6")
"""What a grade that cannot be judged counts: the middle of its scale."""

RELIABILITIES = {
    Reliability.A: ONE,
    Reliability.B: Decimal("0.8"),
    Reliability.C: Decimal("0.6"),
    Reliability.D: Decimal("0.4"),
    Reliability.E: Decimal("0.2"),
    Reliability.F: UNKNOWN,
}
CREDIBILITIES = {
    Credibility.CONFIRMED: ONE,
    Credibility.PROBABLE: Decimal("0.8"),
    Credibility.POSSIBLE: Decimal("0.6"),
    Credibility.DOUBTFUL: Decimal("0.4"),
    Credibility.IMPROBABLE: Decimal("0.2"),
    Credibility.UNJUDGED: UNKNOWN,
}
STATUSES = {
    ClaimStatus.CORROBORATED: ONE,
    ClaimStatus.SINGLE_SOURCE: Decimal("0.8"),
    ClaimStatus.DISPUTED: Decimal("0.5"),
    ClaimStatus.OPEN: Decimal("0.5"),
}
Grade = tuple[Reliability, Credibility]


@dataclass(frozen=True, slots=True)
class Weight:
    """How much one claim counts, and what that follows from."""

    value: Decimal
    """Above 0, at most 1."""
    grade: Grade | None
    """Of the report it follows from; None where no report supports the claim."""
    working: str
    """How it came about: a line with the numbers, then a line for each thing to know."""


@dataclass(frozen=True, slots=True)
class _Said:
    """A supporting report, as it is weighed."""

    grade: Grade
    name: str

    @property
    def value(self) -> Decimal:
        return RELIABILITIES[self.grade[0]] * CREDIBILITIES[self.grade[1]]


def of_claims(
    ledger: Ledger, standings: Mapping[ClaimId, Standing], claims: Iterable[ClaimId]
) -> dict[ClaimId, Weight]:
    """The weights of `claims`, whatever order their reports come in; each has a standing."""
    return {
        claim_id: _weight(_supporting(ledger, claim_id), standings[claim_id]) for claim_id in claims
    }


def _supporting(ledger: Ledger, claim_id: ClaimId) -> Iterable[_Said]:
    for word in ledger.words.get(claim_id, ()):
        if word.stance is Stance.SUPPORTS:
            yield _said(ledger, word)


def _said(ledger: Ledger, word: Word) -> _Said:
    voice = ledger.voices.get(word.claimant_id)
    if voice is None:
        return _Said((Reliability.F, word.credibility), _("a source in the bin"))
    return _Said((voice.reliability, word.credibility), voice.name)


def _weight(supporting: Iterable[_Said], standing: Standing) -> Weight:
    best = min(supporting, key=_order, default=None)
    by_status = STATUSES[standing.status]
    if best is None:
        value = UNKNOWN * UNKNOWN * by_status
        return Weight(value, None, "\n".join(_unsupported(standing, value)))
    value = best.value * by_status
    return Weight(value, best.grade, "\n".join(_working(best, standing, value)))


def _order(said: _Said) -> tuple[Decimal, Grade, str]:
    """The weightiest first; of equals always the same one."""
    return -said.value, said.grade, said.name


# --- the working, in words ---


def show(value: Decimal) -> str:
    """A weight or a sum of weights: `0.51`, without zeros that say nothing, at most 2 places."""
    rounded = value.quantize(Decimal("0.01"))
    return numerals.worded(f"{rounded.normalize():f}") if rounded else "0"


def _working(best: _Said, standing: Standing, value: Decimal) -> list[str]:
    reliability, credibility = best.grade
    lines = [
        _(
            "Weight {weight} = reliability {letter} {by_letter} × credibility {number} {by_number}"
            " × {status} {by_status}"
        ).format(
            weight=show(value),
            letter=reliability.value,
            by_letter=show(RELIABILITIES[reliability]),
            number=credibility.value,
            by_number=show(CREDIBILITIES[credibility]),
            status=status_name(standing.status),
            by_status=show(STATUSES[standing.status]),
        ),
        _of_whom(best.name, len(standing.origins)),
    ]
    return [*lines, *_unknown(best.grade)]


def _of_whom(name: str, origins: int) -> str:
    if origins < 2:
        return _("The grades are those of {name}.").format(name=name)
    return _("The grades are those of {name}, the best of {origins}.").format(
        name=name,
        origins=ngettext("{n} independent origin", "{n} independent origins", origins),
    )


def _unknown(grade: Grade) -> list[str]:
    unknown = [each.value for each in grade if each in {Reliability.F, Credibility.UNJUDGED}]
    if not unknown:
        return []
    return [
        _(
            "{grades}: cannot be judged, which is not bad; it counts as the middle, {middle}."
        ).format(grades=", ".join(unknown), middle=show(UNKNOWN))
    ]


def _unsupported(standing: Standing, value: Decimal) -> list[str]:
    return [
        _("Weight {weight} = unknown {unknown} × unknown {unknown} × {status} {by_status}").format(
            weight=show(value),
            unknown=show(UNKNOWN),
            status=status_name(standing.status),
            by_status=show(STATUSES[standing.status]),
        ),
        _("No report supports it, so that there are no grades to weigh."),
    ]
