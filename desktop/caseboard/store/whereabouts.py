"""In which case something known to the whole library can be looked at."""

from typing import Any

from sqlalchemy import Select
from sqlmodel import Session, col, select

from caseboard.model.claim import Claim, Report
from caseboard.model.clip import Anchor, Clip, Tag
from caseboard.model.ids import CaseId
from caseboard.store.columns import column


def case_of(session: Session, kind: str, row_id: str) -> CaseId | None:
    """The case that took in a mention of this location, unit, person or source last, if any."""
    queries = _of_source(row_id) if kind == "source" else [_tagged(kind, row_id)]
    found = (session.scalars(query.limit(1)).first() for query in queries)
    return next((CaseId(case_id) for case_id in found if case_id), None)


def _tagged(kind: str, row_id: str) -> Select[Any]:
    return (
        select(Clip.case_id)
        .join(Anchor, col(Anchor.clip_id) == col(Clip.id))
        .join(Tag, col(Tag.anchor_id) == col(Anchor.id))
        .where(
            column(Tag, f"{kind}_id") == row_id,
            *(column(model, "deleted").is_(None) for model in (Clip, Anchor, Tag)),
        )
        .order_by(col(Clip.captured).desc())
    )


def _of_source(row_id: str) -> list[Select[Any]]:
    published = (
        select(Clip.case_id)
        .where(Clip.source_id == row_id, col(Clip.deleted).is_(None))
        .order_by(col(Clip.captured).desc())
    )
    said = (
        select(Claim.case_id)
        .join(Report, col(Report.claim_id) == col(Claim.id))
        .where(Report.claimant_id == row_id, col(Report.deleted).is_(None))
        .order_by(col(Report.id).desc())
    )
    return [published, said]
