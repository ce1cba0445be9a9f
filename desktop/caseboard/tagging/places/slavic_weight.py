"""How likely the words of a Ukrainian or Russian text name a place, by what stands around them."""

import re
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from caseboard.tagging.gazetteer.entry import Entry, EntryKind
from caseboard.tagging.morphology import Form
from caseboard.tagging.places import slavic_words as tables
from caseboard.tagging.places.mention import Evidence
from caseboard.tagging.places.slavic_text import SlavicText, is_named_in_quotes, stem
from caseboard.tagging.suggestions import Place

_AREAS = frozenset(
    (
        EntryKind.COUNTRY,
        EntryKind.CONTINENT,
        EntryKind.REGION,
        EntryKind.STATE,
        EntryKind.WATER,
        EntryKind.RIVER,
        EntryKind.SITE,
    )
)
_WHOLE = frozenset((EntryKind.COUNTRY, EntryKind.CONTINENT))
_SIZES = ((500_000, 0.8), (100_000, 0.7), (20_000, 0.55), (1_000, 0.45))


@dataclass(frozen=True, slots=True)
class Seen:
    """A name that stands in the text, from the word `first` to the word `last`."""

    first: int
    last: int
    names: tuple[str, ...]
    entries: tuple[Entry, ...] = ()
    known: tuple[Place, ...] = ()
    kinds: frozenset[EntryKind] = frozenset()
    is_typed: bool = False
    """Whether a word beside it says what it is."""
    government: str = ""
    """The state it stands for, where it is no place of the map: `Кремль`."""

    is_adjective: bool = False
    """Whether an adjective names it: `на Лиманському напрямку`."""

    @property
    def is_area(self) -> bool:
        """Whether it may be a country, a region or the like."""
        return any(entry.kind in _AREAS for entry in self.entries)

    @property
    def is_country(self) -> bool:
        """Whether it may be a country or a continent."""
        return any(entry.kind in _WHOLE for entry in self.entries)


@dataclass(frozen=True, slots=True)
class Weight:
    """0 to 1, and what it rests on."""

    value: float
    evidence: frozenset[Evidence]


def weigh(text: SlavicText, seen: Seen) -> Weight:
    """How likely it is that a name stands for a place here."""
    evidence = set(_around(text, seen))
    if seen.government:
        return Weight(0.9, frozenset(evidence | {Evidence.METONYM}))
    if seen.is_typed:
        return Weight(_TYPED, frozenset(evidence | {Evidence.TYPE_WORD}))
    value = prominence(seen)
    if seen.first == seen.last:
        read = text.forms(seen.first)
        evidence |= _readings(seen, read)
        value += _by_readings(text, seen, read, evidence)
    else:
        value += 0.1
    value += sum(_CHANGES.get(each, 0.0) for each in evidence)
    if _is_beside_capital(text, seen):
        value -= 0.3
    if _is_person(text, seen):
        evidence.add(Evidence.PERSON_LIKE)
        value = value - 0.2 if seen.is_country else min(value - 0.6, _PERSON)
    return Weight(calibrated(value), frozenset(evidence))


def calibrated(value: float) -> float:
    """How often a name whose signs add up to `value` is a place, in news; 0 to 0.96.

    Half of the scale is where a name is as likely as not; below, hardly any are places.
    """
    for (low, at_low), (high, at_high) in pairwise(_SHARES):
        if value < high:
            return at_low + (at_high - at_low) * max(0.0, value - low) / (high - low)
    return _SHARES[-1][1]


_SHARES = ((0.0, 0.0), (0.499, 0.25), (0.5, 0.55), (0.6, 0.7), (0.8, 0.86), (1.0, 0.96))
"""Sums of signs, and the share of places among names with such a sum."""


_TYPED = 0.96
_PERSON = 0.3
_UNLISTED = 0.25
"""The dictionary has it as a name, but not as that of a place, in Ukrainian."""
_CHANGES = {Evidence.PREPOSITION: 0.2, Evidence.PART_OF_NAME: -0.6}


def prominence(seen: Seen) -> float:
    """How likely a name is that of a place before anything around it is looked at."""
    if seen.known:
        return 0.9
    return max(map(_prominence_of, seen.entries), default=_UNLISTED)


def _prominence_of(entry: Entry) -> float:
    if entry.kind in _AREAS:
        return 0.85
    return next((value for least, value in _SIZES if entry.population >= least), 0.35)


def _around(text: SlavicText, seen: Seen) -> set[Evidence]:
    word = text.words[seen.first]
    found = set()
    if text.document.begins_sentence(word):
        found.add(Evidence.SENTENCE_START)
    if _follows_preposition(text, seen.first):
        found.add(Evidence.PREPOSITION)
    if _follows_body(text, seen.first) or is_named_in_quotes(
        text.document, word.start, text.words[seen.last].end
    ):
        found.add(Evidence.PART_OF_NAME)
    return found


