"""Why a place is held for the one that is meant, in words."""

from collections.abc import Mapping

from caseboard.i18n import _
from caseboard.tagging.context import Context
from caseboard.tagging.gazetteer.entry import Entry, EntryKind
from caseboard.tagging.places.containing import is_within
from caseboard.tagging.places.groups import Group

REASONS = (
    "people",
    "capital",
    "close",
    "near",
    "in_state",
    "state_named",
    "in_country",
    "country_named",
    "hinted",
)
"""The features of a candidate that can be told in words."""
_NEAR_DEGREES = 1.5


def reason(entry: Entry, group: Group, gains: Mapping[str, float], context: Context) -> str:
    """The strongest thing that speaks for it.

    `gains` tells of each of `REASONS` by how much it sets this candidate above the others.
    """
    if any(entry.id == place.gazetteer_id for place in context.places):
        return _("known in this case")
    container = next((c for c in group.containers if is_within(entry, c)), None)
    if container is not None:
        return _("named with {place}").format(place=container.name)
    if entry.kind is EntryKind.COUNTRY:
        return _("country")
    if len(group.entries) == 1:
        return _("the only place of this name that is known")
    return _strongest(entry, gains, context)


def _strongest(entry: Entry, gains: Mapping[str, float], context: Context) -> str:
    match max(gains, key=lambda name: gains[name]):
        case "near" | "close":
            if _is_near_case(entry, context):
                return _("near the case's other places")
            return _("near other places of the text")
        case "state_named":
            return _("named with {place}").format(place=entry.state)
        case "in_state":
            return _("same region as others")
        case "in_country" | "country_named" | "hinted":
            return _("same country as others")
        case _:
            return _("capital") if entry.is_capital else _("population")


def _is_near_case(entry: Entry, context: Context) -> bool:
    return any(
        place.lat is not None
        and place.lon is not None
        and abs(place.lat - entry.lat) < _NEAR_DEGREES
        and abs(place.lon - entry.lon) < _NEAR_DEGREES
        for place in context.places
    )
