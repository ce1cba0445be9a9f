"""What the map of a case is drawn from: little of each row, that a whole case is read at once."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any, NamedTuple

from caseboard.model.entities import Location, Position, Unit
from caseboard.model.ids import (
    AnchorId,
    ClaimId,
    ClipId,
    FileId,
    LocationId,
    PositionId,
    UnitId,
)


class ClipSheet(NamedTuple):
    """Of a clip: what it is called, and when it was published and captured."""

    id: ClipId
    ref: str
    title: str
    published: str
    """EDTF (ISO 8601-2); empty is unknown."""
    captured: datetime


class Mention(NamedTuple):
    """A passage that an accepted tag says names a place."""

    location_id: LocationId
    clip_id: ClipId
    anchor_id: AnchorId


class Statement(NamedTuple):
    """Of a claim: what it says, and when that happened (EDTF)."""

    id: ClaimId
    text: str
    when: str


class Saying(NamedTuple):
    """Of a report: the claim, where it stands, and when it was said (EDTF)."""

    claim_id: ClaimId
    clip_id: ClipId
    anchor_id: AnchorId
    said_when: str


class Placing(NamedTuple):
    """A claim is about a place."""

    claim_id: ClaimId
    location_id: LocationId


class Shot(NamedTuple):
    """Of a picture file that states where it was taken: its words, and what it says of itself."""

    id: FileId
    clip_id: ClipId
    words: str
    """Its caption, or else what stands for it; empty where the page gave neither."""
    meta: Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Sightings:
    """Everything of a case that may be somewhere; what is in the bin is left out."""

    clips: Mapping[ClipId, ClipSheet] = field(default_factory=dict)
    mentions: Sequence[Mention] = ()
    statements: Sequence[Statement] = ()
    placings: Sequence[Placing] = ()
    sayings: Sequence[Saying] = ()
    shots: Sequence[Shot] = ()
    locations: Mapping[LocationId, Location] = field(default_factory=dict)
    units: Mapping[UnitId, Unit] = field(default_factory=dict)
    positions: Sequence[Position] = ()
    position_clips: Mapping[PositionId, ClipId] = field(default_factory=dict)
    """The clip that each position rests on."""
