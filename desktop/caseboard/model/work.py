"""What the analyst makes of the evidence: notes, layers, briefings."""

from datetime import datetime
from typing import Any

from sqlmodel import SQLModel

from caseboard.model.columns import choice, json_list, json_map, key, link
from caseboard.model.ids import AnchorId, BriefingId, CaseId, ClipId, LayerId, NoteId, SourceId
from caseboard.model.terms import Confidence, Marking


class Note(SQLModel, table=True):
    """What the analyst thinks: Markdown, with links to anything by ref (`[[E007]]`)."""

    id: NoteId = key()
    case_id: CaseId = link("case.id")
    clip_id: ClipId | None = link("clip.id", default=None)
    anchor_id: AnchorId | None = link("anchor.id", default=None)
    text: str = ""
    created: datetime
    changed: datetime
    deleted: datetime | None = None


class Layer(SQLModel, table=True):
    """A dated overlay for the map."""

    id: LayerId = key()
    case_id: CaseId = link("case.id")
    name: str
    source_id: SourceId | None = link("source.id", default=None)
    as_of: str = ""
    """EDTF (ISO 8601-2)."""
    published: str = ""
    """EDTF (ISO 8601-2)."""
    geometry: str = ""
    """GeoJSON (RFC 7946)."""
    style: dict[str, Any] = json_map()
    sha256: str = ""
    estimated: str = ""
    """The source's own wording of how sure it is."""
    attribution: str = ""
    deleted: datetime | None = None


class Briefing(SQLModel, table=True):
    """A report in the making."""

    id: BriefingId = key()
    case_id: CaseId = link("case.id")
    title: str
    template: str = "situation"
    sections: list[dict[str, Any]] = json_list()
    """Ordered: `{"kind": …, "on": true}`."""
    marking: Marking = choice(Marking, Marking.AMBER)
    cutoff: datetime | None = None
    """Information cut-off, UTC; empty means the moment of export."""
    bottom_line: str = ""
    judgements: list[str] = json_list()
    confidence: Confidence | None = choice(Confidence, None)
    confidence_basis: str = ""
    author: str = ""
    page_size: str = "A4"
    language: str = "en"
    deleted: datetime | None = None


class BriefingExport(SQLModel, table=True):
    """One export, frozen: the file's hash and the change-set it was cut at."""

    __tablename__ = "briefing_export"

    id: str = key()
    briefing_id: BriefingId = link("briefing.id")
    version: int
    exported: datetime
    sha256: str
    bytes: int
    name: str
    journal_seq: int
    journal_head: str
    """Hash of the change-set it was cut at."""
