"""The words of a printed page: where each letter stands, and which are meant by a place."""

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import hypot

import pypdfium2
from pypdfium2 import raw
from PySide6.QtCore import QPointF, QRectF

BREAK = "\n"
_INSIDE = "'’ʼ_-"
"""Signs that stand inside words, and do not begin or end one."""
_HYPHEN = "\x02"
"""How PDFium writes a hyphen that a line ends with; our pages end lines with no others."""
_UPRIGHT = 2.0
"""How much farther something is above or below a place than beside it, at the same distance."""


@dataclass(frozen=True, slots=True)
class Letter:
    """One character, a break between lines too, in fractions (0 to 1) of the page."""

    char: str
    left: float
    top: float
    right: float
    bottom: float


class PageText:
    """The letters of a page in the order they are read; places in it stand between letters."""

    def __init__(self, letters: Sequence[Letter], size: tuple[float, float]) -> None:
        """`size` is that of the page, in points."""
        self._letters = letters
        self._size = size
        self.text = "".join(letter.char for letter in letters)
        """A character for each letter."""
        self._lines = list(self._split())
        self._starts = [first for first, _end, _box in self._lines]

    def at(self, point: QPointF) -> int:
        """The place between two letters that is nearest to a point of the page."""
        if not self._lines:
            return 0
        first, end, _box = min(self._lines, key=lambda line: self._distance(line[2], point))
        middles = ((each.left + each.right) / 2 for each in self._letters[first:end])
        return first + sum(middle < point.x() for middle in middles)

    def is_on(self, point: QPointF) -> bool:
        """Whether there are words at a point of the page."""
        return any(box.contains(point) for _first, _end, box in self._lines)

    def word(self, place: int) -> tuple[int, int]:
        """Where the word begins and ends that a place lies in or beside."""
        start = end = min(max(0, place), len(self.text))
        while start and _is_of_word(self.text[start - 1]):
            start -= 1
        while end < len(self.text) and _is_of_word(self.text[end]):
            end += 1
        while end > start and self.text[end - 1] in _INSIDE:  # a quotation mark, a dash
            end -= 1
        while start < end and self.text[start] in _INSIDE:
            start += 1
        if start == end and end < len(self.text) and self.text[end] != BREAK:
            end += 1  # a sign by itself
        return start, end

    def boxes(self, start: int, end: int) -> Iterator[QRectF]:
        """What the letters from `start` to `end` cover, line by line."""
        place = max(0, bisect_right(self._starts, start) - 1)
        for first, after, box in self._lines[place:]:
            begin, stop = max(first, start), min(after, end)
            if first >= end:
                return
            if begin < stop:
                left, right = self._letters[begin].left, self._letters[stop - 1].right
                yield QRectF(left, box.top(), right - left, box.height())

    def _split(self) -> Iterator[tuple[int, int, QRectF]]:
        """Lines: letters that follow each other on one height."""
        start = 0
        for place, letter in enumerate(self._letters):
            if letter.char == BREAK or (place > start and _goes_back(self._letters, place)):
                yield from self._line(start, place)
                start = place + 1 if letter.char == BREAK else place
        yield from self._line(start, len(self._letters))

    def _line(self, start: int, end: int) -> Iterator[tuple[int, int, QRectF]]:
        letters = self._letters[start:end]
        if letters:
            left, right = min(each.left for each in letters), max(each.right for each in letters)
            top, bottom = min(each.top for each in letters), max(each.bottom for each in letters)
            yield start, end, QRectF(left, top, right - left, bottom - top)

    def _distance(self, box: QRectF, point: QPointF) -> float:
        aside = max(box.left() - point.x(), point.x() - box.right(), 0.0) * self._size[0]
        upright = max(box.top() - point.y(), point.y() - box.bottom(), 0.0) * self._size[1]
        return hypot(aside, upright * _UPRIGHT)


def read(page: pypdfium2.PdfPage) -> PageText:
    """The words of a page; whoever calls it holds the lock of PDFium."""
    size = page.get_size()
    text = raw.FPDFText_LoadPage(page)
    try:
        return PageText(list(_letters(text, size)), size)
    finally:
        raw.FPDFText_ClosePage(text)


def _letters(text: object, size: tuple[float, float]) -> Iterator[Letter]:
    width, height = size
    box = raw.FS_RECTF()
    high = ""
    for place in range(raw.FPDFText_CountChars(text)):
        char = chr(raw.FPDFText_GetUnicode(text, place))
        if char in "\r\0":
            continue
        if "\ud800" <= char < "\udc00":  # the half of a character that UTF-16 writes as two
            high = char
            continue
        char = (high + char).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")
        high = ""
        raw.FPDFText_GetLooseCharBox(text, place, box)
        left, right = box.left / width, box.right / width
        char = "-" if char == _HYPHEN else char[:1]
        yield Letter(char, left, 1 - box.top / height, right, 1 - box.bottom / height)


def _goes_back(letters: Sequence[Letter], place: int) -> bool:
    """Whether a letter stands on another height than the one before, or before that."""
    before, here = letters[place - 1], letters[place]
    if here.left < before.left and before.char != BREAK:
        return True
    return here.top >= before.bottom or here.bottom <= before.top


def _is_of_word(char: str) -> bool:
    return char.isalnum() or char in _INSIDE
