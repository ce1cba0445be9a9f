"""Reads a Polish text for names of places."""

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, cached_property

from caseboard.tagging.context import Context
from caseboard.tagging.document import Document, Word
from caseboard.tagging.found import Found
from caseboard.tagging.gazetteer.entry import Entry, EntryKind
from caseboard.tagging.gazetteer.naming import key
from caseboard.tagging.places import tables
from caseboard.tagging.places.mention import Evidence, Mention
from caseboard.tagging.places.polish_forms import nominatives, table_lines
from caseboard.tagging.places.slavic_names import entries as look_up
from caseboard.tagging.places.slavic_text import (
    SPACES,
    apart,
    is_named_in_quotes,
    stem,
)
from caseboard.tagging.places.slavic_weight import Seen, calibrated, prominence
from caseboard.tagging.places.slavic_words import KINDS, powers
from caseboard.tagging.suggestions import Place

_MOST_WORDS = 4
_LATIN = re.compile("[A-Za-zĄĆĘŁŃÓŚŹŻąćęłńóśźż]")
_CONNECTORS = frozenset(
    ("i", "nad", "de", "la", "le", "las", "los", "el", "al", "du", "des", "of", "and", "the")
)
_SHORT = frozenset(("W", "Wlk", "Wielk", "Płn", "Płd"))
Known = Mapping[str, Sequence[Place]]


class PolishText:
    """The words of a Polish text, and what stands around them."""

    def __init__(self, document: Document) -> None:
        self.document = document
        self.words: Sequence[Word] = list(apart(document.words, _is_one_name))

    def is_capital(self, at: int) -> bool:
        """Whether a Latin word with a capital letter stands there."""
        if not 0 <= at < len(self.words):
            return False
        word = self.words[at]
        return word.is_capital and bool(_LATIN.match(word.text))

    def gap(self, at: int) -> str:
        """What stands between a word and the next; a full stop at the ends of the text."""
        if not 0 <= at < len(self.words) - 1:
            return "."
        return self.document.text[self.words[at].end : self.words[at + 1].start]

    def joins(self, at: int) -> bool:
        """Whether a word and the next may be of one name: `W. Brytania` too."""
        gap = self.gap(at)
        if gap in SPACES:
            return True
        return gap in (". ", ".") and self.words[at].text in _SHORT

    def lower(self, at: int) -> str:
        """The word in lower case; empty outside the text."""
        return self.words[at].text.casefold() if 0 <= at < len(self.words) else ""

    @cached_property
    def stems(self) -> frozenset[str]:
        """The beginnings of the words that stand in lower case somewhere in the text."""
        return frozenset(stem(word.text) for word in self.words if word.text[0].islower())

    @cached_property
    def surnames(self) -> frozenset[str]:
        """What stands after given names and initials, in any form it may come from."""
        return frozenset(
            name
            for at in range(len(self.words) - 1)
            if self.is_given_name(at)
            for name in nominatives((self.words[at + 1].text,))
        )

    def is_given_name(self, at: int) -> bool:
        """Whether a given name or an initial stands there, with a capitalised word after it."""
        if not self.is_capital(at) or not self.is_capital(at + 1):
            return False
        text = self.words[at].text
        if len(text) == 1:
            return text not in _SHORT and self.gap(at) in (". ", ".")
        return self.joins(at) and any(name in tables.given_names() for name in nominatives((text,)))


def _is_one_name(word: str) -> bool:
    return any(look_up(name) for name in nominatives((word,)))


def polish(document: Document, context: Context, found: Found) -> Iterator[Mention]:
    """The mentions among the Latin words, in reading order."""
    text = PolishText(document)
    known = _known(context)
    at = 0
    while at < len(text.words):
        word = text.words[at]
        seen = None
        if text.is_capital(at) and not found.is_taken(word.start, word.end):
            seen = _longest(text, at, known)
        if seen is not None:
            yield _mention(text, seen)
        at = seen.last + 1 if seen else at + 1


def _longest(text: PolishText, at: int, known: Known) -> Seen | None:
    last = at
    lasts = [at]
    while last - at + 1 < _MOST_WORDS and text.joins(last):
        following = last + 1
        if not text.is_capital(following):
            if text.lower(following) not in _CONNECTORS or not text.is_capital(following + 1):
                break
            following += 1
        last = following
        lasts.append(last)
    for last in reversed(lasts):
        seen = _look_up(text, at, last, known)
        if seen is not None:
            return seen
    return None


def _look_up(text: PolishText, at: int, last: int, known: Known) -> Seen | None:
    words = tuple(word.text for word in text.words[at : last + 1])
    if len(words) == 1 and (len(words[0]) == 1 or words[0].casefold() in _words("common")):
        return None
    called = _called(words)
    states = powers("pl")
    power = next((states[name] for name in called if name in states), "")
    if power:
        return Seen(at, last, called[:1], government=power)
    names = tuple(name for name in called if look_up(name) or key(name) in known)
    if not names:
        return None
    kinds = _before(text.lower(at - 1)) if at and text.joins(at - 1) else frozenset()
    found = {entry.id: entry for name in names for entry in _fitting(name, words)}
    wanted = tuple(entry for entry in found.values() if entry.kind in kinds)
    places = tuple(place for name in names for place in known.get(key(name), ()))
    if not found and not places:
        return None
    return Seen(
        at, last, names, wanted or tuple(found.values()), places, kinds, bool(kinds and wanted)
    )


def _called(words: tuple[str, ...]) -> tuple[str, ...]:
    folded = words[0].casefold()
    if _is_acronym(words):
        return (folded,)
    alias = _aliases().get(folded) if len(words) == 1 else None
    return (alias,) if alias else nominatives(words)


