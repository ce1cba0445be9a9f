"""Names of the gazetteer in a text: the longest that begin at each capitalised word."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from caseboard.tagging.gazetteer.entry import Entry, EntryKind
from caseboard.tagging.gazetteer.naming import key
from caseboard.tagging.places import tables
from caseboard.tagging.places.governments import is_building
from caseboard.tagging.places.names import entries
from caseboard.tagging.places.text import Reading
from caseboard.tagging.suggestions import Place

MOST_WORDS = 6
_LEAST_LETTERS = 3
_CONTRACTION = re.compile("['’](?:ll|re|ve|d|t|m)$")
_SHORT_FORMS = {"st": "saint", "ste": "sainte", "mt": "mount", "ft": "fort", "pt": "point"}

Known = Mapping[str, Sequence[Place]]
"""The case's places by the key of each of their names."""


@dataclass(frozen=True, slots=True)
class Match:
    """A name of the gazetteer or of the case that stands in the text."""

    first: int
    last: int
    """Indices of its first and last token."""
    start: int
    end: int
    name: str
    entries: tuple[Entry, ...]
    known: tuple[Place, ...] = ()
    kinds: frozenset[EntryKind] = frozenset()
    """What a word of the name itself asks for: `Oskil River`."""
    short: str = ""
    """`state`, `country`, `city` or `postal`, where it is an abbreviation."""

    @property
    def words(self) -> int:
        """Of how many words it is."""
        return self.last - self.first + 1


def matches(reading: Reading, known: Known) -> Sequence[Match]:
    """The names that stand in a text, none over another, in reading order."""
    short = {match.first: match for match in _abbreviations(reading)}
    found: list[Match] = []
    at = 0
    while at < len(reading.tokens):
        match = short.get(at) or _longest(reading, at, known)
        if match is not None:
            found.append(match)
        at = match.last + 1 if match is not None else at + 1
    return found


def _longest(reading: Reading, first: int, known: Known) -> Match | None:
    if not reading.tokens[first].is_capital:
        return None
    ends = _ends(reading, first)
    for last in reversed(ends):
        match = _match(reading, first, last, known)
        if match is not None:
            return _with_kind(reading, match)
    return None


def _with_kind(reading: Reading, match: Match) -> Match:
    """`Kherson region`, where `Kherson` alone is the town only."""
    after = match.last + 1
    word = reading.lower(after)
    if word not in tables.words("lower_kind") or reading.gap_after(match.last) != " ":
        return match
    kinds = tables.kind_words("kind_after")[word]
    if any(entry.kind in kinds for entry in match.entries):
        return match
    for name in (f"{match.name} {word}", f"{match.name} Oblast"):
        found = tuple(entry for entry in entries(name) if entry.kind in kinds)
        if found:
            end = reading.tokens[after].end
            return Match(match.first, after, match.start, end, found[0].name, found, kinds=kinds)
    return match


def _ends(reading: Reading, first: int) -> list[int]:
    """Where a name that begins here may end."""
    tokens = reading.tokens
    ends = [first]
    at = first
    while at + 1 < len(tokens) and at + 1 - first < MOST_WORDS and reading.joins(at):
        at += 1
        if tokens[at].is_capital:
            ends.append(at)
        elif tokens[at - 1].gap != "-" and tokens[at].lower not in tables.words("connector"):
            break  # Rostov-na-Donu has whatever it has between its hyphens
    return ends


def _match(reading: Reading, first: int, last: int, known: Known) -> Match | None:
    tokens = reading.tokens
    if first == last and _is_no_name(tokens[first].lower):
        return None
    start, end = tokens[first].start, tokens[last].end
    name = reading.document.text[start:end]
    of_case = tuple(known.get(key(name), ()))
    found = _entries(name)
    if first < last and tokens[first].lower == "the" and not _has_article(name, found):
        return None
    if found or of_case or is_building(name):
        return Match(first, last, start, end, name, found, of_case)
    return _typed(reading, first, last) if first < last else None


