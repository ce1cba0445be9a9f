"""Whose general staff, ministry or military is meant, where the words alone do not tell."""

from bisect import bisect_left
from functools import lru_cache

from caseboard.tagging.document import Document
from caseboard.tagging.statements import agencies, keys, nations
from caseboard.tagging.statements.agencies import Agency, Mention
from caseboard.tagging.statements.names import Hit

_FIELD = frozenset(("general-staff", "armed-forces", "military-intelligence"))
"""What a text of this field says without a country is Ukraine's."""
_HOME = {"uk": "UA", "ru": "RU"}
_MILITARY = ("general-staff", "military-intelligence", "khortytsia", "tavria", "mod")
_SURE, _LIKELY, _LOOSE = 1.0, 0.88, 0.7


def agency_of(document: Document, mention: Mention) -> tuple[Agency, float] | None:
    """The source meant, and how sure that is, 0 to 1; None where it is nobody's in particular."""
    agency = mention.agency
    if not agency.is_of_any_state:
        return agency, _LIKELY if mention.is_misspelt else _SURE
    country = _beside(document, mention)
    if country:
        return agency.of(country), _SURE
    return _of_context(document, mention)


def _of_context(document: Document, mention: Mention) -> tuple[Agency, float] | None:
    agency = mention.agency
    country = _of_same_before(document, mention) or _subject_of_line(document, mention)
    sureness = _LIKELY if country or document.language in _HOME else _LOOSE
    country = country or _default(document, agency)
    if not country:
        return None
    if agency.id == "armed-forces":
        return _voice_of_military(document, country) or agency.of(country), _LOOSE
    return agency.of(country), sureness


def _beside(document: Document, mention: Mention) -> str:
    """The country right before or right after: `Russia's Defense Ministry`, `Генштаб РФ`."""
    text = document.text
    for hit in _nations_near(document, mention.start):
        gap = text[hit.end : mention.start] if hit.end <= mention.start else None
        if gap is None:
            gap = text[mention.end : hit.start]
        if len(gap) <= 8 and not any(mark in gap for mark in ',;:()—–\n"') and ". " not in gap:
            return hit.of
    return ""


def _nations_near(document: Document, at: int) -> list[Hit[str]]:
    hits = nations.of_document(document)
    place = bisect_left(hits, at, key=lambda hit: hit.start)
    return [*reversed(hits[max(0, place - 1) : place]), *hits[place : place + 2]]


def _of_same_before(document: Document, mention: Mention) -> str:
    """Of the same institution as said before with its country."""
    mentions = agencies.of_document(document)
    at = bisect_left(mentions, mention.start, key=lambda each: each.start)
    for other in reversed(mentions[max(0, at - 20) : at]):
        if other.agency.is_of_any_state:
            country = _beside(document, other) if other.agency is mention.agency else ""
        else:
            same = other.agency.id == f"{other.agency.country.lower()}-{mention.agency.id}"
            country = other.agency.country if same else ""
        if country:
            return country
    return ""


def _subject_of_line(document: Document, mention: Mention) -> str:
    """`Ukraine repels attack, military says`: the country the sentence begins with."""
    sentence = document.sentence_at(mention.start)
    hits = nations.of_document(document)
    at = bisect_left(hits, sentence.start, key=lambda hit: hit.start)
    if at < len(hits) and hits[at].start - sentence.start <= 4:
        return hits[at].of
    return ""


@lru_cache(maxsize=2)
def _countries(document: Document) -> frozenset[str]:
    return frozenset(hit.of for hit in nations.of_document(document))


def _default(document: Document, agency: Agency) -> str:
    tokens = keys.of_document(document)
    is_cyrillic = bool(tokens) and document.language in _HOME
    if agency.id in _FIELD:
        named = _countries(document)
        return "UA" if "UA" in named or is_cyrillic or not named else ""
    return _HOME[document.language] if is_cyrillic else ""


def _voice_of_military(document: Document, country: str) -> Agency | None:
    """The first of a country's military bodies a text names: what its headline calls `military`."""
    for mention in agencies.of_document(document)[:50]:
        agency = mention.agency
        if agency.country == country and agency.id.endswith(_MILITARY):
            return agency
        if (
            agency.is_of_any_state
            and agency.id in _MILITARY
            and _beside(document, mention) == country
        ):
            return agency.of(country)
    return None


def of_role(document: Document, role: str, agency: Agency) -> Agency | None:
    """The institution of a person's role: of the country the role names, or of the usual one."""
    country = nations.first(role) or _default(document, agency)
    return agency.of(country) if country else None
