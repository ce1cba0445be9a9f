"""Saying where a unit was, and what that rests on."""

import math
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from caseboard.commands.anchoring import Place, anchor_at
from caseboard.commands.editing import Edit, living
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.entities import Location, Position, Unit
from caseboard.model.ids import CaseId, ClipId, LocationId, PositionId, UnitId

LONGEST = 200
"""Characters of how a place bears on the unit."""


@dataclass(frozen=True, slots=True)
class AddPosition:
    """A unit was at a location over an interval (EDTF), as a place in a clip says.

    Where no location of the library is meant, `point` has degrees WGS 84, latitude first.
    """

    case_id: CaseId
    unit_id: UnitId
    location_id: LocationId | None
    clip_id: ClipId
    place: Place
    interval: str = ""
    bearing: str = ""
    """How the place bears on the unit; empty is at it."""
    precision_m: float | None = None
    """Metres; that of the location where it is not given."""
    point: tuple[float, float] | None = None

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Add position")

    def do(self, session: Session) -> PositionId:
        """Write the position."""
        living(session, Unit, self.unit_id)
        where = _where(session, self.location_id, self.point, self.precision_m)
        _check({"interval": self.interval, "bearing": self.bearing, **where})
        position = Position(
            case_id=self.case_id,
            unit_id=self.unit_id,
            interval=self.interval,
            bearing=self.bearing,
            anchor_id=anchor_at(session, self.clip_id, self.place).id,
            **where,
        )
        session.add(position)
        return position.id


@dataclass(frozen=True, slots=True)
class ChangePosition:
    """Say otherwise where, when and how a unit was; what it rests on stays."""

    case_id: CaseId
    position_id: PositionId
    location_id: LocationId | None
    interval: str = ""
    bearing: str = ""
    precision_m: float | None = None
    point: tuple[float, float] | None = None

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Edit position")

    def do(self, session: Session) -> None:
        """Set what differs."""
        where = _where(session, self.location_id, self.point, self.precision_m)
        changes = {"interval": self.interval, "bearing": self.bearing, **where}
        _check(changes)
        Edit(Position, self.position_id, changes, self.label, self.case_id).do(session)


def _where(
    session: Session,
    location_id: LocationId | None,
    point: tuple[float, float] | None,
    precision_m: float | None,
) -> dict[str, Any]:
    if location_id is None:
        if point is None:
            raise CaseError(_("Say where: a place of the library, or coordinates."))
        return {"location_id": None, "lat": point[0], "lon": point[1], "precision_m": precision_m}
    location: Location = living(session, Location, location_id)
    precision = location.precision_m if precision_m is None else precision_m
    lat, lon = point or (location.lat, location.lon)
    return {"location_id": location_id, "lat": lat, "lon": lon, "precision_m": precision}


def _check(changes: Mapping[str, Any]) -> None:
    if changes["interval"]:
        moments.read(changes["interval"])
    lat, lon, precision = changes["lat"], changes["lon"], changes["precision_m"]
    if lat is not None and not (abs(lat) <= 90 and abs(lon) <= 180):
        raise CaseError(_("There is no such place on the globe."))
    if precision is not None and not (math.isfinite(precision) and 0 < precision < 1e8):
        raise CaseError(_("The precision is a number of metres."))
    if len(changes["bearing"]) > LONGEST:
        raise CaseError(_("Say in a few words how the place bears on the unit."))
