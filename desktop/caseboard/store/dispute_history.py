"""How a dispute stood over time, read from the journal."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from caseboard.model.ids import DisputeId
from caseboard.model.terms import ChangeKind, DisputeStatus
from caseboard.store import row_history
from caseboard.store.row_history import RowChange

COLUMNS = frozenset({"status", "status_reason"})


@dataclass(frozen=True, slots=True)
class Held:
    """A status a dispute was given: since when (UTC), by whom, for what reason."""

    status: DisputeStatus
    reason: str
    since: datetime
    who: str


def of(session: Session, dispute_id: DisputeId) -> list[Held]:
    """Every status it was given and kept, oldest first; what was undone is left out."""
    held: list[Held] = []
    for change in row_history.of(session, "dispute", dispute_id, COLUMNS):
        if not change.after:
            held.clear()
        elif change.kind is ChangeKind.UNDO and _is_back(held, change):
            held.pop()
        else:
            held.append(_held(change, held[-1] if held else None))
    return held


def _held(change: RowChange, before: Held | None) -> Held:
    """What a change made of it; a column it does not name stayed as it was."""
    status = change.after.get("status", before.status if before else DisputeStatus.OPEN)
    reason = change.after.get("status_reason", before.reason if before else "")
    return Held(DisputeStatus(status), reason, change.at, change.who)


def _is_back(held: list[Held], change: RowChange) -> bool:
    """Whether an undo has brought back how it stood before the last change."""
    if len(held) < 2:
        return False
    now = _held(change, held[-1])
    return (now.status, now.reason) == (held[-2].status, held[-2].reason)
