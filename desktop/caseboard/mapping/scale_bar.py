"""How long a round number of metres is on a map."""

from typing import NamedTuple

from caseboard.i18n import _
from caseboard.mapping import lettering, outlines
from caseboard.mapping.look import Look
from caseboard.mapping.placing import Rect
from caseboard.mapping.scene import Align, Area, Line, Pen, Shape, Words
from caseboard.mapping.view import View
from caseboard.model import numerals

_ROUND = (1, 2, 5)
HEIGHT = 24.0
"""Pixels that the bar and its panel take."""


class ScaleBar(NamedTuple):
    """A bar of `length` pixels stands for `metres`; in words, `text`."""

    length: float
    metres: float
    text: str


def measured(view: View, most: float = 120.0) -> ScaleBar:
    """The longest round bar of at most `most` pixels; true in the middle of the view."""
    reach = most * view.metres
    best = 1.0
    power = 1.0
    while power <= reach:
        best = max((power * each for each in _ROUND if power * each <= reach), default=best)
        power *= 10
    return ScaleBar(best / view.metres, best, told(best))


def told(metres: float) -> str:
    """`5 km`, `200 m`."""
    if metres >= 1000:
        return _("{n} km").format(n=numerals.figure(metres / 1000, 6))
    return _("{n} m").format(n=numerals.figure(metres, 6))


def rect(view: View, x: float, bottom: float) -> Rect:
    """The room it takes with its left lower corner there."""
    bar = measured(view)
    width = bar.length + lettering.width(bar.text, 11) + 26
    return Rect(x, bottom - HEIGHT, x + width, bottom)


def drawn(view: View, look: Look, x: float, bottom: float) -> list[Shape]:
    """The bar on its panel, its left lower corner there."""
    bar, box = measured(view), rect(view, x, bottom)
    middle = (box.top + box.bottom) / 2
    left, right = x + 9, x + 9 + bar.length
    panel = outlines.rounded(box, 5.0)
    ticks = tuple(outlines.segment(at, middle - 3.5, at, middle + 3.5) for at in (left, right))
    return [
        Area((panel,), look.panel, 0.88, Pen(look.panel_line, 1.0)),
        Line((outlines.segment(left, middle, right, middle), *ticks), Pen(look.text_soft, 1.4)),
        Words(right + 7, middle + 4, bar.text, 11, look.text, align=Align.START),
    ]
