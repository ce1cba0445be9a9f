"""The curated places: rivers, seas, regions and sites, from a table that ships as text, too."""

import re
from collections.abc import Iterable
from pathlib import Path

from caseboard.tagging.gazetteer.entry import EntryKind
from caseboard.tagging.gazetteer.naming import key
from gazetteer_build.geometry import km
from gazetteer_build.rows import Row, Weight
from gazetteer_build.tables import listed, read

COLUMNS = ("id", "kind", "en", "uk", "ru", "also", "countries", "points", "precision_m")
_ID = re.compile("[a-z0-9-]+")


def regions(path: Path) -> list[Row]:
    """Every row of the table; a mistake in it stops the build."""
    made = [_row(written) for written in read(path)]
    ids = [row.code for row in made]
    if len(set(ids)) != len(ids):
        raise SystemExit(f"{path.name}: twice: {sorted({i for i in ids if ids.count(i) > 1})}")
    return made


def _row(written: dict[str, str]) -> Row:
    if tuple(written) != COLUMNS or None in written.values() or not _ID.fullmatch(written["id"]):
        raise SystemExit(f"not a row of places: {written}")
    anchors = tuple(_point(pair) for pair in listed(written["points"]))
    middle = anchors[len(anchors) // 2]
    row = Row(
        f"region:{written['id']}",
        written["en"],
        EntryKind(written["kind"]),
        *middle,
        float(written["precision_m"]),
        ",".join(written["countries"].split()),
        shown=(written["uk"], written["ru"]),
        anchors=anchors if len(anchors) > 1 else (),
    )
    row.add(Weight.MAIN, written["en"], written["uk"], written["ru"])
    row.add(Weight.ALIAS, *listed(written["also"]))
    return row


def _point(pair: str) -> tuple[float, float]:
    lat, lon = pair.split()
    return float(lat), float(lon)


def absorb(made: list[Row], others: Iterable[Row]) -> list[Row]:
    """Regions that are no second entry of a division or country; its names go to that one.

    Abkhazia stands among Natural Earth's divisions, but with its English name alone.
    """
    by_name: dict[str, list[Row]] = {}
    for other in others:
        for name, weight in other.names.items():
            if weight is Weight.MAIN and other.kind in _DIVISIONS:
                by_name.setdefault(key(name), []).append(other)
    kept = []
    for row in made:
        same = next((other for other in by_name.get(key(row.name), ()) if _same(row, other)), None)
        if same is None or row.kind is not EntryKind.REGION:
            kept.append(row)
            continue
        for name, weight in row.names.items():
            same.add(weight, name)
        same.shown = row.shown
    return kept


_DIVISIONS = frozenset({EntryKind.STATE, EntryKind.COUNTY, EntryKind.COUNTRY})


def _same(row: Row, other: Row) -> bool:
    reach = (row.precision_m + other.precision_m) / 1000
    is_near = km((row.lat, row.lon), (other.lat, other.lon)) < reach
    return other.country in row.country.split(",") and is_near
