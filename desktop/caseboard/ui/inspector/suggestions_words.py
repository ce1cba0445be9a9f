"""What is said of a proposal: its name, what it is, how sure that is, and why."""

from caseboard.i18n import _, ngettext
from caseboard.model import moments
from caseboard.model.terms import Branch, Echelon
from caseboard.tagging.proposals import Proposal
from caseboard.tagging.suggestions import (
    DisputeSuggestion,
    EquipmentSuggestion,
    GovernmentSuggestion,
    Kind,
    LocationSuggestion,
    PersonSuggestion,
    Place,
    StatementSuggestion,
    UnitSuggestion,
)
from caseboard.ui import words
from caseboard.ui.lib.tokens import Tint

TINTS = {
    Kind.LOCATION: Tint.LOCATION,
    Kind.GOVERNMENT: Tint.NEUTRAL,
    Kind.UNIT: Tint.UNIT,
    Kind.PERSON: Tint.PERSON,
    Kind.EQUIPMENT: Tint.NEUTRAL,
    Kind.STATEMENT: Tint.CLAIM,
    Kind.DISPUTE: Tint.CONTRADICTS,
}
MARKS = "\"'“”„«»‘’ "
LONGEST = 90
"""Letters of a statement in a list; all of it stands in the text."""


def kind_word(kind: Kind) -> str:
    """What it would be, as it stands alone."""
    return {
        Kind.LOCATION: _("Location"),
        Kind.GOVERNMENT: _("Government"),
        Kind.UNIT: _("Unit"),
        Kind.PERSON: _("Person"),
        Kind.EQUIPMENT: _("Equipment"),
        Kind.STATEMENT: _("What someone says"),
        Kind.DISPUTE: _("Dispute"),
    }[kind]


def name(proposal: Proposal) -> str:
    """As the chip has it; what somebody says stands in quotation marks."""
    if proposal.kind in {Kind.STATEMENT, Kind.DISPUTE}:
        return _quoted(proposal.name)
    return " ".join(proposal.name.split())


def percent(score: float) -> str:
    """`96 %`; never more than it is."""
    return _("{percent} %").format(percent=int(score * 100 + 1e-6))


def about(proposal: Proposal, candidate: int = 0) -> str:
    """`river, UA/RU · 96 %`; of a statement `said by: General Staff via Ukrinform`."""
    parts = (what(proposal, candidate), how_sure(proposal, candidate))
    return " · ".join(part for part in parts if part)


def how_sure(proposal: Proposal, candidate: int = 0) -> str:
    """`96 %`; nothing for what is answered in a form, where other things count."""
    best = proposal.best
    if isinstance(best, StatementSuggestion | DisputeSuggestion):
        return ""
    if isinstance(best, LocationSuggestion) and candidate < len(best.candidates):
        return percent(best.candidates[candidate].score)
    return percent(proposal.score)


def reason(proposal: Proposal) -> str:
    """Why, as a sentence without an end; empty where nothing is to be said."""
    return proposal.best.reason


def times(proposal: Proposal) -> str:
    """`3×` where it stands more than once."""
    count = len(proposal.mentions)
    return _("{n}×").format(n=count) if count > 1 else ""


def spoken(proposal: Proposal) -> str:
    """All a row shows, as a screen reader says it."""
    count = len(proposal.mentions)
    often = ngettext("{n} mention", "{n} mentions", count) if count > 1 else ""
    parts = (kind_word(proposal.kind), name(proposal), about(proposal), often, reason(proposal))
    return ", ".join(part for part in parts if part)


def tip(proposal: Proposal) -> str:
    """What the pointer is told over one of its mentions."""
    parts = [name(proposal), about(proposal)]
    if reason(proposal):
        parts.append(reason(proposal))
    return " · ".join(parts)


def place_words(place: Place) -> str:
    """`river, UA/RU`."""
    countries = "/".join(part.strip() for part in place.country.split(",") if part.strip())
    return ", ".join(part for part in (words.term(place.kind), countries) if part)


def speakers(said: StatementSuggestion) -> str:
    """`General Staff via Ukrinform`; the outlet itself where nobody else passed it on."""
    who = said.claimant.name if said.claimant else _("not named")
    through = [relay.name for relay in said.relays if relay.surface or relay.start is not None]
    if not through:
        return who
    return _("{who} via {relays}").format(who=who, relays=", ".join(through))


def said_facts(said: StatementSuggestion) -> str:
    """The verb and the times of a statement: `“claim” · said 14 Nov 2024 · of 13 Nov 2024`."""
    parts = [_quoted(said.verb) if said.verb else ""]
    if said.said_when:
        parts.append(_("said {when}").format(when=moments.show(said.said_when)))
    if said.event_time:
        parts.append(_("of {when}").format(when=moments.show(said.event_time)))
    return " · ".join(part for part in parts if part)


def what(proposal: Proposal, candidate: int = 0) -> str:
    """`river, UA/RU`; of a person the role; of a statement who says it."""
    best = proposal.best
    if isinstance(best, StatementSuggestion):
        return _("said by: {who}").format(who=speakers(best))
    if isinstance(best, DisputeSuggestion):
        return _differs(best)
    if isinstance(best, LocationSuggestion):
        return place_words(best.candidates[min(candidate, len(best.candidates) - 1)].place)
    return _entity(proposal)


def _entity(proposal: Proposal) -> str:
    best = proposal.best
    if isinstance(best, UnitSuggestion):
        return _unit(best)
    if isinstance(best, PersonSuggestion):
        return best.role
    if isinstance(best, GovernmentSuggestion):
        return ", ".join(part for part in (_("government"), best.country) if part)
    if isinstance(best, EquipmentSuggestion):
        return _("equipment")
    return ""


def _unit(unit: UnitSuggestion) -> str:
    if unit.count is not None:
        low, high = unit.count
        number = f"{low}" if low == high else f"{low}–{high}"
        return _("{n} formations").format(n=number)
    parts = [unit.country]
    if unit.echelon is not Echelon.UNKNOWN:
        parts.append(words.term(unit.echelon))
    elif unit.branch is not Branch.UNKNOWN:
        parts.append(words.term(unit.branch))
    return ", ".join(part for part in parts if part)


def _differs(dispute: DisputeSuggestion) -> str:
    on = ", ".join(words.term(each) for each in dispute.differs_on)
    return _("dispute, differs on {what}").format(what=on) if on else _("dispute")


def _quoted(text: str) -> str:
    return _("“{words}”").format(words=_shortened(text.strip(MARKS)))


def _shortened(text: str) -> str:
    text = " ".join(text.split())
    return text if len(text) <= LONGEST else text[: LONGEST - 1].rstrip() + "…"


def turned_down(proposal: Proposal) -> str:
    """What a case has learnt, such as that “Most” is not a place in it."""
    surface = proposal.mentions[0].surface
    sentence = {
        Kind.LOCATION: _("“{words}” is not a place in this case."),
        Kind.GOVERNMENT: _("“{words}” does not stand for a government in this case."),
        Kind.UNIT: _("“{words}” is not a unit in this case."),
        Kind.PERSON: _("“{words}” is not a person in this case."),
        Kind.EQUIPMENT: _("“{words}” is not equipment in this case."),
        Kind.STATEMENT: _("“{words}” is not proposed as a statement again."),
        Kind.DISPUTE: _("“{words}” is not proposed as a dispute again."),
    }[proposal.kind]
    return sentence.format(words=_shortened(surface))
