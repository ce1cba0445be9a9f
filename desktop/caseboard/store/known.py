"""Which addresses a case has clips of."""

from dataclasses import dataclass

from sqlalchemy import select as columns
from sqlmodel import Session

from caseboard.model import addresses
from caseboard.model.clip import Clip
from caseboard.model.ids import CaseId, ClipId
from caseboard.store.columns import table_of

_CLIP = table_of(Clip).c


@dataclass(frozen=True, slots=True)
class Known:
    """The newest living clip of an address."""

    id: ClipId
    ref: str


def by_address(session: Session, case_id: CaseId) -> dict[str, Known]:
    """The clips of a case by `addresses.normal` of what was asked for, then of what was reached."""
    query = columns(_CLIP.id, _CLIP.ref, _CLIP.url_asked, _CLIP.url_reached).where(
        _CLIP.case_id == case_id, _CLIP.deleted.is_(None)
    )
    rows = list(session.connection().execute(query.order_by(_CLIP.captured, _CLIP.ref)))
    found: dict[str, Known] = {}
    for clip_id, ref, _asked, reached in rows:
        if reached and not addresses.is_front_page(reached):
            found[addresses.normal(reached)] = Known(clip_id, ref)
    for clip_id, ref, asked, _reached in rows:
        if asked:
            found[addresses.normal(asked)] = Known(clip_id, ref)
    found.pop("", None)
    return found
