"""The names of a map: towns, regions, countries, rivers, none upon another."""

from typing import TYPE_CHECKING, NamedTuple

from caseboard.mapping import lettering
from caseboard.mapping.placing import Rect, Room, about
from caseboard.mapping.scene import Align, Disc, Face, Pen, Shape, Words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from caseboard.mapping.look import Look
    from caseboard.mapping.towns import Town

GAP = 4.0
"""Pixels between a dot and its name."""
RIGHT_FIRST = (0, 1, 2, 3, 4, 5, 6, 7)
ABOVE_FIRST = (2, 3, 1, 0, 4, 6, 5, 7)
"""In which order the places about a mark are tried: right, left, above, below, then the corners."""


class Label(NamedTuple):
    """Words that have found their place, and the room they take."""

    words: Words
    rect: Rect


class Grade(NamedTuple):
    """How a town of some size is drawn, pixels."""

    people: int
    size: float
    dot: float
    face: Face = Face.PLAIN


_GRADES = (
    Grade(1_000_000, 15.0, 3.4, Face.BOLD),
    Grade(250_000, 13.5, 3.0, Face.BOLD),
    Grade(50_000, 12.5, 2.7),
    Grade(10_000, 12.0, 2.3),
    Grade(1_000, 11.0, 2.0),
    Grade(0, 10.5, 1.6),
)
_FAR = 4.2
_FAR_CAPITAL = Grade(0, 11.5, 2.4, Face.BOLD)
_FAR_GRADE = Grade(0, 11.0, 2.0)


def _grade(place: "Town", zoom: float) -> Grade:
    """Far away, where only great cities are left, they are set as small as others are nearer by."""
    if zoom < _FAR:
        return _FAR_CAPITAL if place.is_capital else _FAR_GRADE
    grade = next(each for each in _GRADES if place.population >= each.people)
    return grade._replace(face=Face.BOLD) if place.is_capital else grade


def beside(
    x: float,
    y: float,
    reach: tuple[float, float],
    text: str,
    size: float,
    face: Face,
    order: tuple[int, ...] = RIGHT_FIRST,
) -> "Iterator[tuple[float, float, Align, Rect]]":
    """Where a name may stand by a mark that reaches so far to the side and up, in that order."""
    wide = lettering.width(text, size, face)
    up, down = size * lettering.ASCENT, size * lettering.DESCENT
    middle = y + (up - down) / 2
    across, high = reach[0] + GAP, reach[1] + GAP - 1
    slant_x, slant_y = across * 0.75, high * 0.75
    places = (
        (x + across, middle, Align.START),
        (x - across, middle, Align.END),
        (x, y - high - down, Align.MIDDLE),
        (x, y + high + up, Align.MIDDLE),
        (x + slant_x, y - slant_y, Align.START),
        (x + slant_x, y + slant_y + up, Align.START),
        (x - slant_x, y - slant_y, Align.END),
        (x - slant_x, y + slant_y + up, Align.END),
    )
    for at_x, at_y, align in (places[index] for index in order):
        left = at_x - {Align.START: 0.0, Align.MIDDLE: wide / 2, Align.END: wide}[align]
        rect = Rect(left - 2, at_y - up - 1, left + wide + 2, at_y + down + 1)
        yield at_x, at_y, align, rect


def town(room: Room, look: "Look", place: "Town", x: float, y: float, zoom: float) -> list[Shape]:
    """A town's dot and name, if there is room for both."""
    grade = _grade(place, zoom)
    dot = about(x, y, grade.dot + 1)
    if not room.is_free(dot):
        return []
    face = grade.face
    color = look.text if place.population >= 1_000 else look.text_soft
    for at_x, at_y, align, rect in beside(
        x, y, (grade.dot, grade.dot), place.name, grade.size, face
    ):
        if room.is_free(rect):
            room.take(dot, rect)
            return [
                Disc(x, y, grade.dot, look.town, pen=Pen(look.town_edge, 1.0)),
                Words(at_x, at_y, place.name, grade.size, color, face, align, look.halo),
            ]
    return []
