"""What a PDF gets after it is drawn: structure, metadata, colour profile and attachments."""

from dataclasses import dataclass
from enum import StrEnum


class Relation(StrEnum):
    """What an attachment is to the document (ISO 32000-2, table 43, AFRelationship)."""

    DATA = "Data"
    """What the document was made from, in a form for machines."""
    SOURCE = "Source"
    SUPPLEMENT = "Supplement"


@dataclass(frozen=True, slots=True)
class Attachment:
    """A file that travels inside the PDF."""

    name: str
    data: bytes
    mime: str = "application/json"
    description: str = ""
    relation: Relation = Relation.DATA
