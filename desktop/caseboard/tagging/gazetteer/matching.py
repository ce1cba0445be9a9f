"""What the shipped table knows of a place that another file names, too."""

from functools import lru_cache

from caseboard.mapping.distances import metres
from caseboard.tagging.gazetteer.dumps import Line
from caseboard.tagging.gazetteer.entry import Entry
from caseboard.tagging.gazetteer.gazetteer import Gazetteer
from caseboard.tagging.gazetteer.nearness import AREA_M, SETTLED, is_area

SAME_M = 5_000
"""So near, a place of the same name and country is the same place."""
FARTHER = 2
"""The second nearest must be so many times as far as the nearest, and then some."""
MARGIN_M = 3_000
REACH = 3
"""A settlement lies within so many times the radius of what it is known by."""


class Known:
    """Asks the shipped table about lines of a file."""

    def __init__(self, shipped: Gazetteer) -> None:
        self._shipped = shipped
        self._states = lru_cache(maxsize=5_000)(self._state)

    def state(self, line: Line) -> str:
        """The name of the first-level division it lies in, as the shipped table has it."""
        return self._states(line.country, line.state) or line.state_name

    def area(self, line: Line) -> Entry | None:
        """The settlement of Ukraine this must be, where only its hromada or raion was known."""
        if line.country != "UA" or line.kind not in SETTLED:
            return None
        found = [
            (metres(entry.lat, entry.lon, line.lat, line.lon), entry)
            for name in dict.fromkeys((line.name, *line.aliases))
            for entry in self._shipped.lookup(name)
            if is_area(entry) and entry.state == self.state(line)
        ]
        by_id = {entry.id: (distance, entry) for distance, entry in found}
        near = sorted(by_id.values(), key=lambda pair: (pair[0], pair[1].id))
        if not near or near[0][0] > REACH * max(AREA_M, near[0][1].precision_m):
            return None
        is_doubtful = len(near) > 1 and near[1][0] < FARTHER * near[0][0] + MARGIN_M
        return None if is_doubtful else near[0][1]

    def has(self, line: Line) -> bool:
        """Whether the place itself is in the shipped table, as a point."""
        if line.id:
            return self._shipped.entry(f"geonames:{line.id}") is not None
        return any(
            entry.country == line.country
            and not is_area(entry)
            and metres(entry.lat, entry.lon, line.lat, line.lon) < SAME_M
            for entry in self._shipped.lookup(line.name)
        )

    def _state(self, country: str, code: str) -> str:
        entry = self._shipped.entry(f"state:{country}.{code}")
        return entry.name if entry else ""
