"""Pictures and maps as boxes: a hairline around them, and letters on what a caption speaks of."""

from collections.abc import Sequence
from typing import Final, NamedTuple

from typing_extensions import override

from caseboard.briefing.blocks import Region
from caseboard.briefing.pdf import scale, structure
from caseboard.briefing.pdf.boxes import Box
from caseboard.briefing.pdf.faces import face
from caseboard.briefing.pdf.lines import Ink, Line, spans
from caseboard.briefing.pdf.pictures import Print
from caseboard.briefing.pdf.sheet import Sheet
from caseboard.briefing.pdf.structure import Node
from caseboard.mapping.scene import Scene

_BADGE: Final = 10.5
_HALO, _STROKE = 2.4, 1.1
_STRETCH: Final = 1.2
"""How much larger than it was composed a map may be: the column of a Letter page, set smaller."""


class PictureBox(Box):
    """A picture with a hairline around it, and its regions outlined."""

    after = 5.0

    def __init__(self, picture: Print, alt: str = "", regions: Sequence[Region] = ()) -> None:
        self._picture, self._regions = picture, regions
        self._node = Node(structure.FIGURE, alt=alt) if alt else None
        self.height = picture.height

    @override
    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Draw it."""
        picture = self._picture
        foot = top - picture.height
        with sheet.element(self._node):
            sheet.picture(picture.jpeg, x, foot, picture.width, picture.height)
        with sheet.artifact():
            _letter(sheet, [_area(region, x, top, picture) for region in self._regions])
        sheet.frame(x - 0.3, foot - 0.3, picture.width + 0.6, picture.height + 0.6, scale.LINE)


class MapBox(Box):
    """A map with a hairline around it, as wide as the column where that is near its own size."""

    before, after = 3.0, 6.0

    def __init__(self, scene: Scene, width: float, anchor: str = "", alt: str = "") -> None:
        self._scene, self._anchor = scene, anchor
        self._node = Node(structure.FIGURE, alt=alt)
        self._factor = min(scale.PIXEL * _STRETCH, width / scene.view.width)
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


class Anchored(Box):
    """A box that links lead to."""

    def __init__(self, box: Box, anchor: str) -> None:
        self._box, self._anchor = box, anchor
        self.height, self.before, self.after = box.height, box.before, box.after

    @override
    def split(self, room: float, *, fresh: bool) -> tuple[Box, Box] | None:
        """Part what is inside; links lead to its beginning."""
        parts = self._box.split(room, fresh=fresh)
        return None if parts is None else (Anchored(parts[0], self._anchor), parts[1])

    @override
    def draw(self, sheet: Sheet, x: float, top: float) -> None:
        """Mark the place and draw it."""
        sheet.mark(self._anchor, x, top)
        self._box.draw(sheet, x, top)


class _Area(NamedTuple):
    """A region on the page: its upper left corner, its size, and its letter."""

    x: float
    top: float
    width: float
    height: float
    label: str


def _area(region: Region, x: float, top: float, picture: Print) -> _Area:
    left, right = (_within(share) for share in (region.x, region.x + region.width))
    upper, lower = (_within(share) for share in (region.y, region.y + region.height))
    return _Area(
        x + left * picture.width,
        top - upper * picture.height,
        (right - left) * picture.width,
        (lower - upper) * picture.height,
        region.label,
    )


def _letter(sheet: Sheet, areas: Sequence[_Area]) -> None:
    """A dark line on a light one, seen on any ground; letters at the upper left corners.

    Where corners meet, the letters stand side by side.
    """
    for area in areas:
        for colour, weight in ((scale.PAPER, _HALO), (scale.INK, _STROKE)):
            _frame(sheet, area, colour, weight)
    placed: list[tuple[float, float, float]] = []
    for area in areas:
        x = area.x
        for left, top, width in placed:
            if abs(top - area.top) < _BADGE and left - _BADGE < x < left + width:
                x = left + width + 1.5
        placed.append((x, area.top, _badge(sheet, area, x)))


def _badge(sheet: Sheet, area: _Area, x: float) -> float:
    """Draw the letter from `x`; how wide it is."""
    ink = Ink(face(scale.REGION.family, bold=True), scale.REGION.size, scale.PAPER)
    letter = spans([(ink, area.label)])
    width = sum(span.width for span in letter)
    ground, foot = max(_BADGE, width + 5), area.top - _BADGE
    sheet.fill(x - 0.6, foot - 0.6, ground + 1.2, _BADGE + 1.2, scale.PAPER)
    sheet.fill(x, foot, ground, _BADGE, scale.INK)
    base = foot + _BADGE / 2 - 0.36 * scale.REGION.size
    sheet.lines([(x + (ground - width) / 2, base, Line(letter, width))])
    return ground


def _frame(sheet: Sheet, area: _Area, colour: str, weight: float) -> None:
    x, top, w, h, _label = area
    half = weight / 2
    sheet.fill(x - half, top - half, w + weight, weight, colour)
    sheet.fill(x - half, top - h - half, w + weight, weight, colour)
    sheet.fill(x - half, top - h, weight, h, colour)
    sheet.fill(x + w - half, top - h, weight, h, colour)


def _within(share: float) -> float:
    return min(max(share, 0.0), 1.0)
