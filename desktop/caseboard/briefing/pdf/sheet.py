"""The page being drawn on: the one module that knows reportlab's canvas and its quirks."""

from collections.abc import Iterable
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import Any, BinaryIO, Final, NamedTuple

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.fonts import addMapping
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from caseboard.briefing.pdf import unit_symbols
from caseboard.briefing.pdf.faces import SANS, font
from caseboard.briefing.pdf.lines import Line, Span
from caseboard.mapping.scene import Scene

_SCHEMES: Final = ("http://", "https://")

# Nothing but what is handed in is ever opened, and streams are not blown up to ASCII.
rl_config.trustedHosts = []
rl_config.trustedSchemes = []
rl_config.useA85 = 0
rl_config.canvas_basefontname = SANS  # else Helvetica, unembedded, stands in every file
rl_config.defaultGraphicsFontName = SANS  # and wherever a symbol is drawn
for _bold, _italic in ((0, 0), (0, 1), (1, 0), (1, 1)):  # else its styles cannot be imported
    addMapping(SANS, _bold, _italic, SANS)


class Place(NamedTuple):
    """A place in a file: its page from 0, and points from the upper edge of that page."""

    page: int
    top: float


class Sheet:
    """A PDF under way. Points, from the lower left; colours are `#rrggbb`.

    The same calls give the same bytes: dates are the ones given, ids come from the contents.
    Links to a name that is not among `targets` are left out, since reportlab cannot save them.
    """

    def __init__(
        self,
        target: BinaryIO,
        size: tuple[float, float],
        *,
        language: str,
        targets: frozenset[str],
    ) -> None:
        font(SANS)
        self.size = size
        self._targets = targets
        self._page = 0
        self.places: dict[str, Place] = {}
        """Where each name stands that was marked so far."""
        self._canvas: Any = Canvas(
            target,
            pagesize=size,
            pageCompression=1,
            invariant=1,
            initialFontName=SANS,
            lang=language,
            pdfVersion=(1, 7),
        )

    def describe(
        self, *, title: str, author: str, subject: str, program: str, made: datetime
    ) -> None:
        """What the file says of itself."""
        stamp = made.astimezone(UTC).strftime("D:%Y%m%d%H%M%S+00'00'")
        self._canvas.setDateFormatter(lambda *_now: stamp)
        self._canvas.setTitle(title)
        self._canvas.setAuthor(author)
        self._canvas.setSubject(subject)
        self._canvas.setCreator(program)
        self._canvas.setViewerPreference("DisplayDocTitle", "true")
        self._canvas.showOutline()

    def lines(self, placed: Iterable[tuple[float, float, Line]]) -> None:
        """Draw lines, each from `x` at baseline `y`."""
        text = self._canvas.beginText()
        rise, tracking, colour = 0.0, 0.0, ""
        for start, y, line in placed:
            x = start
            text.setTextOrigin(x, y)
            for span in line.spans:
                ink = span.ink
                text.setFont(ink.face, ink.size)
                if ink.colour != colour:
                    text.setFillColor(_colour(ink.colour))
                    colour = ink.colour
                if ink.rise != rise:
                    text.setRise(ink.rise)
                    rise = ink.rise
                if ink.tracking != tracking:
                    text.setCharSpace(ink.tracking)
                    tracking = ink.tracking
                text.textOut(span.text)
                self._lead(span, x, y)
                x += span.width
        text.setRise(0)  # both outlive the text they were set in
        text.setCharSpace(0)
        self._canvas.drawText(text)

    def _lead(self, span: Span, x: float, y: float) -> None:
        ink = span.ink
        low, high = y + ink.rise - 0.22 * ink.size, y + ink.rise + 0.8 * ink.size
        if ink.anchor:
            self.mark(ink.anchor, x, high)
        if ink.link in self._targets:
            self._canvas.linkRect("", ink.link, (x, low, x + span.width, high), relative=1)
        if ink.url.lower().startswith(_SCHEMES) and ink.url.isascii():
            self._canvas.linkURL(ink.url, (x, low, x + span.width, high), relative=1)

    def mark(self, name: str, x: float, top: float) -> None:
        """Make this place one that links and bookmarks lead to; the first place given stays."""
        if name not in self.places:
            self.places[name] = Place(self._page, self.size[1] - top)
            self._canvas.bookmarkHorizontal(name, x, top)

    def bookmark(self, title: str, name: str, level: int) -> None:
        """An entry in the reader's list of contents."""
        self._canvas.addOutlineEntry(title, name, level)

    def rule(self, x: float, y: float, length: float, colour: str, weight: float) -> None:
        """A level line whose upper edge is `y`."""
        self.fill(x, y - weight, length, weight, colour)

    def fill(
        self, x: float, y: float, w: float, h: float, colour: str, *, radius: float = 0.0
    ) -> None:
        """A filled rectangle, its corners rounded by `radius`."""
        self._canvas.setFillColor(_colour(colour))
        if radius:
            self._canvas.roundRect(x, y, w, h, radius, stroke=0, fill=1)
        else:
            self._canvas.rect(x, y, w, h, stroke=0, fill=1)

    def frame(self, x: float, y: float, w: float, h: float, colour: str) -> None:
        """A hairline around a rectangle."""
        self._canvas.setStrokeColor(_colour(colour))
        self._canvas.setLineWidth(0.6)
        self._canvas.rect(x, y, w, h, stroke=1, fill=0)

    def picture(self, jpeg: bytes, x: float, y: float, w: float, h: float) -> None:
        """A JPEG, put in as it is."""
        self._canvas.drawImage(ImageReader(BytesIO(jpeg)), x, y, w, h)

    def map(self, scene: Scene, x: float, y: float, factor: float) -> None:
        """A map from its lower left corner, a pixel of it `factor` points."""
        from caseboard.briefing.pdf import map_figure  # noqa: PLC0415  few briefings need numpy

        self._canvas.saveState()
        self._canvas.translate(x, y)
        self._canvas.scale(factor, factor)
        map_figure.paint(self._canvas, scene)
        self._canvas.restoreState()

    def emblem(self, svg: str, x: float, y: float, w: float, h: float) -> None:
        """A unit's symbol (SVG Tiny 1.2) in a box, as vectors."""
        self._canvas.saveState()
        self._canvas.translate(x, y)
        unit_symbols.draw(self._canvas, svg, w, h)
        self._canvas.restoreState()

    def next_page(self) -> None:
        """Close this page."""
        self._page += 1
        self._canvas.showPage()

    def save(self) -> None:
        """Close the last page and write the file out; the sheet is used up."""
        for name in sorted(self._targets - self.places.keys()):
            # reportlab cannot save a link to nowhere: what was never drawn leads to the end.
            self.mark(name, 0, self.size[1])
        self._canvas.showPage()
        self._canvas.save()


@cache
def _colour(name: str) -> Any:
    return HexColor(name)
