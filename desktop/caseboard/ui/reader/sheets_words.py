"""The words of a drawn page and the same words in a clip's text, each found by the other.

A page breaks words at the ends of its lines and a text does not, so letters are compared and
nothing between them.
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from caseboard.model.parts import Part

P = TypeVar("P")
CONTEXTS = (0, 8, 24, 64)
"""How many letters either side may help to tell two places apart."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle of a page, in fractions (0 to 1) of its sides."""

    x: float
    y: float
    w: float
    h: float

    def is_beside(self, other: "Box") -> bool:
        """Whether `other` goes on where this one ends, on the same line."""
        apart = abs((self.y + self.h / 2) - (other.y + other.h / 2))
        gap = other.x - (self.x + self.w)
        return apart < min(self.h, other.h) / 2 and -self.w < gap < 6 * max(self.h, other.h)

    def united(self, other: "Box") -> "Box":
        """The rectangle around both."""
        x, y = min(self.x, other.x), min(self.y, other.y)
        right = max(self.x + self.w, other.x + other.w)
        bottom = max(self.y + self.h, other.y + other.h)
        return Box(x, y, right - x, bottom - y)


@dataclass(frozen=True, slots=True)
class Word:
    """One word of a page, as it stands there."""

    text: str
    box: Box


class PageText:
    """The words of one page as drawn, beside the parts of the clip that were read from it."""

    def __init__(self, words: Sequence[Word], text: str, parts: Iterable[Part]) -> None:
        """`text` is the whole of the clip's; `parts` are those that stand on this page."""
        self.words = tuple(words)
        self._text = text
        self._drawn = _Letters(_of_words(self.words))
        self._told = _Letters(_of_parts(text, parts))

    def word_at(self, x: float, y: float) -> int | None:
        """The index of the word at a point of the page."""
        for index, word in enumerate(self.words):
            box = word.box
            if box.x <= x <= box.x + box.w and box.y <= y <= box.y + box.h:
                return index
        return None

    def nearest(self, x: float, y: float) -> int | None:
        """The index of the word nearest to a point; those of the same line are nearer."""
        if not self.words:
            return None
        return min(range(len(self.words)), key=lambda index: _far(self.words[index].box, x, y))

    def passage(self, first: int, last: int) -> tuple[int, int] | None:
        """Where the words from index `first` to `last` stand in the clip's text, if they do."""
        start, end = self._drawn.between(lambda place: first <= place[0] <= last)
        found = across(self._drawn.text, self._told.text, start, end)
        if found is None:
            return None
        begin, stop = self._told.places[found[0]], self._told.places[found[1] - 1] + 1
        head, tail = _around(self.words[first].text)[0], _around(self.words[last].text)[1]
        begin -= len(head) if head and self._text[:begin].endswith(head) else 0
        stop += len(tail) if tail and self._text.startswith(tail, stop) else 0
        return begin, stop

    def boxes(self, start: int, end: int) -> list[Box]:
        """Where `start` to `end` of the clip's text stand on the page, one box a line."""
        first, stop = self._told.between(lambda place: start <= place < end)
        found = across(self._told.text, self._drawn.text, first, stop)
        return lines(self._pieces(*found)) if found else []

    def picked(self, first: int, last: int) -> list[Box]:
        """The boxes of the words from index `first` to `last`, one a line."""
        return lines(word.box for word in self.words[first : last + 1])

    def _pieces(self, start: int, end: int) -> Iterator[Box]:
        """The boxes of words, those at the ends only as far as their letters go."""
        at: dict[int, list[int]] = {}
        for index, letter in self._drawn.places[start:end]:
            at.setdefault(index, []).append(letter)
        for index, letters in at.items():
            word = self.words[index]
            yield _part_of(word, min(letters), max(letters) + 1)


class _Letters(Generic[P]):
    """The letters and digits of something, and the place of each."""

    def __init__(self, found: Iterable[tuple[str, P]]) -> None:
        pairs = [(letter, place) for letter, place in found if letter.isalnum()]
        self.text = "".join(letter for letter, _place in pairs)
        self.places = [place for _letter, place in pairs]

    def between(self, wanted: Callable[[P], bool]) -> tuple[int, int]:
        """From the first to after the last letter whose place is wanted."""
        hits = [index for index, place in enumerate(self.places) if wanted(place)]
        return (hits[0], hits[-1] + 1) if hits else (0, 0)


def across(source: str, target: str, start: int, end: int) -> tuple[int, int] | None:
    """Where `source[start:end]` stands in `target`; None where that cannot be told for sure."""
    if start >= end:
        return None
    if source == target:
        return start, end
    needle = source[start:end]
    here, there = _occurrences(source, needle), _occurrences(target, needle)
    if len(here) == len(there):
        at = there[here.index(start)]
        return at, at + len(needle)
    for context in CONTEXTS:
        before = min(start, context)
        wider = source[start - before : end + context]
        found = _occurrences(target, wider)
        if len(found) == 1:
            at = found[0] + before
            return at, at + len(needle)
    return None


def lines(boxes: Iterable[Box]) -> list[Box]:
    """Boxes that stand side by side made one."""
    found: list[Box] = []
    for box in boxes:
        if found and found[-1].is_beside(box):
            found[-1] = found[-1].united(box)
        else:
            found.append(box)
    return found


def _occurrences(text: str, needle: str) -> list[int]:
    found, at = [], text.find(needle)
    while at >= 0:
        found.append(at)
        at = text.find(needle, at + 1)
    return found


def _of_words(words: Sequence[Word]) -> Iterator[tuple[str, tuple[int, int]]]:
    for index, word in enumerate(words):
        for at, letter in enumerate(word.text):
            yield letter, (index, at)


def _of_parts(text: str, parts: Iterable[Part]) -> Iterator[tuple[str, int]]:
    for part in parts:
        for offset in range(part.start, min(part.end, len(text))):
            yield text[offset], offset


def _around(word: str) -> tuple[str, str]:
    """The marks before the first letter of a word, and after its last."""
    letters = [at for at, letter in enumerate(word) if letter.isalnum()]
    return (word[: letters[0]], word[letters[-1] + 1 :]) if letters else ("", "")


def _part_of(word: Word, first: int, stop: int) -> Box:
    """The box of some letters of a word, as if all were of one width; whole where it stands up."""
    box, count = word.box, len(word.text)
    if count < 2 or box.h > 2 * box.w:
        return box
    return Box(box.x + box.w * first / count, box.y, box.w * (stop - first) / count, box.h)


def _far(box: Box, x: float, y: float) -> float:
    aside = max(box.x - x, 0.0, x - box.x - box.w)
    down = max(box.y - y, 0.0, y - box.y - box.h)
    return aside * aside + 25 * down * down
