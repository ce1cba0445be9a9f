"""Where the anchors of a printed briefing stand, in the order one reads them."""

from collections.abc import Mapping
from typing import NamedTuple


class Spot(NamedTuple):
    """A place on a page, from 0, so many points from the top of it."""

    page: int
    top: float


class PageSpots:
    """The anchors of one print."""

    def __init__(self, places: Mapping[str, tuple[int, float]] | None = None) -> None:
        self._places = {name: Spot(*place) for name, place in (places or {}).items()}
        self._order = sorted(self._places.items(), key=lambda pair: pair[1])

    def of(self, anchor: str) -> Spot | None:
        """Where an anchor stands."""
        return self._places.get(anchor)

    def before(self, spot: Spot, slack: float = 0.0) -> str:
        """The last anchor at a place or before it, at most `slack` points after; or nothing."""
        reach = Spot(spot.page, spot.top + slack)
        found = [name for name, place in self._order if place <= reach]
        return found[-1] if found else ""

    def section(self, spot: Spot, kinds: frozenset[str]) -> str:
        """The last anchor at a place or before it that is one of `kinds`; or nothing."""
        found = [name for name, place in self._order if place <= spot and name in kinds]
        return found[-1] if found else ""

    def after(self, anchor: str, kinds: frozenset[str]) -> Spot | None:
        """Where the next of `kinds` stands after an anchor; None where there is none."""
        here = self._places.get(anchor)
        if here is None:
            return None
        rest = (place for name, place in self._order if place > here and name in kinds)
        return next(rest, None)
