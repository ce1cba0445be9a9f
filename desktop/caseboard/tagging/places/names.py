"""What the gazetteer has of a name, asked for once."""

import re
from dataclasses import replace
from functools import lru_cache

from caseboard.tagging.gazetteer.entry import Entry
from caseboard.tagging.gazetteer.gazetteer import shipped
from caseboard.tagging.gazetteer.naming import key

_MOST = 300
"""Of more places of one name, the largest are enough."""
_SOFT = re.compile("[aeiouyjаеиоуыэюяіїєйьъ\\W\\d]+")
_ALIKE = str.maketrans({"g": "h", "w": "v", "c": "k", "q": "k", "г": "ґ"})
_LEAST_ALIKE = 3


@lru_cache(maxsize=20_000)
def entries(name: str) -> tuple[Entry, ...]:
    """The places of this name, the largest first.

    `Gomel` counts as the main name of Homyel, of which it is only another spelling; `Africa`
    does not as that of Mahdia, and abbreviations are left out.
    """
    found = [entry for entry in shipped().lookup(name) if not entry.is_short]
    return tuple(_counted(entry, name) for entry in found[:_MOST])


def _counted(entry: Entry, name: str) -> Entry:
    is_main = entry.is_main or entry.name == f"{name} City" or _is_spelling(name, entry.name)
    return entry if is_main == entry.is_main else replace(entry, is_main=is_main)


def _is_spelling(name: str, of: str) -> bool:
    """Whether two names begin with the same consonants and have as many words."""
    mine, theirs = key(name), key(of)
    if mine.count(" ") != theirs.count(" "):
        return False
    mine, theirs = _skeleton(mine), _skeleton(theirs)
    least = min(_LEAST_ALIKE, len(mine), len(theirs))
    return least > 1 and mine[:least] == theirs[:least]


def _skeleton(folded: str) -> str:
    return _SOFT.sub("", folded).translate(_ALIKE)
