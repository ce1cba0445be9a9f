"""What a case knows to be somewhere: one point of a map for each."""

from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from caseboard.model.terms import ClaimStatus, LocationKind


class SpotKind(StrEnum):
    """What is there."""

    PLACE = "location"
    """A place that clips name."""
    CLAIM = "claim"
    """Where what a claim states happened."""
    PHOTO = "photo"
    """Where a picture says that it was taken."""
    POSITION = "position"
    """Where a unit was."""


class SpotKey(NamedTuple):
    """Names one spot. A claim about two places has two spots of one `row_id`."""

    kind: SpotKind
    row_id: str
    """Of the location, claim, clip file or position."""
    at: str = ""
    """Of a claim: the location."""


@dataclass(frozen=True, slots=True)
class Spot:
    """A point in degrees WGS 84 with the radius of what is meant by it."""

    key: SpotKey
    lat: float
    lon: float
    label: str
    precision_m: float | None = None
    """Metres; None where nobody said."""
    count: int = 1
    """How many passages of the case name it, or reports it has."""
    kind: LocationKind | None = None
    """Of a place."""
    status: ClaimStatus | None = None
    """Of a claim."""
    sidc: str = ""
    """Of a position: the unit's symbol (APP-6 D/E, 20 digits)."""
    designation: str = ""
    """Of a position: what stands beside the symbol."""
    direction: float | None = None
    """Of a photo: degrees from north, clockwise, which way the camera looked."""
    when: str = ""
    """EDTF (ISO 8601-2): when it happened, was taken, or was there; empty is unknown."""
    said: str = ""
    """EDTF: when it was first reported."""
    captured: str = ""
    """EDTF: when it was first captured."""
    geometry: str = ""
    """Of a river or region: GeoJSON (RFC 7946); empty is a point."""
    release_m: float = 0.0
    """Of a position: metres, no finer than which a briefing prints it."""
    clip_ids: tuple[str, ...] = ()
    """The clips it rests on."""
