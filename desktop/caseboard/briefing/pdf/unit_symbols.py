"""Unit symbols in a PDF: SVG Tiny pictures as vectors, their letters in the font that is embedded.

svglib and what it imports take most of a second: they are loaded when a symbol is printed.
"""

from collections.abc import Iterator
from functools import lru_cache
from io import StringIO
from typing import Any

from caseboard.briefing.pdf.faces import SANS, SANS_SEMIBOLD, font

_FAMILY = 'font-family="Inter"'
_KNOWN = 'font-family="sans-serif"'
"""A family svglib knows: for any other it would ask the machine what fonts it has."""


def draw(canvas: Any, svg: str, width: float, height: float) -> None:
    """Draw a symbol on reportlab's canvas, stretched to a box that begins at the origin."""
    drawing = _drawing(svg)
    if drawing is not None:
        canvas.scale(width / drawing.width, height / drawing.height)
        drawing.drawOn(canvas, 0, 0)


@lru_cache(maxsize=500)
def _drawing(svg: str) -> Any | None:
    """A drawing for reportlab with its `width` and `height`; None where there is nothing to it."""
    from svglib.svglib import svg2rlg  # noqa: PLC0415  slow, and few maps have units

    drawing = svg2rlg(StringIO(svg.replace(_FAMILY, _KNOWN)))
    if drawing is None or not drawing.width or not drawing.height:
        return None
    for node in _nodes(drawing):
        if hasattr(node, "fontName"):
            node.fontName = SANS_SEMIBOLD if "Bold" in node.fontName else SANS
            font(node.fontName)
    return drawing


def _nodes(group: Any) -> Iterator[Any]:
    for node in getattr(group, "contents", ()):
        yield node
        yield from _nodes(node)
