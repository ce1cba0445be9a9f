"""What the words around a name tell of whether it names a place, sign by sign.

Each sign is a number, mostly 0 or 1; `likelihood` weighs them.
"""

import math
import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from caseboard.tagging.document import Word
from caseboard.tagging.gazetteer.entry import EntryKind
from caseboard.tagging.gazetteer.naming import key
from caseboard.tagging.places import tables
from caseboard.tagging.places.containing import is_within, population, wide
from caseboard.tagging.places.matching import Match
from caseboard.tagging.places.persons import Persons
from caseboard.tagging.places.text import Reading, Token

Signs = Mapping[str, float]
_ENGLISH = frozenset({"US", "GB", "CA", "AU", "NZ", "IE"})
_AREAS = {EntryKind.COUNTRY, EntryKind.STATE, EntryKind.REGION, EntryKind.CONTINENT}
_SURE_LENGTH = 6
"""A longer word of a people is that without its capital too: `ukrainian`, but not `polish`."""
_BRIEF, _BRIEF_FROM = 5, 100_000
"""A name of so few letters is a weak sign of a place of so few people."""
_DATELINE_END = re.compile(r"[^\n]{0,40}?(?:\([^)\n]{2,30}\)\s*)?(?:—|–|--|-\s|:)")


@dataclass(frozen=True, slots=True)
class Around:
    """Everything the signs of one text are read from."""

    reading: Reading
    matches: Sequence[Match]
    persons: Persons
    times: Counter[str]
    """How often each name stands in the text."""
    in_place: frozenset[str]
    """Names that stand in this text where only places stand."""
    peoples: frozenset[str]
    """The countries the text speaks of: by name, or by their people or adjectives."""


def around(reading: Reading, matches: Sequence[Match], persons: Persons) -> Around:
    """What the signs need to know of a whole text."""
    times = Counter(key(match.name) for match in matches)
    sure = frozenset(key(match.name) for match in matches if _is_in_place(reading, match))
    return Around(
        reading, matches, persons, times, sure, peoples(reading.document.words) | _named(matches)
    )


def _named(matches: Sequence[Match]) -> frozenset[str]:
    return frozenset(
        entry.country
        for match in matches
        for entry in match.entries
        if entry.kind is EntryKind.COUNTRY
    )


def peoples(words: Iterable[Word]) -> frozenset[str]:
    """The countries whose people or adjectives are among the words: `Russian troops`."""
    known = tables.demonyms()
    lowered = (
        word.text.lower() for word in words if word.is_capital or len(word.text) > _SURE_LENGTH
    )
    return frozenset(known[lower] for lower in lowered if lower in known)


def signs(text: Around, at: int) -> Signs:
    """The signs of the match at this index."""
    match = text.matches[at]
    seen: dict[str, float] = {"bias": 1.0}
    seen.update(_of_entries(match))
    seen.update(dict.fromkeys(_of_name(text.reading, match), 1.0))
    seen.update(dict.fromkeys(_of_persons(text, match), 1.0))
    seen.update(dict.fromkeys(_before(text.reading, match), 1.0))
    seen.update(dict.fromkeys(_after(text.reading, match), 1.0))
    seen.update(dict.fromkeys(_beside(text, at), 1.0))
    seen.update(dict.fromkeys(_of_countries(text, match), 1.0))
    if {"starts_sentence", "common_word"} <= seen.keys():
        seen["common_word_at_start"] = 1.0
    name = key(match.name)
    if text.times[name] > 1:
        seen["repeated"] = min(1.0, (text.times[name] - 1) / 4)
    if name in text.in_place and not _is_in_place(text.reading, match):
        seen["in_place_elsewhere"] = 1.0
    return seen


