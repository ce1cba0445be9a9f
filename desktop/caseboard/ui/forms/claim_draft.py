"""What a claim form is filled with where the statement was proposed."""

from collections.abc import Sequence
from dataclasses import dataclass

from caseboard.model.entities import Location
from caseboard.tagging.proposals import Proposal
from caseboard.tagging.suggestions import (
    Kind,
    LocationSuggestion,
    Speaker,
    StatementSuggestion,
)


@dataclass(frozen=True, slots=True)
class ClaimDraft:
    """A proposed statement, and the proposals of places that stand in it.

    The stance is no part of it: what a report does to a claim is for a person to say.
    """

    said: StatementSuggestion
    places: tuple[tuple[Proposal, tuple[int, ...]], ...] = ()
    """Each with those of its mentions that stand in the statement."""

    @property
    def relays(self) -> tuple[Speaker, ...]:
        """Those the text names; that the outlet passed it on goes without saying."""
        return tuple(relay for relay in self.said.relays if relay.start is not None)

    def is_about(self, location: Location) -> bool:
        """Whether the statement names this location of the library."""
        return bool({location.id, location.gazetteer_id or ""} & set(self.said.place_keys))


def draft_of(proposal: Proposal, others: Sequence[Proposal]) -> ClaimDraft | None:
    """The draft of a proposed statement, given all that is proposed of its clip."""
    said = proposal.best
    if not isinstance(said, StatementSuggestion):
        return None
    found = []
    for other in others:
        if other.kind is not Kind.LOCATION:
            continue
        inside = tuple(
            place
            for place, mention in enumerate(other.mentions)
            if said.start <= mention.start and mention.end <= said.end
        )
        if inside and isinstance(other.best, LocationSuggestion):
            found.append((other, inside))
    return ClaimDraft(said, tuple(found))
