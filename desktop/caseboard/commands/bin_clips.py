"""Moving clips to the bin, with all that rests on them alone."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlmodel import Session, col, select

from caseboard.commands.claims import disputes_of
from caseboard.i18n import ngettext
from caseboard.model.claim import Claim, Dispute, Report
from caseboard.model.clip import Anchor, Clip
from caseboard.model.ids import CaseId, ClipId
from caseboard.store import claims


@dataclass(frozen=True, slots=True)
class BinClips:
    """Move clips to the bin, with the reports that rest on them.

    A claim left without any report goes with them, and its disputes; one change-set, so that
    undo brings all of it back.
    """

    case_id: CaseId
    clip_ids: frozenset[ClipId]

    @property
    def label(self) -> str:
        """What the journal says."""
        return ngettext("Delete {n} clip", "Delete {n} clips", len(self.clip_ids))

    def do(self, session: Session) -> None:
        """Bin them; those already gone are left as they are."""
        now = datetime.now(UTC)
        for clip_id in sorted(self.clip_ids):
            clip = session.get(Clip, clip_id)
            if clip is None or clip.deleted is not None:
                continue
            clip.deleted = now
            for report in _reports_on(session, clip_id):
                report.deleted = now
                session.flush()
                _settle(session, report, now)


def _settle(session: Session, gone: Report, now: datetime) -> None:
    """Let the claim rest on another report; without one it cannot stand."""
    claim = session.get(Claim, gone.claim_id)
    if claim is None or claim.deleted is not None:
        return
    left = claims.reports_of(session, claim.id)
    if left:
        if claim.first_report_id == gone.id:
            claim.first_report_id = left[0].id
        return
    rows: list[Claim | Dispute] = [claim, *disputes_of(session, claim.id)]
    for row in rows:
        row.deleted = now


def _reports_on(session: Session, clip_id: ClipId) -> list[Report]:
    query = (
        select(Report)
        .join(Anchor, col(Anchor.id) == col(Report.anchor_id))
        .where(Anchor.clip_id == clip_id, col(Report.deleted).is_(None))
        .order_by(col(Report.id))
    )
    return list(session.exec(query))