def _is_acronym(words: Sequence[str]) -> bool:
    return len(words) == 1 and words[0].isupper() and len(words[0]) < 5


def _fitting(name: str, words: Sequence[str]) -> Iterator[Entry]:
    """The places of a name; of a name guessed by its ending no hamlets, of capitals only states."""
    least = 0
    if _is_acronym(words):
        least = _NO_TOWN
    elif key(" ".join(words)) != key(name):
        least = _LEAST_GUESSED
    for entry in look_up(name):
        if entry.kind in _AREAS or entry.population >= least:
            yield entry


_LEAST_GUESSED = 2_000
_NO_TOWN = 10**9
_AREAS = frozenset(
    (
        EntryKind.COUNTRY,
        EntryKind.CONTINENT,
        EntryKind.REGION,
        EntryKind.STATE,
        EntryKind.WATER,
        EntryKind.RIVER,
    )
)


def _mention(text: PolishText, seen: Seen) -> Mention:
    start, end = text.words[seen.first].start, text.words[seen.last].end
    if text.words[seen.last].text in _SHORT and text.document.text[end : end + 1] == ".":
        end += 1
    evidence = _around(text, seen)
    surface = text.document.text[start:end]
    if key(surface) not in {key(name) for name in seen.names}:
        evidence.add(Evidence.INFLECTED)
    return Mention(
        start=start,
        end=end,
        surface=surface,
        names=seen.names,
        entries=seen.entries,
        known=seen.known,
        kinds=seen.kinds,
        evidence=frozenset(evidence),
        weight=_weight(text, seen, evidence),
        government=seen.government,
    )


def _around(text: PolishText, seen: Seen) -> set[Evidence]:
    start = text.words[seen.first].start
    signs = {
        Evidence.METONYM: bool(seen.government),
        Evidence.TYPE_WORD: seen.is_typed,
        Evidence.SENTENCE_START: text.document.begins_sentence(text.words[seen.first]),
        Evidence.PREPOSITION: _is_after(text, seen.first, "near"),
        Evidence.PART_OF_NAME: _is_after(text, seen.first, "body")
        or is_named_in_quotes(text.document, start, text.words[seen.last].end),
        Evidence.COMMON_WORD: seen.first == seen.last and _is_common(text, seen.first),
        Evidence.PERSON_LIKE: seen.first == seen.last and _is_person_like(text, seen),
    }
    return {sign for sign, is_seen in signs.items() if is_seen}


def _is_after(text: PolishText, at: int, role: str) -> bool:
    return at > 0 and text.joins(at - 1) and text.lower(at - 1) in _words(role)


def _is_common(text: PolishText, at: int) -> bool:
    word = text.words[at].text
    return stem(word) in text.stems or word.casefold() in tables.common_words()


def _is_person_like(text: PolishText, seen: Seen) -> bool:
    if text.is_given_name(seen.first) or text.is_given_name(seen.first - 1):
        return True
    names = frozenset(seen.names)
    return bool(names & text.surnames or names & tables.given_names() or names & tables.surnames())


def _weight(text: PolishText, seen: Seen, evidence: set[Evidence]) -> float:
    if seen.government:
        return 0.9
    if seen.is_typed:
        return 0.95
    value = prominence(seen)
    if seen.first == seen.last:
        value += _beside(text, seen)
        value += sum(_SINGLE.get(each, 0.0) * (0.4 if seen.is_area else 1) for each in evidence)
    else:
        value += 0.1
    if text.is_given_name(seen.first - 1) or text.is_given_name(seen.first):
        value -= 0.3
    if Evidence.PREPOSITION in evidence:
        value += 0.2
    if Evidence.PART_OF_NAME in evidence:
        value -= 0.6
    return calibrated(value)


_SINGLE = {
    Evidence.PERSON_LIKE: -0.35,
    Evidence.COMMON_WORD: -0.4,
    Evidence.SENTENCE_START: -0.25,
}


def _beside(text: PolishText, seen: Seen) -> float:
    """A capitalised word that is no place beside it makes it a part of another name."""
    if any(entry.kind in _WHOLE for entry in seen.entries):
        return 0.0
    before, after = seen.first - 1, seen.last + 1
    is_before = (
        text.is_capital(before)
        and text.joins(before)
        and not text.document.begins_sentence(text.words[before])
    )
    is_after = text.is_capital(after) and text.joins(seen.last)
    if is_after and text.lower(seen.first) in seen.names:
        return -0.6  # the nominative, as in names that are not declined: `z Nord Streamem`
    return -0.4 if is_before or is_after else 0.0


_WHOLE = frozenset((EntryKind.COUNTRY, EntryKind.CONTINENT, EntryKind.WATER))


def _before(word: str) -> frozenset[EntryKind]:
    return _kinds().get(word, frozenset())


@cache
def _kinds() -> Mapping[str, frozenset[EntryKind]]:
    return {
        word: KINDS[kinds]
        for role, kinds, words in _rows()
        if role == "before"
        for word in words.split()
    }


@cache
def _aliases() -> Mapping[str, str]:
    return {
        form: name for role, name, forms in _rows() if role == "alias" for form in forms.split()
    }


@cache
def _words(role: str) -> frozenset[str]:
    return frozenset(word for each, _, words in _rows() if each == role for word in words.split())


@cache
def _rows() -> Sequence[Sequence[str]]:
    return [line.split(",") for line in table_lines("polish_words.csv")[1:]]


def _known(context: Context) -> Known:
    known: dict[str, list[Place]] = {}
    for place in context.places:
        for called in (place.name, *place.aliases):
            known.setdefault(key(called), []).append(place)
    return known
