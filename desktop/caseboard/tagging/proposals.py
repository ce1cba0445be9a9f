"""From suggestions to what an analyst is asked: everything once, with all its mentions."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from caseboard.i18n import _
from caseboard.model.terms import LocationKind
from caseboard.tagging.gazetteer.naming import key as fold
from caseboard.tagging.suggestions import (
    DisputeSuggestion,
    EquipmentSuggestion,
    GovernmentSuggestion,
    Kind,
    LocationSuggestion,
    PersonSuggestion,
    StatementSuggestion,
    Suggestions,
    UnitSuggestion,
)

Proposed = (
    LocationSuggestion
    | GovernmentSuggestion
    | UnitSuggestion
    | PersonSuggestion
    | EquipmentSuggestion
    | StatementSuggestion
    | DisputeSuggestion
)


@dataclass(frozen=True, slots=True)
class Proposal:
    """One question to the analyst; `mentions` are in reading order and never empty."""

    kind: Kind
    key: str
    """The same thing has the same key in every clip."""
    name: str
    mentions: tuple[Proposed, ...]

    @property
    def best(self) -> Proposed:
        """The mention with the highest score, the first of equals."""
        return max(self.mentions, key=lambda mention: mention.score)

    @property
    def score(self) -> float:
        """0 to 1, of the best mention."""
        return self.best.score

    @property
    def surfaces(self) -> tuple[str, ...]:
        """The words it goes by in the text, each once, folded: what a rejection turns down."""
        return tuple(dict.fromkeys(fold(mention.surface) for mention in self.mentions))


def proposals(found: Suggestions) -> list[Proposal]:
    """Everything once, in the order in which it first stands in the text; disputes last."""
    made = [
        *_grouped(Kind.LOCATION, found.locations),
        *_grouped(Kind.GOVERNMENT, found.governments),
        *_grouped(Kind.UNIT, found.units),
        *_grouped(Kind.PERSON, found.people),
        *_grouped(Kind.EQUIPMENT, found.equipment),
        *_grouped(Kind.STATEMENT, found.statements),
    ]
    made.sort(key=lambda proposal: (proposal.mentions[0].start, proposal.mentions[0].end))
    return [*made, *_grouped(Kind.DISPUTE, found.disputes)]


def _grouped(kind: Kind, suggestions: Iterable[Proposed]) -> Sequence[Proposal]:
    groups: dict[str, list[Proposed]] = {}
    for one in suggestions:
        groups.setdefault(_key(one), []).append(one)
    return [Proposal(kind, key, _name(some), tuple(some)) for key, some in groups.items()]


def _key(one: Proposed) -> str:
    if isinstance(one, GovernmentSuggestion | EquipmentSuggestion):
        return one.name.casefold()
    return one.key


def _name(some: Sequence[Proposed]) -> str:
    first = some[0]
    if isinstance(first, StatementSuggestion | DisputeSuggestion):
        return first.surface
    if isinstance(first, LocationSuggestion) and first.place.kind is LocationKind.POINT:
        return first.surface
    if isinstance(first, GovernmentSuggestion):
        return _("{state} (government)").format(state=first.name)
    return first.name
