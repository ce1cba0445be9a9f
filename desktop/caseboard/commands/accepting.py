"""Answering what the program proposes: a tag is made, or the case is taught better."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlmodel import Session, col, select

from caseboard.commands.anchoring import TextPlace
from caseboard.commands.editing import living
from caseboard.commands.known_entities import location_for, person_for, unit_for
from caseboard.commands.tags import AddTag, Keyword, Target
from caseboard.errors import CaseError
from caseboard.i18n import _, ngettext
from caseboard.model.clip import Clip
from caseboard.model.ids import CaseId, ClipId, RejectionId, TagId
from caseboard.model.proposing import Rejection
from caseboard.tagging.gazetteer.naming import key as fold
from caseboard.tagging.proposals import Proposal, Proposed
from caseboard.tagging.suggestions import (
    EquipmentSuggestion,
    GovernmentSuggestion,
    Kind,
    LocationSuggestion,
    PersonSuggestion,
    UnitSuggestion,
)


@dataclass(frozen=True, slots=True)
class Acceptance:
    """Yes to a proposal."""

    proposal: Proposal
    mentions: tuple[int, ...] | None = None
    """Which of its mentions to tag; None: all."""
    candidate: int = 0
    """Of a location: which of its candidates it is."""

    @property
    def accepted(self) -> Sequence[Proposed]:
        """The mentions to tag."""
        every = self.proposal.mentions
        return every if self.mentions is None else [every[i] for i in self.mentions]


@dataclass(frozen=True, slots=True)
class AcceptProposals:
    """Tag what was proposed; returns the ids of the tags, in the order given.

    A place, unit or person the library does not know is taken into it. Statements and disputes
    are no tags: who accepts one adds a claim or a dispute.
    """

    case_id: CaseId
    clip_id: ClipId
    acceptances: tuple[Acceptance, ...]
    who: str = ""

    @property
    def label(self) -> str:
        """What the journal says."""
        if len(self.acceptances) == 1:
            return _("Accept {name}").format(name=self.acceptances[0].proposal.name)
        return ngettext("Accept {n} suggestion", "Accept {n} suggestions", len(self.acceptances))

    def do(self, session: Session) -> list[TagId]:
        """Tag; raises `CaseError` where the clip's text is no longer the one looked through."""
        clip: Clip = living(session, Clip, self.clip_id)
        made = []
        for acceptance in self.acceptances:
            target = _target(session, acceptance)
            for mention in acceptance.accepted:
                _check(clip, mention)
                place = TextPlace(mention.start, mention.end)
                tag = AddTag(self.case_id, self.clip_id, place, target, self.who)
                made.append(tag.do(session))
        return made


@dataclass(frozen=True, slots=True)
class RejectProposal:
    """Say that these words are no such thing in this case: they are not proposed again."""

    case_id: CaseId
    proposal: Proposal

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Turn down {name}").format(name=self.proposal.name)

    def do(self, session: Session) -> None:
        """Note its words, those noted already left out."""
        surfaces = {fold(m.surface): m.surface for m in reversed(self.proposal.mentions)}
        if self.proposal.kind is Kind.DISPUTE:
            surfaces = {self.proposal.key: self.proposal.name}
        for words, surface in surfaces.items():
            if not _is_turned_down(session, self.case_id, self.proposal.kind, words):
                session.add(
                    Rejection(
                        case_id=self.case_id,
                        kind=self.proposal.kind.value,
                        words=words,
                        surface=surface,
                    )
                )


@dataclass(frozen=True, slots=True)
class TakeBackRejection:
    """Let these words be proposed again."""

    case_id: CaseId
    rejection_id: RejectionId

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Take back what was turned down")

    def do(self, session: Session) -> None:
        """Bin it."""
        row: Rejection = living(session, Rejection, self.rejection_id)
        row.deleted = datetime.now(UTC)


def _is_turned_down(session: Session, case_id: CaseId, kind: Kind, words: str) -> bool:
    query = select(Rejection).where(
        Rejection.case_id == case_id,
        Rejection.kind == kind.value,
        Rejection.words == words,
        col(Rejection.deleted).is_(None),
    )
    return session.exec(query).first() is not None


def _check(clip: Clip, mention: Proposed) -> None:
    if clip.text[mention.start : mention.end] != mention.surface:
        raise CaseError(
            _("The text of this clip has changed since it was looked through."),
            _("Suggest again, then accept."),
        )


def _target(session: Session, acceptance: Acceptance) -> Target:
    match acceptance.proposal.best:
        case LocationSuggestion() as location:
            return location_for(session, location.candidates[acceptance.candidate].place)
        case UnitSuggestion() as unit:
            return unit_for(session, unit)
        case PersonSuggestion() as person:
            return person_for(session, person)
        case EquipmentSuggestion() as equipment:
            return Keyword(equipment.name)
        case GovernmentSuggestion():
            return Keyword(acceptance.proposal.name)
        case _:
            raise CaseError(_("A statement is accepted as a claim, a dispute between two claims."))
