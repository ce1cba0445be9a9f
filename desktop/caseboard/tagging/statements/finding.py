"""From a text to the statements in it."""

from collections.abc import Sequence

from caseboard.tagging.context import Context
from caseboard.tagging.document import Document
from caseboard.tagging.found import Found
from caseboard.tagging.statements import english, relays, slavic
from caseboard.tagging.statements.attribution import Attribution
from caseboard.tagging.suggestions import StatementSuggestion

_SLAVIC = ("uk", "ru")


def find(document: Document, context: Context, found: Found) -> list[StatementSuggestion]:
    """Every statement with its claimant, in reading order; mere thoughts score below 0.5."""
    statements = [
        statement
        for attribution in _attributions(document, found)
        if (statement := relays.complete(document, attribution, found, context)) is not None
    ]
    ordered = sorted(statements, key=lambda statement: (statement.start, -statement.end))
    return relays.without_ways(ordered)


def _attributions(document: Document, found: Found) -> Sequence[Attribution]:
    if document.language in _SLAVIC:
        return slavic.attributions(document, found)
    return english.find(document, found)
