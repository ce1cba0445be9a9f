"""Short lists of words that tell what sort of speaker or event is meant, in all languages."""

import csv
from functools import cache

from caseboard.paths import resources
from caseboard.tagging.statements.keys import key_of
from caseboard.tagging.statements.nations import LANGUAGES


@cache
def _table() -> dict[str, frozenset[str]]:
    path = resources() / "tagging" / "statement_words.csv"
    with path.open(encoding="utf-8", newline="") as rows:
        return {
            row["group"]: frozenset(word for tag in LANGUAGES for word in row[tag].split())
            for row in csv.DictReader(rows)
        }


def words(group: str) -> frozenset[str]:
    """The words of a group as they are written, in lower case."""
    return _table()[group]


@cache
def keys(group: str) -> frozenset[str]:
    """The words of a group as inflected words are compared."""
    return frozenset(map(key_of, _table()[group]))
