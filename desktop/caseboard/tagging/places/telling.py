"""A place of the gazetteer as it is proposed."""

from functools import lru_cache

from caseboard.tagging.context import Context
from caseboard.tagging.gazetteer.entry import Entry
from caseboard.tagging.gazetteer.gazetteer import shipped
from caseboard.tagging.suggestions import Place


def place_of(entry: Entry, context: Context) -> Place:
    """The place to propose; the case's own where it has it."""
    for known in context.places:
        if known.gazetteer_id == entry.id:
            return known
    return _place(entry)


@lru_cache(maxsize=4096)
def _place(entry: Entry) -> Place:
    within = [part for part in (entry.raion, entry.state) if part and part != entry.name]
    return Place(
        name=entry.name,
        kind=entry.model_kind,
        lat=entry.lat,
        lon=entry.lon,
        precision_m=entry.precision_m,
        country=entry.country,
        within=", ".join(within),
        gazetteer_id=entry.id,
        aliases=shipped().aliases(entry.id),
    )
