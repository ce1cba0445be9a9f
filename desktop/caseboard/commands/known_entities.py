"""From what was proposed to what the library has, or takes in."""

from collections.abc import Iterable
from typing import TypeVar

from sqlmodel import Session, col, select

from caseboard.commands.tags import Known, Target
from caseboard.mapping.distances import metres
from caseboard.model.entities import Location, Person, Unit, names_of
from caseboard.store import entities
from caseboard.store.folding import fold
from caseboard.tagging.suggestions import PersonSuggestion, Place, UnitSuggestion

Entity = TypeVar("Entity", Location, Unit, Person)

NEAR_M = 3_000.0
"""Two settlements of one name that stand no further apart are one, in metres."""


def location_for(session: Session, place: Place) -> Target:
    """The location that is this place: by id, by its gazetteer id, by name and position."""
    known = _by_id(session, Location, place.known_id) or _by_gazetteer(session, place)
    if known is None:
        near = (each for each in _named(session, Location, place.name) if _is_same(each, place))
        known = next(near, None)
    if known is not None:
        return Known(Location, known.id, known.name)
    return Location(
        name=place.name,
        aliases=list(place.aliases),
        kind=place.kind,
        lat=place.lat,
        lon=place.lon,
        precision_m=place.precision_m,
        country=place.country,
        gazetteer_id=place.gazetteer_id or None,
    )


def unit_for(session: Session, unit: UnitSuggestion) -> Target:
    """The unit of that name and country; formations that are not identified are each new."""
    known = _by_id(session, Unit, unit.known_id)
    if known is None and unit.count is None:
        same = (
            each for each in _named(session, Unit, unit.name)
            if not each.country or not unit.country or each.country == unit.country
        )  # fmt: skip
        known = next(same, None)
    if known is not None:
        return Known(Unit, known.id, known.name)
    return Unit(
        name=unit.name,
        aliases=list(unit.aliases),
        designation=unit.designation,
        side=unit.side,
        echelon=unit.echelon,
        branch=unit.branch,
        country=unit.country,
        sidc=unit.sidc,
        is_identified=unit.count is None,
    )


def person_for(session: Session, person: PersonSuggestion) -> Target:
    """The person of that name."""
    known = _by_id(session, Person, person.known_id) or next(
        iter(_named(session, Person, person.name)), None
    )
    if known is not None:
        return Known(Person, known.id, known.name)
    return Person(name=person.name, role=person.role)


def _by_id(session: Session, model: type[Entity], row_id: str) -> Entity | None:
    row = session.get(model, row_id) if row_id else None
    return row if row is not None and row.deleted is None else None


def _by_gazetteer(session: Session, place: Place) -> Location | None:
    if not place.gazetteer_id:
        return None
    query = select(Location).where(
        Location.gazetteer_id == place.gazetteer_id, col(Location.deleted).is_(None)
    )
    return session.exec(query).first()


def _named(session: Session, model: type[Entity], name: str) -> Iterable[Entity]:
    wanted = fold(name)
    for match in entities.matches(session, model, name):
        if isinstance(match, model) and wanted in map(fold, names_of(match)):
            yield match


def _is_same(location: Location, place: Place) -> bool:
    """Whether a location of the same name is this place, as far as is known of both."""
    if location.gazetteer_id and place.gazetteer_id:
        return False
    if location.country and place.country and location.country != place.country:
        return False
    if location.lat is None or location.lon is None or place.lat is None or place.lon is None:
        return location.kind is place.kind
    allowed = max(NEAR_M, location.precision_m or 0.0, place.precision_m or 0.0)
    return metres(location.lat, location.lon, place.lat, place.lon) <= allowed
