"""Stating a claim that was proposed, together with the places it names."""

from dataclasses import dataclass, replace

from sqlmodel import Session

from caseboard.commands.accepting import AcceptProposals
from caseboard.commands.claims import AddClaim
from caseboard.commands.editing import living
from caseboard.model.clip import Tag
from caseboard.model.ids import CaseId, ClaimId


@dataclass(frozen=True, slots=True)
class AddProposedClaim:
    """State a claim and tag what it is about, where that was only proposed; undone in one."""

    case_id: CaseId
    claim: AddClaim
    about: AcceptProposals

    @property
    def label(self) -> str:
        """What the journal says."""
        return self.claim.label

    def do(self, session: Session) -> ClaimId:
        """Tag, then state; returns the claim's id."""
        tags: list[Tag] = [living(session, Tag, each) for each in self.about.do(session)]
        found = (tag.location_id for tag in tags if tag.location_id)
        locations = tuple(dict.fromkeys((*self.claim.locations, *found)))
        units = tuple(dict.fromkeys((*self.claim.units, *(t.unit_id for t in tags if t.unit_id))))
        return replace(self.claim, locations=locations, units=units).do(session)
