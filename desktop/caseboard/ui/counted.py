"""How much there is in a case: beside the names of its views, and in the status line."""

from caseboard.i18n import ngettext
from caseboard.store.cases import Counts


def of_views(counts: Counts) -> dict[str, int]:
    """What the rail says, by the kind of a view."""
    return {
        "clip": counts.clips,
        "claim": counts.claims,
        "location": counts.locations,
        "unit": counts.units,
        "person": counts.people,
        "source": counts.sources,
        "note": counts.notes,
        "gap": counts.gaps,
        "briefing": counts.briefings,
    }


def words(counts: Counts) -> str:
    """`41 clips · 23 locations · 9 units · 12 claims`."""
    parts = (
        ngettext("{n} clip", "{n} clips", counts.clips),
        ngettext("{n} location", "{n} locations", counts.locations),
        ngettext("{n} unit", "{n} units", counts.units),
        ngettext("{n} claim", "{n} claims", counts.claims),
    )
    return " · ".join(parts)
