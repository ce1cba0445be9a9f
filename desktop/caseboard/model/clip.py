"""What was taken into a case, and the places in it."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, Index, UniqueConstraint
from sqlmodel import Field

from caseboard.model.columns import choice, json_list, json_map, key, link
from caseboard.model.ids import (
    AnchorId,
    CaseId,
    ClipId,
    FileId,
    LocationId,
    PersonId,
    SourceId,
    TagId,
    UnitId,
)
from caseboard.model.rows import Row
from caseboard.model.terms import (
    AnchorKind,
    ClipKind,
    ClipState,
    FileRole,
    Hollow,
    Marking,
    Method,
    Reuse,
    TagState,
)


class Clip(Row, table=True):
    """One thing taken in: an article, an image, a document or a text.

    `text` is every block that was read, in order, joined by blank lines; `parts` says what each
    block is, where it stands in `text`, and whether it belongs to the body. Anchors count in
    `text`, so moving a block in or out of the body never moves an anchor.
    """

    __table_args__ = (
        UniqueConstraint("case_id", "ref"),
        # Holds all that listing and counting need: a row with its text is many times as long.
        Index(
            "ix_clip_list", "case_id", "deleted", "captured", "ref", "id", "published", "source_id"
        ),
        Index("ix_clip_state", "state", "deleted"),
        # Holds all that is asked of versions, for the same reason.
        Index("ix_clip_earlier", "earlier_id", "deleted", "hollow", "state", "id"),
        # And all that is asked of near copies.
        Index("ix_clip_fingerprint", "case_id", "deleted", "fingerprint", "id"),
    )

    id: ClipId = key()
    case_id: CaseId = link("case.id")
    ref: str
    """`KUP-2024-11-E007`."""
    kind: ClipKind = choice(ClipKind)
    state: ClipState = choice(ClipState, ClipState.RECEIVED)
    problem: str = ""
    """Why there is no reading, in a sentence with what to do."""
    title: str
    source_id: SourceId | None = link("source.id", default=None)
    """The outlet, agency or person that published it."""
    author: str = ""
    site: str = ""
    """The publisher's name as read, before anyone makes it a source."""
    published: str | None = None
    """EDTF (ISO 8601-2): `2024-11-14T11:39:00` where no zone was printed."""
    published_as_printed: str = ""
    captured: datetime
    url_asked: str = ""
    url_reached: str = ""
    language: str = ""
    text: str = ""
    parts: list[dict[str, Any]] = json_list()
    """See `caseboard.model.parts.Part`."""
    credit: str = ""
    licence: str = ""
    reuse: Reuse = choice(Reuse, Reuse.UNKNOWN)
    """Whether its pictures may be printed in what leaves the desk."""
    marking: Marking | None = choice(Marking, None)
    """Where it is another than the case's."""
    method: Method = choice(Method)
    tool: str
    """Program and version that took it in."""
    hollow: Hollow | None = choice(Hollow, None)
    """Why what was fetched is not the article; None where nothing speaks against it."""
    earlier_id: ClipId | None = link("clip.id", default=None, index=False)
    """The version of the same address that was captured before this one."""
    fingerprint: str = ""
    """The sketch of the body text that near copies are found by; empty for too short a text."""
    said_in: dict[str, Any] = json_map()
    """For each field the program filled, where it was read: `{"credit": "IPTC 2:110 Credit"}`."""
    deleted: datetime | None = None


class ClipFile(Row, table=True):
    """One file of a clip. The bytes are in the library's `files` folder under their SHA-256."""

    __tablename__ = "clip_file"
    __table_args__ = (Index("ix_clip_file_fingerprint", "fingerprint", "clip_id", "id"),)

    id: FileId = key()
    clip_id: ClipId = link("clip.id")
    sha256: str = Field(index=True)
    role: FileRole = choice(FileRole)
    name: str
    media_type: str
    bytes: int
    ordinal: int = 0
    url: str = ""
    """Where the page says it is."""
    caption: str = ""
    credit: str = ""
    """Exactly as published."""
    alt: str = ""
    meta: dict[str, Any] = json_map()
    """What the file says of itself: width, height (pixels), EXIF, IPTC, XMP in words."""
    made_from_id: FileId | None = link("clip_file.id", default=None)
    step: str = ""
    """What made it, for a derivative."""
    fingerprint: str = ""
    """Of a picture: its perceptual hash, in hexadecimal; empty where none was made."""


class Anchor(Row, table=True):
    """A place in a clip, after W3C Web Annotation.

    Text: `exact`, `prefix`, `suffix` (32 characters each side) and `start`, `end` in `Clip.text`,
    in Unicode code points. Picture: `x`, `y`, `w`, `h` as fractions (0 to 1) of the upright
    picture `file_id`, or `polygon` as a list of such pairs. Page: `page` counts from 1.
    """

    __table_args__ = (
        CheckConstraint(
            "kind != 'text' OR (start IS NOT NULL AND \"end\" IS NOT NULL"
            ' AND start >= 0 AND "end" > start)',
            name="ck_anchor_text",
        ),
        CheckConstraint(
            "kind != 'picture' OR (file_id IS NOT NULL AND x IS NOT NULL AND y IS NOT NULL"
            " AND w > 0 AND h > 0)",
            name="ck_anchor_picture",
        ),
    )

    id: AnchorId = key()
    clip_id: ClipId = link("clip.id")
    kind: AnchorKind = choice(AnchorKind)
    file_id: FileId | None = link("clip_file.id", default=None)
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None
    x: float | None = None
    y: float | None = None
    w: float | None = None
    h: float | None = None
    polygon: list[list[float]] = json_list()
    page: int | None = None
    deleted: datetime | None = None


class Tag(Row, table=True):
    """Says that an anchor names exactly one location, unit, person or keyword."""

    __table_args__ = (
        CheckConstraint(
            "(location_id IS NOT NULL) + (unit_id IS NOT NULL) + (person_id IS NOT NULL)"
            " + (keyword IS NOT NULL) = 1",
            name="ck_tag_one_target",
        ),
    )

    id: TagId = key()
    anchor_id: AnchorId = link("anchor.id")
    location_id: LocationId | None = link("location.id", default=None)
    unit_id: UnitId | None = link("unit.id", default=None)
    person_id: PersonId | None = link("person.id", default=None)
    keyword: str | None = None
    state: TagState = choice(TagState, TagState.ACCEPTED)
    who: str = ""
    deleted: datetime | None = None
