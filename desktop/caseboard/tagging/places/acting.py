"""Whether a name acts here as a government does, or only tells where something is (English)."""

from caseboard.tagging.places import tables
from caseboard.tagging.places.matching import Match
from caseboard.tagging.places.text import Reading


def acts(reading: Reading, match: Match) -> bool:
    """Whether the words around make the name an actor: it says, owns troops, is accused."""
    return (
        _owns(reading, match)
        or _says(reading, match)
        or _is_spoken_to(reading, match)
        or _is_party(reading, match)
    )


def is_where(reading: Reading, first: int) -> bool:
    """Whether a preposition makes the name tell where something is: `outside the Kremlin`."""
    before = first - 2 if reading.lower(first - 1) == "the" else first - 1
    return reading.lower(before) in tables.words("place_preposition") | {"at"}


def _owns(reading: Reading, match: Match) -> bool:
    if not reading.tokens[match.last].is_possessive:
        return False
    return any(
        reading.lower(match.last + step) in tables.words("owned")
        and all(reading.gap_after(match.last + k) in {" ", "'s "} for k in range(1, step))
        for step in (1, 2)
    )


def _says(reading: Reading, match: Match) -> bool:
    last = _end_of_pair(reading, match.last)
    following = reading.lower(last + 1)
    if reading.gap_after(last) != " " or following not in tables.words("say"):
        return False
    return not _hangs_on_preposition(reading, match.first)


def _end_of_pair(reading: Reading, last: int) -> int:
    """`Washington and Brussels agreed`: the verb belongs to both."""
    is_pair = reading.lower(last + 1) == "and" and last + 2 < len(reading.tokens)
    if is_pair and reading.tokens[last + 2].is_capital and reading.gap_after(last + 1) == " ":
        return last + 2
    return last


def _hangs_on_preposition(reading: Reading, first: int) -> bool:
    before = first - 1
    if before > 0 and reading.lower(before) == "and":
        before -= 2
    elif before >= 0 and reading.lower(before) == "the":
        before -= 1
    lower = reading.lower(before)
    is_place = lower in tables.words("place_preposition") | tables.words("of_preposition")
    return before >= 0 and is_place and reading.gap_after(before) == " "


def _is_spoken_to(reading: Reading, match: Match) -> bool:
    before = match.first - 1
    return (
        before >= 0
        and reading.lower(before) in tables.words("accused")
        and reading.gap_after(before) == " "
        and not reading.tokens[match.last].is_possessive
    )


def _is_party(reading: Reading, match: Match) -> bool:
    """`talks with Kyiv`, `tensions between Washington and Tehran`."""
    first = match.first
    if reading.lower(first - 1) == "and":
        first -= 2
    linked = reading.lower(first - 1) in {"with", "between"}
    return linked and reading.lower(first - 2) in tables.words("talks")
