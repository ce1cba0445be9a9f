"""Where units were, no finer than may be released: what leaves the desk for other readers.

A position finer than its unit's `release_m` is moved to the middle of a square of that many metres
on a fixed grid, so that neither its degrees nor its distance to anything give it away.
"""

import math
from collections.abc import Mapping
from dataclasses import dataclass, replace

from caseboard.i18n import _
from caseboard.model.dossier import Dossier
from caseboard.model.entities import Location, Position, Unit
from caseboard.model.ids import LocationId, UnitId
from caseboard.model.terms import LocationKind

_DEGREE = 111_320.0
"""Metres in a degree of latitude."""
_CORNER = math.sqrt(0.5)
"""How far the middle of a square may be from what is in it, in sides."""
_TELLING = frozenset({LocationKind.POINT, LocationKind.SITE})
"""Places whose very name may give the position away."""


@dataclass(frozen=True, slots=True)
class Released:
    """A dossier fit to be released, and for each unit with a coarsened position its distance."""

    dossier: Dossier
    coarsened: Mapping[UnitId, float]
    """Metres, as the unit's `release_m`."""
    positions: int = 0
    """How many were coarsened."""


def released(dossier: Dossier) -> Released:
    """`dossier` with each position coarsened as its unit demands; it is itself left as it is."""
    units = {unit.id: unit for unit in dossier.units}
    places = {place.id: place for place in dossier.locations}
    positions, areas, coarsened = [], [], {}
    for position in dossier.positions:
        unit = units.get(position.unit_id)
        place = places.get(position.location_id) if position.location_id else None
        if unit is None or not is_too_fine(position, unit, place):
            positions.append(position)
            continue
        area = _area(position, unit, place)
        areas.append(area)
        positions.append(_in(position, area))
        coarsened[unit.id] = unit.release_m
    if not areas:
        return Released(dossier, {})
    made = replace(dossier, positions=positions, locations=[*dossier.locations, *areas])
    return Released(made, coarsened, len(areas))


def level(dossier: Dossier) -> float:
    """Metres, no finer than which a text may tell a position: as the most cautious unit demands.

    A text need not say whose position it tells. Where there is no unit yet, as a new one would.
    """
    default = float(Unit.model_fields["release_m"].default)
    return max((unit.release_m for unit in dossier.units), default=default)


def known(dossier: Dossier) -> frozenset[tuple[float, float]]:
    """Where the case knows something to be: latitude and longitude, whole countries left out."""
    at = [
        *((row.lat, row.lon) for row in dossier.positions),
        *(
            (place.lat, place.lon)
            for place in dossier.locations
            if place.kind is not LocationKind.COUNTRY
        ),
        *((file.meta.get("lat"), file.meta.get("lon")) for file in dossier.files),
    ]
    return frozenset(
        (round(lat, 1), round(lon, 1))
        for lat, lon in at
        if isinstance(lat, float | int) and isinstance(lon, float | int)
    )


def is_too_fine(position: Position, unit: Unit, place: Location | None) -> bool:
    """Whether a position says more than its unit may be released with."""
    known = _precision(position, place)
    if known is not None:
        return known < unit.release_m
    is_settled = place is None or place.kind in {*_TELLING, LocationKind.SETTLEMENT}
    return unit.release_m > 0 and (is_settled or position.lat is not None)


def coarsened(place: Location, metres: float) -> Location:
    """`place` under its own id, moved into a square of `metres` and named no closer than that."""
    known = place.precision_m or 0.0
    point = place.lat is not None and place.lon is not None
    middle = snapped(place.lat, place.lon, metres) if point else None  # type: ignore[arg-type]
    made = place.model_dump()
    made |= {
        "name": _name(place, middle, metres),
        "aliases": [],
        "kind": LocationKind.REGION,
        "lat": middle[0] if middle else None,
        "lon": middle[1] if middle else None,
        "precision_m": round(max(metres, known + _CORNER * metres), -2),
        "geometry": None,
        "gazetteer_id": None,
    }
    return Location(**made)


def too_fine_places(dossier: Dossier) -> dict[LocationId, float]:
    """Sites and points that give a unit away if they are printed as they are, with its metres.

    A unit is there, or a claim about it is.
    """
    units = {unit.id: unit for unit in dossier.units}
    places = {place.id: place for place in dossier.locations if place.kind in _TELLING}
    at = [(row.location_id, row.unit_id) for row in dossier.positions if row.location_id]
    fought = {(row.claim_id, row.unit_id) for row in dossier.claim_units}
    at += [
        (about.location_id, unit_id)
        for about in dossier.claim_locations
        for claim_id, unit_id in fought
        if about.claim_id == claim_id
    ]
    found: dict[LocationId, float] = {}
    for place_id, unit_id in at:
        place, unit = places.get(place_id), units.get(unit_id)
        if place and unit and (place.precision_m or 0.0) < unit.release_m:
            found[place_id] = max(unit.release_m, found.get(place_id, 0.0))
    return found


def snapped(lat: float, lon: float, metres: float) -> tuple[float, float]:
    """The middle of the square of that side on the grid in which a position lies."""
    step = metres / _DEGREE
    row = math.floor(lat / step)
    middle = max(-90.0, min(90.0, (row + 0.5) * step))
    across = step / max(0.05, math.cos(math.radians(middle)))
    east = (math.floor(lon / across) + 0.5) * across
    return round(middle, 6), round(max(-180.0, min(180.0, east)), 6)


def _precision(position: Position, place: Location | None) -> float | None:
    if position.precision_m is not None or place is None:
        return position.precision_m
    return place.precision_m


def _area(position: Position, unit: Unit, place: Location | None) -> Location:
    """What stands for the place of a position: a square, under a name that tells no more."""
    lat, lon = position.lat, position.lon
    if (lat is None or lon is None) and place is not None:
        lat, lon = place.lat, place.lon
    reach = max(unit.release_m, (_precision(position, place) or 0.0) + _CORNER * unit.release_m)
    middle = None if lat is None or lon is None else snapped(lat, lon, unit.release_m)
    return Location(
        id=LocationId(f"{position.id} released"),
        name=_name(place, middle, unit.release_m),
        kind=LocationKind.REGION,
        lat=middle[0] if middle else None,
        lon=middle[1] if middle else None,
        precision_m=round(reach, -2),
        country=place.country if place else "",
    )


def _name(place: Location | None, middle: tuple[float, float] | None, metres: float) -> str:
    if place is not None and place.kind not in _TELLING:
        return _("the {place} area").format(place=place.name)
    if middle is None:
        return _("a place that is withheld")
    digits = min(max(math.ceil(math.log10(_DEGREE / metres)), 0), 4)
    return f"{middle[0]:.{digits}f}, {middle[1]:.{digits}f}"


def _in(position: Position, area: Location) -> Position:
    return Position(
        **{
            **position.model_dump(),
            "location_id": area.id,
            "lat": None,
            "lon": None,
            "precision_m": None,
        }
    )