def _of_entries(match: Match) -> Signs:
    kinds = {entry.kind for entry in match.entries}
    people = max((population(entry) for entry in match.entries if entry.is_main), default=0)
    anyhow = max((population(entry) for entry in match.entries), default=0)
    seen = {"people": math.log10(1 + people) / 7, "people_alias": math.log10(1 + anyhow) / 7}
    for kind, sign in (
        (EntryKind.COUNTRY, "country"),
        (EntryKind.STATE, "state"),
        (EntryKind.COUNTY, "county"),
        (EntryKind.REGION, "region"),
        (EntryKind.CONTINENT, "region"),
        (EntryKind.RIVER, "natural"),
        (EntryKind.WATER, "natural"),
    ):
        if kind in kinds and (sign != "natural" or match.words > 1):
            seen[sign] = 1.0
    if kinds and kinds <= tables.TOWNS:
        seen["only_towns"] = 1.0
    if match.words == 1 and people < _BRIEF_FROM and len(match.name) < _BRIEF:
        seen["brief"] = 1.0
    if not any(entry.is_main for entry in match.entries):
        seen["only_alias"] = 1.0
    if match.known:
        seen["known"] = 1.0
    return seen


def _of_countries(text: Around, match: Match) -> Iterator[str]:
    """Whether the text speaks of a country in which such a place lies."""
    countries = {country for entry in match.entries for country in entry.country.split(",")}
    is_area = any(entry.kind in _AREAS for entry in match.entries)
    is_here = not countries.isdisjoint(text.peoples)
    if is_here:
        yield "own_people"
    if match.words == 1 and not is_area and countries.isdisjoint(_ENGLISH):
        yield "foreign_here" if is_here else "foreign"


def _of_name(reading: Reading, match: Match) -> Iterator[str]:
    token = reading.tokens[match.first]
    if match.short:
        yield f"short_{match.short}"
    elif match.words > 1:
        yield "several_words"
        tokens = reading.tokens[match.first : match.last + 1]
        if all(token.lower in tables.common_words() for token in tokens):
            yield "common_words"
        if reading.tokens[match.last].lower in tables.words("kind_words_all"):
            yield "kind_within"
    else:
        if token.lower in tables.common_words():
            is_country = any(entry.kind is EntryKind.COUNTRY for entry in match.entries)
            yield "common_word_country" if is_country else "common_word"
        if token.is_upper and match.first not in reading.title_cased:
            yield "capitals"
    if match.kinds:
        yield "kind_within"
    is_area = reading.tokens[match.last].lower in tables.words("lower_kind")
    if match.words > 1 and is_area and any(e.kind in _AREAS for e in match.entries):
        yield "typed_area"


def _of_persons(text: Around, match: Match) -> Iterator[str]:
    inside = [at in text.persons.tokens for at in range(match.first, match.last + 1)]
    if any(inside):
        is_more = match.first - 1 in text.persons.tokens or match.last + 1 in text.persons.tokens
        yield "part_of_person" if is_more else "person"
    if match.words > 1:
        return
    lower = text.reading.tokens[match.first].lower
    if lower in text.persons.surnames:
        yield "surname_here"
    if lower in tables.given_names():
        yield "given_name"
    if lower in tables.surnames():
        yield "surname"
    elif lower not in tables.given_names() and lower not in tables.common_words():
        yield "unusual"


def _is_in_place(reading: Reading, match: Match) -> bool:
    previous = reading.lower(match.first - 1)
    return (
        previous in tables.words("place_preposition")
        and reading.gap_after(match.first - 1) == " "
        and not _is_in_name(reading, match)
    )


def _is_in_name(reading: Reading, match: Match) -> bool:
    following = reading.tokens[match.last + 1] if match.last + 1 < len(reading.tokens) else None
    return following is not None and following.is_capital and reading.gap_after(match.last) == " "


def _before(reading: Reading, match: Match) -> Iterator[str]:
    first = match.first
    if first in reading.starts:
        yield "starts_sentence"
    if first in reading.title_cased:
        yield "title_cased"
    if first == 0 or reading.gap_after(first - 1) not in {" ", "-", ". "}:
        return
    previous = reading.tokens[first - 1]
    gap = reading.gap_after(first - 1)
    if gap == " " and not previous.is_possessive:
        yield from _preposition(reading, first, previous)
    if previous.is_possessive:
        yield "possessive_before"
    elif previous.is_capital and first - 1 not in reading.starts | reading.title_cased:
        yield from _capital_before(previous)
    if gap == " " and previous.lower in tables.words("relation"):
        yield "relation_before"
    if previous.lower in tables.words("title") and previous.is_capital and gap != "-":
        yield "title_before"


