"""What the journal says of one row: every value a column of it ever had, who set it, and when.

SQLite itself takes the row out of what may be megabytes of others: nothing else waits for that.
"""

import json
from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import String, cast, func, true
from sqlalchemy import select as of_columns
from sqlmodel import Session, col

from caseboard.model.change import ChangeSet
from caseboard.model.terms import ChangeKind
from caseboard.store.values import canonical

_TOLD = (ChangeSet.seq, ChangeSet.at, ChangeSet.who, ChangeSet.label, ChangeSet.kind)


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
    mark = f'"id":{canonical(row_id)},"table":{canonical(table)}'  # as the journal writes a row
    row = func.json_each(col(ChangeSet.rows)).table_valued("key", "value")
    query = (
        of_columns(*(col(each) for each in _TOLD), row.c.value)
        .select_from(ChangeSet)
        .join(row, true())
        .where(
            func.instr(cast(ChangeSet.rows, String), mark) > 0, func.instr(row.c.value, mark) > 0
        )
        .order_by(col(ChangeSet.seq), row.c.key)
    )
    found = []
    for seq, at, who, label, kind, value in session.execute(query):
        changed = json.loads(value)
        before, after = _only(changed["before"], columns), _only(changed["after"], columns)
        if before or after:
            found.append(RowChange(seq, at, who, label, kind, before, after))
    return found


def _only(values: Mapping[str, Any] | None, columns: Collection[str]) -> dict[str, Any]:
    return {name: value for name, value in (values or {}).items() if name in columns}
