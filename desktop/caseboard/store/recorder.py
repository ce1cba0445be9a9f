"""Collects what one transaction really changes, row by row, from the session's own flushes."""

from typing import Any

from sqlalchemy import event, inspect
from sqlalchemy.orm import Mapper, ORMExecuteState, UOWTransaction
from sqlmodel import Session, SQLModel

from caseboard.model.tables import JOURNALLED
from caseboard.store.values import Row, to_json

UNRECORDED = "recorded"
"""Execution option of the statements that tell the recorder themselves."""


class Recorder:
    """The rows a transaction has changed so far, each with what it was and what it is."""

    def __init__(self) -> None:
        self._rows: dict[tuple[str, str], tuple[Row | None, Row | None]] = {}

    def note(self, table: str, row_id: str, before: Row | None, after: Row | None) -> None:
        """Take in one change; `None` stands for a row that was not there, or is gone."""
        key = (table, row_id)
        if key not in self._rows:
            self._rows[key] = (before, after)
            return
        first, last = self._rows.pop(key)
        merged = merge(first, last, before, after)
        if merged is not None:
            self._rows[key] = merged

    def rows(self) -> list[dict[str, Any]]:
        """What the journal writes: changes that came to nothing are left out."""
        return [
            {"table": table, "id": row_id, "before": before, "after": after}
            for (table, row_id), (before, after) in self._rows.items()
            if before != after
        ]


def merge(
    first: Row | None, last: Row | None, before: Row | None, after: Row | None
) -> tuple[Row | None, Row | None] | None:
    """Two changes of a row, one after the other, as one; None where they come to nothing."""
    if first is None:
        if after is None:
            return None  # made and removed again
        return None, {**(last or {}), **after}
    if last is None:
        return first, after  # removed and put back
    if after is None:
        return {**(before or {}), **first}, None
    return {**(before or {}), **first}, {**last, **after}


def watch(session: Session, recorder: Recorder) -> None:
    """Have every flush of `session` noted in `recorder`, and let nothing write past it."""
    session.info["recorder"] = recorder

    @event.listens_for(session, "after_flush")
    def _after_flush(flushed: Session, _context: UOWTransaction) -> None:
        for row in flushed.new:
            recorder.note(*_identity(row), None, _all(row))
        for row in flushed.dirty:
            before, after = _changed(row)
            if after:
                recorder.note(*_identity(row), before, after)
        for row in flushed.deleted:
            before, _after = _changed(row)
            recorder.note(*_identity(row), {**_all(row), **before}, None)

    @event.listens_for(session, "do_orm_execute")
    def _no_way_round(state: ORMExecuteState) -> None:
        writes = state.is_insert or state.is_update or state.is_delete
        if writes and not state.execution_options.get(UNRECORDED):
            message = "A write that the journal would not see."
            raise RuntimeError(message)


def recorder_of(session: Session) -> Recorder:
    """The recorder that watches this session."""
    recorder = session.info["recorder"]
    assert isinstance(recorder, Recorder)  # noqa: S101  `watch` put it there
    return recorder


def _identity(row: object) -> tuple[str, str]:
    assert isinstance(row, SQLModel)  # noqa: S101  nothing else is in our sessions
    table = str(type(row).__tablename__)
    if table not in JOURNALLED:
        message = f"{table} is not journalled"
        raise RuntimeError(message)
    return table, row.id  # type: ignore[attr-defined]  # every journalled table has one


def _columns(row: object) -> list[str]:
    mapper: Mapper[Any] = inspect(type(row))
    return [attribute.key for attribute in mapper.column_attrs]


def _all(row: object) -> Row:
    return {name: to_json(getattr(row, name)) for name in _columns(row)}


def _changed(row: object) -> tuple[Row, Row]:
    before: Row = {}
    after: Row = {}
    state = inspect(row)
    for name in _columns(row):
        history = state.attrs[name].history
        if history.has_changes():
            if not history.deleted:
                message = f"{name} was set before it was read"
                raise RuntimeError(message)
            before[name], after[name] = to_json(history.deleted[0]), to_json(history.added[0])
    return before, after
