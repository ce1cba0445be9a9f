"""An outline as a PDF: laid out here, written by reportlab's canvas.

Text goes from runs to glyphs without ever being markup. reportlab's own paragraphs are not used:
they parse markup, take quadratic time over long texts, break no address well, and cannot tell the
number of pages before drawing them.
"""

from caseboard.briefing.pdf.document import Progress, Rendered, Written, render, rendered, write
from caseboard.briefing.pdf.finishing import Attachment, Relation
from caseboard.briefing.pdf.linking import Place

__all__ = [
    "Attachment",
    "Place",
    "Progress",
    "Relation",
    "Rendered",
    "Written",
    "render",
    "rendered",
    "write",
]
