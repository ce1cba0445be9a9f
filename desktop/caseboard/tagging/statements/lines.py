"""A text cut for grammar: sentences in which each quotation is one word."""

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from caseboard.tagging.document import Document, Span
from caseboard.tagging.statements import quotations

_TOKEN = re.compile(
    r"(?:[A-Z]\.){2,}|[^\W_]+(?:['’ʼ\-‑&/@][^\W_]+)*"
    r"|--+|(?<=\s)-(?=\s)|[,;:()\[\]–—―!?…]|\.(?=\s*$)"
)
QUOTE = '"'
"""The word that stands for a quotation."""


_LONGEST = 150
"""Words of a sentence; what is longer is none, and would only take time."""


class Token(NamedTuple):
    """A word, a sign or a whole quotation."""

    start: int
    end: int
    text: str
    low: str

    @property
    def is_quote(self) -> bool:
        """Whether it is a quotation."""
        return self.low == QUOTE

    @property
    def is_word(self) -> bool:
        """Whether it is neither a sign nor a quotation."""
        return self.text[:1].isalnum()

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


class Line(NamedTuple):
    """A sentence; one is longer than a sentence where a quotation in it is."""

    span: Span
    tokens: Sequence[Token]
    starts_paragraph: bool

    @property
    def is_bare(self) -> bool:
        """Whether it is quotations and nothing else."""
        has_word = any(token.is_word for token in self.tokens)
        return not has_word and any(token.is_quote for token in self.tokens)


def cut(document: Document) -> list[Line]:
    """All sentences, in reading order."""
    text = document.text
    quotes = quotations.cut(text)
    begins = {paragraph.start for paragraph in quotations.paragraphs(text)}
    starts = [quote.start for quote in quotes]
    found = []
    for span in _merged(document.sentences, quotes):
        cut_up = list(tokens(text, span, _within(quotes, starts, span)))
        for at in range(0, len(cut_up), _LONGEST):
            piece = cut_up[at : at + _LONGEST]
            part = Span(piece[0].start, piece[-1].end)
            found.append(Line(part, piece, part.start in begins))
    return found


def tokens(text: str, span: Span, quotes: Sequence[Span]) -> Iterator[Token]:
    """The words of a stretch, each of these quotations being one."""
    at = span.start
    for quote in quotes:
        yield from _plain(text, at, quote.start)
        yield Token(quote.start, quote.end, text[quote.start : quote.end], QUOTE)
        at = quote.end
    yield from _plain(text, at, span.end)


def _plain(text: str, start: int, end: int) -> Iterator[Token]:
    for match in _TOKEN.finditer(text, start, end):
        word = match.group()
        yield Token(match.start(), match.end(), word, word.lower().replace("’", "'"))


def _within(quotes: Sequence[Span], starts: Sequence[int], span: Span) -> Sequence[Span]:
    return quotes[bisect_right(starts, span.start - 1) : bisect_right(starts, span.end - 1)]


def _merged(sentences: Sequence[Span], quotes: Sequence[Span]) -> Iterator[Span]:
    """Join sentences that a quotation holds together."""
    held: Span | None = None
    at = 0
    for sentence in sentences:
        if held is None:
            held = sentence
        else:
            while at < len(quotes) and quotes[at].end <= held.end:
                at += 1
            if at < len(quotes) and quotes[at].start < held.end:
                held = Span(held.start, max(sentence.end, held.end))
            else:
                yield held
                held = sentence
    if held is not None:
        yield held
