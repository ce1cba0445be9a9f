"""Finds dates and times, and says when that was."""

from caseboard.tagging.document import Document
from caseboard.tagging.suggestions import TimeSuggestion


def find(document: Document) -> list[TimeSuggestion]:
    """Every mention, in reading order."""
    return []
