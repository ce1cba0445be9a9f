"""Where things of a case are, ready to be written in any format."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Any

from caseboard.model.spots import SpotKind
from caseboard.model.terms import Marking


class Kind(StrEnum):
    """What of a case is somewhere."""

    PLACES = "places"
    CLAIMS = "claims"
    PHOTOS = "photos"
    POSITIONS = "positions"
    LAYERS = "layers"


KINDS = {
    SpotKind.PLACE: Kind.PLACES,
    SpotKind.CLAIM: Kind.CLAIMS,
    SpotKind.PHOTO: Kind.PHOTOS,
    SpotKind.POSITION: Kind.POSITIONS,
}


@dataclass(frozen=True, slots=True)
class Thing:
    """Something at a place. Degrees are WGS 84, times EDTF (ISO 8601-2)."""

    id: str
    kind: Kind
    name: str
    lat: float
    lon: float
    geometry: Mapping[str, Any]
    """GeoJSON (RFC 7946), checked: a point, or the course or outline that is known."""
    precision_m: float | None = None
    """Metres; None where nobody said."""
    others: tuple[str, ...] = ()
    """Other names."""
    ref: str = ""
    """Of a claim."""
    place: str = ""
    """What the place of a claim or of a unit is called."""
    what: str = ""
    """Of a place: settlement, river …"""
    country: str = ""
    """ISO 3166-1 alpha-2."""
    gazetteer_id: str = ""
    status: str = ""
    """Of a claim."""
    sidc: str = ""
    """Of a unit: APP-6 D/E, 20 digits."""
    designation: str = ""
    bearing: str = ""
    """How the place bears on the unit; empty is at it."""
    direction: float | None = None
    """Of a photo: degrees from north, clockwise."""
    count: int = 1
    """Passages that name it, or reports of it."""
    when: str = ""
    said: str = ""
    captured: str = ""
    clips: tuple[str, ...] = ()
    """Refs of the exhibits it rests on."""


@dataclass(frozen=True, slots=True)
class Sheet:
    """A layer and its features (GeoJSON, checked)."""

    ref: str
    name: str
    kind: str
    features: tuple[Mapping[str, Any], ...] = field(repr=False)
    source: str = ""
    as_of: str = ""
    published: str = ""
    estimated: str = ""
    attribution: str = ""


@dataclass(frozen=True, slots=True)
class Atlas:
    """Everything of a case that is to be written."""

    ref: str
    title: str
    marking: Marking
    notice: str
    """With whom it may be shared, in words."""
    as_of: str
    """When the case was last changed: EDTF."""
    things: tuple[Thing, ...] = ()
    sheets: tuple[Sheet, ...] = ()

    @property
    def count(self) -> int:
        """How many things and features there are."""
        return len(self.things) + sum(len(sheet.features) for sheet in self.sheets)
