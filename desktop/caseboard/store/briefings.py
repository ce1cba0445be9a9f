"""Reading briefings and their exports."""

from collections.abc import Sequence

from sqlmodel import Session, col, select

from caseboard.model.ids import BriefingId, CaseId
from caseboard.model.work import Briefing, BriefingExport


def of_case(session: Session, case_id: CaseId) -> Sequence[Briefing]:
    """The living briefings of a case, newest first."""
    query = select(Briefing).where(Briefing.case_id == case_id, col(Briefing.deleted).is_(None))
    return session.exec(query.order_by(col(Briefing.id).desc())).all()


def exports(session: Session, briefing_id: BriefingId) -> Sequence[BriefingExport]:
    """The exports of a briefing, newest first."""
    query = select(BriefingExport).where(BriefingExport.briefing_id == briefing_id)
    return session.exec(query.order_by(col(BriefingExport.version).desc())).all()
