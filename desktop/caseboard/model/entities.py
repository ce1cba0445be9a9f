"""What a library knows across cases: where, who is fighting, who is named, who says things."""

from datetime import datetime

from sqlalchemy import CheckConstraint
from sqlmodel import Field

from caseboard.model.columns import choice, json_list, key, link
from caseboard.model.ids import (
    AnchorId,
    CaseId,
    LocationId,
    PersonId,
    PositionId,
    SourceId,
    UnitId,
)
from caseboard.model.rows import Row
from caseboard.model.terms import (
    Branch,
    Echelon,
    LocationKind,
    Reliability,
    Side,
    SourceKind,
    UnitStatus,
)


class Location(Row, table=True):
    """A place. `lat` and `lon` are degrees WGS 84; `precision_m` is the radius of what is meant."""

    __table_args__ = (
        CheckConstraint("lat IS NULL OR (lat BETWEEN -90 AND 90)", name="ck_location_lat"),
        CheckConstraint("lon IS NULL OR (lon BETWEEN -180 AND 180)", name="ck_location_lon"),
        CheckConstraint("(lat IS NULL) = (lon IS NULL)", name="ck_location_both"),
    )

    id: LocationId = key()
    name: str = Field(index=True)
    aliases: list[str] = json_list()
    kind: LocationKind = choice(LocationKind, LocationKind.SETTLEMENT)
    lat: float | None = None
    lon: float | None = None
    precision_m: float | None = None
    geometry: str | None = None
    """GeoJSON (RFC 7946) for rivers and regions."""
    country: str = ""
    """ISO 3166-1 alpha-2."""
    gazetteer_id: str | None = None
    deleted: datetime | None = None


class Unit(Row, table=True):
    """A military formation. `sidc` is an APP-6 D/E symbol code of 20 digits, or empty."""

    id: UnitId = key()
    name: str = Field(index=True)
    aliases: list[str] = json_list()
    designation: str = ""
    side: Side = choice(Side, Side.UNKNOWN)
    echelon: Echelon = choice(Echelon, Echelon.UNKNOWN)
    branch: Branch = choice(Branch, Branch.UNKNOWN)
    country: str = ""
    sidc: str = ""
    parent_id: UnitId | None = link("unit.id", default=None)
    ordinal: int = 0
    """Its place among the units of one parent."""
    status: UnitStatus = choice(UnitStatus, UnitStatus.PRESENT)
    is_identified: bool = True
    """Whether it is known which unit this is; "two columns" are not."""
    release_m: float = 10_000.0
    """Metres: briefings print its positions no finer than this; 0 prints them as they are."""
    deleted: datetime | None = None


class Position(Row, table=True):
    """A unit at a place over an interval, resting on the anchor that says so."""

    id: PositionId = key()
    case_id: CaseId = link("case.id")
    unit_id: UnitId = link("unit.id")
    location_id: LocationId | None = link("location.id", default=None)
    lat: float | None = None
    lon: float | None = None
    precision_m: float | None = None
    bearing: str = ""
    """How the place bears on the unit: empty is at it; `direction of fire`, `heading for` …"""
    interval: str = ""
    """EDTF (ISO 8601-2)."""
    anchor_id: AnchorId = link("anchor.id")
    deleted: datetime | None = None


class Person(Row, table=True):
    """A named person."""

    id: PersonId = key()
    name: str = Field(index=True)
    aliases: list[str] = json_list()
    role: str = ""
    deleted: datetime | None = None


class Source(Row, table=True):
    """Someone who says things: graded once, known again in every case."""

    id: SourceId = key()
    name: str = Field(index=True)
    aliases: list[str] = json_list()
    kind: SourceKind = choice(SourceKind, SourceKind.OUTLET)
    country: str = ""
    url: str = ""
    reliability: Reliability = choice(Reliability, Reliability.F)
    reliability_reason: str = ""
    interested: bool = False
    """Whether it is a party to what it speaks of."""
    deleted: datetime | None = None


Named = Location | Unit | Person | Source
"""What carries a name and aliases."""


def names_of(entity: Named) -> list[str]:
    """Every name an entity goes by, the shown one first."""
    return [entity.name, *entity.aliases]
