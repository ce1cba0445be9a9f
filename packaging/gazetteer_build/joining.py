"""Which place of GeoNames a settlement of the classifier is, and where those lie that none is.

A name alone does not do: Ukraine has 130 Ivanivkas. First those pairs are taken that name and
oblast leave no doubt about; they tell where hromadas and raions lie; then the nearest of what is
left is taken where it is clearly the nearest, seen from either side.
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from caseboard.tagging.gazetteer.naming import key
from gazetteer_build.classifier import Settlement
from gazetteer_build.geometry import Point, km, middle
from gazetteer_build.geonames import City
from gazetteer_build.romanise import official

LARGE = 20_000
"""A place of GeoNames with so many people is a town, never a village of the same name."""
TOO_LARGE_FOR_A_SETTLEMENT = 40_000
HROMADA_KM = 25
RAION_KM = 60
ASTRAY_KM = 75
"""A match farther than this from the middle of its raion is a mistake."""


@dataclass
class Joined:
    """Settlement code to place, and where hromadas and raions lie by what was matched."""

    matches: dict[str, City] = field(default_factory=dict)
    hromadas: dict[str, Point] = field(default_factory=dict)
    raions: dict[str, Point] = field(default_factory=dict)


def join(settlements: Sequence[Settlement], cities: Iterable[City]) -> Joined:
    """Match every settlement that can be matched without guessing."""
    by_code = {settlement.code: settlement for settlement in settlements}
    candidates = _candidates(settlements, cities)
    matches = _beyond_doubt(candidates)
    for _ in range(2):
        matches.update(_nearest(by_code, candidates, matches, _hromada, HROMADA_KM))
    matches.update(_nearest(by_code, candidates, matches, _raion, RAION_KM))
    raions = _middles(by_code, matches, _raion)
    kept = {
        code: city
        for code, city in matches.items()
        if not by_code[code].raion or km(raions[by_code[code].raion], city.point) < ASTRAY_KM
    }
    return Joined(kept, _middles(by_code, kept, _hromada), _middles(by_code, kept, _raion))


Candidates = Mapping[str, Sequence[City]]
Area = Callable[[Settlement], str]


def _hromada(settlement: Settlement) -> str:
    return settlement.hromada


def _raion(settlement: Settlement) -> str:
    return settlement.raion


def _candidates(settlements: Sequence[Settlement], cities: Iterable[City]) -> Candidates:
    """Places of the same name in the same oblast; a large one is left to the towns."""
    by_name: dict[tuple[str, str], list[City]] = defaultdict(list)
    for city in cities:
        for name in {key(name) for name in (city.name, *city.aliases)}:
            by_name[city.state, name].append(city)
    found: dict[str, list[City]] = {}
    for settlement in settlements:
        names = {key(settlement.name), key(official(settlement.name))}
        same = {city.id: city for name in names for city in by_name[settlement.state, name]}
        found[settlement.code] = [
            city for _, city in sorted(same.items()) if _fits(settlement, city)
        ]
    claimed = {
        city.id
        for settlement in settlements
        if settlement.is_town
        for city in found[settlement.code]
        if city.population >= LARGE
    }
    for settlement in settlements:
        if not settlement.is_town:
            listed = found[settlement.code]
            found[settlement.code] = [city for city in listed if city.id not in claimed]
    return found


def _fits(settlement: Settlement, city: City) -> bool:
    if settlement.is_town or city.population < LARGE:
        return True
    return settlement.category == "X" and city.population < TOO_LARGE_FOR_A_SETTLEMENT


def _beyond_doubt(candidates: Candidates) -> dict[str, City]:
    """Pairs where neither side has another choice."""
    wanted = _wanted(candidates)
    return {
        code: listed[0]
        for code, listed in candidates.items()
        if len(listed) == 1 and len(wanted[listed[0].id]) == 1
    }


def _wanted(candidates: Candidates) -> Mapping[int, list[str]]:
    wanted: dict[int, list[str]] = defaultdict(list)
    for code, listed in candidates.items():
        for city in listed:
            wanted[city.id].append(code)
    return wanted


def _middles(
    by_code: Mapping[str, Settlement], matches: Mapping[str, City], area: Area
) -> dict[str, Point]:
    points: dict[str, list[Point]] = defaultdict(list)
    for code, city in matches.items():
        if of := area(by_code[code]):
            points[of].append(city.point)
    return {of: middle(listed) for of, listed in points.items()}


def _nearest(
    by_code: Mapping[str, Settlement],
    candidates: Candidates,
    matches: Mapping[str, City],
    area: Area,
    limit_km: float,
) -> dict[str, City]:
    """Further pairs: the place is the nearest to the area, and the area to the place."""
    middles = _middles(by_code, matches, area)
    raions = _middles(by_code, matches, _raion)
    wanted = _wanted(candidates)
    used = {city.id for city in matches.values()}
    found: dict[str, City] = {}

    def where(code: str) -> Point | None:
        settlement = by_code[code]
        return middles.get(area(settlement)) or raions.get(settlement.raion)

    for code, listed in candidates.items():
        reference = middles.get(area(by_code[code]))
        if code in matches or not listed or reference is None:
            continue
        near = sorted((km(reference, city.point), city.id, city) for city in listed)
        distance, _, city = near[0]
        if distance > limit_km or (len(near) > 1 and near[1][0] < 2 * distance + 5):
            continue
        rivals = [
            km(at, city.point)
            for other in wanted[city.id]
            if other != code and other not in matches and (at := where(other))
        ]
        if city.id not in used and all(rival > 1.5 * distance + 5 for rival in rivals):
            found[code] = city
            used.add(city.id)
    return found
