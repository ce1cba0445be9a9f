"""Places named in English, and in other texts in Latin letters that have no reader of their own."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence

from caseboard.tagging.context import Context
from caseboard.tagging.document import Document
from caseboard.tagging.found import Found
from caseboard.tagging.gazetteer.entry import Entry, EntryKind
from caseboard.tagging.gazetteer.naming import key
from caseboard.tagging.places import signs as seeing
from caseboard.tagging.places import tables
from caseboard.tagging.places.acting import acts, is_where
from caseboard.tagging.places.containing import is_within, wide
from caseboard.tagging.places.governments import is_building, seats, states
from caseboard.tagging.places.likelihood import likelihood
from caseboard.tagging.places.matching import Match, matches
from caseboard.tagging.places.mention import Evidence, Mention
from caseboard.tagging.places.names import entries
from caseboard.tagging.places.persons import persons
from caseboard.tagging.places.text import Reading, read
from caseboard.tagging.suggestions import Place

_CYRILLIC = re.compile("[\u0400-\u04ff]")
"""Words in these letters have a reader of their own."""
_SEAT = 0.9
"""How sure the Kremlin is a government where it is not said to be where something is."""
_LINKS = frozenset({", ", ",", " (", " [", " in ", ", in ", " in the ", ", in the "})
_EVIDENCE = {
    "starts_sentence": Evidence.SENTENCE_START,
    "common_word": Evidence.COMMON_WORD,
    "person": Evidence.PERSON_LIKE,
    "part_of_person": Evidence.PERSON_LIKE,
    "surname_here": Evidence.PERSON_LIKE,
    "in_before": Evidence.PREPOSITION,
    "direction_of": Evidence.PREPOSITION,
    "container_after": Evidence.CONTAINER,
    "dateline": Evidence.DATELINE,
    "listed_before": Evidence.LISTED,
    "listed_after": Evidence.LISTED,
    "kind_within": Evidence.TYPE_WORD,
    "kind_after": Evidence.TYPE_WORD,
    "organisation_after": Evidence.PART_OF_NAME,
    "street_after": Evidence.PART_OF_NAME,
}


def mentions(document: Document, context: Context, found: Found) -> Sequence[Mention]:
    """What may name a place, in reading order, with how likely it does."""
    reading = read(document)
    matched = matches(reading, known_by_name(context.places))
    names = [match for match in matched if not _CYRILLIC.match(document.text, match.start)]
    around = seeing.around(reading, names, persons(reading, found.people))
    return [_mention(around, at) for at in range(len(names))]


def known_by_name(places: Sequence[Place]) -> Mapping[str, Sequence[Place]]:
    """The places of the case by the key of each of their names."""
    known: defaultdict[str, list[Place]] = defaultdict(list)
    for place in places:
        for name in dict.fromkeys(map(key, (place.name, *place.aliases))):
            known[name].append(place)
    return known


def _mention(around: seeing.Around, at: int) -> Mention:
    match = around.matches[at]
    signs = seeing.signs(around, at)
    evidence = {_EVIDENCE[sign] for sign in signs if sign in _EVIDENCE}
    government = _government(around.reading, match)
    if government:
        evidence.add(Evidence.METONYM)
    return Mention(
        start=match.start,
        end=match.end,
        surface=around.reading.document.text[match.start : match.end],
        names=(match.name,),
        entries=match.entries,
        known=match.known,
        kinds=_kinds(around.reading, match),
        containers=_containers(around, at),
        evidence=frozenset(evidence),
        weight=max(likelihood(signs), _SEAT if is_building(match.name) and government else 0.0),
        government=government,
    )


def _government(reading: Reading, match: Match) -> str:
    seat = seats().get(key(match.name))
    if seat is not None and seat.place:
        return "" if is_where(reading, match.first) else seat.country
    if seat is not None:
        return seat.country if acts(reading, match) else ""
    country = next((e for e in match.entries if e.kind is EntryKind.COUNTRY), None)
    is_state = country is not None and country.country in states()
    return country.country if country and is_state and acts(reading, match) else ""


def _kinds(reading: Reading, match: Match) -> frozenset[EntryKind]:
    """The kinds that words before and after ask for: `the city of …`, `… province`."""
    if match.kinds:
        return match.kinds
    following = reading.lower(match.last + 1)
    after = tables.kind_words("kind_after").get(following)
    if after and following in tables.words("lower_kind") and reading.gap_after(match.last) == " ":
        return after
    if following == "counties":
        return tables.KINDS["county"]
    before = reading.lower(match.first - 1)
    if before == "the" and any(entry.kind is EntryKind.RIVER for entry in match.entries):
        return tables.KINDS["river"]
    if before == "of":
        return tables.kind_words("kind_before").get(reading.lower(match.first - 2), frozenset())
    return frozenset()


def _containers(around: seeing.Around, at: int) -> tuple[Entry, ...]:
    """What a following name says it lies in: after a comma, in brackets, or after "in"."""
    match = around.matches[at]
    text = around.reading.document.text
    found: dict[str, Entry] = {}
    end = match.end
    for following in around.matches[at + 1 : at + 3]:
        gap = text[end : following.start] if following.start - end < 12 else "…"
        if gap not in _LINKS:
            break
        towns = [area for entry in following.entries for area in _area_of(entry)]
        areas = [*wide(following.entries), *towns]
        outer = [area for area in areas if any(is_within(e, area) for e in match.entries)]
        found.update((entry.id, entry) for entry in outer)
        end = following.end
    return tuple(found.values())


def _area_of(entry: Entry) -> Sequence[Entry]:
    """The oblast that a town gives its name to: `Pavlivka, Donetsk`."""
    if entry.kind is not EntryKind.CITY or not key(entry.state).startswith(key(entry.name)):
        return ()
    return [state for state in entries(entry.state) if state.kind is EntryKind.STATE]
