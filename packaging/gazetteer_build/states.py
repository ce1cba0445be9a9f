"""First-level divisions of the world: oblasts, states, provinces.

GeoNames gives each place the code of its division, but not the division; Natural Earth has the
divisions, but not GeoNames' codes. The places themselves tell which is which.
"""

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from functools import cache

from caseboard.tagging.gazetteer.entry import EntryKind
from caseboard.tagging.gazetteer.naming import key
from caseboard.tagging.gazetteer.population import is_useful
from gazetteer_build.geometry import Point, km, middle
from gazetteer_build.geonames import City
from gazetteer_build.rows import Row, Weight
from gazetteer_build.shapes import Division, Finder
from gazetteer_build.tables import listed, table
from gazetteer_build.translations import Divisions

SURE = 0.5
"""What share of a code's places must lie in a division for it to be that division's."""
FORMS = {
    "oblast": ("{} Oblast", "{} region", "{} province", "{} obl."),
    "region": ("{} Region", "{} Oblast", "{} Voblast"),
    "krai": ("{} Krai", "{} Territory", "{} region"),
    "republic": ("{}", "Republic of {}", "{} Republic"),
    "okrug": ("{} Autonomous Okrug", "{} Okrug"),
    "crimea": ("{}",),
    "city": ("{}",),
}
"""What a division is called in English, by its sort; the first is shown."""
GEORGIA = ("Джорджія", "Джорджия")
CAPITAL = "Вашингтон"
"""What the Russian catalogue has for the District of Columbia; it is the city's name."""

Code = tuple[str, str]
"""Country, and GeoNames' code of the division."""


def codes(cities: Iterable[City], divisions: Sequence[Division]) -> dict[Code, int]:
    """Which division a code of GeoNames stands for, where that is clear from both sides."""
    finder = Finder(divisions)
    by_code: dict[Code, Counter[int]] = defaultdict(Counter)
    by_division: dict[int, Counter[Code]] = defaultdict(Counter)
    for city in cities:
        number = finder.find(city.country, city.point)
        if number is not None:
            code = city.country, city.state
            by_code[code][number] += 1
            by_division[number][code] += 1
    found = {}
    for code, votes in sorted(by_code.items()):
        number, count = max(votes.items(), key=lambda vote: (vote[1], -vote[0]))
        rival = max(by_division[number].items(), key=lambda vote: (vote[1], vote[0]))[0]
        if count >= SURE * votes.total() and rival == code:
            found[code] = number
    return found


def rows(
    cities: Sequence[City], divisions: Sequence[Division], names: Divisions
) -> tuple[list[Row], dict[Code, str]]:
    """A row for every division, and the name that a code of GeoNames is shown by."""
    by_code = codes(cities, divisions)
    code_of = {number: code for code, number in by_code.items()}
    is_coded = {city.country for city in cities}
    people = _people(cities)
    made, shown = [], {}
    for number, division in enumerate(divisions):
        code = code_of.get(number)
        # where the codes are coarser than the divisions, these are of the second level
        is_first = code is not None or division.country not in is_coded
        row = _of_shape(division, code, EntryKind.STATE if is_first else EntryKind.COUNTY)
        _name(row, division, names)
        if code:
            row.population = people[code]
            shown[code] = row.name
        made.append(row)
    for row, code in _written(cities):
        row.population = people[code]
        shown[code] = row.name
        made.append(row)
    return _distinct(made), shown


def _people(cities: Iterable[City]) -> Counter[Code]:
    people: Counter[Code] = Counter()
    for city in cities:
        people[city.country, city.state] += city.population
    return people


def _of_shape(division: Division, code: Code | None, kind: EntryKind) -> Row:
    end = code[1] if code else key(division.name).replace(" ", "-")
    return Row(
        f"{kind}:{division.country}.{end}",
        division.name,
        kind,
        *division.shape.centre,
        max(1000.0, round(1000 * division.shape.radius_km, -2)),
        division.country,
    )


