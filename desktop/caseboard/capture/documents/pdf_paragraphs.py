"""Lines of a page joined into paragraphs, by where they stand."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from caseboard.capture.documents.pdf_lines import Line
from caseboard.capture.documents.pieces import Piece
from caseboard.model.terms import PartKind

_ITEM = re.compile(r"^\s*(?:[•◦▪‣●■–—-]|\d{1,3}[.)]|\(?[a-zа-яіїєґ]\))\s+")
_ENDS = re.compile(r"[.!?…:;][\"'”’»)\]]*\s*$")
_BROKEN_WORD = re.compile(r"([^\W\d_])[\u00ad\ufffe\x02]$")
_HYPHEN = re.compile(r"(?:^|[\s(\"«“„])[a-zа-яёіїєґß-ÿąęćłńśźż’ʼ']+-$")
_PAGE_NUMBER = re.compile(
    r"^\W*(?:page|p\.|seite|strona|стор(?:інка|\.)?|страница|стр\.|с\.)?\W*\d{1,4}"
    r"(?:\s*(?:/|of|von|z|з|із|из)\s*\d{1,4})?\W*$",
    re.I,
)
_LARGER = 1.12
_MARGIN = 0.09
"""The share of a page, at its top and at its foot, where running heads stand."""
_LONGEST_HEADING = 250
_LONGEST_WORD = 80
"""So much of a paragraph is looked at for a broken word: all of it, line by line, takes long."""


@dataclass(frozen=True, slots=True)
class Paragraph:
    """Lines that belong together."""

    text: str
    page: int
    size: float
    top: float
    """Where its first line stands: 0 at the foot of the page, 1 at its top."""

    @property
    def in_margin(self) -> bool:
        """Whether it stands where running heads and page numbers do."""
        return not _MARGIN <= self.top <= 1 - _MARGIN


def of_lines(lines: Sequence[Line], page: int, height: float) -> list[Paragraph]:
    """The paragraphs of a page `height` points high."""
    if not lines:
        return []
    pitch, right = _pitch(lines), max(line.right for line in lines)
    groups = [[lines[0]]]
    for before, line in pairwise(lines):
        if _begins(before, line, pitch, right):
            groups.append([])
        groups[-1].append(line)
    return [
        Paragraph(_joined(group), page, group[0].size, group[0].base / height if height else 0.5)
        for group in groups
    ]


def pieces(paragraphs: Sequence[Paragraph]) -> list[Piece]:
    """Paragraphs with their kinds; running heads and page numbers are no body."""
    usual = _usual_size(paragraphs)
    heads = _running(paragraphs)
    found = []
    for paragraph in paragraphs:
        number = paragraph.in_margin and _PAGE_NUMBER.match(paragraph.text)
        if number or (paragraph.in_margin and _key(paragraph) in heads):
            found.append(Piece(paragraph.text, PartKind.OTHER, body=False, page=paragraph.page))
        else:
            found.append(Piece(paragraph.text, _kind(paragraph, usual), page=paragraph.page))
    return found


def headline(paragraphs: Sequence[Paragraph]) -> str:
    """The largest words on the first page; empty where none stand out."""
    usual = _usual_size(paragraphs)
    first = (one for one in paragraphs if one.page == 1 and _kind(one, usual) is PartKind.HEADING)
    best = max(first, key=lambda one: one.size, default=None)
    return " ".join(best.text.split()) if best else ""


def _pitch(lines: Sequence[Line]) -> float:
    """From line to line inside paragraphs, in points: the page's closer distances."""
    steps = [one.base - two.base for one, two in pairwise(lines) if _near(one, two)]
    return sorted(steps)[len(steps) // 4] if steps else 0.0


def _near(one: Line, two: Line) -> bool:
    return 0.7 * two.size <= one.base - two.base <= 2.5 * two.size


def _begins(before: Line, line: Line, pitch: float, right: float) -> bool:
    """Whether `line` begins a paragraph."""
    if _ITEM.match(line.text) or not _same_size(before, line):
        return True
    step, sentence_over = before.base - line.base, bool(_ENDS.search(before.text))
    if step < -0.5 * line.size:  # in another column a sentence may go on
        return sentence_over or line.left <= before.left + line.size
    if abs(step) < 0.3 * line.size:  # cells of a row, pieces of a line
        return False
    if step > 1.9 * line.size or (pitch and step > 1.3 * pitch):
        return True
    indented = line.left > before.left + 0.8 * line.size
    short = before.right < right - 0.2 * max(1.0, right - before.left)
    return sentence_over and (indented or short)


def _same_size(one: Line, two: Line) -> bool:
    smaller, larger = sorted((one.size, two.size))
    return larger <= smaller * _LARGER + 0.2


def _joined(lines: Iterable[Line]) -> str:
    """One text; a word that was broken at the end of a line is whole again."""
    text = ""
    for line in lines:
        words, tail = line.text.strip(), text[-_LONGEST_WORD:]
        if _BROKEN_WORD.search(tail) or (_HYPHEN.search(tail) and words[:1].islower()):
            text = text[:-1] + words
        elif text.endswith("-") and text[-2:-1].isalpha():
            text += words
        else:
            text = f"{text} {words}" if text else words
    return text


def _usual_size(paragraphs: Iterable[Paragraph]) -> float:
    sizes: Counter[float] = Counter()
    for paragraph in paragraphs:
        sizes[round(paragraph.size, 1)] += len(paragraph.text)
    return sizes.most_common(1)[0][0] if sizes else 0.0


def _kind(paragraph: Paragraph, usual: float) -> PartKind:
    if _ITEM.match(paragraph.text):
        return PartKind.LIST_ITEM
    is_large = paragraph.size > usual * _LARGER and len(paragraph.text) <= _LONGEST_HEADING
    return PartKind.HEADING if is_large else PartKind.PARAGRAPH


def _running(paragraphs: Iterable[Paragraph]) -> set[str]:
    """What stands in the margins of three pages or more, numbers apart."""
    pages: dict[str, set[int]] = {}
    for paragraph in paragraphs:
        if paragraph.in_margin:
            pages.setdefault(_key(paragraph), set()).add(paragraph.page)
    return {key for key, on in pages.items() if len(on) >= 3}


def _key(paragraph: Paragraph) -> str:
    return re.sub(r"\d+", "#", paragraph.text)[:200]
