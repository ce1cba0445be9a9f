"""Pictures side by side and maps across the page, each with its caption."""

from collections.abc import Callable
from dataclasses import replace

from typing_extensions import override

from caseboard.briefing.blocks import (
    Figure,
    Figures,
    MapFigure,
    Paragraph,
    Role,
    Run,
    Thumbnail,
    Tone,
)
from caseboard.briefing.pdf import scale, structure
from caseboard.briefing.pdf.boxes import Box, Kept, Stack
from caseboard.briefing.pdf.grid import Field, Grid, GridRow
from caseboard.briefing.pdf.pictures import Print, printed
from caseboard.briefing.pdf.sheet import Sheet
from caseboard.briefing.pdf.structure import Node
from caseboard.briefing.pdf.tagged import Tagged
from caseboard.errors import CaseError
from caseboard.mapping.scene import Scene

_BETWEEN = 18.0
_TALLEST = 47 * scale.MM
_THUMB = (76.0, 54.0)
Setter = Callable[[Paragraph, float], Box]


class PictureBox(Box):
    """A picture with a hairline around it."""

    after = 5.0

    def __init__(self, picture: Print, alt: str = "") -> None:
        self._picture = picture
        self._node = Node(structure.FIGURE, alt=alt) if alt else None
        self.height = picture.height

    @override
    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw it."""
        picture = self._picture
        foot = top - picture.height
        with sheet.element(self._node):
            sheet.picture(picture.jpeg, x, foot, picture.width, picture.height)
        sheet.frame(x - 0.3, foot - 0.3, picture.width + 0.6, picture.height + 0.6, scale.LINE)


class MapBox(Box):
    """A map with a hairline around it, as large as it was composed but no wider than the column."""

    before, after = 3.0, 5.0

    def __init__(self, scene: Scene, width: float, anchor: str = "", alt: str = "") -> None:
        self._scene, self._anchor = scene, anchor
        self._node = Node(structure.FIGURE, alt=alt)
        self._factor = min(scale.PIXEL, width / scene.view.width)
        self._width = scene.view.width * self._factor
        self.height = scene.view.height * self._factor

    @override
    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw it, as vectors."""
        if self._anchor:
            sheet.mark(self._anchor, x, top)
        foot = top - self.height
        with sheet.element(self._node):
            sheet.map(self._scene, x, foot, self._factor)
        sheet.frame(x - 0.3, foot - 0.3, self._width + 0.6, self.height + 0.6, scale.LINE)


def map_box(figure: MapFigure, width: float, paragraph: Setter) -> Box:
    """A map above what is said of it, on one page."""
    caption = (paragraph(part, width) for part in _numbered(figure))
    drawn = MapBox(figure.scene, width, figure.anchor, figure.alt)
    said = Tagged(Stack(list(caption)), Node(structure.CAPTION))
    return Tagged(Kept(Stack([drawn, said])), Node(structure.DIVISION))


def figure_grid(figures: Figures, width: float, paragraph: Setter) -> Box:
    """Two pictures a row; one alone stands beside its caption."""
    half = (width - _BETWEEN) / 2
    if len(figures.figures) == 1:
        row = _alone(figures.figures[0], half, paragraph)
        return Grid(None, [row], width, ruled=False, node=Node(structure.DIVISION))
    rows = []
    for first in range(0, len(figures.figures), 2):
        pair = figures.figures[first : first + 2]
        fields = tuple(
            Field(
                place * (half + _BETWEEN),
                Stack([_picture(figure, half, paragraph), _caption(figure, half, paragraph)]),
                Node(structure.DIVISION),
            )
            for place, figure in enumerate(pair)
        )
        rows.append(GridRow(fields, pair[0].anchor, pad=5.0))
    return Grid(None, rows, width, ruled=False)


def _alone(figure: Figure, half: float, paragraph: Setter) -> GridRow:
    beside = Field(half + _BETWEEN, _caption(figure, half, paragraph))
    return GridRow((Field(0, _picture(figure, half, paragraph)), beside), figure.anchor)


def _picture(figure: Figure, width: float, paragraph: Setter) -> Box:
    """The picture, or a sentence in its place: one bad picture never stops a briefing."""
    try:
        if figure.load is not None:
            return PictureBox(printed(figure.load(), width, _TALLEST), figure.alt)
    except (CaseError, OSError):
        return _problem(figure, width, paragraph)
    return _problem(figure, width, paragraph)


def _problem(figure: Figure, width: float, paragraph: Setter) -> Box:
    said = Run(figure.problem, italic=True, tone=Tone.MUTED)
    return paragraph(Paragraph((said,), Role.TABLE), width)


def thumbnail(thumbnail: Thumbnail, width: float) -> Box:
    """A small picture for a table; nothing where there is none to be had."""
    if thumbnail.load is None:
        return Stack(())
    try:
        small = printed(thumbnail.load(), min(width, _THUMB[0]), _THUMB[1])
        return PictureBox(small, thumbnail.alt)
    except (CaseError, OSError):
        return Stack(())


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
