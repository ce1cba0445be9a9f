"""Finds people and their roles."""

from caseboard.tagging.context import Context
from caseboard.tagging.document import Document
from caseboard.tagging.found import Found
from caseboard.tagging.people.finding import found_in
from caseboard.tagging.suggestions import PersonSuggestion


def find(document: Document, context: Context, found: Found) -> list[PersonSuggestion]:
    """Every mention, in reading order; none that the case has turned down."""
    return found_in(document, context, found)
