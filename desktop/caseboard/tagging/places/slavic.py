"""Places named in Ukrainian, Russian and Polish, in whichever form their names stand."""

from collections.abc import Iterator, Sequence

from caseboard.tagging.context import Context
from caseboard.tagging.document import Document
from caseboard.tagging.found import Found
from caseboard.tagging.places.cyrillic import cyrillic
from caseboard.tagging.places.mention import Mention
from caseboard.tagging.places.polish import polish
from caseboard.tagging.places.slavic_beside import with_neighbours


def mentions(document: Document, context: Context, found: Found) -> Sequence[Mention]:
    """What may name a place, in reading order: every Cyrillic word, and Latin ones in Polish."""
    seen = sorted(_mentions(document, context, found), key=lambda mention: mention.start)
    return with_neighbours(document, seen)


def _mentions(document: Document, context: Context, found: Found) -> Iterator[Mention]:
    yield from cyrillic(document, context, found)
    if document.language == "pl":
        yield from polish(document, context, found)
