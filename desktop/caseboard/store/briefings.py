"""Reading briefings and their exports."""

from collections.abc import Sequence
from dataclasses import dataclass

from sqlmodel import Session, col, select

from caseboard.model import refs
from caseboard.model.case import Case
from caseboard.model.ids import BriefingId, CaseId
from caseboard.model.work import Briefing, BriefingExport
from caseboard.store.files import UsedFile
from caseboard.store.numbering import next_after


def of_case(session: Session, case_id: CaseId) -> Sequence[Briefing]:
    """The living briefings of a case, newest first."""
    query = select(Briefing).where(Briefing.case_id == case_id, col(Briefing.deleted).is_(None))
    return session.exec(query.order_by(col(Briefing.id).desc())).all()


@dataclass(frozen=True, slots=True)
class BriefingRow:
    """One line of the list of briefings: the briefing, and its newest export."""

    id: str
    briefing: Briefing
    newest: BriefingExport | None


def rows(session: Session, case_id: CaseId) -> list[BriefingRow]:
    """A line for each living briefing of a case, newest first."""
    made = []
    for briefing in of_case(session, case_id):
        past = exports(session, briefing.id)
        made.append(BriefingRow(briefing.id, briefing, past[0] if past else None))
    return made


def next_ref(session: Session, case_id: CaseId) -> str:
    """The ref of the next briefing; raises `LookupError` for a case that is not there."""
    case = session.get(Case, case_id)
    if case is None:
        raise LookupError(case_id)
    taken = session.exec(select(Briefing.ref).where(Briefing.case_id == case_id))
    return refs.briefing_ref(case.ref, next_after(taken))


def by_id(session: Session, briefing_id: BriefingId) -> Briefing | None:
    """One briefing; None where it has gone."""
    briefing = session.get(Briefing, briefing_id)
    return briefing if briefing is not None and briefing.deleted is None else None


def files(session: Session, case_id: CaseId | None = None) -> list[UsedFile]:
    """The frozen files of every export of a case (of the library), in order of their briefings."""
    query = (
        select(BriefingExport, Briefing.ref)
        .join(Briefing, col(Briefing.id) == col(BriefingExport.briefing_id))
        .order_by(col(Briefing.ref), col(BriefingExport.version), col(BriefingExport.id))
    )
    if case_id is not None:
        query = query.where(Briefing.case_id == case_id)
    found = []
    for export, ref in session.exec(query):
        hashes = (export.sha256, export.manifest)
        found += [UsedFile(sha256, ref, export.name) for sha256 in hashes if sha256]
    return found


def exports(session: Session, briefing_id: BriefingId) -> Sequence[BriefingExport]:
    """The exports of a briefing, newest first."""
    query = select(BriefingExport).where(BriefingExport.briefing_id == briefing_id)
    return session.exec(query.order_by(col(BriefingExport.version).desc())).all()
