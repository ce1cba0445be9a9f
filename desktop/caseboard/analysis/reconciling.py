"""How two accounts that clash could both hold: short sentences for an analyst to take and edit.

They are read from what the two differ on and from the words of either; nothing is decided here.
"""

import re
from collections.abc import Collection, Iterator
from typing import NamedTuple

from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.terms import DiffersOn

MOST = 4
"""More ways than these are not offered at once."""

_COLUMNS = re.compile(r"\b(?:columns?|convoys?|колон\w*)\b", re.IGNORECASE)
_GROUPS = re.compile(
    r"\b(?:(?:assault|sabotage|reconnaissance|infiltration) (?:groups?|parties|units?|teams?)"
    r"|(?:штурмов|диверсійн|диверсион|розвід|развед)\w*[ -](?:груп|групп|загон|отряд)\w*|дрг)\b",
    re.IGNORECASE,
)
_VEHICLES = re.compile(
    r"\b(?:vehicles?|armou?r(?:ed)?|tanks?|ifvs?|apcs?|equipment|guns?|howitzers?"
    r"|техні\w+|техник\w+|танк\w*|бронетехн\w*|ббм|бмп|бтр)\b",
    re.IGNORECASE,
)
_PEOPLE = re.compile(
    r"\b(?:soldiers?|troops|men|personnel|killed|dead|wounded|casualt\w+|people"
    r"|солдат\w*|військов\w*|военн\w*|особов\w+|убит\w*|вбит\w*|загиб\w*|погиб\w*|поранен\w*"
    r"|ранен\w*)\b",
    re.IGNORECASE,
)
_SHOT_DOWN = re.compile(
    r"\b(?:shot down|downed|intercepted|збит\w*|перехоплен\w*|сбит\w*|перехвач\w*)\b", re.IGNORECASE
)
_DAY = re.compile(r"\d{4}-\d{2}-\d{2}")


class Account(NamedTuple):
    """What one side of a dispute says."""

    statement: str
    words: tuple[str, ...] = ()
    """The very words of its reports."""
    happened: str = ""
    """When it would have happened: EDTF (ISO 8601-2)."""
    said: str = ""
    """When it was said: EDTF (ISO 8601-2)."""
    places: tuple[str, ...] = ()
    """Names of the locations it is about."""

    @property
    def text(self) -> str:
        """All there is to read of it."""
        return "\n".join((self.statement, *self.words))


def ways(differs_on: Collection[DiffersOn], one: Account, other: Account) -> list[str]:
    """Sentences, the most telling first, each once and at most `MOST`; none where none fits."""
    found = dict.fromkeys(_ways(differs_on, one, other))
    return list(found)[:MOST]


def _ways(differs_on: Collection[DiffersOn], one: Account, other: Account) -> Iterator[str]:
    if DiffersOn.ENTRY in differs_on:
        yield _driven_out(f"{one.text}\n{other.text}")
    elif DiffersOn.OUTCOME in differs_on:
        yield from _outcome(one, other)
    if DiffersOn.LOSSES in differs_on:
        yield from _losses(one, other)
    if DiffersOn.PLACE in differs_on:
        yield _parts(one, other)
    yield from _times(differs_on, one, other)
    if DiffersOn.ENTRY in differs_on:
        yield _("Both can hold if only the outskirts were reached, and just one counts that.")


def _driven_out(text: str) -> str:
    """Who entered is named as the accounts name it."""
    if _COLUMNS.search(text):
        return _("Both can hold if columns entered and were driven out.")
    if _GROUPS.search(text):
        return _("Both can hold if small groups entered and were driven out.")
    if _VEHICLES.search(text):
        return _("Both can hold if vehicles entered and were driven out.")
    return _("Both can hold if some forces entered and were driven out.")


def _outcome(one: Account, other: Account) -> Iterator[str]:
    if _SHOT_DOWN.search(one.text) or _SHOT_DOWN.search(other.text):
        yield _("Both can hold if some were shot down and others got through.")
    yield _("Both can hold if one tells how it began and the other how it ended.")


def _losses(one: Account, other: Account) -> Iterator[str]:
    things = [bool(_VEHICLES.search(side.text)) for side in (one, other)]
    people = [bool(_PEOPLE.search(side.text)) for side in (one, other)]
    if things != people and any(things) and any(people):
        yield _("Both can hold if one counts vehicles and the other people.")
    yield _("Both can hold if one counts all losses and the other only those seen in pictures.")


def _parts(one: Account, other: Account) -> str:
    shared = [place for place in one.places if place in other.places]
    if shared:
        return _("Both can hold if they mean different parts of {place}.").format(place=shared[0])
    return _("Both can hold if they mean different parts of one place.")


def _times(differs_on: Collection[DiffersOn], one: Account, other: Account) -> Iterator[str]:
    if days := _days(one.happened, other.happened):
        yield _("Both can hold if one speaks of {one} and the other of {other}.").format(
            one=moments.show(days[0]), other=moments.show(days[1])
        )
    elif DiffersOn.TIME in differs_on:
        yield _("Both can hold if they speak of different hours of the day.")
    if days := _days(one.said, other.said):
        yield _("Both can hold if what was said on {one} was over by {other}.").format(
            one=moments.show(days[0]), other=moments.show(days[1])
        )


def _days(one: str, other: str) -> tuple[str, str] | None:
    """Two single days that differ, the earlier first."""
    if "/" in one or "/" in other:
        return None
    days = [match.group() for match in map(_DAY.search, (one, other)) if match]
    return (min(days), max(days)) if len(set(days)) == 2 else None
