"""Words cut down to what stays when they are inflected, as tables of names compare them."""

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from caseboard.tagging.document import Document, Word

_PIECE = re.compile(r"[^\W_]+(?:['’ʼ′`][^\W_]+)*")
_APOSTROPHES = re.compile("['’ʼ′`]")
_ENDINGS = sorted(
    (
        ending
        for line in (
            "ями ами ові еві ого его ому ему ими ыми ій ый ий ой ей ою ею єю ях ах ям ам ом ем єм",
            "им ім ым ів їв ов ев их ых ої ую юю ая яя ое ее ія ия и ы а я у ю е є ї й і ь о",
        )
        for ending in line.split()
    ),
    key=len,
    reverse=True,
)
_VOWELS = "аеєиіїоуюяыьйё"
_ALTERNATING = {"ц": "к", "з": "г", "ж": "г", "ч": "к"}
_SHORTEST = 3
_INITIALS = 6
"""A word of up to so many capitals is an abbreviation, which has no ending."""
SILENT = frozenset(("the", "of"))
"""English words that names are compared without."""


class Token(NamedTuple):
    """A word, or a part of a hyphenated one, with the key it is compared by."""

    start: int
    end: int
    text: str
    key: str


@lru_cache(maxsize=20_000)
def key_of(text: str) -> str:
    """The same for all forms of a Ukrainian or Russian noun or adjective; of others, lower case.

    No dictionary: endings are cut off, so that unlike words may meet in one key.
    """
    plain = text.casefold()
    if plain[-2:-1] and plain[-2] in "'’ʼ′`" and plain[-1] == "s":
        plain = plain[:-2]
    plain = _APOSTROPHES.sub("", plain).replace("ё", "е")
    if not "а" <= plain[:1] <= "ґ" or (text.isupper() and len(text) <= _INITIALS):
        return plain
    return _stem(plain)


def _stem(word: str) -> str:
    for ending in _ENDINGS:
        if word.endswith(ending) and len(word) - len(ending) >= _SHORTEST:
            word = word.removesuffix(ending)
            break
    while word[-1] in _VOWELS and len(word) > _SHORTEST:
        word = word[:-1]
    return word[:-1] + _ALTERNATING.get(word[-1], word[-1])


def of_words(words: Iterable[Word]) -> list[Token]:
    """Tokens of the words of a document, in reading order; `the` and `of` are left out."""
    made = []
    for word in words:
        if word.text.isalnum():
            key = key_of(word.text)
            if key not in SILENT:
                made.append(Token(word.start, word.end, word.text, key))
        else:
            made += _pieces(word)
    return made


def _pieces(word: Word) -> list[Token]:
    return [
        Token(word.start + piece.start(), word.start + piece.end(), piece.group(), key)
        for piece in _PIECE.finditer(word.text)
        if (key := key_of(piece.group())) not in SILENT
    ]


def of_text(text: str) -> list[Token]:
    """Tokens of a text of its own, such as a name of a table."""
    return of_words(Document(text).words)


@lru_cache(maxsize=2)
def of_document(document: Document) -> list[Token]:
    """Tokens of a whole document; worked out once."""
    return of_words(document.words)
