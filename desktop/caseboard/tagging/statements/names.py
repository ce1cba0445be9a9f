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
        if self.is_proper and not (first.text[0].isupper() or first.text[0].isdigit()):
            return False
        before = text[max(0, first.start - 4) : first.start]
        return not self.needs_article or before.casefold() == "the "

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
        self._by_first: dict[str, list[Name[_T]]] = {}
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
            some = self._by_first.setdefault(keys[0], [])
            some.append(Name(keys, of, proper, shouted, article))
            some.sort(key=lambda each: -len(each.keys))

    def singles(self) -> list[tuple[str, _T]]:
        """The names of one word: their key, and what they are of."""
        every = (name for some in self._by_first.values() for name in some)
        return [(name.keys[0], name.of) for name in every if len(name.keys) == 1]

    def find(self, tokens: Sequence[Token], text: str) -> list[Hit[_T]]:
        """Every name, in reading order; none overlaps another."""
        hits = []
        at = 0
        while at < len(tokens):
            name = self._at(tokens, at, text)
            if name is None:
                at += 1
                continue
            stop = at + len(name.keys)
            hits.append(Hit(name.of, tokens[at].start, tokens[stop - 1].end, at, stop))
            at = stop
        return hits

    def _at(self, tokens: Sequence[Token], at: int, text: str) -> Name[_T] | None:
        for name in self._by_first.get(tokens[at].key, ()):
            if name.fits(tokens, at, text):
                return name
        return None
