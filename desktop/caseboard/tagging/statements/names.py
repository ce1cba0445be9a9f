"""Finds the names of a table among words, whatever their inflection; the longest name wins."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Generic, TypeVar

from caseboard.tagging.statements.keys import Token, of_text

_T = TypeVar("_T")
_APART = re.compile(r"[^\s\w.\-‐‑/&'’«»„“”\"]|\.\s|\n")
"""What does not stand within a name."""
_SHOUTED = 5
"""A name of up to so many capitals must stand in capitals: `AP`, `CIT`."""


@dataclass(frozen=True, slots=True)
class Name(Generic[_T]):
    """A name of something; one written with a capital is found with a capital only."""

    keys: tuple[str, ...]
    of: _T
    is_proper: bool
    is_shouted: bool
    needs_article: bool
    """`The Times`: not without its article."""

    def fits(self, tokens: Sequence[Token], at: int, text: str) -> bool:
        """Whether the name stands at token `at`."""
        first = tokens[at]
        if len(self.keys) > 1 and not self._continues(tokens[at : at + len(self.keys)], text):
            return False
        if self.is_shouted and not first.text.isupper():
            return False
        if self.is_proper and not self._is_capital(tokens[at : at + len(self.keys)]):
            return False
        before = text[max(0, first.start - 4) : first.start]
        return not self.needs_article or before.casefold() == "the "

    @staticmethod
    def _is_capital(tokens: Sequence[Token]) -> bool:
        """Whether any word has a capital: `речник оперативного командування «Південь»`."""
        return any(token.text[0].isupper() or token.text[0].isdigit() for token in tokens)

    def _continues(self, tokens: Sequence[Token], text: str) -> bool:
        if tuple(token.key for token in tokens) != self.keys:
            return False
        return not _APART.search(text, tokens[0].start, tokens[-1].end)


@dataclass(frozen=True, slots=True)
class Hit(Generic[_T]):
    """A name found: tokens `first` up to before `stop`, which are `start` to `end` in the text."""

    of: _T
    start: int
    end: int
    first: int
    stop: int


class Names(Generic[_T]):
    """All names of a table; where two things share a name, the first added has it."""

    def __init__(self) -> None:
        self._one: dict[str, list[Name[_T]]] = {}
        self._more: dict[tuple[str, str], list[Name[_T]]] = {}
        self._firsts: set[str] = set()
        self._seen: set[tuple[str, ...]] = set()

    def add(self, names: Iterable[str], of: _T) -> None:
        """Know `of` by these names too."""
        for name in filter(None, names):
            keys = tuple(token.key for token in of_text(name))
            if not keys or (keys in self._seen and not name.startswith("The ")):
                continue
            self._seen.add(keys)
            bare = name.removeprefix("The ").lstrip('«"')
            shouted = bare.isupper() and len(bare) <= _SHOUTED
            proper = bare[0].isupper()
            article = name.startswith("The ") and len(keys) == 1
            self._firsts.add(keys[0])
            made = Name(keys, of, proper, shouted, article)
            if len(keys) == 1:
                self._one.setdefault(keys[0], []).append(made)
            else:
                some = self._more.setdefault((keys[0], keys[1]), [])
                some.append(made)
                some.sort(key=lambda each: -len(each.keys))

    def singles(self) -> list[tuple[str, _T]]:
        """The names of one word: their key, and what they are of."""
        return [(name.keys[0], name.of) for some in self._one.values() for name in some]

    def find(self, tokens: Sequence[Token], text: str) -> list[Hit[_T]]:
        """Every name, in reading order; none overlaps another."""
        hits: list[Hit[_T]] = []
        stop = 0
        for at, token in enumerate(tokens):
            if token.key not in self._firsts or at < stop:
                continue
            name = self._at(tokens, at, text)
            if name is not None:
                stop = at + len(name.keys)
                hits.append(Hit(name.of, token.start, tokens[stop - 1].end, at, stop))
        return hits

    def _at(self, tokens: Sequence[Token], at: int, text: str) -> Name[_T] | None:
        key = tokens[at].key
        if at + 1 < len(tokens):
            for name in self._more.get((key, tokens[at + 1].key), ()):
                if name.fits(tokens, at, text):
                    return name
        for name in self._one.get(key, ()):
            if name.fits(tokens, at, text):
                return name
        return None
