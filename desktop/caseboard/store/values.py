"""Column values as the journal writes them: plain JSON, the same for the same value."""

import enum
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any

from sqlalchemy import Column, Enum, Table
from sqlmodel.sql.sqltypes import UTCDateTime

Row = dict[str, Any]
"""Column name to JSON value."""


def to_json(value: Any) -> Any:
    """A column's Python value as JSON: times as ISO 8601 UTC, members of sets by value."""
    if isinstance(value, datetime):
        return value.astimezone(UTC).isoformat()
    if isinstance(value, enum.Enum):
        return value.value
    return value


def from_json(column: Column[Any], value: Any) -> Any:
    """The Python value that `to_json` made `value` from."""
    if value is None:
        return None
    if isinstance(column.type, UTCDateTime):
        return datetime.fromisoformat(value)
    if isinstance(column.type, Enum):
        return column.type.enum_class(value) if column.type.enum_class else value
    return value


def row_to_json(row: Mapping[Any, Any]) -> Row:
    """A whole row, by column name."""
    return {str(name): to_json(value) for name, value in row.items()}


def row_from_json(table: Table, row: Mapping[str, Any]) -> Row:
    """The columns of a journal row, ready to be written to `table`."""
    return {name: from_json(table.c[name], value) for name, value in row.items()}


def canonical(value: Any) -> str:
    """JSON that is the same text for the same content: sorted keys, no spaces, UTF-8 as it is."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"))
