"""Finding a passage again in another version of its text.

A passage is found where its words stand unchanged, whitespace and the look of quotes, apostrophes
and dashes aside, between the words that stood around it; or, lightly edited, in the paragraph that
became of its own. Where two places are equally good there is none: nothing is guessed.
"""

import re
import unicodedata
from bisect import bisect_left, bisect_right
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from difflib import SequenceMatcher
from enum import StrEnum
from functools import cached_property

CONTEXT = 64
"""Characters either side that tell one place from another."""
TELLING = 8
"""So many of these must be the same for words that stand in a text more than once."""
ALIKE = 0.9
"""How like its old words a passage must be (difflib's ratio, 0 to 1) to be called the same."""
SAME_PARAGRAPH = 0.5
"""How many of its words a paragraph shares with what became of it, at least (Dice index)."""
REWRITTEN = 0.6
"""How like them it must be to be called what became of it."""
LETTERS = 600
"""Characters that two passages may have together to be compared letter by letter."""
COMPARED = 200_000
"""Pairs of paragraphs that are compared in all; passages that would need more are passed by."""
LONGEST = 4_000
"""Characters of a paragraph that is searched for an edited passage; longer ones are passed by."""

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")
_TOKEN = re.compile(r"\w+|[^\w\s]")
_PARAGRAPH = re.compile(r"[^\n]+")
_ALIKE = str.maketrans(
    dict.fromkeys("’‘ʼ`´′‛", "'") | dict.fromkeys("“”„‟«»″", '"') | dict.fromkeys("‐‑‒–—―−", "-")
)
_UNSEEN = frozenset("\u00ad\u200b\u200c\u200d\u2060\ufeff")


class Fit(StrEnum):
    """How a passage stands in the other version."""

    SAME = "same"
    """Word for word."""
    EDITED = "edited"
    """With a word or two changed, but no number and no name."""
    REWRITTEN = "rewritten"
    """Its sentence is there and says something else."""


@dataclass(frozen=True, slots=True)
class Found:
    """Where a passage stands: code points `start` to `end` of the text."""

    start: int
    end: int
    fit: Fit


class Folded:
    """A text as it is compared, and the way back to where each character stands in it."""

    def __init__(self, text: str) -> None:
        self._whole = text
        self.text, self._places = _folded(text)

    def place(self, start: int, end: int) -> tuple[int, int]:
        """The code points of the text that the folded characters `start` to `end` came from."""
        last = self._places[end - 1] + 1
        while last < len(self._whole) and unicodedata.combining(self._whole[last]):
            last += 1
        return self._places[start], last

    def at(self, place: int) -> int:
        """The folded character that the code point `place` of the text became, or the next."""
        return bisect_left(self._places, place)

    @cached_property
    def paragraphs(self) -> Sequence[tuple[int, int]]:
        """Start and end of each, in folded characters."""
        return [match.span() for match in _PARAGRAPH.finditer(self.text)]

    @cached_property
    def words(self) -> Sequence[Counter[str]]:
        """The words of each paragraph."""
        return [Counter(_WORD.findall(self.text[a:b].casefold())) for a, b in self.paragraphs]

    def paragraph_at(self, place: int) -> int:
        """The number of the paragraph that holds the folded character `place`."""
        return max(0, bisect_right(self.paragraphs, (place, len(self.text))) - 1)


class Carrier:
    """Finds passages of one version of a text in another."""

    def __init__(self, old: str, new: str) -> None:
        self._old, self._new = Folded(old), Folded(new)
        self._heirs: dict[int, int | None] = {}
        self._left = COMPARED

    def find(self, start: int, end: int) -> Found | None:
        """Where the code points `start` to `end` of the old text stand in the new one."""
        first, last = self._old.at(start), self._old.at(end)
        while first < last and self._old.text[first].isspace():
            first += 1
        while first < last and self._old.text[last - 1].isspace():
            last -= 1
        if first == last:
            return None
        pattern = _whole(self._old.text, first, last)
        there = [match.start() for match in pattern.finditer(self._new.text)]
        if not there:
            return self._edited(first, last)
        here = [match.start() for match in pattern.finditer(self._old.text)]
        place: int | None = there[0]
        if len(there) > 1 or len(here) > 1:
            place = self._surrounded(first, last, there)
            place = self._inherited(first, here, there) if place is None else place
        return None if place is None else self._found(place, place + last - first, Fit.SAME)

    def _surrounded(self, first: int, last: int, there: Sequence[int]) -> int | None:
        """The one place between the very words the passage stood between."""
        scores = [self._score(first, last, place) for place in there]
        best = max(scores)
        is_clear = best >= TELLING and scores.count(best) == 1
        return there[scores.index(best)] if is_clear else None

    def _score(self, first: int, last: int, place: int) -> int:
        """How many characters around a place are those around the passage."""
        old, new = self._old.text, self._new.text
        after = place + last - first
        before = _shared(
            old[max(0, first - CONTEXT) : first][::-1], new[max(0, place - CONTEXT) : place][::-1]
        )
        return before + _shared(old[last : last + CONTEXT], new[after : after + CONTEXT])

    def _inherited(self, first: int, here: Sequence[int], there: Sequence[int]) -> int | None:
        """The place of the same rank in what became of the passage's paragraph."""
        number = self._old.paragraph_at(first)
        heir = self._heir(number)
        if heir is None:
            return None
        mine = [place for place in here if self._old.paragraph_at(place) == number]
        theirs = [place for place in there if self._new.paragraph_at(place) == heir]
        return theirs[mine.index(first)] if len(mine) == len(theirs) and first in mine else None

    def _edited(self, first: int, last: int) -> Found | None:
        number = self._old.paragraph_at(first)
        start, end = self._old.paragraphs[number]
        heir = self._heir(number)
        if heir is None or last > end or end - start > LONGEST:
            return None
        begin, stop = self._new.paragraphs[heir]
        if stop - begin > LONGEST:
            return None
        old, new = self._old.text[start:end], self._new.text[begin:stop]
        span = _aligned(old, new, first - start, last - start)
        if span is None:
            return None
        fit = _fit(self._old.text[first:last], new[span[0] : span[1]])
        return self._found(begin + span[0], begin + span[1], fit) if fit else None

    def _heir(self, number: int) -> int | None:
        """The paragraph that became of this one; None where none or more than one may be."""
        if number not in self._heirs and self._left < len(self._new.words):
            return None
        if number not in self._heirs:
            self._left -= len(self._new.words)
            mine = self._old.words[number]
            scores = [_dice(mine, words) for words in self._new.words]
            best = max(scores, default=0.0)
            is_clear = best >= SAME_PARAGRAPH and scores.count(best) == 1
            self._heirs[number] = scores.index(best) if is_clear else None
        return self._heirs[number]

    def _found(self, first: int, last: int, fit: Fit) -> Found:
        return Found(*self._new.place(first, last), fit)


