"""The passage of a text that shows why it was found."""

import re
import unicodedata
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import islice

from caseboard.store.folding import APOSTROPHES, fold, spellings

LENGTH = 160
"""Characters of a snippet, about two lines of a list."""
BEFORE = 40
"""Of these, how many may stand before the first word found."""
ENOUGH = 500
"""Matches looked at in one text; a longer one is shown by the best of its beginning."""
SHORTEST_PREFIX = 2
"""A single letter begins too many words to be looked up while typing."""

Mark = tuple[int, int]

_APOSTROPHE = f"[{re.escape(''.join(sorted(APOSTROPHES)))}]"
_UNSEEN = "\u0300-\u036f\u00ad\u200b-\u200d\u2060\ufeff"
_JOINT = f"[{re.escape(''.join(sorted(APOSTROPHES)))}{_UNSEEN}]*+"
"""What may stand between two letters of a word and is not seen by search."""
_NO_LETTER = rf"\W_{''.join(sorted(filter(str.isalpha, APOSTROPHES)))}"
"""What no word is made of: to Unicode, some apostrophes are letters, and so is `_` to `re`."""
_LETTER = f"[^{_NO_LETTER}]"
_BEGINS = rf"(?<!{_LETTER}.)(?<!{_LETTER}{_APOSTROPHE}.)"
"""After its first letter: that it is the first letter of a word."""
_ENDS = rf"(?!{_LETTER})(?!{_APOSTROPHE}+(?!s(?!{_LETTER})){_LETTER})"
"""That a word ends here, or goes on as an English possessive."""

_ASKED = re.compile(r'"([^"]+)"|(\S+)')


@dataclass(frozen=True, slots=True)
class Term:
    """One thing asked for: words in a row, the last of them perhaps only begun."""

    words: tuple[str, ...]
    is_begun: bool = False

    @property
    def fts(self) -> str:
        """The term for FTS5: quoted, since `T-72*` is a syntax error to it."""
        return '"' + " ".join(self.words) + '"' + ("*" if self.is_begun else "")

    @property
    def pattern(self) -> str:
        """The term as a regular expression over text as it was written."""
        first, *others = map(_spelt, self.words)
        words = first[0] + _BEGINS + first[1]
        for initial, rest in others:
            words += f"[{_NO_LETTER}]+{initial}{rest}"
        return words + (f"(?:{_JOINT}{_LETTER})*+" if self.is_begun else _ENDS)


def _spelt(word: str) -> tuple[str, str]:
    """The first letter of `word` and the others, with any case, accents and apostrophes."""
    first, *others = (f"[{re.escape(spellings(letter))}]" for letter in word)
    return first, "".join(_JOINT + letter for letter in others)


def terms(asked: str) -> tuple[Term, ...]:
    """What a user asks for; words in straight quotes stand in a row.

    The last word is taken as begun, unless a space or a quote ends it.
    """
    found = []
    for match in _ASKED.finditer(asked):
        if words := tuple(re.findall(r"\w+", fold(match[1] or match[2]))):
            begun = match[1] is None and match.end() == len(asked)
            found.append(Term(words, begun and len(words[-1]) >= SHORTEST_PREFIX))
    return tuple(found)


class Finder:
    """Shows where a query's terms stand in a text."""

    def __init__(self, asked: Sequence[Term]) -> None:
        self._patterns = [re.compile(term.pattern) for term in asked]

    def marks(self, text: str) -> tuple[str, tuple[Mark, ...]]:
        """The whole `text` (as NFC), and where the terms stand in it."""
        text = unicodedata.normalize("NFC", text)
        return text, _merged(self._found(text))

    def snippet(self, text: str) -> tuple[str, tuple[Mark, ...]]:
        """The stretch of `text` with most of the terms in it, and where they stand there."""
        text = unicodedata.normalize("NFC", text)
        found = self._found(text)
        start, end = _window(text, _best(found))
        lead, trail = "…" * (start > 0), "…" * (end < len(text))
        shift = len(lead) - start
        marks = _merged([match for match in found if start <= match[0] and match[1] <= end])
        plain = re.sub(r"\s", " ", text[start:end])
        return f"{lead}{plain}{trail}", tuple((one + shift, two + shift) for one, two in marks)

    def _found(self, text: str) -> list[tuple[int, int, int]]:
        """Start, end and the number of the term, in order."""
        found = []
        for number, pattern in enumerate(self._patterns):
            matches = islice(pattern.finditer(text), ENOUGH)
            found += [(*match.span(), number) for match in matches]
        return sorted(found)


def _best(found: Sequence[tuple[int, int, int]]) -> int:
    """Where the first stretch begins that holds most different terms."""
    best, most = 0, 0
    starts = [start for start, _end, _number in found]
    for at, start in enumerate(starts):
        upto = bisect_left(starts, start + LENGTH - BEFORE)
        different = len({number for _start, _end, number in found[at:upto]})
        if different > most:
            best, most = start, different
    return best


def _window(text: str, first: int) -> Mark:
    """A stretch around `first` that begins and ends between words where it can."""
    start = max(0, min(first - BEFORE, len(text) - LENGTH))
    end = min(len(text), start + LENGTH)
    if start and (space := re.search(r"\s", text[start:first])):
        start += space.end()
    if end < len(text) and (space := re.search(r"\s\S*$", text[first:end])):
        end = max(first + space.start(), start)
    return start, end


def _merged(found: Sequence[tuple[int, ...]]) -> tuple[Mark, ...]:
    """Marks in order, none over another."""
    merged: list[Mark] = []
    for start, end, *_number in found:
        if merged and start < merged[-1][1]:
            merged[-1] = merged[-1][0], max(end, merged[-1][1])
        else:
            merged.append((start, end))
    return tuple(merged)
