"""Ukraine's settlements, hromadas and raions, with their names in the letters papers use."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping

from caseboard.tagging.gazetteer.entry import EntryKind
from caseboard.tagging.gazetteer.population import precision_m
from gazetteer_build.classifier import SETTLEMENTS, Classifier, Settlement
from gazetteer_build.geometry import Point
from gazetteer_build.geonames import City, useful
from gazetteer_build.joining import Joined
from gazetteer_build.romanise import from_russian, from_russian_by_sound, official, polish, russian
from gazetteer_build.rows import Row, Weight
from gazetteer_build.tables import listed, table

HROMADA_M = 10_000
"""How far a settlement may be from the middle of its hromada; median 8 km, nine in ten 17 km."""
RAION_M = 30_000
SHARED_LETTERS = 4
"""So much a hromada's name must have in common with that of its centre."""

States = Mapping[str, str]
"""Names of oblasts by GeoNames' code."""


def rows(classifier: Classifier, joined: Joined, states: States) -> list[Row]:
    """All settlements, then all hromadas and raions of which something is known."""
    made = [_settlement(of, classifier, joined, states) for of in classifier.settlements]
    population: dict[str, int] = defaultdict(int)
    for settlement, row in zip(classifier.settlements, made, strict=True):
        population[settlement.hromada] += row.population
        population[settlement.raion] += row.population
    centres = _centres(classifier)
    for code, name in classifier.hromadas.items():
        if where := joined.hromadas.get(code):
            made.append(_hromada(code, name, where, centres.get(code, "")))
    for code, name in classifier.raions.items():
        if where := joined.raions.get(code):
            made.append(_raion(code, name, where, centres.get(code, "")))
    for row in made[len(classifier.settlements) :]:
        code = row.code.removeprefix("katottg:")
        row.population = population[code]
        row.state = states[_oblast_code(classifier, code)]
        row.raion = "" if row.kind is EntryKind.RAION else _raion_of(classifier, code)
    return made


def _settlement(of: Settlement, classifier: Classifier, joined: Joined, states: States) -> Row:
    city = joined.matches.get(of.code)
    point, metres = _where(of, city, joined)
    name = official(of.name)
    row = Row(
        f"geonames:{city.id}" if city else f"katottg:{of.code}",
        name,
        SETTLEMENTS[of.category],
        *point,
        metres,
        "UA",
        states[of.state],
        raion_name(classifier.raions.get(of.raion, "")),
        hromada_name(classifier.hromadas.get(of.hromada, "")),
        city.population if city else 0,
        also=f"katottg:{of.code}" if city else "",
    )
    in_russian = russian(of.name)
    row.shown = (of.name, in_russian) if not city else (of.name,)
    latin = from_russian(in_russian), from_russian_by_sound(in_russian)
    row.add(Weight.ALIAS, in_russian, *latin, polish(of.name))
    if city:
        row.add(Weight.ALIAS, city.name, *useful(city))
    row.add(Weight.MAIN, name, of.name)
    return row


def _where(of: Settlement, city: City | None, joined: Joined) -> tuple[Point, float]:
    if city:
        return city.point, precision_m(city.population)
    if of.hromada in joined.hromadas:
        return joined.hromadas[of.hromada], HROMADA_M
    return joined.raions[of.raion], RAION_M


def raion_name(adjective: str) -> str:
    """In Latin letters: `Kupianskyi raion`."""
    return f"{official(adjective)} raion" if adjective else ""


def hromada_name(adjective: str) -> str:
    """In Latin letters: `Petropavlivska hromada`."""
    return f"{official(adjective)} hromada" if adjective else ""


def _hromada(code: str, name: str, where: Point, centre: str) -> Row:
    row = Row(
        f"katottg:{code}",
        hromada_name(name),
        EntryKind.HROMADA,
        *where,
        HROMADA_M,
        "UA",
        shown=(f"{name} громада", f"{russian(name)} громада"),
    )
    row.add(Weight.MAIN, row.name, *row.shown)
    if centre:
        row.add(Weight.ALIAS, f"{centre} hromada", f"{centre} community")
    return row


def _raion(code: str, name: str, where: Point, centre: str) -> Row:
    row = Row(
        f"katottg:{code}",
        raion_name(name),
        EntryKind.RAION,
        *where,
        RAION_M,
        "UA",
        shown=(f"{name} район", f"{russian(name)} район"),
    )
    row.add(Weight.MAIN, row.name, *row.shown)
    row.add(Weight.ALIAS, f"{official(name)} district", f"{from_russian(russian(name))} district")
    if centre:
        row.add(Weight.ALIAS, f"{centre} raion", f"{centre} district")
    return row


def _centres(classifier: Classifier) -> dict[str, str]:
    """In Latin letters, what settlement each hromada and raion is named after."""
    inside: dict[str, list[str]] = defaultdict(list)
    for of in classifier.settlements:
        inside[of.hromada].append(of.name)
        if of.category != "C":
            inside[of.raion].append(of.name)
    found = {}
    for code, adjective in {**classifier.hromadas, **classifier.raions}.items():
        names = sorted(inside[code], key=lambda name: (-_shared(name, adjective), len(name), name))
        if names and _shared(names[0], adjective) >= min(SHARED_LETTERS, len(names[0]) - 1):
            found[code] = official(names[0])
    return found


def _shared(name: str, adjective: str) -> int:
    """How many letters both begin with."""
    count = 0
    for one, other in zip(name.lower(), adjective.lower(), strict=False):
        if one != other:
            break
        count += 1
    return count


def _oblast_code(classifier: Classifier, code: str) -> str:
    return next(of.state for of in _first(classifier, code))


def _first(classifier: Classifier, code: str) -> Iterable[Settlement]:
    return (of for of in classifier.settlements if of.code[:4] == code[:4])


def _raion_of(classifier: Classifier, code: str) -> str:
    for raion, name in classifier.raions.items():
        if raion[:6] == code[:6]:
            return raion_name(name)
    return ""


def rename(made: Iterable[Row], warn: Callable[[str], None] = print) -> None:
    """Add the names places had, and those other languages have for them."""
    by_name: dict[tuple[str, str], Row] = {}
    for row in made:
        if row.kind in SETTLEMENTS.values() and row.shown:
            known = by_name.setdefault((row.state, row.shown[0]), row)
            if known.population < row.population:
                by_name[row.state, row.shown[0]] = row
    for written in table("renamed"):
        found = by_name.get((written["state"], written["uk"].replace("'", "’")))
        if found is None:
            warn(f"no settlement {written['uk']} in {written['state']}")
            continue
        found.add(Weight.ALIAS, *listed(written["also"]))
        if written["ru"]:
            found.add(Weight.MAIN, written["ru"])
            found.shown = (found.shown[0], written["ru"], *found.shown[2:])
