"""People so often in the news that their surname stands alone: `Putin`, `Зеленського`."""

import csv
from collections.abc import Iterator
from functools import cache

from caseboard.i18n import _
from caseboard.paths import resources
from caseboard.tagging.people.mention import Mention
from caseboard.tagging.people.tables import fold

_TABLE = resources() / "tagging" / "public_figures.csv"
_SCORE = 0.8


def figures(language: str, surnames: frozenset[str]) -> list[Mention]:
    """Those whose surname is none of `surnames`, which the text itself names in full."""
    reason = _("a public figure of that surname")
    return [
        Mention(0, 0, name, fold(name.split()[-1]), "", _SCORE, reason, gender)
        for name, gender in _names("ru" if language == "ru" else "uk")
        if fold(name.split()[-1]) not in surnames
    ]


@cache
def _names(language: str) -> tuple[tuple[str, str], ...]:
    return tuple(_rows(language))


def _rows(language: str) -> Iterator[tuple[str, str]]:
    with _TABLE.open(encoding="utf-8", newline="") as file:
        lines = (line for line in file if not line.startswith("#"))
        for row in csv.DictReader(lines):
            yield from ((name, "") for name in row["latin"].split("|"))
            yield row[language], row["gender"]
