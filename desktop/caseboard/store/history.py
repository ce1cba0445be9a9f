"""Reading the journal: the history list, and what undo needs."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import String, cast
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from caseboard.model.change import ChangeSet
from caseboard.model.terms import ChangeKind
from caseboard.model.work import BriefingExport
from caseboard.store.columns import table_of
from caseboard.store.stacks import Stacks


@dataclass(frozen=True, slots=True)
class HistoryRow:
    """One line of the history view."""

    id: str
    """The change-set's number."""
    at: datetime
    who: str
    label: str
    kind: ChangeKind
    of: int | None
    hash: str


def ids(session: Session, case_id: str | None) -> list[str]:
    """The change-sets of a case (of the library where `case_id` is None), newest first."""
    query = select(ChangeSet.seq).order_by(col(ChangeSet.seq).desc())
    if case_id is not None:
        query = query.where(ChangeSet.case_id == case_id)
    return [str(seq) for seq in session.exec(query)]


def rows(session: Session, wanted: Sequence[str]) -> dict[str, HistoryRow]:
    """These lines, by id."""
    table = table_of(ChangeSet).c
    query = columns(
        table.seq, table.at, table.who, table.label, table.kind, table.of, table.hash
    ).where(table.seq.in_([int(i) for i in wanted]))
    return {str(row[0]): HistoryRow(str(row[0]), *row[1:]) for row in session.execute(query)}


def by_seq(session: Session, seq: int) -> ChangeSet | None:
    """One change-set, whole."""
    return session.get(ChangeSet, seq)


def present(session: Session, seq: int) -> list[ChangeSet]:
    """The change-set with this number, as a list of one or none."""
    found = by_seq(session, seq)
    return [found] if found else []


def followers(session: Session, seq: int) -> list[ChangeSet]:
    """What finished the change-set `seq`, newest first."""
    query = (
        select(ChangeSet)
        .where(ChangeSet.of == seq, ChangeSet.kind == ChangeKind.FOLLOW)
        .order_by(col(ChangeSet.seq).desc())
    )
    return list(session.exec(query))


def stacks(session: Session, case_id: str | None) -> Stacks:
    """What can be undone and redone in a case."""
    query = (
        select(ChangeSet.seq, ChangeSet.kind, ChangeSet.of)
        .where(ChangeSet.case_id == case_id)
        .order_by(col(ChangeSet.seq))
    )
    return Stacks.of((seq or 0, ChangeKind(kind), of) for seq, kind, of in session.exec(query))


def birth_of(session: Session, row_id: str) -> int | None:
    """The change-set that first brought this row in and still stands, newest first."""
    query = (
        select(ChangeSet)
        .where(cast(ChangeSet.rows, String).contains(row_id), ChangeSet.kind != ChangeKind.FOLLOW)
        .order_by(col(ChangeSet.seq).desc())
    )
    for change_set in session.exec(query):
        if any(row["id"] == row_id and row["before"] is None for row in change_set.rows):
            return change_set.seq
    return None


@dataclass(frozen=True, slots=True)
class Cut:
    """Where the journal stands: its newest change-set that is more than the record of an export."""

    seq: int
    hash: str
    at: datetime


def cut(session: Session) -> Cut:
    """Where the journal stands now."""
    table = table_of(ChangeSet).c
    exports = cast(table.rows, String).contains(f'"{BriefingExport.__tablename__}"')
    query = columns(table.seq, table.hash, table.at).where(~exports)
    row = session.execute(query.order_by(table.seq.desc()).limit(1)).one()
    return Cut(*row)
