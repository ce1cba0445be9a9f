"""What a careful reader would hold against a briefing, found before it is sent."""

from collections.abc import Callable, Iterator, Mapping

from caseboard.analysis import narrowing
from caseboard.analysis.standing import Standing
from caseboard.briefing.blocks import Outline
from caseboard.briefing.linter import (
    above_marking,
    as_fact,
    dispute_unsaid,
    figures,
    likelihood,
    missing,
    one_origin,
    too_fine,
    uncited,
    unknown_refs,
)
from caseboard.briefing.linter.finding import Finding
from caseboard.briefing.linter.reading import Reading
from caseboard.model.dossier import Dossier
from caseboard.model.ids import ClaimId
from caseboard.model.work import Briefing

RULES: tuple[Callable[[Reading], Iterator[Finding]], ...] = (
    missing.found,
    uncited.found,
    one_origin.found,
    likelihood.found,
    as_fact.found,
    dispute_unsaid.found,
    above_marking.found,
    figures.found,
    too_fine.found,
    unknown_refs.found,
)
"""Every rule, as it looks at a briefing."""


def findings(
    dossier: Dossier,
    briefing: Briefing,
    standings: Mapping[ClaimId, Standing],
    outline: Outline | None = None,
) -> tuple[Finding, ...]:
    """Every objection to `briefing`, in the order its text stands in.

    `dossier` is the case as of the cut-off, with positions as they are known; `standings` are of
    its claims. With `outline`, no finding leads to a place that is not in it. It is told in the
    language spoken, which need not be the briefing's. It takes milliseconds for a case of hundreds
    of claims: not for the thread that paints.
    """
    subject = narrowing.to_subject(dossier, briefing)
    reading = Reading(subject, briefing, standings, outline)
    found = [finding for rule in RULES for finding in rule(reading)]
    return tuple(reading.in_order(found))
