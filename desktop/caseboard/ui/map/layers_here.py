"""In the map's inspector: on which side of the layers' edges a spot is, and how far from them."""

import asyncio
from collections.abc import Sequence
from importlib import import_module
from typing import TYPE_CHECKING, Any, NamedTuple

from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from caseboard.commands import map_pictures
from caseboard.i18n import _, spoken
from caseboard.mapping.content import Overlay
from caseboard.model import moments
from caseboard.model.spots import Spot
from caseboard.ui.delegates.line import Face
from caseboard.ui.inspector import distance_words
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.theme import Theme
from caseboard.ui.lib.tokens import Tint
from caseboard.ui.map.layers_model import day_of
from caseboard.ui.views.map_lists import ListSection

if TYPE_CHECKING:
    from caseboard.mapping.judging import Judged

_JUDGING = "caseboard.mapping.judging"
"""Loaded by a thread when it is first wanted: it brings shapely."""
WIDEST = 30_000.0
"""Metres: of a place that is larger no edge tells anything."""


class Where(NamedTuple):
    """What is judged: a point in degrees WGS 84 and the metres around it that it may be in."""

    lat: float
    lon: float
    precision_m: float | None = None


def of_spot(spot: Spot) -> Where | None:
    """Where a spot is; None where it is too large for an edge to tell anything."""
    if spot.geometry or (spot.precision_m or 0) > WIDEST:
        return None
    return Where(spot.lat, spot.lon, spot.precision_m)


class LayersHere(ListSection["Judged"]):
    """A row for each layer that is shown and has an edge near the point; one for its country."""

    def __init__(self, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(theme, _face, _("Layers here"), parent)
        self._turn = 0
        self._asked: tuple[object, ...] = ()

    @async_slot(object, object)
    async def show_at(self, where: Where | None, overlays: Sequence[Overlay]) -> None:
        """Judge a point by these layers; None has no rows."""
        asked = (where, *map(id, overlays))
        if asked == self._asked:
            return
        self._asked = asked
        self._turn += 1
        turn = self._turn
        if where is None:
            self.show_rows(())
            return
        judging = await asyncio.to_thread(import_module, _JUDGING)
        found = await asyncio.to_thread(_judged, judging, overlays, where)
        if isValid(self) and turn == self._turn:
            self.show_rows(found)


def _judged(judging: Any, overlays: Sequence[Overlay], where: Where) -> "tuple[Judged, ...]":
    land = judging.judge_land(map_pictures.ground(), *where, spoken())
    return (*judging.judge(overlays, *where, spoken()), *((land,) if land else ()))


def _face(judged: "Judged") -> Face:
    words = {
        "inside": _("inside"),
        "outside": _("outside"),
        "near": _("too near to tell"),
    }[judged.verdict.value]
    when = moments.show(day_of(judged.as_of)) if judged.as_of else ""
    said = (when, judged.area or judged.layer)
    return Face(
        " · ".join(part for part in said if part),
        right=distance_words.length(judged.edge_m),
        pill=(words, Tint.NEUTRAL),
    )
