"""Gaps in words: when one is due, seen from the user's own day, and what came of it."""

from datetime import date, datetime

from caseboard.i18n import _, ngettext
from caseboard.model import moments
from caseboard.model.inquiry import Gap
from caseboard.model.refs import short
from caseboard.model.terms import GapStatus
from caseboard.store.gaps import GapRow, TargetRow


def today() -> date:
    """The day it is where the user sits."""
    return datetime.now().astimezone().date()


def due(day: str, now: date | None = None) -> str:
    """`overdue by 3 days`, `due today`, `due tomorrow`, `due in 5 days`; empty for no day."""
    if not day:
        return ""
    days = (date.fromisoformat(day) - (now or today())).days
    if days < 0:
        return ngettext("overdue by {n} day", "overdue by {n} days", -days)
    if days == 0:
        return _("due today")
    if days == 1:
        return _("due tomorrow")
    return ngettext("due in {n} day", "due in {n} days", days)


def is_pressing(gap: Gap, now: date | None = None) -> bool:
    """Whether an open gap is due today, or was before."""
    is_open = gap.status is GapStatus.OPEN
    return is_open and bool(gap.due) and date.fromisoformat(gap.due) <= (now or today())


def state(gap: Gap, now: date | None = None) -> str:
    """What is to be known of its date: when an open one is due, what became of another."""
    if gap.status is GapStatus.ANSWERED:
        return _("answered")
    if gap.status is GapStatus.DROPPED:
        return _("dropped")
    return due(gap.due, now)


def dated(gap: Gap, now: date | None = None) -> str:
    """`30 Nov 2026, due in 5 days`."""
    if not gap.due:
        return state(gap, now)
    return ", ".join(part for part in (moments.show(gap.due), state(gap, now)) if part)


def target(row: TargetRow | None) -> str:
    """`C3 · Two columns entered the town`; a dispute says it once, by its words."""
    if row is None:
        return ""
    said = f"{row.ref} · {row.title}"
    return _("{target} (in the bin)").format(target=said) if row.is_binned else said


def second(row: GapRow, now: date | None = None) -> str:
    """Under the question: its date, what it would change, its ref."""
    parts = (dated(row.gap, now), row.target.ref if row.target else "", short(row.gap.ref))
    return " · ".join(part for part in parts if part)


def spoken(row: GapRow) -> str:
    """All that a row shows, as a screen reader says it."""
    return f"{row.gap.question}, {second(row)}"