def _preposition(reading: Reading, first: int, previous: Token) -> Iterator[str]:
    lower = previous.lower
    if lower in tables.words("place_preposition"):
        yield "in_before"
    elif lower in tables.words("of_preposition"):
        before = reading.lower(first - 2)
        yield "direction_of" if before in tables.words("direction") else f"before_{lower}"
    elif lower == "the":
        yield "the_before"
    elif lower in tables.words("compass"):
        yield "compass_before"
    elif lower in tables.words("say") or lower == "by":
        yield "say_before"
    elif lower in {"a", "an"}:
        yield "article_before"


def _capital_before(previous: Token) -> Iterator[str]:
    if previous.lower in tables.words("compass"):
        yield "compass_before"
    elif previous.lower in tables.words("demonym"):
        yield "demonym_before"
    elif previous.lower in tables.words("never"):
        yield "never_before"
    else:
        yield "capital_before"


def _after(reading: Reading, match: Match) -> Iterator[str]:
    last = match.last
    token = reading.tokens[last]
    following = reading.tokens[last + 1] if last + 1 < len(reading.tokens) else None
    if token.is_possessive:
        yield "possessive"
    if following is None:
        return
    gap = token.gap
    if gap == " " and not match.short:
        yield from _word_after(reading, last, following)
    elif gap.startswith(", ") and following.text.isdigit() and len(following.text) < 3:
        yield "age_after"
    elif gap == "-" and following.lower in {"based", "born", "area"}:
        yield "based_after"
    elif gap in {"-", ". "} and following.is_capital:
        yield "joined_after"
    if _is_dateline(reading, match):
        yield "dateline"


def _word_after(reading: Reading, last: int, following: Token) -> Iterator[str]:
    if following.is_capital:
        if last + 1 not in reading.title_cased and not reading.tokens[last].is_possessive:
            yield from _capital_after(following)
    elif following.lower in tables.words("determiner"):
        yield "determiner_after"
    elif following.lower in tables.words("lower_kind"):
        yield "kind_after"
    elif following.lower in tables.words("people_noun"):
        yield "noun_after"
    elif following.lower in tables.words("say"):
        yield "say_after"
    elif following.lower == "counties":
        yield "kind_after"


def _capital_after(following: Token) -> Iterator[str]:
    if following.lower in tables.words("local_body"):
        yield "local_body_after"
    elif following.lower in tables.words("organisation"):
        yield "organisation_after"
    elif following.lower in tables.words("street"):
        yield "street_after"
    elif following.lower in tables.words("title"):
        yield "title_after"
    elif following.lower in tables.words("kind_words_all"):
        yield "kind_capital_after"
    elif following.lower in tables.words("never"):
        yield "never_after"
    else:
        yield "capital_after"


def _is_dateline(reading: Reading, match: Match) -> bool:
    """`KYIV, Ukraine (Reuters) —` at the beginning of a paragraph."""
    if not reading.tokens[match.first].is_upper or match.short:
        return False
    text = reading.document.text
    return _DATELINE_END.match(text, match.end, match.end + 60) is not None


def _beside(text: Around, at: int) -> Iterator[str]:
    """Names next to this one, with a comma or an "and" between."""
    match = text.matches[at]
    between = None
    if at + 1 < len(text.matches):
        following = text.matches[at + 1]
        between = text.reading.document.text[match.end : min(following.start, match.end + 8)]
        if _is_comma(between) and following.first == match.last + 1:
            kinds = {entry.kind for entry in following.entries}
            if _lies_in(match, following):
                yield "container_after"
            elif kinds & {EntryKind.STATE, EntryKind.COUNTRY}:
                yield "area_after"
            else:
                yield "listed_after"
        elif between in {" and ", " or ", ", and ", " & "}:
            yield "listed_after"
    if at > 0:
        before = text.matches[at - 1]
        gap = text.reading.document.text[before.end : min(match.start, before.end + 8)]
        if _is_comma(gap) and before.last + 1 == match.first:
            yield "contains_before" if _lies_in(before, match) else "listed_before"
        elif gap in {" and ", " or ", ", and ", " & "}:
            yield "listed_before"


def _is_comma(gap: str) -> bool:
    return gap in {", ", ",", " (", ", in "}


def _lies_in(inner: Match, outer: Match) -> bool:
    return any(is_within(a, b) for b in wide(outer.entries) for a in inner.entries)
