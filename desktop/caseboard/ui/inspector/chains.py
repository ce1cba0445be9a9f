"""The way a report took: from who said it, through whom, to the outlet of the clip."""

from collections.abc import Sequence

from caseboard.briefing.words import grade
from caseboard.i18n import _
from caseboard.model.claim import Report
from caseboard.model.entities import Source
from caseboard.model.terms import Reliability

ARROW = " → "


def chain(claimant: Source | None, relays: Sequence[Source], outlet: str) -> str:
    """`General Staff → state agency → Daily News`; the outlet ends it, noted or not."""
    names = [claimant.name if claimant else _("a source in the bin")]
    names += [relay.name for relay in relays]
    if outlet and outlet not in names:
        names.append(outlet)
    return ARROW.join(names)


def graded(report: Report, claimant: Source | None) -> str:
    """`B 2`: the claimant's reliability beside the report's credibility."""
    return grade(claimant.reliability if claimant else Reliability.F, report.credibility)
