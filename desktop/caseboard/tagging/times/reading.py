"""A stretch of text read as a time, and the day it is read from."""

from dataclasses import dataclass
from datetime import date, timedelta

from caseboard.errors import CaseError
from caseboard.model import edtf


@dataclass(frozen=True, slots=True)
class Reading:
    """`edtf` is without a qualifier; `day` is its only day, where it is one."""

    start: int
    end: int
    edtf: str
    score: float
    reason: str
    part_of_day: str = ""
    is_uncertain: bool = False
    day: date | None = None
    last_day: date | None = None
    """The end, where it runs over several days."""
    is_year_guessed: bool = False

    @property
    def written(self) -> str:
        """EDTF with `?` after each end that is uncertain."""
        if not self.is_uncertain:
            return self.edtf
        return "/".join(_marked(end) for end in self.edtf.split("/"))


def _marked(end: str) -> str:
    if end in {"", edtf.OPEN}:
        return end
    return end.removesuffix("~") + ("%" if end.endswith("~") else "?")


@dataclass(frozen=True, slots=True)
class Published:
    """When a text was published, as finely as is known; all None where nothing is."""

    year: int | None = None
    day: date | None = None


def published(text: str) -> Published:
    """From EDTF; what cannot be read, or has no first end, is not known."""
    if not text:
        return Published()
    try:
        first = edtf.read(text).first
    except CaseError:
        return Published()
    if first is None:
        return Published()
    local = first.local
    return Published(local.year, local.date() if first.precision >= edtf.Precision.DAY else None)


def a_day(year: int, month: int, day: int) -> date | None:
    """The day, where the calendar has it."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


def moved(day: date, days: int) -> date | None:
    """`days` later, where the calendar reaches that far."""
    try:
        return day + timedelta(days=days)
    except OverflowError:
        return None
