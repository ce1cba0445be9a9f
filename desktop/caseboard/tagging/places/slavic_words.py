"""The words that tell what the Ukrainian or Russian name beside them is."""

import csv
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from caseboard.paths import resources
from caseboard.tagging.gazetteer.entry import EntryKind
from caseboard.tagging.morphology import Language

KINDS: Mapping[str, frozenset[EntryKind]] = {
    "": frozenset(),
    "settlement": frozenset(
        (
            EntryKind.CITY,
            EntryKind.SETTLEMENT,
            EntryKind.VILLAGE,
            EntryKind.DISTRICT,
            EntryKind.PLACE,
        )
    ),
    "river": frozenset((EntryKind.RIVER,)),
    "water": frozenset((EntryKind.WATER,)),
    "region": frozenset((EntryKind.REGION, EntryKind.STATE, EntryKind.COUNTRY, EntryKind.COUNTY)),
    "raion": frozenset((EntryKind.RAION, EntryKind.HROMADA, EntryKind.DISTRICT)),
    "state": frozenset((EntryKind.STATE,)),
}
AND = frozenset(("та", "і", "й", "и"))
Words = Mapping[str, frozenset[EntryKind]]


@cache
def powers(language: str) -> Mapping[str, str]:
    """Names that stand for a government and are no place of the map: `Кремль` is RU."""
    return {
        word.replace("_", " "): row["kinds"]
        for row in _table()
        if row["role"] == "power" and row["language"] == language
        for word in row["words"].split()
    }


@cache
def power_tails(language: str) -> frozenset[str]:
    """The last words of such names of several: `дім`."""
    return frozenset(name.rpartition(" ")[2] for name in powers(language) if " " in name)


@cache
def words(role: str, language: Language) -> Words:
    """The words of a role, with the kinds of place they go with."""
    return dict(_rows(role, language))


@cache
def given_names() -> frozenset[str]:
    """Given names in Ukrainian and Russian, in lower case."""
    table = resources() / "tagging" / "given_names.csv"
    lines = table.read_text(encoding="utf-8").splitlines()
    rows = csv.DictReader(line for line in lines if not line.startswith("#"))
    return frozenset(
        name.casefold() for row in rows for each in ("uk", "ru") for name in row[each].split("|")
    ) - {""}


def _rows(role: str, language: str) -> Iterator[tuple[str, frozenset[EntryKind]]]:
    for row in _table():
        if row["role"] == role and row["language"] == language:
            for word in row["words"].split():
                yield word, KINDS[row["kinds"]]


@cache
def _table() -> Sequence[Mapping[str, str]]:
    table = resources() / "tagging" / "slavic_words.csv"
    with table.open(encoding="utf-8", newline="") as lines:
        return list(csv.DictReader(line for line in lines if not line.startswith("#")))
