"""Draws the scene of a map on a page: vectors, words in the fonts that are embedded."""

import math
from collections.abc import Iterable
from io import BytesIO
from typing import TYPE_CHECKING, Any, Final

from PIL import Image
from reportlab.lib.colors import HexColor
from reportlab.pdfgen.canvas import FILL_EVEN_ODD
from reportlab.pdfgen.pathobject import PDFPathObject

from caseboard.briefing.pdf import see_through, unit_symbols
from caseboard.briefing.pdf.faces import SANS, SANS_ITALIC, SANS_SEMIBOLD, advance, font, stretches
from caseboard.mapping import hatching
from caseboard.mapping.scene import (
    HALO,
    Align,
    Area,
    Disc,
    Face,
    Line,
    Pen,
    Raster,
    Scene,
    Shape,
    Symbol,
    Words,
)

if TYPE_CHECKING:
    from caseboard.mapping.scene import Points

DPI: Final = 150
"""Dots an inch, no finer than which pictures of the ground are printed."""
MOST_PIXELS: Final = 20_000_000
"""Larger pictures are not opened."""
_FACES: Final = {Face.PLAIN: SANS, Face.BOLD: SANS_SEMIBOLD, Face.ITALIC: SANS_ITALIC}
_FORMATS: Final = ("JPEG", "PNG", "WEBP")
_ROUND = 1
_STROKED = 1
"""The text rendering mode that draws outlines of letters (ISO 32000-1, 9.3.6)."""


def paint(canvas: Any, scene: Scene) -> None:
    """Draw a scene on reportlab's canvas: a pixel is a unit, the lower left corner the origin.

    Nothing is drawn beyond the scene's own width and height.
    """
    painter = _Painter(canvas, scene.view.height)
    painter.ground(scene.view.width, scene.background)
    painter.all(scene.shapes())


