"""Looks places up by name, by id and by position, in all files there are."""

from collections.abc import Sequence
from functools import cache
from pathlib import Path

from caseboard.paths import resources
from caseboard.tagging.gazetteer import nearness
from caseboard.tagging.gazetteer.entry import Entry
from caseboard.tagging.gazetteer.naming import key
from caseboard.tagging.gazetteer.nearness import Near
from caseboard.tagging.gazetteer.table import Table


class Gazetteer:
    """The files of places, open to read; for one thread.

    Where two files know one place, the one that knows better where it lies counts.
    """

    def __init__(self, path: Path, *imported: Path) -> None:
        """Raises `CaseError` where a file is missing, damaged or something else."""
        self._tables = [Table(file) for file in (path, *imported)]

    def lookup(self, name: str) -> Sequence[Entry]:
        """Every place of this very name, whatever its case and accents; the largest first."""
        return self.lookup_key(key(name))

    def lookup_key(self, key: str) -> Sequence[Entry]:
        """The same for a name that is folded already, as `naming.key` does."""
        if len(self._tables) == 1:
            return self._tables[0].named(key)
        return _merged([entry for table in self._tables for entry in table.named(key)])

    def entry(self, id_: str) -> Entry | None:
        """The place of this id; None where no file has it."""
        found = [entry for table in self._tables if (entry := table.entry(id_))]
        return min(found, key=lambda entry: entry.precision_m, default=None)

    def aliases(self, id_: str) -> tuple[str, ...]:
        """Other names of a place, as people write them: Ukrainian, Russian, Latin letters."""
        names = (name for table in self._tables for name in table.shown(id_))
        return tuple(dict.fromkeys(names))

    def around(self, lat: float, lon: float, within_m: float) -> list[Near]:
        """Every place that has a point so near, the nearest first; up to 200 km are looked at."""
        wanted = set(nearness.cells(lat, lon, within_m))
        found = _merged([entry for table in self._tables for entry in table.in_cells(wanted)])
        listed = [nearness.near(entry, lat, lon) for entry in found]
        return sorted((near for near in listed if near.metres <= within_m), key=_by_distance)

    def nearest(self, lat: float, lon: float, within_m: float = 50_000) -> Near | None:
        """The nearest settlement that is known exactly, how far and in which direction it lies."""
        for near in self.around(lat, lon, within_m):
            if nearness.is_dot(near.entry):
                return near
        return None

    def close(self) -> None:
        """Let go of the files."""
        for table in self._tables:
            table.close()


@cache
def shipped() -> Gazetteer:
    """The gazetteer that ships with the program, opened once."""
    return Gazetteer(resources() / "gazetteer.sqlite")


def _merged(found: Sequence[Entry]) -> list[Entry]:
    """Each place once."""
    best: dict[str, Entry] = {}
    for entry in found:
        known = best.get(entry.id)
        if known is None or entry.precision_m < known.precision_m:
            best[entry.id] = entry
    return sorted(best.values(), key=lambda entry: -entry.population)


def _by_distance(near: Near) -> tuple[float, str]:
    return near.metres, near.entry.id
