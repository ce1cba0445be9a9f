"""The styles of the document: what Word lists under their names, and lets be changed in one place.

Sizes are in points. The faces are such as every office suite has or stands in for.
"""

from typing import Any, Final

from docx.document import Document
from docx.enum.style import WD_STYLE_TYPE
from docx.oxml.ns import qn
from docx.shared import Pt, RGBColor

from caseboard.briefing.blocks import Role, Tone
from caseboard.briefing.docx.wording import put

SERIF, SANS, MONO = "Georgia", "Arial", "Courier New"
INK, MUTED, ACCENT, LINE, TINT = "161D2B", "566074", "2450AE", "D5DAE3", "F3F5FA"
TONES: Final = {
    Tone.MUTED: MUTED,
    Tone.ACCENT: ACCENT,
    Tone.GOOD: "14572F",
    Tone.WARN: "6E4706",
    Tone.BAD: "8E1C14",
}
ROLES: Final = {
    Role.LEAD: "BriefingLead",
    Role.BODY: "BriefingText",
    Role.QUOTE: "Quote",
    Role.TABLE: "BriefingTable",
    Role.SMALL: "BriefingSmall",
    Role.LABEL: "BriefingLabel",
    Role.CODE: "BriefingCode",
}
"""The id of each role's style."""
TABLE, PLAIN = "BriefingGrid", "BriefingColumns"
"""Ids of the styles of tables with and without rules."""

_KINDS: Final = (
    # name, face, size, bold, italic, colour, before, after
    ("Title", SANS, 22, True, False, INK, 0, 4),
    ("Subtitle", SERIF, 12, False, True, MUTED, 0, 8),
    ("Heading 1", SANS, 13, True, False, INK, 16, 4),
    ("Heading 2", SANS, 10, True, False, INK, 8, 3),
    ("Quote", SERIF, 9.5, False, True, INK, 2, 3),
    ("Caption", SANS, 8.5, False, False, INK, 2, 3),
    ("Header", SANS, 8, False, False, MUTED, 0, 0),
    ("Footer", SANS, 8, False, False, MUTED, 0, 0),
    ("Briefing Kicker", SANS, 8, True, False, ACCENT, 0, 2),
    ("Briefing Lead", SERIF, 12, False, False, INK, 4, 5),
    ("Briefing Text", SERIF, 10.5, False, False, INK, 2, 4),
    ("Briefing Table", SANS, 8.5, False, False, INK, 1, 1),
    ("Briefing Small", SANS, 8, False, False, INK, 1, 1),
    ("Briefing Label", SANS, 8, True, False, MUTED, 1, 1),
    ("Briefing Code", MONO, 7, False, False, INK, 1, 1),
)
_NEW: Final = "Briefing"


def define(document: Document, language: str) -> None:
    """Give the document its styles, and the language that its words are checked in."""
    for name, face, size, bold, italic, colour, before, after in _KINDS:
        style = _style(document, name)
        style.font.size, style.font.bold, style.font.italic = Pt(size), bold, italic
        style.font.color.rgb = RGBColor.from_string(colour)
        _face(style.element.get_or_add_rPr(), face)
        kind = style.paragraph_format
        kind.space_before, kind.space_after, kind.line_spacing = Pt(before), Pt(after), 1.2
        kind.keep_with_next = name.startswith("Heading")
    _bare(document)
    for name, is_ruled in (("Briefing Grid", True), ("Briefing Columns", False)):
        made = document.styles.add_style(name, WD_STYLE_TYPE.TABLE)
        _rule(made.element, is_ruled=is_ruled)
    for lang in document.styles.element.iter(qn("w:lang")):
        lang.set(qn("w:val"), {"uk": "uk-UA", "en": "en-GB"}.get(language, language))


def _style(document: Document, name: str) -> Any:
    if not name.startswith(_NEW):
        return document.styles[name]
    made = document.styles.add_style(name, WD_STYLE_TYPE.PARAGRAPH)
    made.base_style = document.styles["Normal"]
    made.quick_style = True
    return made


def _face(properties: Any, face: str) -> None:
    for old in properties.findall(qn("w:rFonts")):
        properties.remove(old)
    fonts = put(properties, "rFonts", ascii=face, hAnsi=face, cs=face, eastAsia=face)
    properties.insert(0, fonts)


def _bare(document: Document) -> None:
    """Take away what the template draws below a title and around a heading."""
    for name in ("Title", "Heading 1", "Heading 2"):
        properties = document.styles[name].element.get_or_add_pPr()
        for border in properties.findall(qn("w:pBdr")):
            properties.remove(border)
        run = document.styles[name].element.get_or_add_rPr()
        for tag in ("w:spacing", "w:kern"):
            for old in run.findall(qn(tag)):
                run.remove(old)


def _rule(style: Any, *, is_ruled: bool) -> None:
    properties = put(style, "tblPr")
    if is_ruled:
        borders = put(properties, "tblBorders")
        for side in ("top", "bottom", "insideH"):
            put(borders, side, val="single", sz=4, space=0, color=LINE)
    margins = put(properties, "tblCellMar")
    for side, wide in (("top", 30), ("left", 0), ("bottom", 30), ("right", 120)):
        put(margins, side, w=wide, type="dxa")
