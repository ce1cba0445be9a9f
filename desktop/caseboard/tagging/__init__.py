"""Proposes places, units, people, equipment, times, statements and disputes in a text.

Offline, and without Qt: `suggest(text)`. Nothing here writes anything down: a person accepts.
"""

from caseboard.tagging.context import Context
from caseboard.tagging.engine import suggest
from caseboard.tagging.suggestions import Suggestions

__all__ = ["Context", "Suggestions", "suggest"]
