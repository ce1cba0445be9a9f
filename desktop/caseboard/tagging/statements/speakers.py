"""Who it is that speaks: from words of a text to a source under its usual name."""

import re
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import TypeVar

from caseboard.model.terms import SourceKind
from caseboard.tagging.context import Context, KnownSource
from caseboard.tagging.document import Document, Span
from caseboard.tagging.found import Found
from caseboard.tagging.statements import (
    agencies,
    antecedents,
    institutions,
    keys,
    known,
    nations,
    wordlists,
)
from caseboard.tagging.statements.agencies import Agency, Mention
from caseboard.tagging.suggestions import PersonSuggestion, Speaker, Suggestion

_ARTICLE = re.compile(r"^(?:the|a|an|in|у|в|во|на)\s+", re.IGNORECASE)
_KINDS = tuple(
    SourceKind(group) for group in ("social", "outlet", "imagery", "monitor", "official")
)
"""Each has its own words; the first that fits is it."""
_NOBODY_SURE, _HE_SURE, _THEY_SURE = 0.4, 0.85, 0.6
_PERSON_SURE, _METONYM_SURE, _NAME_SURE, _COMMON_SURE = 0.9, 0.8, 0.75, 0.6
_HEAD = 12
"""So many characters into a span a country is its subject: `Former ally China` it is not."""
_INTRODUCED = 100
"""So many mentions of people back a person's role is looked for."""
_LONGEST = 80
_S = TypeVar("_S", bound=Suggestion)


@dataclass(frozen=True, slots=True)
class Voice:
    """Who speaks, how sure that is (0 to 1), and the person who spoke for an institution."""

    speaker: Speaker
    sureness: float
    person: str = ""


def resolve(
    document: Document,
    span: Span,
    found: Found,
    context: Context,
    *,
    meant: Span | None = None,
) -> Voice:
    """Who stands in `span`; its words themselves where nothing more is known.

    `meant` is whom a pronoun there stands for, where that has been found out before.
    """
    voice = _named(document, span, found, context)
    if voice is None:
        before = meant or antecedents.find(document, span, found)
        earlier = _named(document, before, found, context) if before else None
        if meant is not None and earlier is None:
            earlier = _unknown(document, meant)
        if earlier is not None:
            voice = replace(earlier, sureness=earlier.sureness * _meant(document, span))
    voice = voice or _unknown(document, span)
    return replace(voice, speaker=_placed(voice.speaker, document, span))


def _meant(document: Document, span: Span) -> float:
    """How likely a pronoun means who was named last: `they` less than `he`."""
    word = document.text[span.start : span.end].casefold()
    return _THEY_SURE if word in wordlists.words("they") else _HE_SURE


def outlet(context: Context) -> Speaker | None:
    """Who published the text, where that is known."""
    if not context.outlet:
        return None
    return _outlet(context.outlet, context.outlet_id, context.sources)


@lru_cache(maxsize=4)
def _outlet(name: str, source_id: str, sources: tuple[KnownSource, ...]) -> Speaker:
    mine = known.sources(sources).by_id(source_id)
    if mine is not None:
        return known.speaker(mine)
    agency = agencies.whole(name)
    if agency is None:
        return Speaker(name, SourceKind.OUTLET, known_id=source_id)
    return Speaker(name, agency.kind, country=agency.country, known_id=source_id)


def _named(document: Document, span: Span, found: Found, context: Context) -> Voice | None:
    person = _named_person(document, found, span)
    mention = _mention(document, span)
    mine = known.sources(context.sources).find(document, span)
    if mine is not None and (
        mention is None or mine.end - mine.start >= mention.end - mention.start
    ):
        return Voice(known.speaker(mine.of), 1.0, person.name if person else "")
    if _is_unnamed(document, span):
        return None
    if mention is not None and not (person and mention.agency.kind in agencies.MEDIA):
        settled = institutions.agency_of(document, mention)
        if settled is not None:
            agency, sureness = settled
            return Voice(_of_agency(agency, context), sureness, person.name if person else "")
    if person is not None:
        return _of_person(person, document, found, context)
    return _of_government(document, span, found, context)


def _first_in(some: Sequence[_S], span: Span) -> _S | None:
    """The first that touches a span; `some` are in reading order and do not overlap."""
    at = bisect_left(some, span.start + 1, key=lambda each: each.end)
    return some[at] if at < len(some) and some[at].start < span.end else None


