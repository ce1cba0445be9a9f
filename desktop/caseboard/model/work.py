"""What the analyst makes of the evidence: notes, layers, briefings."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint

from caseboard.model.columns import choice, json_list, json_map, key, link
from caseboard.model.ids import (
    AnchorId,
    BriefingId,
    CaseId,
    ClipId,
    FileId,
    GeoreferenceId,
    LayerId,
    NoteId,
    SourceId,
)
from caseboard.model.rows import Row
from caseboard.model.terms import (
    BriefingStatus,
    Confidence,
    ExportForm,
    GeoreferenceKind,
    LayerKind,
    Marking,
    Template,
)


class Note(Row, table=True):
    """What the analyst thinks: Markdown, with links to anything by ref (`[[E007]]`)."""

    id: NoteId = key()
    case_id: CaseId = link("case.id")
    clip_id: ClipId | None = link("clip.id", default=None)
    anchor_id: AnchorId | None = link("anchor.id", default=None)
    text: str = ""
    created: datetime
    changed: datetime
    marking: Marking | None = choice(Marking, None)
    """Where it is another than the case's."""
    is_private: bool = False
    """Whether it stays at the desk: it is never printed."""
    deleted: datetime | None = None


class Layer(Row, table=True):
    """A dated overlay for the map: what some source says of the ground at some time.

    Its bytes are files of the library: `sha256` the file it came from, as it came, and `features`
    the GeoJSON (RFC 7946) that was read from it or drawn, which the map draws.
    """

    __table_args__ = (
        UniqueConstraint("case_id", "ref"),
        CheckConstraint("opacity BETWEEN 0 AND 1", name="ck_layer_opacity"),
    )

    id: LayerId = key()
    case_id: CaseId = link("case.id")
    ref: str
    """`KUP-2024-11-L1`."""
    name: str
    kind: LayerKind = choice(LayerKind, LayerKind.IMPORTED)
    ordinal: int = 0
    """Its place from below: the highest is drawn last."""
    is_shown: bool = True
    opacity: float = 1.0
    source_id: SourceId | None = link("source.id", default=None)
    as_of: str = ""
    """EDTF (ISO 8601-2)."""
    published: str = ""
    """EDTF (ISO 8601-2)."""
    features: str = ""
    """SHA-256 of its GeoJSON; empty for pictures of the ground."""
    count: int = 0
    """Of features."""
    west: float | None = None
    south: float | None = None
    east: float | None = None
    north: float | None = None
    """What it covers, degrees WGS 84; all four or none."""
    style: dict[str, Any] = json_map()
    """Of all its features, under the names of simplestyle 1.1.0; empty leaves each its own."""
    sha256: str = ""
    """Of the file it came from; empty for what was made here."""
    file_name: str = ""
    estimated: str = ""
    """The source's own wording of how sure it is."""
    attribution: str = ""
    derived_from: list[str] = json_list()
    """Of a change: the ids of the layer before and of the layer after."""
    georeference_id: GeoreferenceId | None = link("georeference.id", default=None)
    anchor_id: AnchorId | None = link("anchor.id", default=None)
    """Of what was traced: the region of the picture."""
    error_m: float | None = None
    """Metres by which what was traced may be off (root mean square)."""
    marking: Marking | None = choice(Marking, None)
    """Where it is another than the case's."""
    deleted: datetime | None = None


class Georeference(Row, table=True):
    """Where a picture of a map lies on the ground: points that are in both; it takes three."""

    id: GeoreferenceId = key()
    case_id: CaseId = link("case.id")
    clip_id: ClipId = link("clip.id")
    file_id: FileId = link("clip_file.id")
    kind: GeoreferenceKind = choice(GeoreferenceKind, GeoreferenceKind.AFFINE)
    points: list[dict[str, Any]] = json_list()
    """`{"x": …, "y": …, "lat": …, "lon": …, "name": …, "precision_m": …, "location_id": …}`:
    fractions (0 to 1) of the upright picture, degrees WGS 84, metres."""
    rms_m: float | None = None
    """Root mean square of the residuals, metres on the ground."""
    deleted: datetime | None = None


class Briefing(Row, table=True):
    """A report in the making."""

    __table_args__ = (Index("ux_briefing_ref", "case_id", "ref", unique=True),)

    id: BriefingId = key()
    case_id: CaseId = link("case.id")
    ref: str = ""
    """`KUP-2024-11-B1`; given when it is first written."""
    title: str
    template: str = Template.SITUATION.value
    """A value of `Template`."""
    subject: list[str] = json_list()
    """Refs of what it is about, where that is not the whole case: `["E001"]`, `["C1", "C2"]`."""
    status: BriefingStatus = choice(BriefingStatus, BriefingStatus.DRAFT)
    sections: list[dict[str, Any]] = json_list()
    """Ordered: `{"kind": …, "on": true, "marking": "TLP:GREEN"}`, the marking where it is lower."""
    marking: Marking = choice(Marking, Marking.AMBER)
    classification: str = ""
    """Printed as the marking in place of TLP, where it is not empty."""
    has_portion_marks: bool = False
    cutoff: datetime | None = None
    """Information cut-off, UTC; empty means the moment of export."""
    question: str = ""
    """What it answers; empty means the question of the case."""
    bottom_line: str = ""
    judgements: list[str] = json_list()
    confidence: Confidence | None = choice(Confidence, None)
    confidence_basis: str = ""
    assumptions: list[dict[str, Any]] = json_list()
    """`{"text": …, "is_linchpin": false}`: Markdown of one line."""
    texts: dict[str, Any] = json_map()
    """Markdown under the values of `Passage`."""
    author: str = ""
    is_author_withheld: bool = False
    reviewer: str = ""
    distribution: str = ""
    """Who it is for."""
    page_size: str = "A4"
    language: str = "en"
    deleted: datetime | None = None


class BriefingExport(Row, table=True):
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
    form: ExportForm = choice(ExportForm, ExportForm.PDF)
    marking: str = ""
    """As printed; empty in records of older programs."""
    is_release: bool = False
    """Whether something was left out for those who may read it."""
    manifest: str = ""
    """SHA-256 of its manifest, a file of the library; empty in records of older programs."""
    is_signed: bool = False