class _Painter:
    """Turns shapes, whose y goes down, into marks on a canvas whose y goes up."""

    def __init__(self, canvas: Any, height: float) -> None:
        self._canvas = canvas
        self._height = height
        canvas.setLineJoin(_ROUND)

    def ground(self, width: float, color: str) -> None:
        """Cut off what lies outside, and fill what lies inside."""
        frame = self._canvas.beginPath()
        frame.rect(0, 0, width, self._height)
        self._canvas.clipPath(frame, stroke=0, fill=0)
        self._fill(color, 1.0)
        self._canvas.rect(0, 0, width, self._height, stroke=0, fill=1)

    def all(self, shapes: Iterable[Shape]) -> None:
        """Draw them, the first lowest."""
        for shape in shapes:
            match shape:
                case Area():
                    self._area(shape)
                case Line():
                    self._line(shape)
                case Disc():
                    self._disc(shape)
                case Words():
                    self._words(shape)
                case Symbol():
                    self._symbol(shape)
                case Raster():
                    self._raster(shape)

    def _area(self, area: Area) -> None:
        rings = [ring for ring in area.rings if len(ring) > 2]
        if not rings:
            return
        is_filled = bool(area.fill) and not area.hatch
        if area.fill and area.hatch:
            stripes = hatching.stripes(rings)
            self._stroke_lines(stripes, Pen(area.fill, hatching.WIDTH, opacity=area.opacity))
        if is_filled:
            self._fill(area.fill, area.opacity)
        self._pen(area.pen)
        if is_filled or area.pen:
            path = PDFPathObject([self._path(ring) + " h" for ring in rings])
            self._canvas.drawPath(
                path, stroke=int(area.pen is not None), fill=int(is_filled), fillMode=FILL_EVEN_ODD
            )

    def _line(self, line: Line) -> None:
        self._stroke_lines(line.lines, line.pen)
        if line.arrow:
            heads = [hatching.arrow_head(each, line.pen) for each in line.lines if len(each) > 1]
            self._fill(line.pen.color, line.pen.opacity)
            path = PDFPathObject([self._path(head) + " h" for head in heads])
            self._canvas.drawPath(path, stroke=0, fill=1)

    def _stroke_lines(self, lines: "Iterable[Points]", pen: Pen) -> None:
        drawn = [self._path(each) for each in lines if len(each) > 1]
        if drawn:
            self._pen(pen)
            self._canvas.drawPath(PDFPathObject(drawn), stroke=1, fill=0)

    def _disc(self, disc: Disc) -> None:
        if disc.fill:
            self._fill(disc.fill, disc.opacity)
        self._pen(disc.pen)
        if disc.fill or disc.pen:
            self._canvas.circle(
                disc.x,
                self._height - disc.y,
                disc.r,
                stroke=int(disc.pen is not None),
                fill=int(bool(disc.fill)),
            )

    def _words(self, words: Words) -> None:
        if not words.text:
            return
        pieces = list(stretches(words.text, _FACES[words.face]))
        for piece in pieces:
            font(piece.face)
        width = sum(advance(piece.text, piece.face) for piece in pieces) * words.size / 1000
        width += words.spacing * max(0, len(words.text) - 1)
        self._canvas.saveState()
        self._canvas.translate(words.x, self._height - words.y)
        if words.angle:
            self._canvas.rotate(-words.angle)
        start = {Align.START: 0.0, Align.MIDDLE: -width / 2, Align.END: -width}[words.align]
        if words.halo:
            self._pen(Pen(words.halo, HALO))
            self._text(pieces, start, words, mode=_STROKED)
        self._fill(words.color, 1.0)
        self._text(pieces, start, words, mode=0)
        self._canvas.restoreState()

    def _text(self, pieces: Iterable[Any], start: float, words: Words, *, mode: int) -> None:
        text = self._canvas.beginText(start, 0)
        text.setTextRenderMode(mode)
        text.setCharSpace(words.spacing)
        for piece in pieces:
            text.setFont(piece.face, words.size)
            text.textOut(piece.text)
        text.setCharSpace(0)  # both outlive the text they were set in
        text.setTextRenderMode(0)
        self._canvas.drawText(text)

    def _symbol(self, shape: Symbol) -> None:
        self._canvas.saveState()
        self._canvas.translate(shape.x, self._height - shape.y - shape.height)
        unit_symbols.draw(self._canvas, shape.svg, shape.width, shape.height)
        self._canvas.restoreState()

    def _raster(self, raster: Raster) -> None:
        """Three corners say where it lies: the fourth follows."""
        (x0, y0), (x1, y1), _far, (x3, y3) = raster.corners
        image = _printed(raster, math.dist((x0, y0), (x1, y1)), math.dist((x0, y0), (x3, y3)))
        if image is None:
            return
        self._canvas.saveState()
        self._canvas.transform(x1 - x0, y0 - y1, x0 - x3, y3 - y0, x3, self._height - y3)
        self._canvas.setFillAlpha(raster.opacity)
        see_through.draw(self._canvas, image)
        self._canvas.restoreState()

    def _fill(self, color: str, opacity: float) -> None:
        self._canvas.setFillColor(HexColor(color))
        self._canvas.setFillAlpha(opacity)

    def _pen(self, pen: Pen | None) -> None:
        if pen is None:
            return
        self._canvas.setStrokeColor(HexColor(pen.color))
        self._canvas.setStrokeAlpha(pen.opacity)
        self._canvas.setLineWidth(pen.width)
        self._canvas.setDash(list(pen.dash))

    def _path(self, points: "Points") -> str:
        """Points as lines; those that are the same in print as the one before are left out."""
        steps, before = [], (math.inf, math.inf)
        for x, y in points.tolist():
            step = (round(x, 2), round(self._height - y, 2))
            if step != before:
                steps.append(f"{step[0]:g} {step[1]:g} l")
                before = step
        return f"{steps[0][:-1]}m {' '.join(steps[1:])}"


def _printed(raster: Raster, width: float, height: float) -> Image.Image | None:
    """The picture no finer than is printed, `width` by `height` pixels; None where it is broken."""
    most = (max(1, round(width / 96 * DPI)), max(1, round(height / 96 * DPI)))
    try:
        with Image.open(BytesIO(raster.image), formats=_FORMATS) as opened:
            if opened.width * opened.height > MOST_PIXELS:
                return None
            has_alpha = opened.has_transparency_data
            flat = opened.convert("RGBA" if has_alpha else "RGB")
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
    flat.info = {}
    if flat.width > most[0] or flat.height > most[1]:
        size = (min(flat.width, most[0]), min(flat.height, most[1]))
        flat = flat.resize(size, Image.Resampling.LANCZOS, reducing_gap=3.0)
    return flat
