"""What must hold of the file that ships; the build stops where something does not."""

from pathlib import Path

from caseboard.tagging.gazetteer.entry import Entry
from caseboard.tagging.gazetteer.gazetteer import Gazetteer
from gazetteer_build.rows import Row

MOST_BYTES = 45_000_000
SETTLEMENTS = 29_710
FEWEST_REGIONS = 250
KUPIANSK = "geonames:703656"
SPELLINGS = ("Kupiansk", "Kupyansk", "Kupjansk", "Куп'янськ", "Куп’янськ", "Купянск")
IN_CRIMEA = ("Sevastopol", "Simferopol", "Kerch", "Crimea", "Севастополь", "Крим", "Крым", "Yalta")


def check(path: Path, rows: list[Row]) -> None:
    """Look at the file as the program will."""
    size = path.stat().st_size
    _hold(size <= MOST_BYTES, f"{size} bytes")
    _counts(rows)
    gazetteer = Gazetteer(path)
    for spelling in SPELLINGS:
        _hold(KUPIANSK in [e.id for e in gazetteer.lookup(spelling)], f"{spelling} is not there")
    _petropavlivka(gazetteer)
    for name in IN_CRIMEA:
        found = gazetteer.lookup(name)
        _hold(bool(found) and found[0].country == "UA", f"{name} is not Ukraine")
    _oskil(gazetteer)
    gazetteer.close()


def _counts(rows: list[Row]) -> None:
    settlements = [
        row for row in rows if "katottg:" in row.code + row.also and row.kind not in _AREAS
    ]
    _hold(len(settlements) == SETTLEMENTS, f"{len(settlements)} settlements of Ukraine")
    regions = [row for row in rows if row.code.startswith("region:")]
    _hold(len(regions) >= FEWEST_REGIONS, f"only {len(regions)} rivers, regions and sites")
    for row in rows:
        _hold(row.precision_m > 0, f"{row.code} has no precision")
        _hold(abs(row.lat) <= 90 and abs(row.lon) <= 180, f"{row.code} is nowhere")


_AREAS = frozenset({"hromada", "raion"})


def _petropavlivka(gazetteer: Gazetteer) -> None:
    near = [
        entry
        for entry in gazetteer.lookup("Petropavlivka")
        if entry.raion == "Kupianskyi raion" and _is_at(entry, 49.7205, 37.7090)
    ]
    _hold(len(near) == 1, "Petropavlivka near Kupiansk is not there")


def _oskil(gazetteer: Gazetteer) -> None:
    near = gazetteer.around(49.71003, 37.61581, 1000)
    _hold(any(entry.id == "region:oskil" for entry, _, _ in near), "the Oskil is not in Kupiansk")


def _is_at(entry: Entry, lat: float, lon: float) -> bool:
    return abs(entry.lat - lat) < 0.02 and abs(entry.lon - lon) < 0.02


def _hold(is_so: bool, otherwise: str) -> None:
    if not is_so:
        raise SystemExit(f"the gazetteer is wrong: {otherwise}")
