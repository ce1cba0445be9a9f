"""Whom `he`, `the ministry` or `у відомстві` stands for: who was named last and fits."""

from bisect import bisect_left

from caseboard.model.terms import SourceKind
from caseboard.tagging.document import Document, Span
from caseboard.tagging.found import Found
from caseboard.tagging.statements import agencies, keys, wordlists

_FAR = 700
"""How many characters back a name may stand."""


_LONGEST = 4
_EITHER = frozenset((SourceKind.AGENCY, SourceKind.OUTLET, SourceKind.MONITOR, SourceKind.SOCIAL))


def find(document: Document, span: Span, found: Found) -> Span | None:
    """Where the one meant was named, for a pronoun or a common noun; else None."""
    words = document.words_in(span.start, span.end)
    if not words or len(words) > _LONGEST or any(word.is_capital for word in words[1:]):
        return None
    said = {keys.key_of(word.text) for word in words}
    if said & wordlists.keys("person"):
        return _person(span, found)
    if said & wordlists.keys("body"):
        return _source(document, span, {SourceKind.OFFICIAL}) or _source(document, span, _EITHER)
    return _source(document, span, _EITHER) if said & wordlists.keys("medium") else None


def _person(span: Span, found: Found) -> Span | None:
    at = bisect_left(found.people, span.start, key=lambda person: person.start)
    if not at or span.start - found.people[at - 1].end > _FAR:
        return None
    person = found.people[at - 1]
    return Span(person.start, person.end)


def _source(
    document: Document, span: Span, kinds: set[SourceKind] | frozenset[SourceKind]
) -> Span | None:
    mentions = agencies.of_document(document)
    at = bisect_left(mentions, span.start, key=lambda mention: mention.start)
    for mention in reversed(mentions[max(0, at - 10) : at]):
        if span.start - mention.end > _FAR:
            return None
        if mention.agency.kind in kinds:
            return Span(mention.start, mention.end)
    return None