def _named_person(document: Document, found: Found, span: Span) -> PersonSuggestion | None:
    """The last one before a comma: `Trump's lawyer Rudolph Giuliani`, `Kovalev, who …`."""
    comma = document.text.find(",", span.start, span.end)
    person = _first_in(found.people, span)
    end = span.end if comma < 0 or (person and person.end > comma) else comma
    while person is not None:
        further = _first_in(found.people, Span(person.end, end)) if person.end < end else None
        if further is None:
            break
        person = further
    return person


def _mention(document: Document, span: Span) -> Mention | None:
    """The source named in a span: a specific one before an institution every state has."""
    mentions = agencies.of_document(document)
    at = bisect_left(mentions, span.start, key=lambda mention: mention.start)
    within = []
    while at < len(mentions) and mentions[at].start < span.end:
        within.append(mentions[at])
        at += 1
    specific = [mention for mention in within if not mention.agency.is_of_any_state]
    return next(iter(specific or within), None)


def _of_person(
    person: PersonSuggestion, document: Document, found: Found, context: Context
) -> Voice:
    """A person, or the institution the person's role is of."""
    role = person.role or _role_before(person, found)
    mention = next(iter(agencies.named(keys.of_text(role), role)), None) if role else None
    agency = mention.agency if mention and mention.agency.kind not in agencies.MEDIA else None
    if agency is not None and agency.is_of_any_state:
        agency = institutions.of_role(document, role, agency)
    if agency is not None:
        return Voice(_of_agency(agency, context), _PERSON_SURE, person.name)
    mine = known.sources(context.sources).named(person.name)
    if mine is not None:
        return Voice(known.speaker(mine), 1.0)
    return Voice(Speaker(person.name, SourceKind.PERSON), _PERSON_SURE)


def _role_before(person: PersonSuggestion, found: Found) -> str:
    """The role a person was introduced with, a while before at most."""
    at = bisect_left(found.people, person.start, key=lambda each: each.start)
    before = reversed(found.people[max(0, at - _INTRODUCED) : at])
    return next((each.role for each in before if each.role and each.name == person.name), "")


def _of_agency(agency: Agency, context: Context) -> Speaker:
    mine = known.sources(context.sources).of_agency(agency)
    if mine is not None:
        return known.speaker(mine)
    return Speaker(agency.name, agency.kind, country=agency.country)


def _of_government(document: Document, span: Span, found: Found, context: Context) -> Voice | None:
    comma = document.text.find(",", span.start, span.end)
    span = span if comma < 0 else Span(span.start, comma)
    metonym = _first_in(found.governments, span)
    if metonym is not None and metonym.start - span.start <= _HEAD:
        country, name = metonym.country, metonym.name
    else:
        country = nations.whole(document, span)
        name = nations.name(country)
    if not country:
        return None
    government = agencies.by_id()["government"].of(country)
    if government.name.endswith(country):
        government = replace(government, name=government.name.replace(country, name))
    return Voice(_of_agency(government, context), _METONYM_SURE)


def _is_unnamed(document: Document, span: Span) -> bool:
    words = document.words_in(span.start, span.end)
    return any(keys.key_of(word.text) in wordlists.keys("unnamed") for word in words)


def _unknown(document: Document, span: Span) -> Voice:
    surface = document.text[span.start : span.end]
    name = " ".join(_ARTICLE.sub("", surface, count=1).split())[:_LONGEST].strip(" ,.;:")
    words = document.words_in(span.start, span.end)
    found = {keys.key_of(word.text) for word in words}
    kind = next((kind for kind in _KINDS if wordlists.keys(kind.value) & found), SourceKind.PERSON)
    is_name = any(word.is_capital for word in words[1:]) or len(words) == 1
    sureness = _NAME_SURE if is_name else _COMMON_SURE
    if {word.text.casefold() for word in words} <= wordlists.words("pronoun"):
        sureness = _NOBODY_SURE
    return Voice(Speaker(name or surface, kind), sureness)


def _placed(speaker: Speaker, document: Document, span: Span) -> Speaker:
    surface = document.text[span.start : span.end]
    return replace(speaker, start=span.start, end=span.end, surface=surface)
