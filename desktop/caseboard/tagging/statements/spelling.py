"""Names of one word that are misspelt by one letter: `Ukrinfrom`."""

from collections.abc import Iterable
from typing import Generic, TypeVar

from caseboard.tagging.statements.keys import Token

_T = TypeVar("_T")
_LONGEST = 20
_HALF = 3
"""One wrong letter leaves the first three or the last three as they are."""
_SHORTEST = 7
"""Shorter names are too near to other words."""
_WORDS = frozenset(
    word
    for line in (
        "amnesty schemes freedom insider memorial copernicus sputnik guardian telegraph economist",
        "independent spiegel anadolu bloomberg politico newsweek суспильн извест ведомост зеркал",
        "верстк громадськ громадск общественн мемориал меморіал мілітарн милитарн фонтанк",
        "коммерсант",
    )
    for word in line.split()
)
"""Names that are words or surnames themselves, or all but."""


class Spellings(Generic[_T]):
    """Long names of one word, found with one letter too many, too few, wrong, or swapped."""

    def __init__(self, names: Iterable[tuple[str, _T]]) -> None:
        self._right = {key: of for key, of in names if len(key) >= _SHORTEST and key not in _WORDS}
        self._halves = {key[:_HALF] for key in self._right} | {key[-_HALF:] for key in self._right}
        self._near: dict[str, set[str]] = {}
        for key in self._right:
            for shorter in _shortened(key):
                self._near.setdefault(shorter, set()).add(key)

    def meant(self, token: Token) -> _T | None:
        """What a word with a capital means, where it is a name but for one letter."""
        if len(token.text) < _SHORTEST or not token.text[0].isupper():
            return None
        return self._meant(token.key) or self._meant(token.text.casefold())

    def _meant(self, key: str) -> _T | None:
        if not _SHORTEST - 1 <= len(key) <= _LONGEST:
            return None
        if key[:_HALF] not in self._halves and key[-_HALF:] not in self._halves:
            return None
        for shorter in _shortened(key):
            for right in self._near.get(shorter, ()):
                if right[0] == key[0] and _differ_by_one(key, right):
                    return self._right[right]
        return None


def _shortened(word: str) -> list[str]:
    return [word, *(word[:at] + word[at + 1 :] for at in range(len(word)))]


def _differ_by_one(a: str, b: str) -> bool:
    """Whether one letter is left out, added, changed, or swapped with the next."""
    if abs(len(a) - len(b)) > 1 or a == b:
        return False
    at = next(
        (i for i, (x, y) in enumerate(zip(a, b, strict=False)) if x != y), min(len(a), len(b))
    )
    rest_a, rest_b = a[at:], b[at:]
    if len(a) == len(b):
        swapped = rest_a[:2] == rest_b[1::-1] and rest_a[2:] == rest_b[2:]
        return rest_a[1:] == rest_b[1:] or swapped
    return rest_a[1:] == rest_b if len(a) > len(b) else rest_a == rest_b[1:]