def _has_article(name: str, found: Sequence[Entry]) -> bool:
    """Whether the article is of the name: `The Hague`, but `the Philippines`."""
    bare = {entry.id for entry in _entries(name.partition(" ")[2]) if entry.is_main}
    return bool(found) and not any(entry.id in bare for entry in found)


def _typed(reading: Reading, first: int, last: int) -> Match | None:
    """`Oskil River` where the gazetteer has `Oskil`, of that kind."""
    tokens = reading.tokens
    after = tables.kind_words("kind_after").get(tokens[last].lower)
    before = tables.kind_words("kind_before").get(tokens[first].lower)
    start, end = tokens[first].start, tokens[last].end
    text = reading.document.text
    for kinds, name in (
        (after, text[start : tokens[last - 1].end]),
        (before, text[tokens[first + 1].start : end]),
    ):
        if kinds:
            found = tuple(entry for entry in _entries(name) if entry.kind in kinds)
            if found:
                return Match(first, last, start, end, name, found, kinds=kinds)
    return None


def _entries(name: str) -> tuple[Entry, ...]:
    found = entries(name)
    head, dot, rest = name.partition(" ")
    written_out = _SHORT_FORMS.get(head.rstrip(".").lower())
    if not found and dot and written_out:
        found = entries(f"{written_out} {rest}")
    if not found and dot and head in {"Saint", "Mount", "Fort"}:
        found = entries(f"{head[0]}t {rest}")
    return found


def _is_no_name(lower: str) -> bool:
    return (
        len(lower) < _LEAST_LETTERS
        or not lower[0].isalpha()
        or bool(_CONTRACTION.search(lower))
        or lower in tables.words("never")
        or lower in tables.words("demonym")
        or (lower.endswith("s") and lower[:-1] in tables.words("demonym"))
    )


@cache
def _pattern() -> re.Pattern[str]:
    shorts = sorted(tables.abbreviations(), key=len, reverse=True)
    return re.compile(rf"(?<![\w.])(?:{'|'.join(map(re.escape, shorts))})(?!\w)")


def _abbreviations(reading: Reading) -> Iterator[Match]:
    text = reading.document.text
    for found in _pattern().finditer(text):
        abbreviation = tables.abbreviations()[found.group()]
        first = reading.index_at.get(found.start())
        if first is None or not _is_meant(reading, abbreviation, first, found):
            continue
        last = first
        while last + 1 < len(reading.tokens) and reading.tokens[last + 1].start < found.end():
            last += 1
        kinds = tables.KINDS["state"]
        if abbreviation.kind in {"country", "city"}:
            kinds = (
                frozenset({EntryKind.COUNTRY}) if abbreviation.kind == "country" else tables.TOWNS
            )
        entries_ = tuple(e for e in entries(abbreviation.name) if e.kind in kinds)
        if entries_:
            yield Match(
                first,
                last,
                found.start(),
                found.end(),
                abbreviation.name,
                entries_[:1],
                kinds=kinds,
                short=abbreviation.kind,
            )


_WORDS_TOO = frozenset({"Man.", "Wash.", "Miss.", "Mass.", "Ill.", "Cal.", "Del.", "Ore.", "Pa."})


def _is_meant(
    reading: Reading, abbreviation: tables.Abbreviation, first: int, found: re.Match[str]
) -> bool:
    """Whether `Ill.` is Illinois and `IN` Indiana: after a town and a comma they are."""
    follows_town = (
        first > 0
        and reading.gap_after(first - 1).startswith(", ")
        and reading.tokens[first - 1].is_capital
    )
    if abbreviation.kind == "postal":
        return follows_town and first not in reading.title_cased
    if follows_town:
        return True
    if abbreviation.short in _WORDS_TOO:
        rest = reading.document.text[found.end() : found.end() + 2]
        return first not in reading.starts and rest[:1] == " " and rest[1:2].islower()
    return True
