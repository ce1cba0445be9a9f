"""What the gazetteer knows around a position, asked off the loop's thread."""

import asyncio
import logging
from collections.abc import Sequence

from caseboard.errors import CaseError
from caseboard.tagging.gazetteer.gazetteer import Gazetteer, shipped
from caseboard.tagging.gazetteer.nearness import Near, is_dot
from caseboard.tagging.suggestions import Place
from caseboard.ui.inspector.locator_plan import LARGE, Neighbour

WITHIN_M = (20_000.0, 80_000.0)
"""How far is looked, at first and where nothing large is so near."""
MOST = 40

log = logging.getLogger(__name__)


class PlacesNear:
    """Asks in a thread, one question at a time."""

    def __init__(self) -> None:
        self._turn = asyncio.Lock()

    async def around(self, place: Place) -> Sequence[Neighbour]:
        """The larger places around one, the largest first; none where it has no position."""
        lat, lon = place.lat, place.lon
        if lat is None or lon is None:
            return ()
        async with self._turn:
            return await asyncio.to_thread(around, lat, lon, place.gazetteer_id)

    async def nearest(self, lat: float, lon: float) -> Near | None:
        """The nearest settlement and the way to it; None where there is none for a long way."""
        async with self._turn:
            return await asyncio.to_thread(_nearest, lat, lon)


def around(lat: float, lon: float, besides: str = "") -> list[Neighbour]:
    """The largest settlements near a position, but for that of the id `besides`."""
    found: list[Neighbour] = []
    gazetteer = _gazetteer()
    if gazetteer is None:
        return found
    for within in WITHIN_M:
        near = [each.entry for each in gazetteer.around(lat, lon, within) if is_dot(each.entry)]
        others = [entry for entry in near if entry.id != besides]
        found = [Neighbour(e.name, e.lat, e.lon, e.population) for e in others]
        if any(each.population >= LARGE for each in found):
            break
    return sorted(found, key=lambda each: -each.population)[:MOST]


def _nearest(lat: float, lon: float) -> Near | None:
    gazetteer = _gazetteer()
    return gazetteer.nearest(lat, lon) if gazetteer else None


def _gazetteer() -> Gazetteer | None:
    """The names of places; a map goes without them where their file is missing or damaged."""
    try:
        return shipped()
    except CaseError as error:
        log.warning("the gazetteer cannot be read: %s", error)
        return None
