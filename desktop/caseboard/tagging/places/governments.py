"""Names of places that stand for who governs there: `Moscow's forces`, `Kyiv said`."""

import csv
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache

from caseboard.paths import resources
from caseboard.tagging.gazetteer.naming import key


@dataclass(frozen=True, slots=True)
class Government:
    """A state, and the place whose name it goes by."""

    country: str
    """ISO 3166-1 alpha-2, or `EU`."""
    state: str
    """In English: `Russia`."""
    place: str
    """Where it sits, where the name is a building's: `Moscow` for the Kremlin; else empty."""


@cache
def seats() -> Mapping[str, Government]:
    """Governments by the key of each name of their seats, in English, Ukrainian and Russian."""
    found: dict[str, Government] = {}
    for row in _rows():
        for column in ("names", "uk", "ru"):
            for at, name in enumerate(row[column].split("|")):
                # The first name is the capital itself, the others are seats within it.
                place = row["place"] if at else ""
                found[key(name)] = Government(row["country"], row["state"], place)
    found.pop("", None)
    return found


def is_building(name: str) -> bool:
    """Whether it is the name of a seat within a capital: the Kremlin, the Pentagon."""
    seat = seats().get(key(name))
    return seat is not None and bool(seat.place)


@cache
def states() -> Mapping[str, str]:
    """The English names of states by their ISO codes."""
    return {row["country"]: row["state"] for row in _rows()}


@cache
def _rows() -> Sequence[dict[str, str]]:
    path = resources() / "tagging" / "governments.csv"
    lines = path.read_text(encoding="utf-8").splitlines()
    return list(csv.DictReader(line for line in lines if not line.startswith("#")))
