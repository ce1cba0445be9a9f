"""Finds the people whom the case knows already."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from caseboard.tagging.context import KnownPerson
from caseboard.tagging.people.tables import fold
from caseboard.tagging.people.token import Token

_WORD = re.compile(r"[^\W_]+(?:['’ʼ\-][^\W_]+)*")


@dataclass(frozen=True, slots=True)
class Known:
    """A known person at tokens from `first` to before `last`."""

    first: int
    last: int
    person: KnownPerson


def mentions(tokens: Sequence[Token], people: Sequence[KnownPerson]) -> Iterator[Known]:
    """Every mention by one of the names the library has, longest first."""
    names: dict[str, list[tuple[tuple[str, ...], KnownPerson]]] = {}
    for person in people:
        for name in (person.name, *person.aliases):
            keys = tuple(fold(word) for word in _WORD.findall(name))
            if keys:
                names.setdefault(keys[0], []).append((keys, person))
    for listed in names.values():
        listed.sort(key=lambda each: len(each[0]), reverse=True)
    index = 0
    while index < len(tokens):
        found = _at(tokens, index, names.get(tokens[index].key, ()))
        if found:
            yield found
        index = found.last if found else index + 1


def _at(
    tokens: Sequence[Token],
    index: int,
    names: Sequence[tuple[tuple[str, ...], KnownPerson]],
) -> Known | None:
    if not tokens[index].is_capital:
        return None
    for keys, person in names:
        if tuple(token.key for token in tokens[index : index + len(keys)]) == keys:
            return Known(index, index + len(keys), person)
    return None
