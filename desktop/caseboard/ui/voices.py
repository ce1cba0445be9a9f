"""Who stands behind a claim: the best graded words, whose they are, and the way they took."""

from collections.abc import Sequence

from caseboard.i18n import _
from caseboard.model.refs import short
from caseboard.model.terms import Stance
from caseboard.store.claim_pages import Account
from caseboard.store.evidence import ReportView
from caseboard.ui.inspector.chains import ARROW, graded


def supporting(account: Account) -> Sequence[ReportView]:
    """The reports that support its claim, the best graded first.

    Reliability counts before credibility, and neither is made into the other; F and 6, which
    cannot be judged, come last. Of equals the oldest comes first.
    """
    held = [said for said in account.said if said.report.stance is Stance.SUPPORTS]
    return sorted(held, key=lambda said: (said.claimant.reliability, said.report.credibility))


def strongest(account: Account) -> ReportView | None:
    """The best graded report that supports its claim; None where nobody does."""
    return next(iter(supporting(account)), None)


def quoted(said: ReportView) -> str:
    """The words of the report, or where they stand if it is about a picture."""
    exact = " ".join(said.anchor.exact.split()).strip("\"'“”„«»‘’ ")
    if not exact:
        return _("A region of {ref}").format(ref=short(said.clip.ref))
    return _("“{words}”").format(words=exact)


def voice(said: ReportView) -> str:
    """`General Staff B 2`."""
    return f"{said.claimant.name} {graded(said.report, said.claimant)}"


def way(said: ReportView) -> str:
    """`via Ukrinform → Kyiv Independent`; empty where the claimant spoke for itself."""
    names = [relay.name for relay in said.relays]
    outlet = said.outlet_name
    if outlet and outlet not in {said.claimant.name, *names}:
        names.append(outlet)
    return _("via {ways}").format(ways=ARROW.join(names)) if names else ""