def _folded(text: str) -> tuple[str, list[int]]:
    """`text` as it is compared, and for each character of that where it came from."""
    made: list[str] = []
    places: list[int] = []
    for place, letter in enumerate(text):
        if letter in _UNSEEN:
            continue
        if letter.isspace():
            _take_space(made, places, place, is_break=letter == "\n")
        elif unicodedata.combining(letter) and made and made[-1].isalpha():
            made[-1] = unicodedata.normalize("NFC", made[-1] + letter)[:1]
        else:
            made.append(letter.translate(_ALIKE))
            places.append(place)
    return "".join(made).replace("\t", " "), places


def _take_space(made: list[str], places: list[int], place: int, *, is_break: bool) -> None:
    """Any whitespace is one space, with a line break in it (here a tab) too; with two, a break."""
    if not made or not made[-1].isspace():
        made.append("\t" if is_break else " ")
        places.append(place)
    elif is_break:
        made[-1] = "\n" if made[-1] in "\t\n" else "\t"


def _whole(text: str, first: int, last: int) -> re.Pattern[str]:
    """The passage, where it begins and ends as words do, if it does so in `text`."""
    begins = r"\b" if re.compile(r"\b").match(text, first) else ""
    ends = r"\b" if re.compile(r"\b").match(text, last) else ""
    return re.compile(f"(?={begins}{re.escape(text[first:last])}{ends})")  # they may overlap


def _shared(one: str, other: str) -> int:
    """How many characters two strings begin with together."""
    pairs = zip(one, other, strict=False)
    return next((n for n, (a, b) in enumerate(pairs) if a != b), min(len(one), len(other)))


def _dice(one: Counter[str], other: Counter[str]) -> float:
    shared = sum((one & other).values())
    return 2 * shared / ((one.total() + other.total()) or 1)


def _aligned(old: str, new: str, first: int, last: int) -> tuple[int, int] | None:
    """Where the words of `old` from `first` to `last` stand in `new`, word matched with word."""
    mine, theirs = list(_TOKEN.finditer(old)), list(_TOKEN.finditer(new))
    inside = [n for n, token in enumerate(mine) if token.end() > first and token.start() < last]
    matcher = SequenceMatcher(
        None, [token[0] for token in mine], [token[0] for token in theirs], autojunk=False
    )
    begin, end = inside[0], inside[-1] + 1
    met = []
    for _tag, i1, i2, j1, j2 in matcher.get_opcodes():
        low, high = max(i1, begin), min(i2, end)
        if low < high and j1 < j2:
            is_even = i2 - i1 == j2 - j1
            met.append((j1 + low - i1, j1 + high - i1) if is_even else (j1, j2))
    if not met:
        return None
    return theirs[met[0][0]].start(), theirs[met[-1][1] - 1].end()


def _fit(old: str, new: str) -> Fit | None:
    """How alike a passage and what was found for it are; None where it is another passage."""
    likeness = _likeness(old, new)
    if likeness < REWRITTEN:
        return None
    kept = _NUMBER.findall(old) == _NUMBER.findall(new) and _names(old) <= _names(new)
    return Fit.EDITED if likeness >= ALIKE and kept else Fit.REWRITTEN


def _likeness(old: str, new: str) -> float:
    """Difflib's ratio: of letters; of words where letters would take long."""
    if len(old) + len(new) <= LETTERS:
        return SequenceMatcher(None, old, new, autojunk=False).ratio()
    mine, theirs = _TOKEN.findall(old), _TOKEN.findall(new)
    blocks = SequenceMatcher(None, mine, theirs, autojunk=False).get_matching_blocks()
    shared = sum(len(word) for at, _there, size in blocks for word in mine[at : at + size])
    return 2 * shared / sum(map(len, mine + theirs))


def _names(text: str) -> Counter[str]:
    """The words with a capital letter: what a tag names may hang on each of them."""
    return Counter(word for word in _WORD.findall(text) if word[0].isupper())
