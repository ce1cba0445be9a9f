"""The words of a document as the finder of people needs them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from caseboard.tagging.document import Document
from caseboard.tagging.people.tables import fold

_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_CAMEL = re.compile(r"[^\W\d_][a-zа-яіїєґё]+[A-ZА-ЯІЇЄҐ]")
_CAMEL_FINE = re.compile(r"(?:Mc|Mac|De|Di|Le|La|Van|Fitz|O['’]|D['’])[A-Z]|[^-]*-")
_POSSESSIVES = ("'s", "’s", "'", "’")
_PLAIN_GAPS = frozenset({" ", "\u00a0"})
_DOTTED_GAPS = frozenset({". ", ".", ".\u00a0"})


@dataclass(frozen=True, slots=True)
class Token:
    """A word without `’s`; `key` is it folded, `gap` the text between it and the next one."""

    start: int
    end: int
    text: str
    key: str
    gap: str
    is_capital: bool
    is_owner: bool
    """Whether `’s` was cut off."""
    is_cyrillic: bool

    @property
    def is_initial(self) -> bool:
        """Whether it is one capital letter, as in `A. Kovalev`."""
        return len(self.text) == 1 and self.is_capital

    @property
    def joins(self) -> bool:
        """Whether the next word stands right after it."""
        return self.gap in _PLAIN_GAPS and not self.is_owner

    @property
    def is_dotted(self) -> bool:
        """Whether a full stop and nothing else stands between it and the next word."""
        return self.gap in _DOTTED_GAPS

    @property
    def is_name_like(self) -> bool:
        """Whether it is written as a name is: `Kovalev`, not `NATO`, `K2` or `PageTitle`."""
        text = self.text
        if (
            not self.is_capital
            or not text.replace("-", "").replace("’", "").replace("'", "").isalpha()
        ):
            return False
        if len(text) > 1 and text.isupper():
            return False
        return not _CAMEL.match(text) or bool(_CAMEL_FINE.match(text))


def tokens(document: Document) -> Sequence[Token]:
    """One for each word of the document, in the same order."""
    text = document.text
    words = document.words
    found = []
    for index, word in enumerate(words):
        cut = _cut(word.text)
        after = words[index + 1].start if index + 1 < len(words) else word.end
        gap = text[word.end : after] if after - word.end < 8 else "\n"
        plain = word.text[:cut] if cut else word.text
        found.append(
            Token(
                word.start,
                word.start + len(plain),
                plain,
                fold(plain),
                gap,
                plain[0].isupper(),
                bool(cut),
                bool(_CYRILLIC.match(plain)),
            )
        )
    return found


def _cut(word: str) -> int:
    """Where the possessive begins; 0 where there is none."""
    for mark in _POSSESSIVES[:2]:
        if word.endswith(mark) and len(word) > 3:
            return len(word) - 2
    return 0