def _follows_preposition(text: SlavicText, at: int) -> bool:
    if at == 0 or not text.joins(at - 1):
        return False
    word = text.words[at - 1].text.casefold()
    if any(word in tables.words("near", each) for each in text.languages):
        return True
    lemmas = frozenset(text.lemmas(at - 1))
    return any(lemmas & tables.words("of", each).keys() for each in text.languages) and any(
        form.case == "gent" for form in text.forms(at)
    )


def _follows_body(text: SlavicText, at: int) -> bool:
    """`МИД Польши`, `Верховний суд Пакистану`: the name of an organisation ends so."""
    if at == 0 or not text.joins(at - 1):
        return False
    lemmas = frozenset(text.lemmas(at - 1))
    return any(lemmas & tables.words("body", each).keys() for each in text.languages)


def _readings(seen: Seen, read: Sequence[Form]) -> set[Evidence]:
    """A common word that is called otherwise (`Киев`, of pegs) is not counted."""
    is_place = any(form.is_place and form.is_known for form in read)
    common = [form for form in read if form.is_common]
    found = set()
    if any(form.person and form.is_known for form in read):
        found.add(Evidence.PERSON_LIKE)
    if any(
        not is_place or form.part in _FUNCTION or form.nominative in seen.names for form in common
    ):
        found.add(Evidence.COMMON_WORD)
    return found


def _by_readings(
    text: SlavicText, seen: Seen, read: Sequence[Form], evidence: set[Evidence]
) -> float:
    is_place = any(form.is_place and form.is_known for form in read)
    change = 0.2 if is_place else 0.0
    if _qualifies(text, seen.first, read):
        change -= 0.5
    if not any(form.is_known for form in read) and any(map(_SETTLED.search, seen.names)):
        change += 0.2
    if Evidence.PERSON_LIKE in evidence:
        is_given = any(form.person == "Name" and form.is_known for form in read)
        change -= 0.1 if is_place else 0.2 if seen.is_area else 0.5 if is_given else 0.35
    if Evidence.COMMON_WORD in evidence:
        change -= _against_common(text, seen, read, is_place, Evidence.SENTENCE_START in evidence)
    return change


def _qualifies(text: SlavicText, at: int, read: Sequence[Form]) -> bool:
    """`Серебрянському лісі`: an adjective of the word after it."""
    adjectives = {(form.case, form.number) for form in read if form.is_adjective}
    if not adjectives or not text.joins(at) or not text.words[at + 1].text.islower():
        return False
    return any(
        form.is_noun and (form.case, form.number) in adjectives for form in text.forms(at + 1)
    )


def _against_common(
    text: SlavicText, seen: Seen, read: Sequence[Form], is_place: bool, starts: bool
) -> float:
    """How much less likely it is for a word that is no name too."""
    against = 0.05 if is_place else 0.3
    if stem(text.words[seen.first].text) in text.lower:
        against += 0.25
    if starts:
        against += 0.2 if _is_large(seen) else 0.6
    if all(form.is_adjective or not form.is_noun for form in read):
        against += 0.3
    if starts and any(form.part in _FUNCTION for form in read):
        against += 0.5
    return against


def _is_large(seen: Seen) -> bool:
    return any(entry.population >= _LARGE and entry.kind not in _AREAS for entry in seen.entries)


_LARGE = 100_000
_FUNCTION = frozenset(("CONJ", "PREP", "PRCL", "NPRO", "ADVB", "PRED", "INTJ"))
_SETTLED = re.compile(
    "(?:[іїоеє]вка|[сц]ь?к|[сц]ь?ке|[сц]кое|[оеє]в[ое]|ин[ое]|град|город|п[оі]л[ье]|бург|стан)$"
)
"""How names of settlements end that no dictionary has."""


def _is_person(text: SlavicText, seen: Seen) -> bool:
    if seen.first and text.is_given_name(seen.first - 1):
        return True
    is_followed = text.is_capital(seen.last + 1) and text.joins(seen.last)
    if seen.first == seen.last and is_followed and text.is_given_name(seen.first):
        return True
    return seen.first == seen.last and any(name in text.surnames for name in seen.names)


def _is_beside_capital(text: SlavicText, seen: Seen) -> bool:
    """`Гайко Маас`: a word no dictionary has as a place, beside another capitalised one."""
    if seen.first != seen.last or seen.is_country:
        return False
    if any(form.is_place and form.is_known for form in text.forms(seen.first)):
        return False
    before, after = seen.first - 1, seen.last + 1
    is_before = text.is_capital(before) and text.joins(before) and not _is_placed(text, before)
    return is_before or (text.is_capital(after) and text.joins(seen.last))


def _is_placed(text: SlavicText, at: int) -> bool:
    word = text.words[at]
    return text.document.begins_sentence(word) or any(form.is_place for form in text.forms(at))
