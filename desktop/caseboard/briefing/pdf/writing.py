"""Writes lines of text into a page's content, saying no more than what changes.

reportlab's own text objects take several times as long: most of a briefing's time was theirs.
"""

from collections.abc import Iterator, Sequence
from functools import cache
from typing import Any, Final

from reportlab.lib.colors import HexColor

from caseboard.briefing.pdf.faces import font
from caseboard.briefing.pdf.lines import Ink, Span
from caseboard.briefing.pdf.structure import Node, Tree

ARTIFACT: Final = "/Artifact BMC"
END: Final = "EMC"
_ESCAPES: Final = {
    code: f"\\{code:03o}" if code < 32 or code > 126 else f"\\{chr(code)}"
    for code in (*range(32), *range(127, 256), *b"()\\")
}
"""How a byte is written in a string where it cannot stand itself (ISO 32000-2, 7.3.4.2)."""


class Writer:
    """One text object, each stretch of it marked as content of an element or as an artifact."""

    def __init__(self, canvas: Any, tree: Tree, node: Node | None) -> None:
        self._canvas, self._tree, self._node = canvas, tree, node
        self._code = ["BT"]
        self._font, self._colour = "", ""
        self._rise, self._tracking = 0.0, 0.0
        self._within: Node | None = None
        self._is_open = False

    def go(self, x: float, y: float) -> None:
        """Write the next line from `x` at baseline `y`."""
        self._code.append(f"1 0 0 1 {x:.2f} {y:.2f} Tm")

    def write(self, group: Sequence[Span]) -> float:
        """Write spans of one element, or one span; how wide they are."""
        self._mark(group[0].ink.element or self._node)
        width = 0.0
        for span in group:
            self._set(span.ink)
            self._show(span.text, span.ink)
            width += span.width
        return width

    def end(self) -> None:
        """Put it on the page."""
        code = self._code
        if self._is_open:
            code.append(END)
        if self._rise:
            code.append("0 Ts")  # both outlive the text they were set in
        if self._tracking:
            code.append("0 Tc")
        code.append("ET")
        self._canvas._code.append(" ".join(code))  # noqa: SLF001  see the module

    def _set(self, ink: Ink) -> None:
        if ink.colour != self._colour:
            self._code.append(_fill(ink.colour))
            self._colour = ink.colour
        if ink.rise != self._rise:
            self._code.append(f"{ink.rise:.2f} Ts")
            self._rise = ink.rise
        if ink.tracking != self._tracking:
            self._code.append(f"{ink.tracking:.2f} Tc")
            self._tracking = ink.tracking

    def _show(self, text: str, ink: Ink) -> None:
        face, document = font(ink.face), self._canvas._doc  # noqa: SLF001  fonts are embedded by it
        for subset, codes in face.splitString(text, document):
            name = f"{face.getSubsetInternalName(subset, document)} {ink.size:.2f} Tf"
            if name != self._font:
                self._code.append(name)
                self._font = name
            self._code.append(f"({codes.decode('latin-1').translate(_ESCAPES)}) Tj")

    def _mark(self, node: Node | None) -> None:
        if self._is_open and node is self._within:
            return
        if self._is_open:
            self._code.append(END)
        if self._node is None or node is None:
            node, mark = None, artifact(self._tree.artifact_kind)
        else:
            mark = content(self._tree, node, self._node)
        self._code.append(mark)
        self._within, self._is_open = node, True


def groups(spans: Sequence[Span]) -> Iterator[Sequence[Span]]:
    """Spans of the same element together, any other alone."""
    start = 0
    for place, span in enumerate(spans):
        element = span.ink.element
        is_last = place + 1 == len(spans)
        if element is None or is_last or spans[place + 1].ink.element is not element:
            yield spans[start : place + 1]
            start = place + 1


def content(tree: Tree, node: Node, below: Node | None = None) -> str:
    """The mark that content of `node` begins with."""
    return f"/{node.role} <</MCID {tree.mark(node, below).number}>> BDC"


def artifact(kind: str | None) -> str:
    """The mark of an artifact of the layout, or of the page (ISO 32000-2, 14.8.2.2)."""
    return f"/Artifact <</Type /Pagination /Subtype /{kind}>> BDC" if kind else ARTIFACT


@cache
def _fill(colour: str) -> str:
    return " ".join(f"{part:.3f}" for part in HexColor(colour).rgb()) + " rg"
