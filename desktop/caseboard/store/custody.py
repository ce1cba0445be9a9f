"""How a clip was collected, and what has been done to it since."""

from collections.abc import Sequence

from sqlalchemy import String, cast
from sqlmodel import Session, col, select

from caseboard.model.change import ChangeSet
from caseboard.model.collection import Collection
from caseboard.model.ids import ClipId


def collection(session: Session, clip_id: ClipId) -> Collection | None:
    """The record of a clip's collection; None for a clip older than such records."""
    return session.exec(select(Collection).where(Collection.clip_id == clip_id)).first()


def of_clip(session: Session, clip_id: ClipId) -> Sequence[ChangeSet]:
    """Every change-set that touched a clip, its files or what rests on it, oldest first."""
    query = select(ChangeSet).where(cast(ChangeSet.rows, String).contains(clip_id))
    return session.exec(query.order_by(col(ChangeSet.seq))).all()
