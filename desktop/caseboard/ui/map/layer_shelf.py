"""The layers of an open case: which there are, and those that are drawn, read off the loop."""

import asyncio
from datetime import datetime
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from shiboken6 import isValid

from caseboard.analysis.spot_times import holding
from caseboard.commands import overlaying
from caseboard.commands.overlaying import Laid, Overlays
from caseboard.mapping import overlays
from caseboard.mapping.content import Overlay
from caseboard.model.change import Change
from caseboard.model.ids import LayerId
from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.asyncui import newest_slot
from caseboard.ui.listening import follow

if TYPE_CHECKING:
    from collections.abc import Mapping

    from caseboard.errors import CaseError

TABLES = ("layer", "georeference", "source")


class LayerShelf(QObject):
    """Reads the layers anew when they change; of one map on several days the one that holds.

    `moment` is the end of what is brushed: a map of several days shows its last day before it.
    """

    changed = Signal()
    """Other layers, or other features of them: `laid` and `overlays` are fresh."""

    def __init__(self, desk: CaseDesk, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._reader = Overlays(desk.desk.library.files)
        self._moment: datetime | None = None
        self._swatches: Mapping[str, tuple[str, ...]] = {}
        self.is_read = False
        """Whether it is known which layers there are."""
        self.laid: tuple[Laid, ...] = ()
        """Every layer of the case, from the lowest to the highest."""
        self.overlays: tuple[Overlay, ...] = ()
        """Those that are drawn, from the lowest to the highest."""
        self.wrong: tuple[CaseError, ...] = ()
        """What kept others from being drawn."""
        self.destroyed.connect(self._reader.close)
        follow(self, desk.desk.history.changed, self._on_changed)

    @property
    def moment(self) -> datetime | None:
        """Up to when maps are shown, UTC; None is now."""
        return self._moment

    def show_moment(self, moment: datetime | None) -> None:
        """Show how things were just before `moment`."""
        if moment != self._moment:
            self._moment = moment
            self.reload()

    def one(self, layer_id: str) -> Laid | None:
        """A layer by its id."""
        return next((each for each in self.laid if each.layer.id == layer_id), None)

    def swatch(self, layer_id: str) -> tuple[str, ...]:
        """The colours that stand for a layer, `#rrggbb`; none where they are not known yet."""
        return self._swatches.get(layer_id, ())

    @newest_slot()
    async def reload(self) -> None:
        """Read all that changed."""
        laid = await self._desk.read(overlaying.of_case, self._desk.case_id)
        held = {each.id for each in holding([each.layer for each in laid], self._moment)}
        drawn = [each for each in laid if each.layer.is_shown and each.layer.id in held]
        found, wrong = await asyncio.to_thread(self._reader.read, drawn)
        colours = await asyncio.to_thread(_swatches, laid, found)
        if isValid(self):
            self.laid, self.overlays, self.wrong = tuple(laid), found, wrong
            self.is_read = True
            self._swatches = dict(self._swatches) | colours
            self.changed.emit()

    def _on_changed(self, change: Change) -> None:
        if change.case_id in {None, self._desk.case_id} and change.touches(*TABLES):
            self.reload()


def _swatches(laid: list[Laid], drawn: tuple[Overlay, ...]) -> dict[LayerId, tuple[str, ...]]:
    features = {each.id: each.features for each in drawn}
    found = {
        each.layer.id: overlays.swatch(each.layer.style, features.get(each.layer.id, ()))
        for each in laid
    }
    return {layer_id: swatch for layer_id, swatch in found.items() if swatch}
