"""Statements that cannot both be the whole story."""

from collections.abc import Sequence

from caseboard.tagging.context import Context
from caseboard.tagging.suggestions import DisputeSuggestion, StatementSuggestion


def find(statements: Sequence[StatementSuggestion], context: Context) -> list[DisputeSuggestion]:
    """Pairs about the same place and time with opposite outcomes."""
    return []
