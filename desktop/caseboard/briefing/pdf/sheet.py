"""The page being drawn on: the one module that knows reportlab's canvas and its quirks."""

from collections.abc import Iterable, Iterator
from contextlib import AbstractContextManager, contextmanager
from datetime import UTC, datetime
from functools import cache
from io import BytesIO
from typing import Any, BinaryIO, Final

from reportlab import rl_config
from reportlab.lib.colors import HexColor
from reportlab.lib.fonts import addMapping
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from caseboard.briefing.pdf import unit_symbols
from caseboard.briefing.pdf.faces import SANS, font
from caseboard.briefing.pdf.lines import Ink, Line, clean
from caseboard.briefing.pdf.linking import Bookmark, Lead, Place
from caseboard.briefing.pdf.structure import Node, Tree
from caseboard.briefing.pdf.writing import END, Writer, artifact, content, groups
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


class Sheet:
    """A PDF under way. Points, from the lower left; colours are `#rrggbb`.

    The same calls give the same bytes: dates are the ones given, ids come from the contents.
    Links to a name that is not among `targets` are left out. Links, places and bookmarks are only
    kept here, for who finishes the file.
    Whatever is drawn is marked as content of a node of `tree`, or as an artifact.
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
        self.tree = Tree()
        self._mark = ""
        self._zoom = (1.0, 0.0, 0.0)
        self.places: dict[str, Place] = {}
        """Where each name stands that was marked so far."""
        self.leads: list[list[Lead]] = [[]]
        """Of each page, the areas that lead somewhere."""
        self.bookmarks: list[Bookmark] = []
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

    def element(self, node: Node | None) -> AbstractContextManager[None]:
        """What is drawn inside is of `node`; where there is none, of what is open already."""
        return self.tree.element(node)

    def artifact(self, kind: str = "") -> AbstractContextManager[None]:
        """What is drawn inside is no part of the text; `kind` is `Header` or `Footer` of a page."""
        return self.tree.artifact(kind)

    def lines(self, placed: Iterable[tuple[float, float, Line]]) -> None:
        """Draw lines, each from `x` at baseline `y`."""
        with self.tree.text() as node:
            writer = Writer(self._canvas, self.tree, node)
            for start, y, line in placed:
                x = start
                writer.go(x, y)
                for group in groups(line.spans):
                    width = writer.write(group)
                    self._lead(group[0].ink, x, y, width)
                    x += width
                if line.gap is not None:
                    writer.write([line.gap])
            writer.end()

    def _lead(self, ink: Ink, x: float, y: float, width: float) -> None:
        low, high = y + ink.rise - 0.22 * ink.size, y + ink.rise + 0.8 * ink.size
        if ink.anchor:
            self.mark(ink.anchor, x, high)
        left, foot, wide, tall = self._placed(x, low, width, high - low)
        area = (left, foot, left + wide, foot + tall)
        if ink.link in self._targets:
            self._link(Lead(area, name=ink.link), ink.element)
        elif ink.url.lower().startswith(_SCHEMES) and ink.url.isascii():
            self._link(Lead(area, url=ink.url), ink.element)

    def _link(self, lead: Lead, element: Node | None) -> None:
        if self.tree.artifact_kind is not None:
            element = None
        says = element.alt or lead.url or lead.name if element is not None else ""
        self.leads[-1].append(lead._replace(says=says))
        self.tree.link(element)

    @contextmanager
    def _shape(self, *bounds: float) -> Iterator[None]:
        """Marks what is drawn inside as content of the open figure, else as an artifact."""
        figure = self.tree.figure
        if figure is not None:
            figure.cover(*self._placed(*bounds))
            mark = content(self.tree, figure)
        else:
            mark = artifact(self.tree.artifact_kind)
        code = self._canvas._code  # noqa: SLF001  reportlab knows nothing of marked content
        if figure is None and code and code[-1] == END and self._mark == mark:
            code.pop()  # goes on with the artifact before
        else:
            code.append(mark)
        self._mark = mark
        yield
        code.append(END)

    def mark(self, name: str, x: float, top: float) -> None:
        """Make this place one that links and bookmarks lead to; the first place given stays."""
        if name not in self.places:
            _left, y, _wide, _high = self._placed(x, top)
            self.places[name] = Place(self.tree.page, self.size[1] - y)

    def bookmark(self, title: str, name: str, level: int) -> None:
        """An entry in the reader's list of contents."""
        self.bookmarks.append(Bookmark(clean(title), name, level))

    def rule(self, x: float, y: float, length: float, colour: str, weight: float) -> None:
        """A level line whose upper edge is `y`."""
        self.fill(x, y - weight, length, weight, colour)

    def fill(
        self, x: float, y: float, w: float, h: float, colour: str, *, radius: float = 0.0
    ) -> None:
        """A filled rectangle, its corners rounded by `radius`."""
        with self._shape(x, y, w, h):
            self._canvas.setFillColor(_colour(colour))
            if radius:
                self._canvas.roundRect(x, y, w, h, radius, stroke=0, fill=1)
            else:
                self._canvas.rect(x, y, w, h, stroke=0, fill=1)

    def frame(self, x: float, y: float, w: float, h: float, colour: str) -> None:
        """A hairline around a rectangle."""
        with self._shape(x, y, w, h):
            self._canvas.setStrokeColor(_colour(colour))
            self._canvas.setLineWidth(0.6)
            self._canvas.rect(x, y, w, h, stroke=1, fill=0)

    def picture(self, jpeg: bytes, x: float, y: float, w: float, h: float) -> None:
        """A JPEG, put in as it is."""
        with self._shape(x, y, w, h):
            self._canvas.drawImage(ImageReader(BytesIO(jpeg)), x, y, w, h)

    def map(self, scene: Scene, x: float, y: float, factor: float) -> None:
        """A map from its lower left corner, a pixel of it `factor` points."""
        from caseboard.briefing.pdf import map_figure  # noqa: PLC0415  few briefings need numpy

        wide, high = scene.view.width * factor, scene.view.height * factor
        with self._shape(x, y, wide, high), self._moved(x, y):
            self._canvas.scale(factor, factor)
            map_figure.paint(self._canvas, scene)

    def emblem(self, svg: str, x: float, y: float, w: float, h: float) -> None:
        """A unit's symbol (SVG Tiny 1.2) in a box, as vectors."""
        with self._shape(x, y, w, h), self._moved(x, y):
            unit_symbols.draw(self._canvas, svg, w, h)

    @contextmanager
    def _moved(self, x: float, y: float) -> Iterator[None]:
        self._canvas.saveState()
        self._canvas.translate(x, y)
        yield
        self._canvas.restoreState()

    @contextmanager
    def zoomed(self, factor: float, x: float, y: float) -> Iterator[None]:
        """What is drawn inside is drawn from `x` and `y` on, at `factor` of its size."""
        before, self._zoom = self._zoom, (factor, x, y)
        with self._moved(x, y):
            self._canvas.scale(factor, factor)
            yield
        self._zoom = before

    def _placed(
        self, x: float, y: float, w: float = 0.0, h: float = 0.0
    ) -> tuple[float, float, float, float]:
        """Where a rectangle comes to stand on the page."""
        factor, left, low = self._zoom
        return left + factor * x, low + factor * y, factor * w, factor * h

    def next_page(self) -> None:
        """Close this page."""
        self.tree.next_page()
        self.leads.append([])
        self._canvas.showPage()

    def save(self) -> None:
        """Close the last page and write the file out; the sheet is used up."""
        for name in sorted(self._targets - self.places.keys()):
            self.mark(name, 0, self.size[1])  # what was never drawn leads to the end
        self._canvas.showPage()
        self._canvas.save()


@cache
def _colour(name: str) -> Any:
    return HexColor(name)
