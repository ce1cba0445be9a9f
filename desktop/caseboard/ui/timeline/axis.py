"""The line of time across a widget: which pixel is which moment, and where to write dates."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import NamedTuple

from caseboard.analysis import calendar
from caseboard.analysis.calendar import Unit
from caseboard.analysis.stretches import DAY, HOUR, moment, seconds
from caseboard.i18n import _
from caseboard.model import moments

FINEST = 20.0
"""Seconds a pixel, the nearest one looks from."""
COARSEST = 5 * 365.25 * DAY
"""Seconds a pixel, the furthest."""
FIRST, LAST = seconds(moment(-1e15)), seconds(moment(1e15))


class Tick(NamedTuple):
    """Where a unit begins, and what it is called."""

    at: float
    """Seconds since 1970 UTC."""
    text: str
    is_major: bool = False
    """Whether a larger unit begins there too."""


@dataclass(frozen=True, slots=True)
class Axis:
    """Starts at `start` (seconds since 1970 UTC), `scale` seconds a pixel, `width` pixels long."""

    start: float = 0.0
    scale: float = HOUR
    width: float = 1.0

    @property
    def end(self) -> float:
        """The moment at the right end."""
        return self.start + self.width * self.scale

    @property
    def middle(self) -> float:
        """The moment in the middle."""
        return self.start + self.width * self.scale / 2

    def x(self, at: float) -> float:
        """The pixel of a moment, infinite for an open end."""
        return (at - self.start) / self.scale

    def time(self, x: float) -> float:
        """The moment at a pixel."""
        return self.start + x * self.scale

    def moved(self, pixels: float) -> "Axis":
        """Moved to the right by so many pixels."""
        return _held(replace(self, start=self.start - pixels * self.scale))

    def zoomed(self, factor: float, x: float) -> "Axis":
        """`factor` times as near, what is at `x` staying there."""
        scale = min(COARSEST, max(FINEST, self.scale / factor))
        return _held(replace(self, start=self.time(x) - x * scale, scale=scale))

    def sized(self, width: float) -> "Axis":
        """As wide as that, from the same moment on."""
        return replace(self, width=max(1.0, width))

    def showing(self, start: float, end: float, margin: float = 0.0) -> "Axis":
        """All from `start` to `end`, with so many pixels free at both sides."""
        room = max(1.0, self.width - 2 * margin)
        scale = min(COARSEST, max(FINEST, (end - start) / room))
        return _held(replace(self, start=(start + end - self.width * scale) / 2, scale=scale))

    def centred(self, at: float) -> "Axis":
        """That moment in the middle."""
        return _held(replace(self, start=at - self.width * self.scale / 2))


def _held(axis: Axis) -> Axis:
    """Never away from all of time."""
    half = axis.width * axis.scale / 2
    return replace(axis, start=min(LAST - half, max(FIRST - half, axis.start)))


_STEPS = (
    (Unit.HOUR, 1),
    (Unit.HOUR, 3),
    (Unit.HOUR, 6),
    (Unit.DAY, 1),
    (Unit.WEEK, 1),
    (Unit.MONTH, 1),
    (Unit.MONTH, 3),
    (Unit.YEAR, 1),
    (Unit.YEAR, 5),
    (Unit.YEAR, 20),
    (Unit.YEAR, 100),
    (Unit.YEAR, 500),
)


def ticks(axis: Axis, room: float) -> Iterator[Tick]:
    """The beginnings of the smallest unit that leaves each `room` pixels, named.

    Those in sight, and the last before it.
    """
    unit, every = _step(axis.scale * room)
    for at in calendar.steps(axis.start, axis.end, unit, every):
        if at <= axis.end:
            yield _tick(at, unit)


def _step(least: float) -> tuple[Unit, int]:
    for unit, every in _STEPS:
        if unit.length * every >= least:
            return unit, every
    return _STEPS[-1]


def _tick(at: float, unit: Unit) -> Tick:
    """An hour by its time but midnight by its day; a month by its name but January by its year."""
    date = moment(at)
    day = date.date().isoformat()
    if unit is Unit.HOUR and date.hour:
        return Tick(at, date.strftime("%H:%M"))
    if unit is Unit.YEAR or (unit is Unit.MONTH and date.month == 1):
        return Tick(at, f"{date.year}", is_major=unit is not Unit.YEAR)
    if unit is Unit.MONTH:
        return Tick(at, moments.show(day[:7]))
    is_first = date.day == 1 if unit is Unit.DAY else unit is Unit.HOUR
    return Tick(at, short_day(at), is_major=is_first)


def short_day(at: float) -> str:
    """`13 Nov`, without the year."""
    date = moment(at)
    words = moments.show(date.date().isoformat())
    return words.removesuffix(f" {date.year}")


def between(start: float, end: float) -> str:
    """`1 Sep – 15 Nov 2024`, from a moment until before another; with hours where they count."""
    first, last = moment(start), moment(end - 1)
    if start % DAY or end % DAY:
        return moments.show(f"{first:%Y-%m-%dT%H:%M}Z/{moment(end):%Y-%m-%dT%H:%M}Z")
    if first.date() == last.date():
        return moments.show(f"{first:%Y-%m-%d}")
    if first.year == last.year and first.month != last.month:
        return _("{start} – {end}").format(
            start=short_day(start), end=moments.show(f"{last:%Y-%m-%d}")
        )
    return moments.show(f"{first:%Y-%m-%d}/{last:%Y-%m-%d}")
