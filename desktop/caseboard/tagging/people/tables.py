"""Lists that tell names of people, read once."""

import csv
from functools import cache
from typing import NamedTuple

from caseboard.paths import resources
from caseboard.tagging.people import declension

_TABLES = resources() / "tagging"


class Given(NamedTuple):
    """One reading of a form of a given name."""

    nominative: str
    gender: str
    cases: str
    """`n`, `o` (oblique) or both."""


def fold(word: str) -> str:
    """`word` as the tables have it: lower case, one apostrophe, ё as е."""
    low = word.casefold()
    if "'" in low or "ʼ" in low or "ё" in low:
        low = low.replace("'", "’").replace("ʼ", "’").replace("ё", "е")
    return low


@cache
def words(kind: str) -> frozenset[str]:
    """A class of the table of words around names; empty for one it does not have."""
    return _words().get(kind, frozenset())


@cache
def declined(kind: str) -> dict[str, str]:
    """All forms of a class of Slavic words, to their nominatives."""
    found: dict[str, str] = {}
    for word in sorted(words(kind)):
        for form in declension.forms(word):
            found.setdefault(form, word)
    return found | {word: word for word in words(kind)}


@cache
def given_latin() -> frozenset[str]:
    """Given names in Latin letters, in lower case."""
    curated = {name for row in _rows() for name in row["latin"].casefold().split("|")}
    return frozenset(curated | _lines("given_names_us.txt"))


@cache
def given_curated() -> frozenset[str]:
    """Those in our own table alone: they are spelt as the press spells names of this war."""
    return frozenset(name for row in _rows() for name in row["latin"].casefold().split("|"))


@cache
def surnames_latin() -> frozenset[str]:
    """Frequent surnames in Latin letters, in lower case."""
    return _lines("surnames_us.txt")


@cache
def common_latin() -> frozenset[str]:
    """English words that are no names, in lower case."""
    return _lines("common_words_en.txt")


@cache
def given_cyrillic() -> dict[str, tuple[Given, ...]]:
    """Every form of the given names in Cyrillic letters, in lower case."""
    found: dict[str, dict[str, Given]] = {}
    for row in _rows():
        for language in ("uk", "ru"):
            name = row[language]
            for form, cases in declension.forms(fold(name)).items() if name else ():
                found.setdefault(form, {}).setdefault(name, Given(name, row["gender"], cases))
    return {form: tuple(readings.values()) for form, readings in found.items()}


@cache
def _rows() -> tuple[dict[str, str], ...]:
    with (_TABLES / "given_names.csv").open(encoding="utf-8", newline="") as file:
        return tuple(csv.DictReader(file))


@cache
def _words() -> dict[str, frozenset[str]]:
    found: dict[str, frozenset[str]] = {}
    for line in (_TABLES / "person_words.csv").read_text("utf-8").splitlines():
        if not line.startswith("#"):
            kind, _comma, listed = line.partition(",")
            found[kind] = frozenset(listed.split())
    return found


def _lines(name: str) -> frozenset[str]:
    text = (_TABLES / name).read_text("utf-8")
    return frozenset(line for line in text.splitlines() if line and not line.startswith("#"))
