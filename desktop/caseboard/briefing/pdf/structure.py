"""The structure of a PDF: what each stretch of ink is, in the order it is read (ISO 32000-2, 14.7).

A node is made with the box that draws it and goes along when the box is split: one element then has
content on several pages. The tree grows while the pages are drawn: a node hangs below the one that
was open when it was first drawn. What is drawn while none is open that could hold it is an artifact
if it is a line or a ground, and a paragraph if it is text.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Final, NamedTuple

TABLE, ROW, HEADER, DATA = "Table", "TR", "TH", "TD"
LIST, ITEM, LABEL, BODY = "L", "LI", "Lbl", "LBody"
TITLE, SECTION, PARAGRAPH, FIGURE, CAPTION = "Title", "Sect", "P", "Figure", "Caption"
LINK, REFERENCE, NOTE, SPAN = "Link", "Reference", "Note", "Span"
DIVISION, QUOTE, ASIDE = "Div", "BlockQuote", "Aside"

ROLES: Final = {TITLE: "H1", ASIDE: DIVISION}
"""Roles of PDF 2.0 that one of PDF 1.7 stands for."""
_BLOCKS: Final = frozenset(
    ("Document", SECTION, DIVISION, ASIDE, QUOTE, LIST, ITEM, TABLE, ROW, NOTE)
)
"""What text never stands in alone: it is put into a paragraph."""


def heading(level: int) -> str:
    """The role of a heading; 1 is the document's title."""
    return f"H{level}"


class Mark(NamedTuple):
    """A stretch of a page's content: its page from 0, and its number on that page."""

    page: int
    number: int


class Spot(NamedTuple):
    """A link's area: its page from 0, and which of that page's annotations it is."""

    page: int
    number: int


@dataclass(eq=False, slots=True)
class Node:
    """An element of the structure: itself alone, whatever others say the same."""

    role: str = PARAGRAPH
    alt: str = ""
    """What a figure shows; of a link, where it leads."""
    language: str = ""
    """Where it is not that of the document (BCP 47)."""
    span: int = 1
    """The columns a cell stands over."""
    scope: str = ""
    """What a cell of labels is for: `Column` or `Row`."""
    within: str = ""
    """The role of an element around this one alone: a `Reference` around its `Link`."""
    title: str = ""
    id: str = ""
    """A name of its own in the whole file."""
    once: bool = False
    """Whether it is an artifact on every page after its first: labels repeated above a table."""
    parts: "list[Node | Mark | Spot]" = field(default_factory=list)
    parent: "Node | None" = None
    bounds: tuple[float, float, float, float] | None = None
    """Of a figure: left, lower, right and upper edge on its page, in points."""

    def cover(self, x: float, y: float, w: float, h: float) -> None:
        """Let its bounds hold a rectangle too."""
        left, low, right, high = self.bounds or (x, y, x + w, y + h)
        self.bounds = (min(left, x), min(low, y), max(right, x + w), max(high, y + h))

    def page(self) -> int | None:
        """The page of its first own content."""
        return next((part.page for part in self.parts if not isinstance(part, Node)), None)


class Tree:
    """The structure of a document while it is drawn."""

    def __init__(self) -> None:
        self.root = Node("Document")
        self.marked: list[list[Node]] = [[]]
        """Of each page, whose content each numbered stretch is."""
        self.linked: list[list[Node | None]] = [[]]
        """Of each page, whose area each annotation is."""
        self._open = [self.root]
        self._artifacts: list[str] = []

    @property
    def page(self) -> int:
        """The page being drawn, from 0."""
        return len(self.marked) - 1

    def next_page(self) -> None:
        """Go on to the next page."""
        self.marked.append([])
        self.linked.append([])

    @contextmanager
    def element(self, node: Node | None) -> Iterator[None]:
        """What is drawn inside is of `node`; where there is none, of what is open already."""
        if node is None or self._artifacts:
            yield
        elif node.once and node.parent is not None:
            with self.artifact():
                yield
        else:
            self._hang(node, self._open[-1])
            self._open.append(node)
            try:
                yield
            finally:
                self._open.pop()

    @contextmanager
    def artifact(self, kind: str = "") -> Iterator[None]:
        """What is drawn inside is no part of the text; `kind` is `Header` or `Footer` of a page."""
        self._artifacts.append(kind)
        try:
            yield
        finally:
            self._artifacts.pop()

    @property
    def artifact_kind(self) -> str | None:
        """The kind of artifact that is being drawn; None outside of any."""
        return self._artifacts[-1] if self._artifacts else None

    @property
    def figure(self) -> Node | None:
        """The figure that is being drawn, if one is."""
        node = self._open[-1]
        return node if node.role == FIGURE and not self._artifacts else None

    @contextmanager
    def text(self) -> Iterator[Node | None]:
        """What text drawn inside is of, a paragraph of its own if need be; None in an artifact."""
        if self._artifacts:
            yield None
        elif self._open[-1].role in _BLOCKS:
            with self.element(Node()):
                yield self._open[-1]
        else:
            yield self._open[-1]

    def mark(self, node: Node, below: Node | None = None) -> Mark:
        """A number for content of `node` that is to be drawn, hung below another if it is not."""
        if below is not None and below is not node:
            self._hang(node, below)
        mark = Mark(self.page, len(self.marked[-1]))
        self.marked[-1].append(node)
        node.parts.append(mark)
        return mark

    def link(self, node: Node | None) -> None:
        """Tell that the page has another annotation, and whose it is."""
        if node is not None:
            node.parts.append(Spot(self.page, len(self.linked[-1])))
        self.linked[-1].append(node)

    def _hang(self, node: Node, below: Node) -> None:
        if node.parent is not None:
            return
        if node.within:
            around = Node(node.within, parent=below)
            below.parts.append(around)
            below = around
        node.parent = below
        below.parts.append(node)
