"""The words units are named with: echelons, branches, qualities, countries, abbreviations."""

import csv
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from caseboard.model.terms import Branch, Echelon
from caseboard.paths import resources
from caseboard.tagging.units.tokens import Tokens, norms


class Sort(StrEnum):
    """What a term tells."""

    ECHELON = "echelon"
    BRANCH = "branch"
    QUALITY = "quality"
    AFFILIATION = "affiliation"
    """The service or army it belongs to."""
    NATION = "nation"
    SHORT = "short"
    """An abbreviation of branch and echelon in one: `омбр`."""
    FORMATION = "formation"
    """What has no number: a column, an assault group."""


@dataclass(frozen=True, slots=True)
class Term:
    """One row of `units_terms.csv`."""

    sort: Sort
    english: str
    country: str
    """What the term alone says of the country; empty where it says nothing."""
    echelon: Echelon = Echelon.UNKNOWN
    branch: Branch = Branch.UNKNOWN
    is_guards: bool = False
    is_separate: bool = False


@dataclass(frozen=True, slots=True)
class Seen:
    """A term that stands in the text, from the token `first` to before `after`."""

    term: Term
    first: int
    after: int


class Vocabulary:
    """All terms, looked up by the tokens of a text."""

    def __init__(self, rows: list[dict[str, str]]) -> None:
        self._terms: dict[tuple[str, ...], list[Term]] = {}
        for row in rows:
            term = _term(row)
            for form in row["forms"].split("|"):
                self._terms.setdefault(norms(form), []).append(term)
        self._heads = {
            words[0]
            for words, terms in self._terms.items()
            for term in terms
            if term.sort in {Sort.ECHELON, Sort.SHORT, Sort.FORMATION}
        }
        self._longest_to: dict[str, int] = {}
        self._longest_from: dict[str, int] = {}
        for words in self._terms:
            _raise(self._longest_to, words[-1], len(words))
            _raise(self._longest_from, words[0], len(words))

    def heads(self, tokens: Tokens) -> list[int]:
        """Where a word for a size or a formation may begin."""
        return [at for at, token in enumerate(tokens.all) if token.norm in self._heads]

    def ending(self, tokens: Tokens, last: int, *sorts: Sort) -> Seen | None:
        """The longest term of these sorts whose last word is the token `last`."""
        longest = self._longest_to.get(tokens[last].norm, 0)
        for length in range(min(longest, last + 1), 0, -1):
            seen = self._at(tokens, last + 1 - length, last + 1, sorts)
            if seen:
                return seen
        return None

    def starting(self, tokens: Tokens, first: int, *sorts: Sort) -> Seen | None:
        """The longest term of these sorts whose first word is the token `first`."""
        longest = self._longest_from.get(tokens[first].norm, 0)
        for length in range(min(longest, len(tokens) - first), 0, -1):
            seen = self._at(tokens, first, first + length, sorts)
            if seen:
                return seen
        return None

    def _at(self, tokens: Tokens, first: int, after: int, sorts: tuple[Sort, ...]) -> Seen | None:
        words = tuple(tokens[at].norm for at in range(first, after))
        for term in self._terms.get(words, ()):
            if term.sort in sorts and all(_joins(tokens, at) for at in range(first, after - 1)):
                return Seen(term, first, after)
        return None


@cache
def vocabulary() -> Vocabulary:
    """The terms that ship with the program, read once."""
    path = resources() / "tagging" / "units_terms.csv"
    with path.open(encoding="utf-8", newline="") as file:
        return Vocabulary(list(csv.DictReader(file)))


def _joins(tokens: Tokens, left: int) -> bool:
    return tokens.gap(left).strip(" \t\n\u00a0.-‐‑") == "" and "\n\n" not in tokens.gap(left)


def _raise(longest: dict[str, int], word: str, length: int) -> None:
    longest[word] = max(length, longest.get(word, 0))


def _term(row: dict[str, str]) -> Term:
    sort, english, value = Sort(row["kind"]), row["english"], row["value"]
    if sort in {Sort.ECHELON, Sort.FORMATION}:
        return Term(sort, english, row["country"], echelon=Echelon(value))
    if sort is Sort.BRANCH:
        return Term(sort, english, row["country"], branch=Branch(value))
    guards = value == "guards" or "Guards" in english
    separate = value == "separate" or "Separate" in english
    if sort is Sort.SHORT:
        echelon, branch = value.split(":")
        return Term(
            sort, english, row["country"], Echelon(echelon), Branch(branch), guards, separate
        )
    return Term(sort, english, row["country"], is_guards=guards, is_separate=separate)
