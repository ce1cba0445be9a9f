"""What a library recorded of its exports: what a file from outside is compared with."""

from collections.abc import Collection
from dataclasses import dataclass

from sqlmodel import Session, col, select

from caseboard.model.case import Case
from caseboard.model.change import ChangeSet
from caseboard.model.claim import Claim
from caseboard.model.clip import Clip
from caseboard.model.work import Briefing, BriefingExport


@dataclass(frozen=True, slots=True)
class Recorded:
    """An export, and the briefing it is of."""

    export: BriefingExport
    briefing_ref: str


def of_file(session: Session, sha256: str) -> Recorded | None:
    """The export whose file has this hash, the newest where there are several."""
    return _first(session, BriefingExport.sha256 == sha256)


def of_manifest(session: Session, sha256: str) -> Recorded | None:
    """The export whose manifest has this hash, the newest where there are several."""
    return _first(session, BriefingExport.manifest == sha256)


def hash_of(session: Session, seq: int) -> str | None:
    """The hash of a change-set; None where the journal has none of this number."""
    return session.exec(select(ChangeSet.hash).where(ChangeSet.seq == seq)).first()


def clips(session: Session, case_ref: str, refs: Collection[str]) -> dict[str, Clip]:
    """The clips of a case by their refs, those in the bin too."""
    query = select(Clip).join(Case, col(Case.id) == col(Clip.case_id)).where(Case.ref == case_ref)
    return {clip.ref: clip for clip in session.exec(query.where(col(Clip.ref).in_(refs)))}


def claims(session: Session, case_ref: str, refs: Collection[str]) -> dict[str, Claim]:
    """The claims of a case by their refs, those in the bin too."""
    query = select(Claim).join(Case, col(Case.id) == col(Claim.case_id)).where(Case.ref == case_ref)
    return {claim.ref: claim for claim in session.exec(query.where(col(Claim.ref).in_(refs)))}


def _first(session: Session, where: bool) -> Recorded | None:
    query = (
        select(BriefingExport, Briefing.ref)
        .join(Briefing, col(Briefing.id) == col(BriefingExport.briefing_id))
        .where(where)
        .order_by(col(BriefingExport.exported).desc(), col(BriefingExport.id).desc())
    )
    found = session.exec(query).first()
    return None if found is None else Recorded(*found)
