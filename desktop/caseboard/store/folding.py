"""Text as search sees it: without case, accents, apostrophes inside words, and hyphens.

SQLite's `unicode61` folds Cyrillic case, but not ё, and it splits words at an apostrophe: index
and query are folded here, the same way, before it sees them. й, ї and ў stay letters of their own.
"""

import re
import unicodedata
from functools import cache

APOSTROPHES = frozenset("'’‘‛ʼʻ`´ʹ′＇\"“”″")
"""What is typed for an apostrophe inside a word; double ones are on every Ukrainian keyboard."""

_HYPHENS = frozenset("-‐‑‒–—−_")
_LETTERS = {("и", "\u0306"), ("у", "\u0306"), ("і", "\u0308")}
"""Marks that make another letter and are no accent."""
# The apostrophe first and what stands before it second: five times as fast.
_POSSESSIVE = re.compile(r"'(?<=\w')(?=s(?!\w))")
_INSIDE = re.compile(r"'(?<=\w')'*(?=\w)")


class _Folds(dict[int, str]):
    """What each code point becomes, worked out when it is first met."""

    def __missing__(self, point: int) -> str:
        self[point] = folded = _folded(chr(point))
        return folded


_FOLDS = _Folds()


def fold(text: str) -> str:
    """`text` as it is indexed and asked for; words stand apart as they did."""
    plain = unicodedata.normalize("NFC", text).translate(_FOLDS)
    return _INSIDE.sub("", _POSSESSIVE.sub(" ", plain)).replace("'", " ")


def spellings(letter: str) -> str:
    """The letters of European scripts that fold to `letter`, itself among them."""
    return _spellings().get(letter, letter)


@cache
def _spellings() -> dict[str, str]:
    found: dict[str, str] = {}
    for point in (*range(0x30, 0x530), *range(0x1E00, 0x2000)):
        found[_FOLDS[point]] = found.get(_FOLDS[point], "") + chr(point)
    return found


def _folded(char: str) -> str:
    if char in APOSTROPHES:
        return "'"
    if char in _HYPHENS:
        return " "
    if unicodedata.category(char) == "Cf":  # soft hyphens, zero-width spaces, marks of direction
        return ""
    pieces: list[str] = []
    for piece in unicodedata.normalize("NFD", char.casefold()):
        if not _is_accent(piece):
            pieces.append(piece)
        elif pieces and (pieces[-1], piece) in _LETTERS:
            pieces[-1] = unicodedata.normalize("NFC", pieces[-1] + piece)
    return unicodedata.normalize("NFC", "".join(pieces))


def _is_accent(char: str) -> bool:
    """Marks above, below and through a letter, and the vowel points of Hebrew and Arabic.

    Signs that spell vowels, as in Indic scripts and Thai, have other combining classes.
    """
    combining = unicodedata.combining(char)
    return combining == 1 or 10 <= combining <= 35 or combining >= 200
