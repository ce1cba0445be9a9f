"""What a name in Ukrainian, Russian or Polish may mean: the gazetteer, and names it lacks."""

import csv
from collections.abc import Mapping
from functools import cache

from caseboard.paths import resources
from caseboard.tagging.gazetteer.entry import Entry, EntryKind
from caseboard.tagging.gazetteer.naming import key
from caseboard.tagging.places import names as gazetteer
from caseboard.tagging.places.tables import TOWNS


def entries(name: str) -> tuple[Entry, ...]:
    """The places of this name, those of our own table first."""
    row = _rows().get(key(name))
    listed = gazetteer.entries(name)
    if row is None:
        return listed
    own = _own(row) if row["id"] else _called(row)
    seen = {entry.id for entry in own}
    return (*own, *(entry for entry in listed if entry.id not in seen))


def _own(row: Mapping[str, str]) -> tuple[Entry, ...]:
    return (
        Entry(
            id=row["id"],
            name=row["en"],
            kind=EntryKind(row["kind"]),
            lat=float(row["lat"]),
            lon=float(row["lon"]),
            precision_m=float(row["precision_m"]),
            country=row["country"],
        ),
    )


def _called(row: Mapping[str, str]) -> tuple[Entry, ...]:
    kind = EntryKind(row["kind"])
    kinds = TOWNS if kind in TOWNS else {kind}
    return tuple(entry for entry in gazetteer.entries(row["en"]) if entry.kind in kinds)


@cache
def _rows() -> Mapping[str, Mapping[str, str]]:
    path = resources() / "tagging" / "slavic_names.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return {key(name): row for row in rows for name in row["names"].split(";")}
