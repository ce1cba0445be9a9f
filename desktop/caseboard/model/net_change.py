"""What became of a row between two change-sets of the journal."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any


@dataclass(frozen=True, slots=True)
class NetChange:
    """A row as it was and as it is: JSON values by column, those that differ alone."""

    table: str
    row_id: str
    before: Mapping[str, Any] | None
    """None where the row is new."""
    after: Mapping[str, Any] | None
    """None where the row went."""


@dataclass(frozen=True, slots=True)
class Since:
    """What changed in a case since a version of a briefing was exported."""

    version: int
    exported: datetime
    """UTC."""
    changes: tuple[NetChange, ...] = ()
    """In the order in which rows were first touched."""
