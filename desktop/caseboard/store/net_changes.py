"""What became of rows since a change-set, however often they were changed in between."""

import json
from collections.abc import Collection, Mapping
from typing import Any

from sqlalchemy import func, true
from sqlalchemy import select as of_columns
from sqlmodel import Session, col

from caseboard.model.change import ChangeSet
from caseboard.model.net_change import NetChange
from caseboard.store.recorder import merge
from caseboard.store.values import Row

_HEAVY = tuple(f"$.{side}.{name}" for side in ("before", "after") for name in ("text", "parts"))
"""What a clip says may be megabytes: it never leaves SQLite."""


def of(session: Session, tables: Collection[str], seq: int) -> list[NetChange]:
    """The rows of `tables` that are otherwise than after change-set `seq`, first touched first.

    What was changed and changed back is left out, and so is the text of clips.
    """
    found: dict[tuple[str, str], tuple[Row | None, Row | None]] = {}
    for row in _rows(session, tables, seq):
        key = (row["table"], row["id"])
        step = (row["before"], row["after"])
        merged = merge(*found[key], *step) if key in found else step
        if merged is None:
            del found[key]
        else:
            found[key] = merged
    changes = (_net(*key, *states) for key, states in found.items())
    return [change for change in changes if change is not None]


def _rows(session: Session, tables: Collection[str], seq: int) -> list[dict[str, Any]]:
    row = func.json_each(col(ChangeSet.rows)).table_valued("key", "value")
    query = (
        of_columns(func.json_remove(row.c.value, *_HEAVY))
        .select_from(ChangeSet)
        .join(row, true())
        .where(
            col(ChangeSet.seq) > seq,
            func.json_extract(row.c.value, "$.table").in_(sorted(tables)),
        )
        .order_by(col(ChangeSet.seq), row.c.key)
    )
    return [json.loads(value) for (value,) in session.execute(query)]


def _net(table: str, row_id: str, before: Row | None, after: Row | None) -> NetChange | None:
    if before is None or after is None:
        return NetChange(table, row_id, before, after)
    changed = {name for name in before.keys() | after.keys() if _differs(name, before, after)}
    if not changed:
        return None
    return NetChange(table, row_id, _only(before, changed), _only(after, changed))


def _differs(name: str, before: Mapping[str, Any], after: Mapping[str, Any]) -> bool:
    return name not in before or name not in after or before[name] != after[name]


def _only(values: Mapping[str, Any], names: Collection[str]) -> Row:
    return {name: value for name, value in values.items() if name in names}
