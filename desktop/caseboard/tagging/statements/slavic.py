"""Finds who says what in Ukrainian and Russian."""

from caseboard.tagging.document import Document
from caseboard.tagging.found import Found
from caseboard.tagging.statements.attribution import Attribution


def attributions(document: Document, found: Found) -> list[Attribution]:
    """Every saying, in reading order."""
    return []
