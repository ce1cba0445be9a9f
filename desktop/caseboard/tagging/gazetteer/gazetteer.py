"""Looks places up by name, by id and by position, in all files there are."""

from collections.abc import Iterable, Sequence
from dataclasses import replace
from pathlib import Path

from caseboard.errors import CaseError
from caseboard.paths import gazetteers_folder, resources
from caseboard.tagging.gazetteer import nearness
from caseboard.tagging.gazetteer.entry import Entry
from caseboard.tagging.gazetteer.naming import key
from caseboard.tagging.gazetteer.nearness import Near
from caseboard.tagging.gazetteer.table import Table


class Gazetteer:
    """The files of places, open to read; for one thread.

    Where two files know one place, the one that knows better where it lies counts.
    """

    def __init__(self, *paths: Path) -> None:
        """Raises `CaseError` where a file is missing, damaged or something else."""
        self._tables = [Table(path) for path in paths]

    def lookup(self, name: str) -> Sequence[Entry]:
        """Every place of this very name, whatever its case and accents; the largest first."""
        return self.lookup_key(key(name))

    def lookup_key(self, key: str) -> Sequence[Entry]:
        """The same for a name that is folded already, as `naming.key` does."""
        if len(self._tables) == 1:
            return self._tables[0].named(key)
        found = _merged([entry for table in self._tables for entry in table.named(key)])
        return [self._placed(entry) if nearness.is_area(entry) else entry for entry in found]

    def beginning(self, name: str, most: int = 8) -> list[Entry]:
        """The largest places of which a name begins so; those of this very name come first."""
        wanted = key(name)
        if not wanted:
            return []
        same = self.lookup_key(wanted)[:most]
        more = [entry for table in self._tables for entry in table.beginning(wanted, most)]
        known = {entry.id for entry in same}
        return [*same, *(entry for entry in _merged(more) if entry.id not in known)][:most]

    def entry(self, id_: str) -> Entry | None:
        """The place of this id; None where no file has it."""
        found = [entry for table in self._tables if (entry := table.entry(id_))]
        return min(found, key=lambda entry: entry.precision_m, default=None)

    def _placed(self, area: Entry) -> Entry:
        """The same place where an imported table knows its point, though not by this name."""
        found = self.entry(area.id) or area
        return replace(found, is_main=area.is_main, is_short=area.is_short)

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
        for reach in (*(few for few in NEAR_M if few < within_m), within_m):
            for near in self.around(lat, lon, reach):
                if nearness.is_dot(near.entry):
                    return near
        return None

    def close(self) -> None:
        """Let go of the files."""
        for table in self._tables:
            table.close()


NEAR_M = (3_000, 15_000)
"""How far is looked first: there mostly is a settlement, and fewer of them to measure."""
PATH = resources() / "gazetteer.sqlite"
"""What ships with the program."""
SUFFIX = ".sqlite"
"""Of tables."""


class _Use:
    """What this process looks places up in, and why that is nothing, where it is nothing."""

    def __init__(self) -> None:
        self.gazetteer: Gazetteer | None = None
        self.problem = ""

    def open(self, imported: Iterable[Path]) -> Gazetteer:
        self.close()
        whole, problems = [], []
        for path in (PATH, *imported):
            try:
                Gazetteer(path).close()
                whole.append(path)
            except CaseError as error:
                problems.append(str(error))
        self.gazetteer, self.problem = Gazetteer(*whole), " ".join(problems)
        return self.gazetteer

    def close(self) -> None:
        if self.gazetteer is not None:
            self.gazetteer.close()
        self.gazetteer = None


_in_use = _Use()


def use(imported: Iterable[Path]) -> str:
    """Look up in the shipped table and in these from now on; returns what is wrong, if anything.

    A table that is damaged or gone is left out; it never stops the program.
    """
    _in_use.open(imported)
    return _in_use.problem


def shipped() -> Gazetteer:
    """What ships with the program, and what `use` has named or the user imported; opened once."""
    return _in_use.gazetteer or _in_use.open(imported())


def imported() -> list[Path]:
    """The tables that the user has imported, by name."""
    folder = gazetteers_folder()
    return sorted(folder.glob(f"*{SUFFIX}")) if folder.is_dir() else []


def _merged(found: Sequence[Entry]) -> list[Entry]:
    """Each place once."""
    best: dict[str, Entry] = {}
    for entry in found:
        known = best.get(entry.id, entry)
        better = entry if entry.precision_m < known.precision_m else known
        best[entry.id] = replace(better, is_main=known.is_main or entry.is_main)
    return sorted(best.values(), key=lambda entry: -entry.population)


def _by_distance(near: Near) -> tuple[float, str]:
    return near.metres, near.entry.id
