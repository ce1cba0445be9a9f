"""The words of a text as the grammar of units reads them: folded, without endings, numbers told."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from functools import lru_cache

from caseboard.tagging.document import Document, Word
from caseboard.tagging.units.numerals import NUMBER, TENS, ordinal_word, roman

_POSSESSIVE = re.compile(r"['’ʼ′`]s$", re.IGNORECASE)
_APOSTROPHE = re.compile(r"['’ʼ′`]")
_GLUED = re.compile(r"(\d{1,4})([^\W\d_]{3,8})\Z")
_CYRILLIC = re.compile(r"[а-яіїєґё]")
_ENDINGS = """
    а я у ю о е є и і ї й ь ы ою ею єю ой ей ом ем ам ям ах ях ами ями ів ов ев їв єм ий ій ый
    ые ие ая яя ую юю ое ее ої ому ім им ым их ых іх ими ыми іми ого ія ії ію ією іям іях
    іями ия ии ию ией иею иям иях иями
"""
_ENDING = re.compile(rf"(?<=\w\w\w)(?:{'|'.join(sorted(_ENDINGS.split(), key=len))})\Z")


@dataclass(frozen=True, slots=True)
class Token:
    """A word, or a part of one joined by hyphens; `norm` is what tables are asked for."""

    start: int
    end: int
    text: str
    norm: str
    number: int | None = None
    is_ordinal: bool = False
    """Whether a number is written as an ordinal: `92nd`, `92-га`, `third`, `III`."""
    tens: int | None = None
    """The value of `twenty` and its kin, which a following ordinal is added to."""
    is_possessive: bool = False

    @property
    def is_capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[0].isupper()


@dataclass(slots=True)
class Tokens:
    """All of a text, with the gaps between."""

    text: str
    all: list[Token] = field(default_factory=list)

    def gap(self, left: int) -> str:
        """What stands between a token and the one after it."""
        return self.text[self.all[left].end : self.all[left + 1].start]

    def __len__(self) -> int:
        return len(self.all)

    def __getitem__(self, at: int) -> Token:
        return self.all[at]


def read(document: Document) -> Tokens:
    """Cut a text into tokens."""
    return Tokens(document.text, [token for word in document.words for token in cut(word)])


def norms(name: str) -> tuple[str, ...]:
    """A name of a table, as the tokens of a text that holds it would be."""
    return tuple(token.norm for word in Document(name).words for token in cut(word))


def cut(word: Word) -> Iterator[Token]:
    """One token, or several of a word that is glued or joined by hyphens."""
    text = word.text
    glued = _GLUED.match(text) if text[0].isdecimal() and not NUMBER.match(text) else None
    if glued:
        yield _token(word.start, glued.group(1))
        yield _token(word.start + glued.end(1), glued.group(2))
    elif "-" in text and not (text[0].isdecimal() or _CYRILLIC.search(text.casefold())):
        at = word.start
        for part in text.split("-"):
            yield _token(at, part)
            at += len(part) + 1
    else:
        yield _token(word.start, text)


def _token(start: int, text: str) -> Token:
    norm, number, is_ordinal, owns = _read(text)
    tens = TENS.get(norm) if is_ordinal or number is None else None
    return Token(start, start + len(text), text, norm, number, is_ordinal, tens, owns)


@lru_cache(maxsize=20_000)
def _read(text: str) -> tuple[str, int | None, bool, bool]:
    """The norm of a word, its number, whether that is an ordinal, and whether it is a genitive."""
    found = NUMBER.match(text) if text[0].isdecimal() else None
    if found:
        digits, suffix = found.groups()
        return digits, int(digits), bool(suffix), False
    norm = _POSSESSIVE.sub("", text.casefold()) if "s" in text[-1:].casefold() else text.casefold()
    owns = len(norm) < len(text)
    norm = _APOSTROPHE.sub("", norm).replace("ё", "е")
    if not norm.isascii() and _CYRILLIC.search(norm):
        norm = stem(norm)
    value = ordinal_word(norm)
    if value is None and len(text) < 8 and text.isupper():
        value = roman(text)
    return norm, value, value is not None, owns


def stem(word: str) -> str:
    """A Ukrainian or Russian word without its ending: crude, the same for all its forms."""
    return _ENDING.sub("", word)
