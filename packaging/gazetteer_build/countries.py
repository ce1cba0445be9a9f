"""Countries and continents, with the names that papers have for them."""

import json
from collections.abc import Mapping

from caseboard.tagging.gazetteer.entry import EntryKind
from caseboard.tagging.gazetteer.naming import key
from gazetteer_build.geometry import Shape
from gazetteer_build.rows import Row, Weight
from gazetteer_build.sources import Sources
from gazetteer_build.tables import listed, table
from gazetteer_build.translations import Names

CONTINENT_M = 2_500_000
SMALLEST_M = 5_000
LANGUAGES = ("en", "uk", "ru", "pl")
GONE = frozenset({"AN", "CS"})
"""The Netherlands Antilles, and Serbia and Montenegro: GeoNames keeps what was."""
ELSEWHERE: Mapping[str, tuple[float, float]] = {"GI": (36.14, -5.35), "TV": (-8.0, 178.0)}


def countries(
    sources: Sources, shapes: Mapping[str, Shape], names: Mapping[str, Names]
) -> list[Row]:
    """Every country and territory that has an ISO code."""
    written = {row["country"]: row for row in table("countries")}
    made = []
    for iso, country in sorted(json.loads(sources.cities("countries.json")).items()):
        if iso in GONE:
            continue
        shape, known = shapes.get(iso), names.get(iso)
        extra = written.get(iso, {})
        usual = listed(extra.get("also", ""))
        name = usual[0] if usual else country["name"]
        row = Row(
            f"country:{iso}",
            name,
            EntryKind.COUNTRY,
            *_point(iso, shape, extra),
            _reach(shape, country["areakm2"]),
            iso,
            population=country["population"],
        )
        row.add(Weight.MAIN, name, *usual)
        row.add(Weight.ALIAS, country["name"], country["iso3"])
        if known:
            row.add(Weight.MAIN, *known.all)
        row.shown = tuple(_shown(usual, known))
        made.append(row)
    return made


def _point(iso: str, shape: Shape | None, extra: Mapping[str, str]) -> tuple[float, float]:
    """For large countries what gazetteers agree on: a centroid may lie far from it."""
    if extra.get("lat"):
        return float(extra["lat"]), float(extra["lon"])
    if shape:
        return shape.centre
    return ELSEWHERE.get(iso, (0.0, 0.0))


def _reach(shape: Shape | None, area_km2: float) -> float:
    metres = 1000 * shape.radius_km if shape else 1000 * (float(area_km2 or 0) / 3.1416) ** 0.5
    return max(SMALLEST_M, round(metres, -3))


def _shown(usual: tuple[str, ...], known: Names | None) -> list[str]:
    """The Ukrainian and the Russian name."""
    by_language = known.others if known else {}
    found = [name for language in ("uk", "ru") for name in by_language.get(language, ())[:1]]
    return found or [name for name in usual[1:] if not name.isascii()][:2]


def capitals(sources: Sources) -> dict[str, str]:
    """The key of each country's capital, by the country."""
    found = json.loads(sources.cities("countries.json"))
    return {iso: key(country["capital"]) for iso, country in found.items() if country["capital"]}


def continents(sources: Sources) -> list[Row]:
    """The seven of GeoNames."""
    made = []
    for code, continent in sorted(json.loads(sources.cities("continents.json")).items()):
        names = {
            language: [
                other["name"]
                for other in continent["alternateNames"]
                if other.get("lang") == language
            ]
            for language in LANGUAGES
        }
        row = Row(
            f"continent:{code}",
            continent["name"],
            EntryKind.CONTINENT,
            float(continent["lat"]),
            float(continent["lng"]),
            CONTINENT_M,
            "",
            shown=(*names["uk"][:1], *names["ru"][:1]),
        )
        row.add(Weight.MAIN, row.name, *(name for found in names.values() for name in found))
        made.append(row)
    return made
