"""Unit symbols as dots, for what draws no SVG."""

from functools import lru_cache
from io import BytesIO

from caseboard.briefing.pdf import map_file, unit_symbols
from caseboard.briefing.pdf.faces import SANS, font


@lru_cache(maxsize=500)
def dots(svg: str, width: float, height: float, factor: float) -> bytes | None:
    """The symbol as a PNG, `factor` dots for each 1/96 inch; sizes are in points.

    None where nothing can be drawn.
    """
    from reportlab.pdfgen.canvas import Canvas  # noqa: PLC0415  beside its only use

    if width <= 0 or height <= 0:
        return None
    font(SANS)
    out = BytesIO()
    canvas = Canvas(out, pagesize=(width, height), invariant=1, initialFontName=SANS)
    unit_symbols.draw(canvas, svg, width, height)
    canvas.save()
    return map_file.dots(out.getvalue(), factor)
