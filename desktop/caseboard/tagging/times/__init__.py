"""Finds dates and times, and says when that was."""

from caseboard.tagging.document import Document
from caseboard.tagging.suggestions import TimeSuggestion
from caseboard.tagging.times.finding import found_in


def find(document: Document) -> list[TimeSuggestion]:
    """Every mention, in reading order."""
    return found_in(document)
