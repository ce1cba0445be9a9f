"""Has each finder look at a text, in the order in which they need each other."""

from caseboard.tagging import equipment, outside, people, times, units
from caseboard.tagging.context import EMPTY, Context
from caseboard.tagging.document import Document
from caseboard.tagging.found import Found
from caseboard.tagging.places import finding as places
from caseboard.tagging.statements import disputes
from caseboard.tagging.statements import finding as statements
from caseboard.tagging.suggestions import Suggestions


def suggest(
    text: str,
    *,
    published: str | None = None,
    language: str | None = None,
    context: Context | None = None,
) -> Suggestions:
    """Propose what `text` names and says, and why.

    `published` is when it was published, as EDTF (ISO 8601-2), and what "yesterday" rests on;
    `language` is ISO 639-1 (`en`, `uk`, `ru`, `pl`) and found out where it is not given;
    `context` is what the case knows already. Offsets are Unicode code points of `text`.
    Opens no connection, writes nothing, and is the same for the same text and tables.
    """
    known = context or EMPTY
    document = Document(text, language=language or "", published=published or "")
    found = Found()
    found.times = times.find(document)
    found.equipment = equipment.find(document)
    found.units = units.find(document, known)
    found.people = people.find(document, known, found)
    found.people += outside.people(document, known, found)
    found.locations, found.governments = places.find(document, known, found)
    found.locations += outside.locations(document, known, found)
    said = statements.find(document, known, found)
    return Suggestions(
        tuple(found.locations),
        tuple(found.governments),
        tuple(found.units),
        tuple(found.people),
        tuple(found.equipment),
        tuple(found.times),
        tuple(said),
        tuple(disputes.find(said, known)),
        document.language,
    )
