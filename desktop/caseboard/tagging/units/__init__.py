"""Finds military units, named, numbered or not identified."""

from caseboard.tagging.context import Context
from caseboard.tagging.document import Document
from caseboard.tagging.suggestions import UnitSuggestion
from caseboard.tagging.units import finding


def find(document: Document, context: Context) -> list[UnitSuggestion]:
    """Every mention, in reading order; none that the case has turned down."""
    return finding.find(document, context)
