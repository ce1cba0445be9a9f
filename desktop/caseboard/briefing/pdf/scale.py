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
MARGIN_TOP: Final = 21 * MM
MARGIN_BOTTOM: Final = 20 * MM

INK: Final = "#161D2B"
MUTED: Final = "#566074"
LINE: Final = "#D5DAE3"
ACCENT: Final = "#2450AE"
TINT: Final = "#F3F5FA"


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


MEASURE: Final = 415.0
"""The widest line of running text: about 90 characters of the reading face."""

KICKER: Final = Type(Family.SANS, 7.6, 11, ACCENT, bold=True, after=3, tracking=0.5)
TITLE: Final = Type(Family.SANS, 23, 27, bold=True, after=4)
TITLE_LEAST: Final = 18.0
"""A title that would run over is set smaller, down to this, to keep it on one line."""
QUESTION: Final = Type(Family.SERIF, 11.2, 15.5, MUTED, italic=True, after=6)
SECTION: Final = Type(Family.SANS, 11, 13.6, bold=True, before=9, after=3)
HEADING: Final = Type(Family.SANS, 8.6, 11.6, bold=True, before=6, after=2.5)
FACT: Final = Type(Family.SANS, 8.2, 11.4, before=1.5, after=1.5)
FURNITURE: Final = Type(Family.SANS, 7.2, 9.6, MUTED)
COLUMN: Final = Type(Family.SANS, 7, 9.6, MUTED, bold=True)
GAUGE_WORD: Final = Type(Family.SANS, 7.4, 9.4, bold=True)
GAUGE_NOTE: Final = Type(Family.SANS, 6.6, 8.6, MUTED)
RUNG_USED: Final = Type(Family.SANS, 6.6, 8.6, bold=True)
LETTER: Final = Type(Family.SANS, 7, 9.6, ACCENT, bold=True, after=2)

ROLES: Final = {
    Role.LEAD: Type(Family.SERIF, 11, 15, before=5, after=5),
    Role.BODY: Type(Family.SERIF, 9.6, 13, before=3, after=3),
    Role.QUOTE: Type(Family.SERIF, 8.8, 12, italic=True, before=2, after=3),
    Role.TABLE: Type(Family.SANS, 7.9, 10.9, before=1.2, after=1.2),
    Role.SMALL: Type(Family.SANS, 7.1, 9.6, before=1.2, after=1.2),
    Role.LABEL: Type(Family.SANS, 7, 9.6, MUTED, before=1, after=1),
    Role.CODE: Type(Family.MONO, 6.6, 9.6, after=1),
}

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
TLP_SIZE: Final = 12.0
"""TLP 2.0 asks for twelve points or more, at the right, at head and foot of every page."""
