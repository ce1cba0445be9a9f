"""Reading JSON of strangers: bounded in size and depth, every value looked at before its use."""

import json
import math
import re
from collections.abc import Iterator, Mapping
from enum import StrEnum
from typing import Any, TypeVar

from caseboard.errors import CaseError
from caseboard.i18n import _

BYTES = 64 * 1024 * 1024
"""The largest file that is read."""
DEPTH = 32
"""How deep lists and objects may lie in each other."""
LETTERS = 1_000_000
"""Characters of one text."""
ENTRIES = 200_000
"""Members of one list."""

_TOKENS = re.compile(r'"(?:[^"\\]|\\.)*+"?|[\[{]|[\]}]', re.DOTALL)

E = TypeVar("E", bound=StrEnum)


class Unreadable(CaseError):
    """The file is not what it should be; nothing was taken from it."""

    def __init__(self, reason: str) -> None:
        super().__init__(
            _("This file cannot be read: {reason}").format(reason=reason),
            _("Nothing was taken from it. Ask whoever made it to export it again."),
        )


def parse(data: bytes) -> "Entry":
    """The object that `data` holds; raises `Unreadable`. Nothing is fetched, whatever it names."""
    if len(data) > BYTES:
        raise Unreadable(_("it is larger than 64 MB."))
    try:
        text = data.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Unreadable(_("it is not UTF-8.")) from error
    if _depth(text) > DEPTH:
        raise Unreadable(_("its parts lie too deep in each other."))
    try:
        value = json.loads(text, parse_constant=_no_number, object_pairs_hook=_object)
        json.dumps(value, ensure_ascii=False).encode()  # a lone surrogate is no character
    except ValueError as error:
        raise Unreadable(_("it is not JSON.")) from error
    return Entry(value, "")


def _depth(text: str) -> int:
    deepest = depth = 0
    for token in _TOKENS.finditer(text):
        if token[0] in "[{":
            depth += 1
            deepest = max(deepest, depth)
        elif token[0] in "]}":
            depth -= 1
    return deepest


def _no_number(name: str) -> None:
    msg = f"{name} is no number in JSON"
    raise ValueError(msg)


def _object(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found = dict(pairs)
    if len(found) != len(pairs):
        msg = "a name stands twice in one object"
        raise ValueError(msg)
    return found


class Entry:
    """One object of the file; `where` says which, for whoever has to mend it."""

    def __init__(self, value: Any, where: str) -> None:
        if not isinstance(value, Mapping):
            raise Unreadable(_("{where} is no object.").format(where=where or _("the whole")))
        self._held = value
        self._where = where

    def is_part_of(self, name: str, whole: Mapping[str, Any]) -> bool:
        """Whether that member is an object, and nothing in it differs from `whole`."""
        value = self._held.get(name)
        return isinstance(value, dict) and all(
            each in whole and whole[each] == held for each, held in value.items()
        )

    def text(self, name: str, otherwise: str = "") -> str:
        """A text; `otherwise` where there is none."""
        value = self._held.get(name, otherwise)
        if not isinstance(value, str) or len(value) > LETTERS:
            raise self._wrong(name)
        return value

    def needed(self, name: str) -> str:
        """A text that must be there and not be empty."""
        found = self.text(name)
        if not found:
            raise self._wrong(name)
        return found

    def number(self, name: str) -> float | None:
        """A finite number, or None."""
        value = self._held.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            raise self._wrong(name)
        if not math.isfinite(value) or abs(value) > 1e300:
            raise self._wrong(name)
        return value

    def count(self, name: str) -> int | None:
        """A whole number that is not negative, or None."""
        value = self.number(name)
        if value is None:
            return None
        if not isinstance(value, int) or not 0 <= value < 2**53:
            raise self._wrong(name)
        return value

    def is_so(self, name: str) -> bool:
        """True or false; false where nothing is said."""
        value = self._held.get(name, False)
        if not isinstance(value, bool):
            raise self._wrong(name)
        return value

    def one_of(self, name: str, members: type[E]) -> E | None:
        """A member of a closed vocabulary, or None."""
        value = self._held.get(name)
        if value is None:
            return None
        if not isinstance(value, str) or value not in {member.value for member in members}:
            raise self._wrong(name)
        return members(value)

    def entry(self, name: str) -> "Entry":
        """An object; an empty one where there is none."""
        return Entry(self._held.get(name, {}), self._at(name))

    def entries(self, name: str) -> Iterator["Entry"]:
        """A list of objects; one object stands for a list of one."""
        for number, value in enumerate(self._list(name), 1):
            yield Entry(value, f"{self._at(name)} {number}")

    def texts(self, name: str) -> tuple[str, ...]:
        """A list of texts."""
        found = self._list(name)
        if not all(isinstance(value, str) and len(value) <= LETTERS for value in found):
            raise self._wrong(name)
        return tuple(found)

    def _list(self, name: str) -> list[Any]:
        value = self._held.get(name, [])
        found = value if isinstance(value, list) else [value]
        if len(found) > ENTRIES:
            raise self._wrong(name)
        return found

    def _at(self, name: str) -> str:
        return f"{self._where}, {name}" if self._where else name

    def _wrong(self, name: str) -> Unreadable:
        where = self._at(name)
        return Unreadable(_("“{where}” is missing or not as it should be.").format(where=where))
