"""Reads the lines of GeoNames' files: dumps of a country, and its postal codes.

The columns are those of the "readme.txt" beside the files at GeoNames.
"""

from collections.abc import Callable
from dataclasses import dataclass

from caseboard.tagging.gazetteer.entry import EntryKind

DUMP_COLUMNS = 19
POSTAL_COLUMNS = 12
SURE = 4
"""The accuracy of a postal row from which on its point is a place's own; below it is guessed."""
_FEATURES = {
    ("S", "AIRB"): EntryKind.SITE,
    ("S", "AIRF"): EntryKind.SITE,
    ("S", "AIRP"): EntryKind.SITE,
    ("S", "BDG"): EntryKind.SITE,
    ("S", "DAM"): EntryKind.SITE,
    ("S", "INSM"): EntryKind.SITE,
    ("S", "MILB"): EntryKind.SITE,
    ("S", "PS"): EntryKind.SITE,
    ("S", "PSH"): EntryKind.SITE,
    ("S", "PSN"): EntryKind.SITE,
    ("H", "STM"): EntryKind.RIVER,
    ("H", "LK"): EntryKind.WATER,
    ("H", "RSV"): EntryKind.WATER,
    ("H", "BAY"): EntryKind.WATER,
    ("H", "SEA"): EntryKind.WATER,
    ("H", "STRT"): EntryKind.WATER,
    ("T", "ISL"): EntryKind.REGION,
}
"""What is taken besides populated places, by class and code."""
_SETTLED = "P"
_PARTS = frozenset({"PPLX"})
_CITIES = frozenset({"PPLC", "PPLA", "PPLA2"})
_REACH_M = {EntryKind.RIVER: 5_000.0, EntryKind.WATER: 5_000.0, EntryKind.REGION: 5_000.0}
_SITE_M = 1_500.0


class BadLine(ValueError):
    """A line that is not what such a file has."""


@dataclass(frozen=True, slots=True)
class Line:
    """A place as a line has it."""

    id: int
    """GeoNames' number; 0 in a postal file, which has none."""
    name: str
    aliases: tuple[str, ...]
    lat: float
    lon: float
    kind: EntryKind
    country: str
    state: str
    """GeoNames' code of the first-level division."""
    state_name: str = ""
    raion: str = ""
    population: int = 0
    is_capital: bool = False

    @property
    def reach_m(self) -> float | None:
        """Radius, where the kind tells more of it than the population does."""
        return _SITE_M if self.kind is EntryKind.SITE else _REACH_M.get(self.kind)


Parse = Callable[[str], Line | None]
"""None is a line that is fine and not wanted; raises `BadLine`."""


def parser(line: str) -> Parse | None:
    """How to read a file that has such a line; None where it is no file of GeoNames."""
    for columns, parse in ((DUMP_COLUMNS, of_dump), (POSTAL_COLUMNS, of_postal)):
        if line.count("\t") == columns - 1:
            try:
                parse(line)
            except BadLine:
                return None
            return parse
    return None


def of_dump(line: str) -> Line | None:
    """A line of a country's dump."""
    cells = _cells(line, DUMP_COLUMNS)
    number, name, plain, others, lat, lon, class_, code, country = cells[:9]
    point = _point(lat, lon)
    if not number.isdecimal() or len(number) > 9 or not name or not _is_country(country):
        raise BadLine(number)
    kind = _kind(class_, code)
    if kind is None:
        return None
    return Line(
        int(number),
        name,
        tuple(other for other in (plain, *others.split(",")) if other),
        *point,
        kind,
        country,
        cells[10],
        population=_number(cells[14]),
        is_capital=code == "PPLC",
    )


def _kind(class_: str, code: str) -> EntryKind | None:
    if class_ != _SETTLED:
        return _FEATURES.get((class_, code))
    if code in _PARTS:
        return EntryKind.DISTRICT
    return EntryKind.CITY if code in _CITIES else EntryKind.PLACE


def of_postal(line: str) -> Line | None:
    """A line of a country's postal codes; only those whose point is the place's own."""
    cells = _cells(line, POSTAL_COLUMNS)
    country, _code, name, state_name, state, raion = cells[:6]
    point = _point(cells[9], cells[10])
    if not name or not _is_country(country) or not (not cells[11] or cells[11].isdecimal()):
        raise BadLine(name)
    if _number(cells[11]) < SURE:
        return None
    plain = name.partition(" (")[0].strip()
    return Line(0, plain or name, (), *point, EntryKind.PLACE, country, state, state_name, raion)


def _cells(line: str, columns: int) -> list[str]:
    cells = [cell.strip() for cell in line.rstrip("\r\n").split("\t")]
    if len(cells) != columns:
        raise BadLine(str(len(cells)))
    return cells


def _is_country(country: str) -> bool:
    return len(country) == 2 and country.isascii() and country.isupper()


def _point(lat: str, lon: str) -> tuple[float, float]:
    try:
        found = float(lat), float(lon)
    except ValueError as error:
        raise BadLine(lat) from error
    # written so that a "nan" is refused, too
    if not (-90 <= found[0] <= 90 and -180 <= found[1] <= 180):
        raise BadLine(lat)
    return found


def _number(cell: str) -> int:
    """Zero where there is none, and not more people than there are."""
    return int(cell) if cell.isdecimal() and len(cell) < 11 else 0
