"""Distances and directions in words: `3.2 km north-east of Kupiansk`."""

from caseboard.i18n import _
from caseboard.model import numerals

KM = 1000.0


def length(metres: float) -> str:
    """`350 m`, `3.2 km`, `12 km`: two figures are as exact as it gets."""
    if metres < KM:
        step = 10 if metres >= 100 else 1
        return _("{n} m").format(n=numerals.count(round(metres / step) * step))
    kilometres = metres / KM
    return _("{n} km").format(n=numerals.figure(round(kilometres, 1 if kilometres < 10 else 0)))


def direction(bearing: float) -> str:
    """The nearest of eight points of the compass, as an adverb: `north-east`."""
    points = (
        _("north"),
        _("north-east"),
        _("east"),
        _("south-east"),
        _("south"),
        _("south-west"),
        _("west"),
        _("north-west"),
    )
    return points[round(bearing / 45) % 8]


def from_place(name: str, metres: float, bearing: float, reach_m: float) -> str:
    """`3.2 km north-east of Kupiansk`; within its own reach, `in Kupiansk`."""
    if metres <= reach_m:
        return _("in or beside {place}").format(place=name)
    return _("{length} {direction} of {place}").format(
        length=length(metres), direction=direction(bearing), place=name
    )
