"""A text cut once into words, sentences and quotations, for all who look for something in it."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from caseboard.capture import language as languages

_WORD = re.compile(r"[^\W_]+(?:['’ʼ′`\-‐‑][^\W_]+)*")
_PARAGRAPH = re.compile(r"[^\n]+(?:\n(?![^\S\n]*\n)[^\n]+)*")
_STOP = re.compile(r"(?<![.!?…])[.!?…]++[\"”»’')\]]*+(?=\s)|\n+")
_INITIALS = re.compile(r"(?:[^\W\d_]\.)*[^\W\d_]")
_NEAR = 24
"""How many characters around a full stop tell whether it ends a sentence."""
_SHORT = frozenset(
    word
    for line in (
        "jan feb mar apr jun jul aug sep sept oct nov dec mon tue wed thu fri sat sun",
        "gen lt col maj capt sgt adm brig mr mrs ms dr prof sen rep gov pres st mt ft no nos vs",
        "rev sens reps gens messrs amb",
        "etc inc ltd corp co dept u.s u.k e.g i.e a.m p.m",
        "м с смт р рр ст ген полк підп вул обл тис млн млрд км т д ім св див рис п",
        "г гг ул тыс им см пос дер",
        "woj ul im dr płk ppłk św tys mld np",
    )
    for word in line.split()
)
"""What a full stop may follow within a sentence: en, uk, ru, pl."""
_OPEN = '"“„«‟”'
_CLOSE = {'"': '"', "“": '”"', "„": '“”"', "«": "»", "‟": '”"', "”": '”"'}


@dataclass(frozen=True, slots=True)
class Word:
    """A word: letters and digits, with hyphens and apostrophes inside."""

    start: int
    end: int
    text: str

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(frozen=True, slots=True)
class Span:
    """A piece of the text, from `start` to before `end`."""

    start: int
    end: int

    def holds(self, start: int, end: int) -> bool:
        """Whether a piece lies in this one."""
        return self.start <= start and end <= self.end

    def touches(self, start: int, end: int) -> bool:
        """Whether a piece shares a character with this one."""
        return self.start < end and start < self.end


class Document:
    """A text with what is known of it; all of it is worked out once, when it is first asked for."""

    def __init__(self, text: str, *, language: str = "", published: str = "") -> None:
        """`language` is ISO 639-1 and found out where it is empty; `published` is EDTF."""
        self.text = text
        self.published = published
        self._language = language

    @cached_property
    def language(self) -> str:
        """ISO 639-1; `en` where it cannot be told."""
        return self._language or languages.likely(self.text) or "en"

    @cached_property
    def words(self) -> Sequence[Word]:
        """Every word, in reading order."""
        return [Word(m.start(), m.end(), m.group()) for m in _WORD.finditer(self.text)]

    @cached_property
    def paragraphs(self) -> Sequence[Span]:
        """Blocks between blank lines."""
        return [Span(m.start(), m.end()) for m in _PARAGRAPH.finditer(self.text)]

    @cached_property
    def sentences(self) -> Sequence[Span]:
        """Sentences, and lines that are none, such as headlines; without the space around them."""
        return list(_sentences(self.text))

    @cached_property
    def quotations(self) -> Sequence[Span]:
        """What stands in quotation marks, with them; one left open ends with its paragraph."""
        return [q for p in self.paragraphs for q in _quotations(self.text, p)]

    def words_in(self, start: int, end: int) -> Sequence[Word]:
        """The words that begin between two offsets."""
        return self.words[self._place(start) : self._place(end)]

    def sentence_at(self, offset: int) -> Span:
        """The sentence in which the character at `offset` stands, or the nearest before it."""
        at = bisect_right(self._sentence_starts, offset) - 1
        return self.sentences[max(0, at)] if self.sentences else Span(0, len(self.text))

    def begins_sentence(self, word: Word) -> bool:
        """Whether a word is the first of its sentence, so that its capital tells nothing."""
        first = self.sentence_at(word.start)
        return not any(char.isalnum() for char in self.text[first.start : word.start])

    @cached_property
    def _sentence_starts(self) -> list[int]:
        return [sentence.start for sentence in self.sentences]

    @cached_property
    def _word_starts(self) -> list[int]:
        return [word.start for word in self.words]

    def _place(self, offset: int) -> int:
        return bisect_right(self._word_starts, offset - 1)


def _sentences(text: str) -> Iterator[Span]:
    begin = 0
    for stop in _STOP.finditer(text):
        if _is_end(text, begin, stop):
            yield from _trimmed(text, begin, stop.end())
            begin = stop.end()
    yield from _trimmed(text, begin, len(text))


def _is_end(text: str, begin: int, stop: re.Match[str]) -> bool:
    if "\n" in stop.group():
        return True
    after = text[stop.end() : stop.end() + _NEAR].lstrip(" \t\u00a0")[:2].lstrip("\"“„«'(—–- ")[:1]
    if after.islower():
        return False
    if stop.group() != ".":
        return True
    before = re.search(r"[^\s(\[\"“«„]*$", text[max(begin, stop.start() - _NEAR) : stop.start()])
    word = before.group() if before else ""
    is_initials = bool(_INITIALS.fullmatch(word)) and word[-1].isupper()
    return not (word.casefold() in _SHORT or is_initials)


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        first = start + piece.index(stripped[0])
        yield Span(first, first + len(stripped))


def _quotations(text: str, paragraph: Span) -> Iterator[Span]:
    at = paragraph.start
    while at < paragraph.end:
        mark = text[at]
        if mark not in _OPEN:
            at += 1
            continue
        closing = _CLOSE[mark]
        end = next((i for i in range(at + 1, paragraph.end) if text[i] in closing), None)
        stop = paragraph.end if end is None else end + 1
        yield Span(at, stop)
        at = stop
