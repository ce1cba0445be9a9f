"""The curated places: rivers, seas, regions and sites, from a table that ships as text, too."""

import re
from pathlib import Path

from caseboard.tagging.gazetteer.entry import EntryKind
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
