"""One action, and word of what it touched."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlmodel import Field

from caseboard.model.columns import choice, json_list
from caseboard.model.rows import Row
from caseboard.model.terms import ChangeKind


class ChangeSet(Row, table=True):
    """One user action: every row it changed, before and after, chained by hash.

    `rows` is a list of `{"table", "id", "before", "after"}`: a new row has no `before`, a removed
    one no `after`, and a changed one holds only the columns that changed. `hash` is the SHA-256
    of the canonical JSON of the other fields, `previous` being the hash of the set before.
    """

    __tablename__ = "change_set"

    seq: int | None = Field(default=None, primary_key=True)
    kind: ChangeKind = choice(ChangeKind, ChangeKind.DO)
    of: int | None = Field(default=None, index=True)
    """The change-set this one follows, undoes, redoes or reverts."""
    case_id: str | None = Field(default=None, index=True)
    label: str
    who: str
    at: datetime
    rows: list[dict[str, Any]] = json_list()
    previous: str
    hash: str


@dataclass(frozen=True, slots=True)
class Change:
    """What a write touched; views use it to decide what to read again."""

    seq: int
    case_id: str | None
    touched: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """Table name to the ids of rows that changed in any way."""
    moved: frozenset[str] = frozenset()
    """Tables whose rows came, went, entered or left the bin, or gave way to a later version of
    themselves: lists of them are read anew."""
    label: str = ""
    kind: ChangeKind = ChangeKind.DO

    def touches(self, *tables: str) -> bool:
        """Whether any row of these tables changed."""
        return any(table in self.touched for table in tables)
