"""What places of a Ukrainian, Russian or Polish text tell of those named beside them."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from caseboard.tagging.document import Document
from caseboard.tagging.gazetteer.entry import EntryKind
from caseboard.tagging.places.mention import Evidence, Mention

_LISTING = frozenset((", ", " та ", " і ", " й ", " и ", " i ", " oraz ", " а також ", " а также "))
_WITHIN = frozenset((", ", " (", " в ", " у ", " во ", " w ", ". ", " (штат ", ", штат "))
_BREADTHS = {
    EntryKind.HROMADA: 1,
    EntryKind.RAION: 2,
    EntryKind.COUNTY: 2,
    EntryKind.STATE: 3,
    EntryKind.COUNTRY: 4,
}
"""What lies in what; settlements lie in all of them."""
_MOST_CONTAINERS = 12
_SURE = 0.5
_LISTED = 0.45
"""How much of what is missing to certainty a row of places gives."""
_NEVER = 0.13
_LONGEST = max(map(len, _LISTING | _WITHIN))


def with_neighbours(document: Document, mentions: Sequence[Mention]) -> list[Mention]:
    """The mentions, told which stand in a row with places and which within a region."""
    listed = list(_listed(document, mentions))
    found: list[Mention] = []
    for mention in reversed(listed):
        found.append(_contained(document, mention, found[-1] if found else None))
    return found[::-1]


def _listed(document: Document, mentions: Sequence[Mention]) -> Iterator[Mention]:
    """`поблизу Куп'янська, Синьківки та Петропавлівки`: one place in a row makes the others so."""
    before: Mention | None = None
    for mention in mentions:
        if before and before.weight >= _SURE and _between(document, before, mention) in _LISTING:
            before = replace(
                mention,
                weight=_listed_weight(mention.weight),
                evidence=mention.evidence | {Evidence.LISTED},
            )
        else:
            before = mention
        yield before


def _listed_weight(weight: float) -> float:
    return weight if weight < _NEVER else weight + _LISTED * (1 - weight)


def _contained(document: Document, mention: Mention, after: Mention | None) -> Mention:
    """`Синьківка Куп'янського району`, `Вілмінгтон, штат Делавер`."""
    if after is None or after.weight < _SURE or not mention.entries:
        return mention
    narrowest = min(_BREADTHS.get(entry.kind, 0) for entry in mention.entries)
    areas = [entry for entry in after.entries if _BREADTHS.get(entry.kind, 0) > narrowest]
    between = _between(document, mention, after)
    is_owned = between == " " and after.has(Evidence.TYPE_WORD)
    if not areas or not (is_owned or between in _WITHIN):
        return mention
    return replace(
        mention,
        containers=(*areas, *after.containers)[:_MOST_CONTAINERS],
        evidence=mention.evidence | {Evidence.CONTAINER},
    )


def _between(document: Document, first: Mention, second: Mention) -> str:
    if second.start - first.end > _LONGEST:
        return ""
    return document.text[first.end : second.start]
