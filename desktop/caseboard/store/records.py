"""What the journal says of a case's evidence: how much was done, what, and by whom collected."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import String, cast, text
from sqlalchemy import func as sql
from sqlmodel import Session, col, select

from caseboard.model.change import ChangeSet
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.collection import Collection
from caseboard.model.ids import CaseId
from caseboard.model.work import BriefingExport
from caseboard.store import history
from caseboard.store.history import HistoryRow

_TOUCHED = text(
    """
    SELECT change_set.seq, row.value ->> '$.id'
    FROM change_set, json_each(change_set.rows) AS row
    WHERE change_set.case_id = :case_id AND change_set.seq <= :until
        AND (instr(change_set.rows, '"clip') OR instr(change_set.rows, '"collection"'))
        AND row.value ->> '$.table' IN ('clip', 'clip_file', 'collection')
    ORDER BY change_set.seq
    """
)


@dataclass(frozen=True, slots=True)
class Done:
    """A change-set that brought evidence in or changed it, and the clips it did that to."""

    row: HistoryRow
    clip_ids: tuple[str, ...]
    """In order of their refs."""


def count(session: Session, case_id: CaseId, until: int) -> int:
    """How many change-sets a case has up to number `until`; records of exports do not count."""
    exports = cast(col(ChangeSet.rows), String).contains(f'"{BriefingExport.__tablename__}"')
    query = select(sql.count()).where(
        ChangeSet.case_id == case_id, col(ChangeSet.seq) <= until, ~exports
    )
    return session.exec(query).one()


def done(session: Session, case_id: CaseId, until: int) -> list[Done]:
    """What was done to the evidence of a case up to change-set `until`, oldest first."""
    clip_of, order = _owners(session, case_id)
    touched: defaultdict[str, set[str]] = defaultdict(set)
    for seq, row_id in session.execute(_TOUCHED, {"case_id": case_id, "until": until}):
        if row_id in clip_of:
            touched[str(seq)].add(clip_of[row_id])
    rows = history.rows(session, list(touched))
    return [
        Done(rows[seq], tuple(sorted(clip_ids, key=order.__getitem__)))
        for seq, clip_ids in touched.items()
    ]


def collectors(session: Session, case_id: CaseId) -> dict[str, str]:
    """Who took each clip in, by the clip's id; where that was written down."""
    query = select(Collection.clip_id, Collection.collector).join(
        Clip, col(Clip.id) == col(Collection.clip_id)
    )
    found = session.exec(query.where(Clip.case_id == case_id, Collection.collector != ""))
    return {str(clip_id): collector for clip_id, collector in found}


def _owners(session: Session, case_id: CaseId) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """The clip of each row that belongs to one, by id, and the clips' refs."""
    refs = dict(session.exec(select(Clip.id, Clip.ref).where(Clip.case_id == case_id)).all())
    clip_of: dict[str, str] = {str(clip_id): str(clip_id) for clip_id in refs}
    parts: Sequence[tuple[str, str]] = [
        *session.exec(
            select(ClipFile.id, ClipFile.clip_id)
            .join(Clip, col(Clip.id) == col(ClipFile.clip_id))
            .where(Clip.case_id == case_id)
        ),
        *session.exec(
            select(Collection.id, Collection.clip_id)
            .join(Clip, col(Clip.id) == col(Collection.clip_id))
            .where(Clip.case_id == case_id)
        ),
    ]
    clip_of.update(parts)
    return clip_of, {str(clip_id): ref for clip_id, ref in refs.items()}