def _name(row: Row, division: Division, names: Divisions) -> None:
    written = _curated().get((division.country, division.name))
    exonym = _exonyms().get((division.country, division.name))
    if written:
        _name_by_table(row, written)
    else:
        row.add(Weight.MAIN, division.name)
        row.add(Weight.ALIAS, *(name for name in division.also if is_useful(name)))
    if exonym:
        row.name = exonym["en"]
        row.add(Weight.MAIN, row.name, *listed(exonym["also"]))
    known = (written["uk"],) if written else (division.name, *division.also)
    if found := names.names(division.country, known):
        row.add(Weight.ALIAS, *found.english)
        for listed_names in found.others.values():
            row.add(Weight.MAIN, *listed_names)
        if not row.shown:
            row.shown = tuple(
                name for language in ("uk", "ru") for name in found.others.get(language, ())[:1]
            )
    if division.country == "US":
        _name_american(row)


def _name_by_table(row: Row, written: dict[str, str]) -> None:
    forms = FORMS[written["kind"]]
    also = listed(written["also"])
    row.name = forms[0].format(written["stem"])
    row.shown = written["uk"], written["ru"]
    row.add(Weight.MAIN, *(form.format(written["stem"]) for form in forms))
    row.add(Weight.MAIN, written["uk"], written["ru"])
    if written["kind"] in {"oblast", "krai", "region"}:
        # a bare name is the city's: `Kharkov` is no oblast, `Kharkov region` is
        bare = [name for name in also if name.isascii() and " " not in name]
        row.add(Weight.ALIAS, *(form.format(name) for name in bare for form in forms))
        also = tuple(name for name in also if name not in bare or name in _ALONE)
        row.add(Weight.ALIAS, *(_shortened(written[language]) for language in ("uk", "ru")))
    row.add(Weight.MAIN, *also)


_ALONE = frozenset({"Transcarpathia", "Zakarpattia", "Primorye", "Kharkivshchyna", "Kuzbass"})


def _shortened(name: str) -> str:
    return name.replace("область", "обл.") if name.endswith("область") else ""


def _name_american(row: Row) -> None:
    postal = row.code.rpartition(".")[2]
    for state in table("united_states"):
        if state["postal"] == postal:
            row.add(Weight.SHORT, postal, *listed(state["short"]))
    if row.name == "Georgia":
        row.add(Weight.MAIN, *GEORGIA)
        row.shown = GEORGIA
    if postal == "DC":
        row.names.pop(CAPITAL, None)
        row.shown = row.shown[:1]


@cache
def _curated() -> dict[tuple[str, str], dict[str, str]]:
    return {(row["country"], row["shape"]): row for row in table("states")}


@cache
def _exonyms() -> dict[tuple[str, str], dict[str, str]]:
    return {(row["country"], row["shape"]): row for row in table("exonyms")}


def after_their_cities(made: Iterable[Row], cities: Iterable[Row]) -> None:
    """Let a division that is called after a city in it stand behind that city.

    Its people are those of all its towns; a text that says `Tehran` still means the city.
    """
    largest: dict[tuple[str, str], Row] = {}
    for city in cities:
        for name in city.names:
            place = city.state, key(name)
            known = largest.get(place)
            if known is None or known.population < city.population:
                largest[place] = city
    for row in made:
        for name in row.names:
            namesake = largest.get((row.name, key(name)))
            if namesake and namesake.population > NAMESAKE * row.population:
                row.population = min(row.population, max(0, namesake.population - 1))


NAMESAKE = 0.1
"""A city with so large a share of a division's people is what their common name means."""


def _written(cities: Iterable[City]) -> Iterable[tuple[Row, Code]]:
    """Divisions that Natural Earth has cut up; their towns tell where they are."""
    points: dict[Code, list[Point]] = defaultdict(list)
    for city in cities:
        points[city.country, city.state].append(city.point)
    for written in table("divisions"):
        code = written["country"], written["code"]
        if code not in points:
            raise SystemExit(f"no place lies in {code}")
        centre = middle(points[code])
        reach = sorted(km(centre, point) for point in points[code])
        made = Row(
            f"state:{'.'.join(code)}",
            written["en"],
            EntryKind.STATE,
            *centre,
            round(1000 * reach[int(0.9 * (len(reach) - 1))], -3),
            code[0],
            shown=(written["uk"], written["ru"]),
        )
        made.add(Weight.MAIN, written["en"], written["uk"], written["ru"])
        made.add(Weight.MAIN, *listed(written["also"]))
        yield made, code


def _distinct(made: Iterable[Row]) -> list[Row]:
    """Without second parts of a division that stands under one name twice."""
    found: dict[str, Row] = {}
    for row in made:
        found.setdefault(row.code, row)
    return list(found.values())
