"""From a text to the places it names, and the governments that places' names stand for."""

from collections.abc import Iterable, Sequence

from caseboard.i18n import _
from caseboard.tagging.context import Context
from caseboard.tagging.document import Document
from caseboard.tagging.found import Found
from caseboard.tagging.gazetteer.entry import Entry
from caseboard.tagging.gazetteer.naming import key
from caseboard.tagging.places import coordinates, latin, slavic
from caseboard.tagging.places.governments import is_building, states
from caseboard.tagging.places.groups import Group, grouped
from caseboard.tagging.places.mention import Mention
from caseboard.tagging.places.ranking import Ranked, rank
from caseboard.tagging.places.signs import peoples
from caseboard.tagging.places.telling import place_of
from caseboard.tagging.suggestions import (
    Candidate,
    GovernmentSuggestion,
    Kind,
    LocationSuggestion,
    Place,
)

LEAST = 0.38
"""What is less likely a place than this is not proposed."""
_MOST_CANDIDATES = 6
_SLIGHT = 0.02
Both = tuple[list[LocationSuggestion], list[GovernmentSuggestion]]


def find(document: Document, context: Context, found: Found) -> Both:
    """Every mention of a place, and of a place that stands for a government, in reading order.

    What the case has turned down is left out; what it knows comes first.
    """
    positions = list(coordinates.mentions(document.text))
    named = _without_overlaps(
        [
            mention
            for mention in (*_read(document, context, found), *positions)
            if mention.weight >= LEAST and not _is_over(mention, positions)
        ]
    )
    _correct(found, named)
    return _decided(named, context, found, _hints(document))


def _correct(found: Found, named: Sequence[Mention]) -> None:
    """Take back persons who are surer to be places: `Sierra Leone` has no role and no title."""
    sure = {(mention.start, mention.end): mention.weight for mention in named}
    found.people = [
        person
        for person in found.people
        if person.role or person.known_id or person.score >= sure.get((person.start, person.end), 0)
    ]


def _read(document: Document, context: Context, found: Found) -> Iterable[Mention]:
    slavic_ones = slavic.mentions(document, context, found)
    if document.language == "pl":
        return slavic_ones
    return (*latin.mentions(document, context, found), *slavic_ones)


def _is_over(mention: Mention, positions: Sequence[Mention]) -> bool:
    """Whether a name stands within a position: the grid square of `37U DR 00205 07310`."""
    if mention.place is not None:
        return False
    return any(p.start < mention.end and mention.start < p.end for p in positions)


def _without_overlaps(mentions: Iterable[Mention]) -> Sequence[Mention]:
    kept: list[Mention] = []
    for mention in sorted(mentions, key=lambda each: (each.start, -each.end, -each.weight)):
        if not kept or mention.start >= kept[-1].end:
            kept.append(mention)
    return kept


def _hints(document: Document) -> frozenset[str]:
    """The countries a text speaks of by its language, or by naming their people."""
    own = {"uk": "UA", "ru": "RU", "pl": "PL"}.get(document.language)
    return peoples(document.words) | ({own} if own else set())


def _decided(
    mentions: Sequence[Mention], context: Context, found: Found, hints: frozenset[str]
) -> Both:
    locations = [_point(each, each.place) for each in mentions if each.place is not None]
    governments: list[GovernmentSuggestion] = []
    groups = grouped([mention for mention in mentions if mention.place is None])
    for group, ranked in zip(groups, rank(groups, context, hints), strict=True):
        candidates = _candidates(group, ranked, context)
        for mention in group.mentions:
            if found.is_taken(mention.start, mention.end):
                continue
            government = _government(mention, candidates, context)
            if government is not None:
                governments.append(government)
            elif candidates and not _is_rejected(Kind.LOCATION, mention, context):
                locations.append(_location(mention, candidates))
    locations.sort(key=lambda each: each.start)
    governments.sort(key=lambda each: each.start)
    return locations, governments


def _is_rejected(kind: Kind, mention: Mention, context: Context) -> bool:
    names = (mention.surface, *mention.names)
    return any((kind, key(name)) in context.rejected for name in names)


def _candidates(
    group: Group, ranked: Sequence[Ranked], context: Context
) -> Sequence[tuple[Candidate, Entry | None]]:
    """What a group may mean: the case's own places of that name first."""
    own = [
        (Candidate(place, 0.97 if len(group.known) == 1 else 0.8, _("known in this case")), None)
        for place in group.known
    ]
    same = {place.gazetteer_id for place in group.known}
    rest = 0.03 if own else 1.0
    others = [
        (Candidate(place_of(each.entry, context), rest * each.share, each.reason), each.entry)
        for each in ranked[:_MOST_CANDIDATES]
        if each.entry.id not in same and (each is ranked[0] or each.share >= _SLIGHT)
    ]
    return [*own, *others]


def _location(
    mention: Mention, candidates: Sequence[tuple[Candidate, Entry | None]]
) -> LocationSuggestion:
    weighed = tuple(
        Candidate(each.place, round(each.score * mention.weight, 3), each.reason)
        for each, _entry in candidates
    )
    return LocationSuggestion(
        start=mention.start,
        end=mention.end,
        surface=mention.surface,
        score=weighed[0].score,
        reason=weighed[0].reason,
        candidates=weighed,
    )


def _point(mention: Mention, place: Place) -> LocationSuggestion:
    reason = _("coordinates in the text")
    return LocationSuggestion(
        start=mention.start,
        end=mention.end,
        surface=mention.surface,
        score=mention.weight,
        reason=reason,
        candidates=(Candidate(place, mention.weight, reason),),
    )


def _government(
    mention: Mention, candidates: Sequence[tuple[Candidate, Entry | None]], context: Context
) -> GovernmentSuggestion | None:
    """The government a mention stands for, if the place it means is that state's, or its seat."""
    if not mention.government or _is_rejected(Kind.GOVERNMENT, mention, context):
        return None
    best = candidates[0][0] if candidates else None
    if best is not None and not _seats(best.place, mention.government):
        if not is_building(mention.names[0]):
            return None
        best = None  # Kremlin, Oklahoma, does not decline to comment
    state = states().get(mention.government)
    if state is None:
        return None
    share = best.score if best else 1.0
    return GovernmentSuggestion(
        start=mention.start,
        end=mention.end,
        surface=mention.surface,
        score=round(0.95 * share * max(mention.weight, 0.9), 3),
        reason=_("acts here as a government does"),
        name=state,
        country=mention.government
        if len(mention.government) == 2 and state != "European Union"
        else "",
        place=best.place if best else None,
    )


def _seats(place: Place, government: str) -> bool:
    if government == "EU":
        return place.country == "BE"
    return place.country == government
