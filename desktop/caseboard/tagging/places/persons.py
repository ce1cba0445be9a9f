"""Who is a person in a text: what looks like a place may be a surname."""

from bisect import bisect_left
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from caseboard.tagging.places import tables
from caseboard.tagging.places.text import Reading
from caseboard.tagging.suggestions import PersonSuggestion


@dataclass(frozen=True, slots=True)
class Persons:
    """The tokens that are of persons' names, and the surnames seen."""

    tokens: frozenset[int]
    """Of full names, and of surnames after a title."""
    surnames: frozenset[str]
    """In lower case."""


def persons(reading: Reading, people: Iterable[PersonSuggestion]) -> Persons:
    """Find names of persons by given names and titles, and take those found already."""
    spans = [*_given(reading), *_titled(reading), *_taken(reading, people)]
    inside = frozenset(at for first, last in spans for at in range(first, last + 1))
    seen = frozenset(reading.tokens[last].lower for _first, last in spans)
    return Persons(inside, seen - tables.words("kind_words_all"))


def _given(reading: Reading) -> Sequence[tuple[int, int]]:
    """A given name, initials, and a surname: `Matthew D. Flores`."""
    found: list[tuple[int, int]] = []
    tokens = reading.tokens
    at = 0
    while at < len(tokens) - 1:
        last = _surname_after(reading, at) if _is_given(reading, at) else None
        if last is not None:
            found.append((at, last))
        at = at + 1 if last is None else last + 1
    return found


def _is_given(reading: Reading, at: int) -> bool:
    token = reading.tokens[at]
    return token.is_capital and token.lower in tables.given_names() and not token.is_possessive


def _surname_after(reading: Reading, at: int) -> int | None:
    """Where the surname ends that follows a given name, if one does."""
    tokens = reading.tokens
    last = at
    while last + 1 < len(tokens) and last - at < 3 and reading.joins(last):
        last += 1
        token = tokens[last]
        if not token.is_capital and token.lower not in {"de", "al", "van", "von", "bin", "el"}:
            return None
        is_more = len(token.text) == 1 or not token.is_capital or _is_more(reading, last)
        if not is_more:
            return None if _is_no_surname(token.lower) else last
    return None


def _is_more(reading: Reading, at: int) -> bool:
    """Whether this is a second given name, with a surname still to come."""
    following = reading.tokens[at + 1] if at + 1 < len(reading.tokens) else None
    return (
        reading.tokens[at].lower in tables.given_names()
        and not reading.tokens[at].is_possessive
        and following is not None
        and following.is_capital
        and reading.joins(at)
        and not _is_no_surname(following.lower)
    )


def _is_no_surname(lower: str) -> bool:
    if lower in tables.surnames():
        return lower in tables.words("kind_words_all") and lower not in {"lake", "rivers"}
    return (
        lower in tables.words("never")
        or lower in tables.words("kind_words_all")
        or lower in tables.words("organisation")
        or lower in tables.words("street")
        or lower in tables.words("demonym")
    )


def _titled(reading: Reading) -> Sequence[tuple[int, int]]:
    """A title, and the name after it: `Sheriff Madison`, `Mr. Paris`."""
    found = []
    tokens = reading.tokens
    for at in range(len(tokens) - 1):
        is_title = tokens[at].is_capital and tokens[at].lower in tables.words("title")
        following = tokens[at + 1]
        if not is_title or tokens[at].is_possessive or not following.is_capital:
            continue
        if tokens[at].gap not in {" ", ". "} or following.lower in tables.words("never"):
            continue
        last = _surname_after(reading, at + 1)
        found.append((at + 1, at + 1 if last is None else last))
    return found


def _taken(reading: Reading, people: Iterable[PersonSuggestion]) -> Sequence[tuple[int, int]]:
    starts = [token.start for token in reading.tokens]
    spans = []
    for person in people:
        first, after = bisect_left(starts, person.start), bisect_left(starts, person.end)
        if first < after:
            spans.append((first, after - 1))
    return spans
