"""What the journal says of one row: every value a column of it ever had, who set it, and when."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import String, cast
from sqlmodel import Session, col, select

from caseboard.model.change import ChangeSet
from caseboard.model.terms import ChangeKind


@dataclass(frozen=True, slots=True)
class RowChange:
    """One change-set's word on a row."""

    seq: int
    at: datetime
    """UTC."""
    who: str
    label: str
    kind: ChangeKind
    before: Mapping[str, Any]
    """The columns that changed, as they were; empty where the row came in."""
    after: Mapping[str, Any]
    """The same columns afterwards; empty where the row went."""


def of(session: Session, table: str, row_id: str, columns: Collection[str]) -> list[RowChange]:
    """The changes of `columns` of one row, oldest first; its coming in is the first of them."""
    query = (
        select(ChangeSet)
        .where(cast(ChangeSet.rows, String).contains(row_id))
        .order_by(col(ChangeSet.seq))
    )
    return [
        RowChange(
            change_set.seq or 0,
            change_set.at,
            change_set.who,
            change_set.label,
            change_set.kind,
            _only(row["before"], columns),
            _only(row["after"], columns),
        )
        for change_set in session.exec(query)
        for row in change_set.rows
        if (row["table"], row["id"]) == (table, row_id)
        and {*(row["before"] or ()), *(row["after"] or ())} & set(columns)
    ]


def _only(values: Mapping[str, Any] | None, columns: Collection[str]) -> dict[str, Any]:
    return {name: value for name, value in (values or {}).items() if name in columns}
