"""How wide words are in the map's typeface, without a window: Inter, as it ships."""

from functools import cache

from PIL import ImageFont

from caseboard.mapping.scene import Face
from caseboard.paths import resources

_FILES = {
    Face.PLAIN: "Inter-Regular.ttf",
    Face.BOLD: "Inter-SemiBold.ttf",
    Face.ITALIC: "Inter-Italic.ttf",
}
_MEASURED = 100
"""The size at which letters are measured, pixels."""
ASCENT, DESCENT = 0.75, 0.22
"""How far letters reach above and below the base line, in parts of their size."""


def font_file(face: Face) -> str:
    """The name of the file in `resources/fonts` that a painter draws `face` with."""
    return _FILES[face]


def width(text: str, size: float, face: Face = Face.PLAIN, spacing: float = 0.0) -> float:
    """Pixels that `text` takes at `size` pixels, with `spacing` beyond each letter but the last.

    Pairs are not kerned: within 2 % of what a painter that kerns them takes.
    """
    across = sum(_advance(letter, face) for letter in text) * size / _MEASURED
    return across + spacing * max(0, len(text) - 1)


def shortened(text: str, size: float, most: float, face: Face = Face.PLAIN) -> str:
    """`text`, or as much of it as fits into `most` pixels, and an ellipsis."""
    if width(text, size, face) <= most:
        return text
    while text and width(f"{text}…", size, face) > most:
        text = text[:-1]
    return f"{text.rstrip()}…"


@cache
def _font(face: Face) -> ImageFont.FreeTypeFont:
    path = resources() / "fonts" / _FILES[face]
    return ImageFont.truetype(path, _MEASURED, layout_engine=ImageFont.Layout.BASIC)


@cache
def _advance(letter: str, face: Face) -> float:
    return float(_font(face).getlength(letter))
