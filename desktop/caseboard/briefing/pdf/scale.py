"""The look of a briefing: page, colours, sizes. All lengths are in points.

Colour never says anything alone: every tone stands beside a word and survives a grey printer.
"""

from dataclasses import dataclass
from typing import Final

from caseboard.briefing.blocks import Role, Tone
from caseboard.briefing.pdf.faces import Family
from caseboard.model.terms import Marking

MM: Final = 72 / 25.4
PIXEL: Final = 72 / 96
"""Of a map: 1/96 inch."""
PAGES: Final = {"A4": (210 * MM, 297 * MM), "Letter": (612.0, 792.0)}
MARGIN_X: Final = 18 * MM
MARGIN_TOP: Final = 22 * MM
MARGIN_BOTTOM: Final = 20 * MM

INK: Final = "#141B2A"
PAPER: Final = "#FFFFFF"
MUTED: Final = "#566074"
LINE: Final = "#D3D9E3"
STRONG_LINE: Final = "#8A94A6"
ACCENT: Final = "#1F4AA8"
TINT: Final = "#F2F5FA"


@dataclass(frozen=True, slots=True)
class Type:
    """How a kind of text is set; `before` and `after` are the least distance to its neighbours."""

    family: Family
    size: float
    leading: float
    colour: str = INK
    bold: bool = False
    italic: bool = False
    before: float = 0.0
    after: float = 0.0
    tracking: float = 0.0


MEASURE: Final = 420.0
"""The widest line of running text: about 90 characters of the reading face."""

KICKER: Final = Type(Family.SANS, 7.6, 11, ACCENT, bold=True, after=5, tracking=0.7)
TITLE: Final = Type(Family.SANS, 25, 29.5, bold=True, after=5, tracking=-0.25)
TITLE_LEAST: Final = 19.0
"""A title that would run over is set smaller, down to this, to keep it on one line."""
QUESTION: Final = Type(Family.SERIF, 12, 16.2, MUTED, italic=True, after=8)
SECTION: Final = Type(Family.SANS, 12.6, 15.6, bold=True, before=13, after=4.5, tracking=-0.05)
HEADING: Final = Type(Family.SANS, 9, 12, bold=True, before=8, after=3)
FACT: Final = Type(Family.SANS, 8.2, 11.4, before=1.5, after=1.5)
FACT_LABEL: Final = Type(Family.SANS, 7, 9.4, MUTED)
CONTENTS: Final = Type(Family.SANS, 7.9, 12.4)
FURNITURE: Final = Type(Family.SANS, 7.2, 9.6, MUTED)
FURNITURE_STRONG: Final = Type(Family.SANS, 7.2, 9.6, bold=True)
COLUMN: Final = Type(Family.SANS, 7, 9.4, MUTED, bold=True)
CONTINUED: Final = Type(Family.SANS, 7, 9.4, MUTED, italic=True)
GAUGE_WORD: Final = Type(Family.SANS, 7.6, 9.6, bold=True)
GAUGE_NOTE: Final = Type(Family.SANS, 7, 9, MUTED)
RUNG_USED: Final = Type(Family.SANS, 7, 9, bold=True)
PANEL_TITLE: Final = Type(Family.SANS, 7.6, 11, ACCENT, bold=True, after=3, tracking=0.7)
PANEL_MEASURE: Final = 452.0
NUMBER: Final = Type(Family.SANS, 11.6, 14.4, ACCENT, bold=True)
"""Of a judgement; its leading is that of the judgement beside it."""
JUDGEMENT_HANG: Final = 22.0
LETTER: Final = Type(Family.SANS, 7, 9.6, ACCENT, bold=True, after=3, tracking=0.5)
REGION: Final = Type(Family.SANS, 7.4, 9, bold=True)
PORTION_SIZE: Final = 7.0

ROLES: Final = {
    Role.LEAD: Type(Family.SERIF, 11.6, 16, before=5, after=5),
    Role.BODY: Type(Family.SERIF, 9.8, 13.4, before=3.2, after=3.2),
    Role.QUOTE: Type(Family.SERIF, 8.9, 12.1, italic=True, before=2, after=3),
    Role.TABLE: Type(Family.SANS, 7.9, 10.9, before=1.2, after=1.2),
    Role.SMALL: Type(Family.SANS, 7.1, 9.6, before=1.2, after=1.2),
    Role.LABEL: Type(Family.SANS, 7, 9.6, MUTED, before=1, after=1),
    Role.CODE: Type(Family.MONO, 7, 9.6, after=1),
}
JUDGEMENT: Final = Type(Family.SERIF, 10.4, 14.4, before=3, after=3)

TONES: Final = {Tone.PLAIN: "", Tone.MUTED: MUTED, Tone.ACCENT: ACCENT}
"""A tone's colour in text; what is not here keeps the colour of its type."""

PILLS: Final = {
    Tone.GOOD: ("#DDF1E4", "#14572F"),
    Tone.WARN: ("#FBEFD3", "#6E4706"),
    Tone.BAD: ("#FADFDC", "#8E1C14"),
}
"""Ground and letters of a pill; others are grey."""
GREY_PILL: Final = ("#E9ECF1", "#414B5C")

TLP_GROUND: Final = "#000000"
TLP: Final = {
    Marking.RED: "#FF2B2B",
    Marking.AMBER: "#FFC000",
    Marking.AMBER_STRICT: "#FFC000",
    Marking.GREEN: "#33FF00",
    Marking.CLEAR: "#FFFFFF",
}
"""Letters on black (FIRST, TLP 2.0, 2022)."""
CLASSIFICATION: Final = "#FFFFFF"
"""Letters of a marking in words of its own, on the same black."""
TLP_SIZE: Final = 12.0
"""TLP 2.0 asks for twelve points or more, at the right, at head and foot of every page."""
