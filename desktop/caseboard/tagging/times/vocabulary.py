"""The words of dates and times, read once."""

from functools import cache

from caseboard.paths import resources

_TABLE = resources() / "tagging" / "time_words.csv"


@cache
def numbers(kind: str) -> dict[str, int]:
    """Words of a class to their value: months, weekdays, days, seasons, numbers."""
    return {word: int(value) for word, value in words(kind).items()}


def words(kind: str) -> dict[str, str]:
    """Words of a class, in lower case with one apostrophe, to their value."""
    return _table()[kind]


@cache
def _table() -> dict[str, dict[str, str]]:
    found: dict[str, dict[str, str]] = {}
    for line in _TABLE.read_text("utf-8").splitlines():
        if not line.startswith(("#", "class,")):
            kind, value, listed = line.split(",", 2)
            found.setdefault(kind, {}).update(dict.fromkeys(listed.split(), value))
    return found


def fold(word: str) -> str:
    """`word` as the tables have it."""
    return word.casefold().replace("'", "’").replace("ʼ", "’").replace("ё", "е")
