"""Lists of words that tell a unit from what only looks like one, from `units_words.csv`."""

import csv
from functools import cache

from caseboard.paths import resources
from caseboard.tagging.units.tokens import norms


@cache
def listed(name: str) -> frozenset[str]:
    """The words of one list, as tokens have them: those in the table may lack their endings."""
    return _lists()[name]


@cache
def _lists() -> dict[str, frozenset[str]]:
    with (resources() / "tagging" / "units_words.csv").open(encoding="utf-8", newline="") as file:
        return {
            row["list"]: frozenset(
                norm for word in row["words"].split() for norm in (word, *norms(word))
            )
            for row in csv.DictReader(file)
        }
