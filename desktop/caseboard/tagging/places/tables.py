"""The tables of words and names that tell what a capitalised word is, read once."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache

from caseboard.paths import resources
from caseboard.tagging.gazetteer.entry import EntryKind

AREAS = frozenset(
    {
        EntryKind.STATE,
        EntryKind.REGION,
        EntryKind.COUNTRY,
        EntryKind.RAION,
        EntryKind.COUNTY,
        EntryKind.HROMADA,
        EntryKind.CONTINENT,
    }
)
TOWNS = frozenset(
    {
        EntryKind.CITY,
        EntryKind.SETTLEMENT,
        EntryKind.VILLAGE,
        EntryKind.DISTRICT,
        EntryKind.PLACE,
    }
)
KINDS: Mapping[str, frozenset[EntryKind]] = {
    "city": TOWNS,
    "area": AREAS | {EntryKind.DISTRICT},
    "state": frozenset({EntryKind.STATE, EntryKind.REGION}),
    "county": frozenset({EntryKind.COUNTY}),
    "river": frozenset({EntryKind.RIVER}),
    "water": frozenset({EntryKind.WATER}),
}
"""What the kinds of the tables stand for."""


@dataclass(frozen=True, slots=True)
class Abbreviation:
    """A short form: `La.` is Louisiana."""

    short: str
    name: str
    kind: str
    """`state`, `country`, `city`, or `postal`: two capitals that mean it only after a town."""


@cache
def given_names() -> frozenset[str]:
    """Given names in lower case."""
    listed = _lines("given_names_us.txt")
    return frozenset(listed) | {
        form.casefold()
        for row in _rows("given_names.csv")
        for form in row["latin"].split("|")
        if form
    }


@cache
def surnames() -> frozenset[str]:
    """Surnames in lower case."""
    return frozenset(_lines("surnames_us.txt"))


@cache
def common_words() -> frozenset[str]:
    """English words in lower case."""
    return frozenset(_lines("common_words_en.txt"))


@cache
def words(name: str) -> frozenset[str]:
    """The words of one class of `place_words_en.csv`, in lower case."""
    return _classes()[name]


@cache
def kind_words(name: str) -> Mapping[str, frozenset[EntryKind]]:
    """Words that say a kind, before (`kind_before`) or after a name (`kind_after`)."""
    pairs = (word.split(":") for word in _classes()[name])
    return {word: KINDS[kind] for word, kind in pairs}


@cache
def abbreviations() -> Mapping[str, Abbreviation]:
    """By the short form, as it is written."""
    return {
        row["short"]: Abbreviation(row["short"], row["name"], row["kind"])
        for row in _rows("place_abbreviations.csv")
    }


@cache
def demonyms() -> Mapping[str, str]:
    """The country of each adjective and people, by the word in lower case."""
    return {
        word.lower(): row["country"]
        for row in _rows("demonyms.csv")
        for word in row["words"].split()
    }


@cache
def _classes() -> Mapping[str, frozenset[str]]:
    return {row["class"]: frozenset(row["words"].split()) for row in _rows("place_words_en.csv")}


def _rows(name: str) -> Iterator[dict[str, str]]:
    return csv.DictReader(_lines(name))


def _lines(name: str) -> list[str]:
    lines = (resources() / "tagging" / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]
