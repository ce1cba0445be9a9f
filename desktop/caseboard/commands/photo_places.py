"""From the place that a photo states to a location that the whole photo is tagged with."""

from dataclasses import dataclass
from enum import Enum, auto

from sqlmodel import Session, col, select

from caseboard.commands.anchoring import RegionPlace
from caseboard.commands.tags import AddTag, Known, Target
from caseboard.i18n import _
from caseboard.mapping import coordinates
from caseboard.model.clip import ClipFile
from caseboard.model.entities import Location
from caseboard.model.ids import CaseId, ClipId, FileId, TagId
from caseboard.model.terms import LocationKind

UNSTATED_M = 50.0
"""Metres about a place where the file does not say how well its receiver knew it."""
_SAME = 1e-6
_NAMES = ("IPTC Sublocation", "XMP Iptc4xmpCore:Location", "IPTC City", "XMP photoshop:City")
_LONGEST_NAME = 80


class Basis(Enum):
    """What is known of how well a receiver knew its place."""

    STATED = auto()
    """In metres, by the file."""
    DILUTION = auto()
    """Reckoned from the dilution of precision that the file states."""
    ASSUMED = auto()
    """Nothing is stated."""


@dataclass(frozen=True, slots=True)
class PhotoPlace:
    """Where a photo says that it was taken."""

    file_id: FileId
    lat: float
    """Degrees, WGS 84."""
    lon: float
    precision_m: float
    basis: Basis
    """What `precision_m` rests on."""
    name: str
    """For the location: what the photo desk called it, and always its coordinates."""

    def is_at(self, location: Location) -> bool:
        """Whether a location is this very point."""
        if location.lat is None or location.lon is None:
            return False
        return max(abs(location.lat - self.lat), abs(location.lon - self.lon)) <= _SAME


def place_of(file: ClipFile) -> PhotoPlace | None:
    """The place that a picture states; None where it states none."""
    lat, lon = file.meta.get("lat"), file.meta.get("lon")
    if not isinstance(lat, float | int) or not isinstance(lon, float | int):
        return None
    stated = file.meta.get("precision_m")
    precision, basis = UNSTATED_M, Basis.ASSUMED
    if isinstance(stated, float | int) and stated > 0:
        precision = float(stated)
        basis = Basis.STATED if "GPS HPositioningError" in file.meta else Basis.DILUTION
    return PhotoPlace(file.id, lat, lon, precision, basis, _name(file, lat, lon))


def _name(file: ClipFile, lat: float, lon: float) -> str:
    position = coordinates.show(lat, lon)
    said = next((str(file.meta[name]) for name in _NAMES if file.meta.get(name)), "")
    return f"{said[:_LONGEST_NAME]} ({position})" if said else position


@dataclass(frozen=True, slots=True)
class TagPhotoPlace:
    """Tag a whole picture with the place it states; returns the tag's id.

    A location of the library that is this very point is used again.
    """

    case_id: CaseId
    clip_id: ClipId
    place: PhotoPlace
    who: str = ""

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Tag the place of a photo")

    def do(self, session: Session) -> TagId:
        """Take in the location where it is new, and tag."""
        whole = RegionPlace(self.place.file_id, 0.0, 0.0, 1.0, 1.0)
        target = self._target(session)
        return AddTag(self.case_id, self.clip_id, whole, target, self.who).do(session)

    def _target(self, session: Session) -> Target:
        here = self.place
        known = session.exec(
            select(Location).where(
                col(Location.deleted).is_(None),
                col(Location.lat).between(here.lat - _SAME, here.lat + _SAME),
                col(Location.lon).between(here.lon - _SAME, here.lon + _SAME),
            )
        ).first()
        if known is not None:
            return Known(Location, known.id, known.name)
        return Location(
            name=here.name,
            kind=LocationKind.POINT,
            lat=here.lat,
            lon=here.lon,
            precision_m=round(here.precision_m, 1),
        )
