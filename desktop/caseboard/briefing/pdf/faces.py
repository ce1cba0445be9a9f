"""The fonts that ship with the program, as reportlab fonts that never lose a character.

A character is drawn in the first face of its family that has it, else in the others, emoji in
outlines of their own, and what none has as the empty box of a last resort; in each case the
character itself can be searched for and copied out.
"""

from collections.abc import Iterator
from enum import StrEnum
from functools import cache, lru_cache
from pathlib import Path
from typing import Any, NamedTuple

from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from typing_extensions import override

from caseboard.paths import resources


class Family(StrEnum):
    """The three voices of a page."""

    SANS = "sans"
    SERIF = "serif"
    MONO = "mono"


SANS, SANS_MEDIUM, SANS_SEMIBOLD = "Inter-Regular", "Inter-Medium", "Inter-SemiBold"
SANS_BOLD, SANS_ITALIC = "Inter-Bold", "Inter-Italic"
SERIF, SERIF_ITALIC, SERIF_SEMIBOLD = (
    "SourceSerif4-Regular",
    "SourceSerif4-Italic",
    "SourceSerif4-SemiBold",
)
MONO = "JetBrainsMono-Regular"
EMOJI = "NotoEmoji-Regular"
LAST_RESORT = "CaseboardLastResort"


def face(family: Family, *, bold: bool = False, italic: bool = False) -> str:
    """The name of a face. There is no bold italic: bold wins, being the louder."""
    if family is Family.MONO:
        return MONO
    if family is Family.SERIF:
        return SERIF_SEMIBOLD if bold else SERIF_ITALIC if italic else SERIF
    return SANS_SEMIBOLD if bold else SANS_ITALIC if italic else SANS


class Stretch(NamedTuple):
    """Characters that one face draws."""

    face: str
    text: str


def stretches(text: str, wanted: str) -> Iterator[Stretch]:
    """`text` cut where the face has to change, so that each character has a glyph."""
    has = glyphs(wanted)
    if all(ord(letter) in has for letter in text):
        yield Stretch(wanted, text)
        return
    start, current = 0, ""
    for place, letter in enumerate(text):
        name = _face_for(letter, wanted)
        if name != current:
            if place:
                yield Stretch(current, text[start:place])
            start, current = place, name
    yield Stretch(current, text[start:])


@cache
def glyphs(name: str) -> frozenset[int]:
    """The code points a face has a glyph for."""
    return frozenset(font(name).face.charToGlyph)


@lru_cache(maxsize=50_000)  # the same words come again and again
def advance(text: str, name: str) -> float:
    """How wide `text` is in a face, in thousandths of the size."""
    drawn = font(name).face
    known, other = drawn.charWidths, drawn.defaultWidth
    return float(sum(known.get(ord(letter), other) for letter in text))


@cache
def font(name: str) -> Any:
    """A face, read and made known to reportlab once."""
    if name == LAST_RESORT:
        loaded: Any = _LastResort(name, str(_file(SANS)))
    else:
        loaded = _Copyable(name, str(_file(name)))
    pdfmetrics.registerFont(loaded)
    return loaded


@cache
def _face_for(letter: str, wanted: str) -> str:
    for name in (wanted, SANS, SERIF, MONO, EMOJI):
        if ord(letter) in glyphs(name):
            return name
    return LAST_RESORT


def _file(name: str) -> Path:
    return resources() / "fonts" / f"{name}.ttf"


class _Copyable(TTFont):  # type: ignore[misc]  # reportlab has no types
    """A face whose text can be copied out whole, characters beyond U+FFFF too.

    reportlab writes those as five hexadecimal digits, which no reader takes; a PDF wants UTF-16BE
    (ISO 32000-1, 9.10.3).
    """

    @override
    def addObjects(self, doc: Any) -> None:
        """Embed what was used."""
        subsets = [list(subset) for subset in self.state[doc].subsets]
        before = set(doc.idToObject)
        super().addObjects(doc)
        written = [key for key in doc.idToObject if key not in before and "toUnicodeCMap" in key]
        for key, subset in zip(written, subsets, strict=True):
            doc.idToObject[key].content = _to_unicode(key.partition(":")[2], subset)


class _LastResort(_Copyable):
    """Draws the empty box for every character, and keeps what the character was."""

    def __init__(self, name: str, filename: str) -> None:
        super().__init__(name, filename, asciiReadable=False)
        self.face.charToGlyph = _Everything()
        self.face.charWidths = {}  # leaves the width of glyph 0 for all
        self.face.name = LAST_RESORT.encode()


class _Everything(dict[int, int]):
    """Has glyph 0, the empty box, for every code point."""

    @override
    def __contains__(self, key: object) -> bool:
        return True

    def __missing__(self, key: int) -> int:
        return 0


def _to_unicode(name: str, subset: list[int]) -> str:
    pairs = [
        f"<{code:02X}> <{chr(point).encode('utf-16-be', 'surrogatepass').hex().upper()}>"
        for code, point in enumerate(subset)
        if point
    ]
    # A block holds at most 100 pairs (Adobe Technical Note 5014).
    blocks = [pairs[start : start + 100] for start in range(0, len(pairs), 100)]
    body = [line for part in blocks for line in (f"{len(part)} beginbfchar", *part, "endbfchar")]
    return "\n".join(
        (
            "/CIDInit /ProcSet findresource begin",
            "12 dict begin",
            "begincmap",
            f"/CIDSystemInfo << /Registry ({name}) /Ordering ({name}) /Supplement 0 >> def",
            f"/CMapName /{name} def",
            "/CMapType 2 def",
            "1 begincodespacerange",
            f"<00> <{max(len(subset) - 1, 0):02X}>",
            "endcodespacerange",
            *body,
            "endcmap",
            "CMapName currentdict /CMap defineresource pop",
            "end",
            "end",
        )
    )
