"""How much the other places of a text speak for one country, state or neighbourhood."""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import floor, log1p

from caseboard.tagging.gazetteer.entry import Entry, EntryKind
from caseboard.tagging.gazetteer.naming import key
from caseboard.tagging.places.containing import WIDE
from caseboard.tagging.suggestions import Place

Shares = Sequence[float]
"""How likely each candidate of a group is; they add up to 1."""
_FINE = 4
"""Cells to a degree for what is close by."""
_OF_CASE = 2.0
"""What a place of the case weighs; one of the text weighs up to 1."""


class Support:
    """Adds up what every group weighs; `of` leaves out the group that asks."""

    def __init__(self) -> None:
        self._country: defaultdict[str, float] = defaultdict(float)
        self._state: defaultdict[tuple[str, str], float] = defaultdict(float)
        self._cell: defaultdict[tuple[int, int], float] = defaultdict(float)
        self._close: defaultdict[tuple[int, int], float] = defaultdict(float)
        self._named: defaultdict[tuple[str, str], float] = defaultdict(float)

    def add(self, entries: Sequence[Entry], shares: Shares, weight: float) -> None:
        """Count a group; a negative weight takes it out again."""
        for entry, share in zip(entries, shares, strict=True):
            self._count(entry, share * weight)

    def add_known(self, places: Iterable[Place]) -> None:
        """Count the places of the case."""
        for place in places:
            if place.lat is not None and place.lon is not None:
                self._cell[_cell(place.lat, place.lon)] += _OF_CASE
                self._close[_cell(place.lat * _FINE, place.lon * _FINE)] += _OF_CASE
            for country in filter(None, place.country.split(",")):
                self._country[country] += _OF_CASE / 4

    def _count(self, entry: Entry, mass: float) -> None:
        if mass == 0:
            return
        for country in entry.country.split(","):
            self._country[country] += mass
        state = _state(entry)
        if state:
            self._state[entry.country, state] += mass
        if entry.kind in {EntryKind.STATE, EntryKind.COUNTRY}:
            self._named[
                entry.country, key(entry.name) if entry.kind is EntryKind.STATE else ""
            ] += mass
        if entry.kind not in WIDE:
            self._cell[_cell(entry.lat, entry.lon)] += mass
            self._close[_cell(entry.lat * _FINE, entry.lon * _FINE)] += mass

    def country(self, entry: Entry) -> float:
        """How much of the text is in its country."""
        return max((log1p(max(0.0, self._country[c])) for c in entry.country.split(",")), default=0)

    def state(self, entry: Entry) -> float:
        """How much of the text is in its state, or is that state."""
        state = _state(entry)
        return log1p(max(0.0, self._state[entry.country, state])) if state else 0.0

    def state_named(self, entry: Entry) -> float:
        """Whether its state is named."""
        if entry.kind in WIDE or not entry.state:
            return 0.0
        return min(1.0, max(0.0, self._named[entry.country, key(entry.state)]))

    def country_named(self, entry: Entry) -> float:
        """Whether its country is named."""
        if entry.kind is EntryKind.COUNTRY:
            return 0.0
        return min(1.0, max(0.0, self._named[entry.country, ""]))

    def near(self, entry: Entry) -> float:
        """How many are within some hundred kilometres."""
        if entry.kind in WIDE:
            return 0.0
        return _around(self._cell, _cell(entry.lat, entry.lon))

    def close(self, entry: Entry) -> float:
        """How many are within some thirty kilometres."""
        if entry.kind in WIDE:
            return 0.0
        return _around(self._close, _cell(entry.lat * _FINE, entry.lon * _FINE))


def _state(entry: Entry) -> str:
    if entry.kind is EntryKind.STATE:
        return key(entry.name)
    return key(entry.state) if entry.state else ""


def _around(cells: Mapping[tuple[int, int], float], cell: tuple[int, int]) -> float:
    row, column = cell
    mass = sum(cells.get((row + dr, column + dc), 0.0) for dr in (-1, 0, 1) for dc in (-1, 0, 1))
    return log1p(max(0.0, mass))


def _cell(lat: float, lon: float) -> tuple[int, int]:
    return floor(lat), floor(lon)
