"""The journal: every change-set, chained by hash, and how one is taken back."""

import hashlib
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Table, delete, insert, select, update
from sqlmodel import Session, SQLModel, col

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.change import Change, ChangeSet
from caseboard.model.tables import JOURNALLED
from caseboard.model.terms import ChangeKind
from caseboard.store.columns import table_of
from caseboard.store.recorder import UNRECORDED, recorder_of
from caseboard.store.values import Row, canonical, row_from_json, row_to_json

GENESIS = "0" * 64
"""What the first change-set names as its predecessor."""

OPTIONS = {UNRECORDED: True}


class MovedOn(CaseError):
    """A change cannot be taken back: what it changed has changed again since."""


@dataclass(frozen=True, slots=True)
class Entry:
    """What the journal will say of an action."""

    label: str
    case_id: str | None = None
    kind: ChangeKind = ChangeKind.DO
    of: int | None = None


def digest(content: Mapping[str, Any]) -> str:
    """SHA-256 (hex) of a change-set's canonical JSON, its own hash left out."""
    return hashlib.sha256(canonical(content).encode()).hexdigest()


def content_of(change_set: ChangeSet) -> dict[str, Any]:
    """What of a change-set is hashed: everything but its hash."""
    content = row_to_json(change_set.model_dump())
    del content["hash"]
    return content


def head(session: Session) -> tuple[int, str]:
    """Number and hash of the newest change-set; `(0, GENESIS)` before the first."""
    query = select(col(ChangeSet.seq), col(ChangeSet.hash)).order_by(col(ChangeSet.seq).desc())
    row = session.execute(query.limit(1)).first()
    return (row[0] or 0, row[1]) if row else (0, GENESIS)


def append(session: Session, entry: Entry, who: str) -> Change | None:
    """Write what the session's recorder saw as the next change-set; None if that is nothing."""
    session.flush()
    rows = recorder_of(session).rows()
    if not rows:
        return None
    seq, previous = head(session)
    made = ChangeSet(
        seq=seq + 1,
        kind=entry.kind,
        of=entry.of,
        case_id=entry.case_id,
        label=entry.label,
        who=who,
        at=datetime.now(UTC),
        rows=rows,
        previous=previous,
        hash="",
    )
    made.hash = digest(content_of(made))
    session.execute(insert(ChangeSet).values(**made.model_dump()), execution_options=OPTIONS)
    return change_of(made)


def change_of(made: ChangeSet) -> Change:
    """Word of what a change-set touched."""
    touched: dict[str, set[str]] = {}
    moved = set()
    for row in made.rows:
        touched.setdefault(row["table"], set()).add(row["id"])
        if _moves(row):
            moved.add(row["table"])
    return Change(
        seq=made.seq or 0,
        case_id=made.case_id,
        touched={table: frozenset(ids) for table, ids in touched.items()},
        moved=frozenset(moved),
        label=made.label,
        kind=made.kind,
    )


def take_back(session: Session, sets: Iterable[ChangeSet]) -> None:
    """Put every row of these change-sets (newest first) back as it was before them.

    Raises `MovedOn`, and changes nothing, where a row is no longer as the change-set left it.
    """
    for change_set in sets:
        for row in reversed(change_set.rows):
            _put_back(session, row)


def _put_back(session: Session, row: Mapping[str, Any]) -> None:
    table = _journalled(row["table"])
    now = _current(session, table, row["id"])
    if not _is_as_left(now, row["after"]):
        raise MovedOn(
            _("This cannot be taken back: what it changed has been changed again since."),
            _("Take back the later changes first."),
        )
    if row["before"] is None:
        session.execute(delete(table).where(table.c.id == row["id"]), execution_options=OPTIONS)
        recorder_of(session).note(row["table"], row["id"], now, None)
    elif now is None:
        values = row_from_json(table, row["before"])
        session.execute(insert(table).values(**values), execution_options=OPTIONS)
        recorder_of(session).note(row["table"], row["id"], None, row["before"])
    else:
        values = row_from_json(table, row["before"])
        session.execute(
            update(table).where(table.c.id == row["id"]).values(**values),
            execution_options=OPTIONS,
        )
        recorder_of(session).note(row["table"], row["id"], row["after"], row["before"])


def insert_rows(session: Session, rows: Sequence[SQLModel]) -> None:
    """Insert many rows of one table at once, recorded like any other write."""
    if not rows:
        return
    table = _journalled(str(type(rows[0]).__tablename__))
    session.flush()
    values = [row.model_dump() for row in rows]
    session.execute(insert(table), values, execution_options=OPTIONS)
    for row in values:
        recorder_of(session).note(table.name, row["id"], None, row_to_json(row))


def _moves(row: Mapping[str, Any]) -> bool:
    before, after = row["before"], row["after"]
    return before is None or after is None or "deleted" in after or "earlier_id" in after


def _is_as_left(now: Row | None, after: Row | None) -> bool:
    if now is None or after is None:
        return now is after
    return all(now.get(name) == value for name, value in after.items())


def _current(session: Session, table: Table, row_id: str) -> Row | None:
    row = session.execute(select(table).where(table.c.id == row_id)).mappings().first()
    return row_to_json(row) if row else None


def _journalled(name: str) -> Table:
    return table_of(JOURNALLED[name])
