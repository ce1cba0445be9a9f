"""What a point on a picture may be: places by name, and positions in any notation."""

import asyncio
import logging
from collections.abc import Sequence
from dataclasses import dataclass

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.mapping import coordinates
from caseboard.mapping.distances import metres
from caseboard.mapping.georeferencing import ControlPoint
from caseboard.model import numerals
from caseboard.model.entities import Location
from caseboard.store import entities
from caseboard.tagging.gazetteer.entry import Entry
from caseboard.tagging.gazetteer.gazetteer import shipped
from caseboard.tagging.gazetteer.nearness import SETTLED, is_area
from caseboard.ui import words
from caseboard.ui.desk import CaseDesk

MOST = 7
LOOKED_AT = 300
"""Places of which a name begins as was typed, before the nearest are taken."""
NEAR_M = 250_000.0
"""Metres within which a place is likelier than a larger one far away."""

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Found:
    """A place that a point may be."""

    name: str
    about: str
    lat: float
    lon: float
    precision_m: float | None = None
    location_id: str = ""

    def at(self, x: float, y: float) -> ControlPoint:
        """The point of a picture, in fractions of its sides, that shows this place."""
        return ControlPoint(x, y, self.lat, self.lon, self.precision_m, self.name, self.location_id)


class Places:
    """Answers what is typed; the gazetteer is asked in a thread, one question at a time."""

    def __init__(self, desk: CaseDesk) -> None:
        self._desk = desk
        self._turn = asyncio.Lock()

    async def find(
        self, typed: str, points: Sequence[ControlPoint], tagged: Sequence[Location]
    ) -> list[Found]:
        """The best matches first: a position, the library's locations, the gazetteer's places.

        Before anything is typed, what is `tagged` in the clip and is no point yet.
        """
        if not typed:
            used = {each.location_id for each in points}
            fresh = [each for each in tagged if each.id not in used]
            return _located(fresh)[:MOST]
        position = _position(typed)
        if position is not None:
            return [position]
        known = await self._desk.read(entities.matches, Location, typed)
        locations = [each for each in known if isinstance(each, Location)]
        around = [(each.lat, each.lon) for each in points]
        around = around or [(each.lat, each.lon) for each in _located(tagged)]
        async with self._turn:
            entries = await asyncio.to_thread(_entries, typed, around)
        mine = {each.gazetteer_id for each in locations}
        more = [_entry(each) for each in entries if each.id not in mine]
        return [*_located(locations)[: MOST - 2], *more][:MOST]


def _position(typed: str) -> Found | None:
    try:
        point = coordinates.parse(typed)
    except CaseError:
        return None
    shown = coordinates.show(point.lat, point.lon)
    radius = _("± {n} m").format(n=numerals.fixed(point.precision_m, 0))
    return Found(shown, radius, point.lat, point.lon, point.precision_m)


def _located(locations: Sequence[Location]) -> list[Found]:
    return [
        Found(each.name, words.about(each), each.lat, each.lon, each.precision_m, each.id)
        for each in locations
        if each.lat is not None and each.lon is not None
    ]


def _entries(typed: str, around: Sequence[tuple[float, float]]) -> list[Entry]:
    """Settlements before areas, what is near the other points before what is large."""
    try:
        found = shipped().beginning(typed, LOOKED_AT)
    except CaseError as error:
        log.warning("the gazetteer cannot be read: %s", error)
        return []

    def rank(entry: Entry) -> tuple[bool, bool, bool]:
        near = [metres(entry.lat, entry.lon, *each) <= NEAR_M for each in around]
        return entry.kind not in SETTLED, not any(near), not entry.is_main

    return sorted(found, key=rank)[:MOST]


def _entry(entry: Entry) -> Found:
    where = [part for part in (entry.raion or entry.state, entry.country) if part]
    if is_area(entry):
        where.append(_("± {n} km").format(n=numerals.fixed(entry.precision_m / 1000, 0)))
    return Found(entry.name, " · ".join(where), entry.lat, entry.lon, entry.precision_m)
