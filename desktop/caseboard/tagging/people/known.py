"""Finds the people whom the case knows already."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caseboard.tagging.context import KnownPerson
from caseboard.tagging.people.later import stands_alone
from caseboard.tagging.people.tables import common_latin, fold
from caseboard.tagging.people.token import Token

_WORD = re.compile(r"[^\W_]+(?:['’ʼ\-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class _Name:
    keys: tuple[str, ...]
    person: KnownPerson
    is_surname: bool


@dataclass(frozen=True, slots=True)
class Known:
    """A known person at tokens from `first` to before `last`."""

    first: int
    last: int
    person: KnownPerson
    is_surname: bool = False
    """Whether it is only the last word of the name."""


def mentions(tokens: Sequence[Token], people: Sequence[KnownPerson]) -> Iterator[Known]:
    """Every mention by one of the names the library has, longest first."""
    names = _names(people)
    index = 0
    while index < len(tokens):
        found = _at(tokens, index, names.get(tokens[index].key, ()))
        if found:
            yield found
        index = found.last if found else index + 1


def _names(people: Sequence[KnownPerson]) -> dict[str, list[_Name]]:
    names: dict[str, list[_Name]] = {}
    for person in people:
        for name in (person.name, *person.aliases):
            keys = tuple(fold(word) for word in _WORD.findall(name))
            if keys:
                names.setdefault(keys[0], []).append(_Name(keys, person, is_surname=False))
            if len(keys) > 1 and len(keys[-1]) > 3 and keys[-1] not in common_latin():
                names.setdefault(keys[-1], []).append(_Name(keys[-1:], person, is_surname=True))
    for listed in names.values():
        listed.sort(key=lambda each: (-len(each.keys), each.is_surname))
    return names


def _at(tokens: Sequence[Token], index: int, names: Sequence[_Name]) -> Known | None:
    if not tokens[index].is_capital:
        return None
    for name in names:
        last = index + len(name.keys)
        if tuple(token.key for token in tokens[index:last]) != name.keys:
            continue
        if name.is_surname and not stands_alone(tokens, index):
            continue
        return Known(index, last, name.person, name.is_surname)
    return None
