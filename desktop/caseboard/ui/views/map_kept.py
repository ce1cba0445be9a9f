"""What the map remembers: from where one looked at each case, and how positions are written."""

from collections.abc import Collection
from enum import StrEnum
from typing import TypeVar

from caseboard.mapping.coordinates import Notation
from caseboard.mapping.options import Grid
from caseboard.mapping.view import FURTHEST, NEAREST, View
from caseboard.model.ids import CaseId
from caseboard.model.spots import SpotKind
from caseboard.runtime.settings import SettingsFile

E = TypeVar("E", bound=StrEnum)


class MapKept:
    """Reads and writes the settings of one case's map; what cannot be read is as at first."""

    def __init__(self, settings: SettingsFile, case_id: CaseId) -> None:
        self._settings = settings
        self._case = f"map.{case_id}"

    @property
    def place(self) -> tuple[float, float, float] | None:
        """Latitude, longitude (degrees) and zoom that one looked from; None for a new case."""
        try:
            lat, lon, zoom = (float(part) for part in self._get(f"{self._case}.view").split())
        except ValueError:
            return None
        is_there = abs(lat) <= 90 and abs(lon) <= 180 and FURTHEST <= zoom <= NEAREST
        return (lat, lon, zoom) if is_there else None

    def keep_view(self, view: View) -> None:
        """Remember from where one looks."""
        self._put(f"{self._case}.view", f"{view.lat:.5f} {view.lon:.5f} {view.zoom:.2f}")

    @property
    def kinds(self) -> frozenset[SpotKind]:
        """Which kinds of spots are shown."""
        kept = self._get(f"{self._case}.hidden").split()
        return frozenset(kind for kind in SpotKind if kind.value not in kept)

    def keep_kinds(self, kinds: Collection[SpotKind]) -> None:
        """Remember which kinds are shown."""
        hidden = sorted(kind.value for kind in SpotKind if kind not in kinds)
        self._put(f"{self._case}.hidden", " ".join(hidden))

    @property
    def is_folded(self) -> bool | None:
        """Whether the card of layers is closed to its head; None where nobody has said."""
        return {"folded": True, "open": False}.get(self._get(f"{self._case}.layers"))

    def keep_folded(self, *, is_folded: bool) -> None:
        """Remember whether the card of layers is closed."""
        self._put(f"{self._case}.layers", "folded" if is_folded else "open")

    @property
    def notation(self) -> Notation:
        """How positions are written, in every case."""
        return self._one(Notation, "map.notation", Notation.MGRS)

    def keep_notation(self, notation: Notation) -> None:
        """Write positions so from now on."""
        self._put("map.notation", notation.value)

    @property
    def grid(self) -> Grid:
        """Which grid lies over the map, in every case."""
        return self._one(Grid, "map.grid", Grid.NONE)

    def keep_grid(self, grid: Grid) -> None:
        """Lay this grid over maps from now on."""
        self._put("map.grid", grid.value)

    def _one(self, kind: type[E], key: str, otherwise: E) -> E:
        kept = self._get(key)
        return next((each for each in kind if each.value == kept), otherwise)

    def _get(self, key: str) -> str:
        return self._settings.settings.choices.get(key, "")

    def _put(self, key: str, value: str) -> None:
        kept = dict(self._settings.settings.choices)
        self._settings.change(choices={**kept, key: value})
