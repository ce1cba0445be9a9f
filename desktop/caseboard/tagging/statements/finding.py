"""From a text to the statements in it."""

from caseboard.tagging.context import Context
from caseboard.tagging.document import Document
from caseboard.tagging.found import Found
from caseboard.tagging.suggestions import StatementSuggestion


def find(document: Document, context: Context, found: Found) -> list[StatementSuggestion]:
    """Every statement with its claimant, in reading order."""
    return []
