"""Saying where a unit was, and what that rests on."""

from dataclasses import dataclass

from sqlmodel import Session

from caseboard.commands.anchoring import Place, anchor_at
from caseboard.commands.editing import living
from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.entities import Location, Position, Unit
from caseboard.model.ids import CaseId, ClipId, LocationId, PositionId, UnitId


@dataclass(frozen=True, slots=True)
class AddPosition:
    """A unit was at a location over an interval (EDTF), as a place in a clip says."""

    case_id: CaseId
    unit_id: UnitId
    location_id: LocationId
    clip_id: ClipId
    place: Place
    interval: str = ""

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Add position")

    def do(self, session: Session) -> PositionId:
        """Write the position; its precision is that of the location."""
        if self.interval:
            moments.read(self.interval)
        living(session, Unit, self.unit_id)
        location: Location = living(session, Location, self.location_id)
        position = Position(
            case_id=self.case_id,
            unit_id=self.unit_id,
            location_id=self.location_id,
            lat=location.lat,
            lon=location.lon,
            precision_m=location.precision_m,
            interval=self.interval,
            anchor_id=anchor_at(session, self.clip_id, self.place).id,
        )
        session.add(position)
        return position.id
