"""Finds numbers of things, distances and areas: English, Ukrainian and Russian."""

from caseboard.tagging.quantities.finding import found_in
from caseboard.tagging.quantities.found import Found

__all__ = ["Found", "find"]


def find(text: str, language: str | None = None) -> list[Found]:
    """Every quantity of `text`, in reading order, in time that grows as the text does.

    Dates, times of day, years, names of units and of weapons, percentages and money are none.
    `language` is ISO 639-1 where it is known: it decides what `1.200` is.
    """
    return found_in(text, language)
