"""From a text to the places it names."""

from caseboard.tagging.context import Context
from caseboard.tagging.document import Document
from caseboard.tagging.found import Found
from caseboard.tagging.suggestions import GovernmentSuggestion, LocationSuggestion


def find(
    document: Document, context: Context, found: Found
) -> tuple[list[LocationSuggestion], list[GovernmentSuggestion]]:
    """Every mention of a place, and of a place that stands for a government, in reading order."""
    return [], []
