"""What lies in what."""

from collections.abc import Sequence

from caseboard.tagging.gazetteer.entry import Entry, EntryKind
from caseboard.tagging.gazetteer.naming import key

_HOLDING = frozenset({EntryKind.COUNTRY, EntryKind.STATE, EntryKind.RAION, EntryKind.COUNTY})
_GUESSED = {EntryKind.CITY: 10_000, EntryKind.SETTLEMENT: 2_000, EntryKind.VILLAGE: 300}


def population(entry: Entry) -> int:
    """How many people live there; guessed from its kind where that is not known."""
    return entry.population or _GUESSED.get(entry.kind, 0)


def wide(entries: Sequence[Entry]) -> Sequence[Entry]:
    """Those of them that others may lie in."""
    return [entry for entry in entries if entry.kind in _HOLDING]


def is_within(inner: Entry, outer: Entry) -> bool:
    """Whether one place lies in another, as far as the gazetteer tells; never in itself."""
    if inner.id == outer.id:
        return False
    if outer.kind is EntryKind.COUNTRY:
        return outer.country in inner.country.split(",")
    if inner.country != outer.country:
        return False
    if outer.kind is EntryKind.STATE:
        return key(inner.state) == key(outer.name)
    if outer.kind in {EntryKind.RAION, EntryKind.COUNTY}:
        return bool(inner.raion) and key(inner.raion) == key(outer.name)
    return False


WIDE = frozenset({EntryKind.COUNTRY, EntryKind.STATE, EntryKind.CONTINENT, EntryKind.REGION})
"""Too large to lie near something."""
