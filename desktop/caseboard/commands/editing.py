"""Changing fields of one thing, and moving things to the bin and back."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any

from sqlmodel import Session, SQLModel

from caseboard.errors import CaseError
from caseboard.i18n import _

FIXED = frozenset({"id", "case_id", "ref", "deleted", "clip_id"})


@dataclass(frozen=True, slots=True)
class Edit:
    """Set fields of one row. `label` says what was done, in the user's words."""

    model: type[SQLModel]
    row_id: str
    changes: Mapping[str, Any]
    label: str
    case_id: str | None = None

    def do(self, session: Session) -> None:
        """Set the fields; raises `CaseError` if the row has gone."""
        assert not FIXED & set(self.changes)  # noqa: S101  identity is not edited
        row = living(session, self.model, self.row_id)
        for name, value in self.changes.items():
            if getattr(row, name) != value:
                setattr(row, name, value)


@dataclass(frozen=True, slots=True)
class Bin:
    """Move rows of one kind to the bin."""

    model: type[SQLModel]
    row_ids: frozenset[str]
    label: str
    case_id: str | None = None

    def do(self, session: Session) -> None:
        """Mark them as deleted from now on; those already gone are left as they are."""
        now = datetime.now(UTC)
        for row_id in sorted(self.row_ids):
            row = session.get(self.model, row_id)
            if row is not None and row.deleted is None:  # type: ignore[attr-defined]  # every such table has it
                row.deleted = now


def living(session: Session, model: type[SQLModel], row_id: str) -> Any:
    """The row, unless it is gone or in the bin: then a `CaseError`."""
    row = session.get(model, row_id)
    if row is None or getattr(row, "deleted", None) is not None:
        raise CaseError(
            _("This is no longer in the case."),
            _("It may be in the bin, or was undone. Look in the history."),
        )
    return row
