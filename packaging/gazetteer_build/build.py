"""From packages to a file: reads, joins, names, writes, checks."""

from collections import Counter
from collections.abc import Sequence
from pathlib import Path

from caseboard.tagging.gazetteer.naming import key
from gazetteer_build import (
    checks,
    classifier,
    counties,
    countries,
    geonames,
    joining,
    regions,
    shapes,
    states,
    translations,
    ukraine,
    workbook,
    writing,
)
from gazetteer_build.geonames import City, Districts
from gazetteer_build.rows import Row
from gazetteer_build.sources import Sources

CLASSIFIER_COLUMNS = 7


def build(sources: Sources, regions_table: Path, path: Path, about: dict[str, str]) -> list[Row]:
    """Write the gazetteer to `path`, and return what is in it."""
    rows = gather(sources, regions_table)
    writing.write(rows, path, about)
    checks.check(path, rows)
    return rows


def gather(sources: Sources, regions_table: Path) -> list[Row]:
    """Everything that goes into it."""
    cities = geonames.cities(sources.cities("cities500.json"))
    divisions = shapes.divisions(sources.shapes())
    of_states, shown = states.rows(cities, divisions, translations.Divisions(sources))
    american = {code: name for (country, code), name in shown.items() if country == "US"}
    ukrainian = _ukrainian(sources, cities, shown)
    done = {row.code for row in ukrainian}
    elsewhere = _elsewhere(
        sources, [c for c in cities if f"geonames:{c.id}" not in done], cities, shown
    )
    states.after_their_cities(of_states, [*ukrainian, *elsewhere])
    of_countries = countries.countries(
        sources, shapes.countries(sources.shapes()), translations.countries(sources)
    )
    curated = regions.absorb(regions.regions(regions_table), [*of_states, *of_countries])
    return [
        *ukrainian,
        *elsewhere,
        *of_states,
        *counties.counties(sources, american),
        *of_countries,
        *countries.continents(sources),
        *curated,
    ]


def _ukrainian(
    sources: Sources, cities: Sequence[City], shown: dict[states.Code, str]
) -> list[Row]:
    listed = classifier.read(workbook.rows(sources.classifier(), CLASSIFIER_COLUMNS))
    joined = joining.join(listed.settlements, [c for c in cities if c.country == "UA"])
    oblasts = {code: name for (country, code), name in shown.items() if country == "UA"}
    made = ukraine.rows(listed, joined, oblasts)
    ukraine.rename(made)
    for row in made:
        row.is_capital = row.code == KYIV
    return made


KYIV = "geonames:703448"


def _elsewhere(
    sources: Sources,
    listed: Sequence[City],
    all_cities: Sequence[City],
    shown: dict[states.Code, str],
) -> list[Row]:
    """Places the classifier does not have: the world's, and parts of Ukrainian cities."""
    districts = Districts(all_cities)
    capitals = _capitals(countries.capitals(sources), listed)
    return [
        geonames.row(
            city,
            state=shown.get((city.country, city.state), ""),
            is_district=city.id not in capitals and districts.is_district(city),
            is_capital=city.id in capitals,
        )
        for city in listed
    ]


def _capitals(names: dict[str, str], listed: Sequence[City]) -> set[int]:
    """The largest place of the capital's name in each country."""
    largest: dict[str, City] = {}
    for city in listed:
        wanted = names.get(city.country)
        if wanted and wanted in {key(name) for name in (city.name, *city.aliases)}:
            known = largest.get(city.country)
            if known is None or known.population < city.population:
                largest[city.country] = city
    return {city.id for city in largest.values()}


def summary(rows: Sequence[Row]) -> str:
    """How many places of each kind, and how well Ukraine's settlements are known."""
    kinds = Counter(row.kind.value for row in rows)
    precision = Counter(
        _SURENESS.get(row.precision_m, "exact")
        for row in rows
        if row.country == "UA" and row.hromada + row.raion and row.kind.value in _SETTLED
    )
    return f"{len(rows)} places: {dict(sorted(kinds.items()))}; settlements {dict(precision)}"


_SETTLED = frozenset({"city", "settlement", "village"})
_SURENESS: dict[float, str] = {ukraine.HROMADA_M: "by hromada", ukraine.RAION_M: "by raion"}
