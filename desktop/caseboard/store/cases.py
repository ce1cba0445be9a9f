"""Reading cases: the start screen, and the counts of the rail."""

from dataclasses import dataclass
from typing import TypeVar

from sqlalchemy import ColumnElement, func
from sqlalchemy import select as columns
from sqlmodel import Session, SQLModel, col, select

from caseboard.model.case import Case
from caseboard.model.claim import Claim, Dispute, Relay, Report
from caseboard.model.clip import Anchor, Clip, Tag
from caseboard.model.ids import CaseId
from caseboard.model.inquiry import Gap
from caseboard.model.terms import DisputeStatus, GapStatus
from caseboard.model.work import Briefing, Note
from caseboard.store import case_units, versions
from caseboard.store.columns import column

M = TypeVar("M", bound=SQLModel)


@dataclass(frozen=True, slots=True)
class CaseCard:
    """A case as the start screen shows it."""

    case: Case
    clips: int
    claims: int
    notes: int
    open_disputes: int


@dataclass(frozen=True, slots=True)
class Counts:
    """How many of each a case holds: what the rail shows."""

    clips: int
    claims: int
    locations: int
    units: int
    people: int
    sources: int
    notes: int
    briefings: int
    open_disputes: int
    gaps: int
    """Those that are open."""


def refs(session: Session) -> set[str]:
    """Every case ref in use, those of binned cases too."""
    return set(session.exec(select(Case.ref)))


def by_ref(session: Session, ref: str) -> Case | None:
    """The living case with this ref, whatever its letter case."""
    query = select(Case).where(func.lower(Case.ref) == ref.lower(), col(Case.deleted).is_(None))
    return session.exec(query).first()


def by_id(session: Session, case_id: CaseId) -> Case | None:
    """One case."""
    return session.get(Case, case_id)


def cards(session: Session) -> list[CaseCard]:
    """Every living case, newest first."""
    query = select(Case).where(col(Case.deleted).is_(None)).order_by(col(Case.created).desc())
    return [_card(session, case) for case in session.exec(query)]


def counts(session: Session, case_id: CaseId) -> Counts:
    """How much a case holds; entities count where its clips and claims name them."""
    locations, people = _named_in(session, case_id)
    return Counts(
        clips=_count(session, Clip, _listed(case_id)),
        claims=_count(session, Claim, col(Claim.case_id) == case_id),
        locations=locations,
        units=len(case_units.ids(session, case_id)),
        people=people,
        sources=len(source_ids(session, case_id)),
        notes=_count(session, Note, col(Note.case_id) == case_id),
        briefings=_count(session, Briefing, col(Briefing.case_id) == case_id),
        open_disputes=_open_disputes(session, case_id),
        gaps=_open_gaps(session, case_id),
    )


def source_ids(session: Session, case_id: CaseId) -> set[str]:
    """The sources of a case: claimants, relays and publishers of its clips."""
    here = (Claim.case_id == case_id, col(Report.deleted).is_(None))
    said = session.exec(
        select(Report.claimant_id)
        .join(Claim, col(Report.claim_id) == col(Claim.id))
        .where(*here)
        .distinct()
    )
    relays = session.exec(
        select(Relay.source_id)
        .join(Report, col(Relay.report_id) == col(Report.id))
        .join(Claim, col(Report.claim_id) == col(Claim.id))
        .where(*here)
        .distinct()
    )
    published = session.exec(
        select(Clip.source_id)
        .where(
            Clip.case_id == case_id, col(Clip.deleted).is_(None), col(Clip.source_id).is_not(None)
        )
        .distinct()
    )
    return {*said, *relays, *(i for i in published if i)}


def _card(session: Session, case: Case) -> CaseCard:
    return CaseCard(
        case=case,
        clips=_count(session, Clip, _listed(case.id)),
        claims=_count(session, Claim, col(Claim.case_id) == case.id),
        notes=_count(session, Note, col(Note.case_id) == case.id),
        open_disputes=_open_disputes(session, case.id),
    )


def _listed(case_id: CaseId) -> ColumnElement[bool]:
    """Of several versions of a page the newest counts."""
    return (col(Clip.case_id) == case_id) & col(Clip.id).not_in(versions.SUPERSEDED)


def _open_disputes(session: Session, case_id: CaseId) -> int:
    here = (col(Dispute.case_id) == case_id) & (col(Dispute.status) == DisputeStatus.OPEN)
    return _count(session, Dispute, here)


def _open_gaps(session: Session, case_id: CaseId) -> int:
    here = (col(Gap.case_id) == case_id) & (col(Gap.status) == GapStatus.OPEN)
    return _count(session, Gap, here)


def _count(session: Session, model: type[SQLModel], where: ColumnElement[bool]) -> int:
    query = select(func.count()).select_from(model).where(where, column(model, "deleted").is_(None))
    return session.exec(query).one()


def _named_in(session: Session, case_id: CaseId) -> tuple[int, int]:
    """How many locations and people the tags of a case name."""
    clips = select(Clip.id).where(Clip.case_id == case_id, col(Clip.deleted).is_(None))
    anchors = select(Anchor.id).where(col(Anchor.clip_id).in_(clips), col(Anchor.deleted).is_(None))
    targets = (col(Tag.location_id), col(Tag.person_id))
    query = columns(*(func.count(func.distinct(target)) for target in targets)).where(
        col(Tag.anchor_id).in_(anchors), col(Tag.deleted).is_(None)
    )
    locations, people = session.execute(query).one()
    return locations, people
