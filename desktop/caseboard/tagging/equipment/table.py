"""The types of weapons and vehicles we know, read once."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from caseboard.paths import resources
from caseboard.tagging.equipment import designation
from caseboard.tagging.people import declension

_TABLES = resources() / "tagging"
_WORD = re.compile(r"[^\W_]+(?:['’ʼ\-‐‑][^\W_]+)*")
_CYRILLIC = re.compile(r"[а-яіїєґё]+", re.IGNORECASE)
_HYPHENED = re.compile(r"([а-яіїєґё]{4,})(-(?:[а-яіїєґё]{1,2}|\d{1,3}))", re.IGNORECASE)
_PLURALS = ("и", "ы", "ів", "ов", "ам", "ами", "ах")


@dataclass(frozen=True, slots=True)
class Alias:
    """One name of a type: its words folded."""

    keys: tuple[str, ...]
    name: str
    category: str
    is_weak: tuple[bool, bool]
    """Whether it is another word too, and counts only among words of the trade: in Latin, and
    in Cyrillic letters."""
    is_exact: bool
    """Whether it counts only in capitals: `KAB`, `TOW`."""


@cache
def by_first() -> dict[str, tuple[Alias, ...]]:
    """Names by their first word, folded; those of more words first."""
    found: dict[str, dict[tuple[str, ...], Alias]] = {}
    for alias in _aliases():
        found.setdefault(alias.keys[0], {}).setdefault(alias.keys, alias)
    return {
        first: tuple(sorted(some.values(), key=lambda each: -len(each.keys)))
        for first, some in found.items()
    }


@cache
def lower_firsts() -> frozenset[str]:
    """The first words of names that are written in lower case."""
    found: set[str] = set()
    for _name, _category, aliases in _rows():
        found.update(alias.split()[0] for alias in aliases if alias[0].islower())
    return frozenset(found)


@cache
def trade() -> tuple[str, ...]:
    """How words of the trade begin."""
    return _words()["trade"]


@cache
def roads() -> frozenset[str]:
    """Words after which a designation is that of a road or a chapter."""
    return frozenset(_words()["road"])


def _aliases() -> Iterator[Alias]:
    for name, category, aliases in _rows():
        marked = [alias[1:] for alias in aliases if alias.startswith("~")]
        latin = {keys for alias in marked if not _CYRILLIC.search(alias) for keys in _forms(alias)}
        other = {keys for alias in marked if _CYRILLIC.search(alias) for keys in _forms(alias)}
        for alias in (name, *aliases):
            plain = alias.removeprefix("~")
            is_exact = plain.isupper() and plain.isalpha() and len(plain) <= 5
            for keys in _forms(plain):
                yield Alias(keys, name, category, (keys in latin, keys in other), is_exact)


def _forms(alias: str) -> Iterator[tuple[str, ...]]:
    words = _WORD.findall(alias)
    keys = tuple(map(designation.key, words))
    yield keys
    last = words[-1]
    if len(words) == 1 and (parts := _HYPHENED.fullmatch(last)):
        for form in _declined(parts[1].casefold()):
            yield (designation.key(form + parts[2]),)
    if len(words) == 1 and _CYRILLIC.fullmatch(last) and len(last) > 3 and not last.isupper():
        for form in _declined(last.casefold()):
            yield (designation.key(form),)


def _declined(word: str) -> Iterator[str]:
    yield from declension.forms(word)
    stem = word.removesuffix("а").removesuffix("ь")
    yield from (stem + ending for ending in _PLURALS)


@cache
def _rows() -> tuple[tuple[str, str, tuple[str, ...]], ...]:
    found = []
    for line in (_TABLES / "equipment.csv").read_text("utf-8").splitlines():
        if not line.startswith(("#", "name,")):
            name, category, aliases = line.split(",", 2)
            found.append((name, category, tuple(filter(None, aliases.split("|")))))
    return tuple(found)


@cache
def _words() -> dict[str, tuple[str, ...]]:
    lines = (_TABLES / "equipment_words.csv").read_text("utf-8").splitlines()
    pairs = (line.split(",", 1) for line in lines if not line.startswith("#"))
    return {kind: tuple(listed.split()) for kind, listed in pairs}
