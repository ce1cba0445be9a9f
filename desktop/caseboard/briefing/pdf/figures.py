"""Pictures side by side and maps across the page, each with its caption."""

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Final

from caseboard.briefing.blocks import (
    Figure,
    Figures,
    MapFigure,
    Paragraph,
    Role,
    Run,
    Thumbnail,
    Tone,
    filled,
    toned,
)
from caseboard.briefing.pdf import scale, structure
from caseboard.briefing.pdf.boxes import Box, Kept, Pliant, Stack
from caseboard.briefing.pdf.grid import Field, Grid, GridRow
from caseboard.briefing.pdf.picture_boxes import Anchored, MapBox, PictureBox
from caseboard.briefing.pdf.pictures import aspect, printed
from caseboard.briefing.pdf.structure import Node
from caseboard.briefing.pdf.tagged import Tagged
from caseboard.errors import CaseError
from caseboard.i18n import _

_BETWEEN: Final = 16.0
_TALLEST: Final = 66 * scale.MM
_ALONE: Final = (0.6, 74 * scale.MM)
"""Of a picture beside its caption: its share of the width at most, and its height."""
_NARROWEST: Final = 0.3
"""The share of the width that a caption below a picture needs."""
_LEAST: Final = 0.78
"""The share of their size that pictures keep where they have to fit what is left of a page."""
_A_ROW: Final = 2
_BELOW: Final = 10.0
"""From a map's caption to what follows."""
_THUMB: Final = (76.0, 54.0)
_MISSING: Final = 3.0
"""Width to height of the sentence that stands in a picture's place."""
Setter = Callable[[Paragraph, float], Box]


@dataclass(frozen=True, slots=True)
class _Loaded:
    """A figure with its picture, or without where there is none to be had."""

    figure: Figure
    picture: bytes | Path | None
    aspect: float


@dataclass(frozen=True, slots=True)
class _Setting:
    """How wide figures stand, at what share of their size, and who sets their captions."""

    width: float
    share: float
    paragraph: Setter


def map_box(figure: MapFigure, width: float, paragraph: Setter) -> Box:
    """A map above what is said of it, on one page."""
    caption = (paragraph(part, width) for part in _numbered(figure))
    drawn = MapBox(figure.scene, width, figure.anchor, figure.alt)
    said = Tagged(Stack(list(caption)), Node(structure.CAPTION))
    whole = Tagged(Kept(Stack([drawn, said])), Node(structure.DIVISION))
    whole.is_figure, whole.stub = True, _stub([figure], width, paragraph)
    whole.after = _BELOW
    return whole


def figure_grid(figures: Figures, width: float, paragraph: Setter) -> Box:
    """Two pictures a row, of one height; an odd last one stands beside its caption.

    The pictures of a single row can be made smaller to fit what is left of a page.
    """
    loaded = [_loaded(figure) for figure in figures.figures]

    def grid(share: float) -> Box:
        setting = _Setting(width, share, paragraph)
        rows = [
            GridRow(tuple(_row(loaded[first : first + _A_ROW], setting)), pad=5.0, whole=True)
            for first in range(0, len(loaded), _A_ROW)
        ]
        return Grid(None, rows, width, ruled=False)

    made = Pliant(grid, _LEAST) if len(loaded) <= _A_ROW else grid(1.0)
    made.is_figure = True
    if len(loaded) <= _A_ROW:
        made.stub = _stub(figures.figures, width, paragraph)
    return made


def _stub(figures: Sequence[Figure | MapFigure], width: float, paragraph: Setter) -> Box | None:
    """What stands where figures would have stood, had there been room."""
    names = [Run(figure.number, link=figure.anchor) for figure in figures if figure.number]
    if not names:
        return None
    if len(names) == 1:
        said = filled(_("{figure} is on the next page."), figure=(names[0],))
    else:
        told = _("{first} and {second} are on the next page.")
        said = filled(told, first=(names[0],), second=(names[1],))
    return paragraph(Paragraph(toned(said, Tone.MUTED), Role.TABLE), width)


def thumbnail(thumbnail: Thumbnail, width: float) -> Box:
    """A small picture for a table; nothing where there is none to be had."""
    if thumbnail.load is None:
        return Stack(())
    try:
        small = printed(thumbnail.load(), min(width, _THUMB[0]), _THUMB[1])
        return PictureBox(small, thumbnail.alt)
    except (CaseError, OSError):
        return Stack(())


def _loaded(figure: Figure) -> _Loaded:
    try:
        if figure.load is not None:
            picture = figure.load()
            return _Loaded(figure, picture, aspect(picture))
    except (CaseError, OSError):
        return _Loaded(figure, None, _MISSING)
    return _Loaded(figure, None, _MISSING)


def _row(row: Sequence[_Loaded], setting: _Setting) -> Iterator[Field]:
    if len(row) == 1:
        yield from _alone(row[0], setting)
        return
    room = setting.width - _BETWEEN
    first, second = _aspects(row)
    left = min(max(first / (first + second), _NARROWEST), 1 - _NARROWEST) * room
    x = 0.0
    # Of one height, that of the lower of both where each fills its column.
    height = min(left / first, (room - left) / second, _TALLEST)
    for each, column in zip(row, (left, room - left), strict=True):
        picture = _picture(each, column, height, setting)
        body = Stack([picture, _caption(each.figure, column, setting.paragraph)])
        yield Field(x, _anchored(body, each.figure), Node(structure.DIVISION))
        x += column + _BETWEEN


def _aspects(row: Sequence[_Loaded]) -> tuple[float, float]:
    """Of two pictures; one that is missing is given as much room as the one beside it."""
    first, second = row
    return (
        (first if first.picture is not None else second).aspect,
        (second if second.picture is not None else first).aspect,
    )


def _alone(only: _Loaded, setting: _Setting) -> Iterator[Field]:
    share, tallest = _ALONE
    column = min(share * setting.width, tallest * only.aspect)
    beside = column + _BETWEEN
    picture = _anchored(_picture(only, column, tallest, setting), only.figure)
    node = Node(structure.DIVISION)
    yield Field(0, picture, node)
    yield Field(beside, _caption(only.figure, setting.width - beside, setting.paragraph), node)


def _anchored(box: Box, figure: Figure) -> Box:
    return Anchored(box, figure.anchor) if figure.anchor else box


def _picture(loaded: _Loaded, width: float, height: float, setting: _Setting) -> Box:
    """The picture, or a sentence in its place: one bad picture never stops a briefing."""
    figure = loaded.figure
    try:
        if loaded.picture is not None:
            print_ = printed(loaded.picture, width, height).smaller(setting.share)
            box = PictureBox(print_, figure.alt, figure.regions)
            box.sticky = True  # to its caption
            return box
    except (CaseError, OSError):
        return _problem(figure, width, setting.paragraph)
    return _problem(figure, width, setting.paragraph)


def _problem(figure: Figure, width: float, paragraph: Setter) -> Box:
    said = Run(figure.problem, italic=True, tone=Tone.MUTED)
    return paragraph(Paragraph((said,), Role.TABLE), width)


def _caption(figure: Figure, width: float, paragraph: Setter) -> Box:
    said = Stack([paragraph(part, width) for part in _numbered(figure)])
    return Tagged(said, Node(structure.CAPTION))


def _numbered(figure: Figure | MapFigure) -> tuple[Paragraph, ...]:
    """The caption, its number before the first words."""
    if not figure.number:
        return figure.caption
    number = Run(f"{figure.number}. ", bold=True)
    first, *rest = figure.caption or (Paragraph((), Role.SMALL),)
    return (replace(first, runs=(number, *first.runs)), *rest)
