"""Finding on the map what another view asked to see there, and saying why it is not."""

from typing import Protocol

from PySide6.QtCore import QObject, Signal

from caseboard.i18n import _
from caseboard.mapping import framing
from caseboard.mapping.overlays import bounds_of
from caseboard.model.spots import SpotKey, SpotKind
from caseboard.model.work import Layer
from caseboard.store import georeferences
from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.banner import Banner, Kind
from caseboard.ui.map.canvas import MapCanvas
from caseboard.ui.map.layer_shelf import LayerShelf
from caseboard.ui.map.layer_work import LayerWork
from caseboard.ui.navigation import Navigator
from caseboard.ui.views.map_model import MapModel


class Host(Protocol):
    """The view that has the map."""

    notice: Banner
    shelf: LayerShelf
    layer_work: LayerWork
    canvas: MapCanvas

    def show_kinds(self, kinds: frozenset[SpotKind]) -> None:
        """Show these kinds of spots and no others."""


class Showing(QObject):
    """Remembers the row that is wanted until the case was read."""

    found = Signal(object)
    """The keys (`frozenset[SpotKey]`) that stand for what was wanted."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, model: MapModel, view: Host) -> None:
        super().__init__(view.canvas)
        self._desk = desk
        self._navigator = navigator
        self._model = model
        self._view = view
        self._wanted = ""

    def want(self, row_id: str) -> None:
        """Show a location, claim, photo, unit, position, clip or layer, as soon as it is there."""
        self._wanted = row_id
        self.settle()

    def settle(self) -> None:
        """Show what is wanted, or say why that cannot be; not before the map is up to date."""
        if not self._wanted or not self._model.is_current or not self._view.shelf.is_read:
            return
        wanted, self._wanted = self._wanted, ""
        if self._show_layer(wanted):
            return
        pages = self._model.read.pages
        keys = pages.keys_of(wanted) or pages.keys_in(wanted)
        shown = keys & {spot.key for spot in self._model.content.spots}
        if shown:
            self._view.notice.dismiss()
            self.found.emit(shown)
        elif keys:
            self._say_hidden(wanted, keys)
        elif name := pages.name_of(wanted):
            words = _("“{name}” has no coordinates, so it is not on the map.").format(name=name)
            self._view.notice.show_notice(Kind.NEWS, words)
        else:
            words = _("That has no place on this map yet.")
            self._view.notice.show_notice(Kind.NEWS, words)

    @async_slot(object)
    async def open_picture(self, layer: Layer) -> None:
        """Open the clip with the picture that a layer was traced on, or is."""
        origin = await self._desk.read(georeferences.origin_of, layer)
        if origin is not None:
            clip_id, anchor_id = origin
            self._navigator.open_clip(clip_id, anchor_id or None)

    def _show_layer(self, layer_id: str) -> bool:
        """Bring a layer into sight, and say so where it is hidden; whether there is such a one."""
        laid = self._view.shelf.one(layer_id)
        if laid is None:
            return False
        layer, work = laid.layer, self._view.layer_work
        self._view.notice.dismiss()
        bounds = bounds_of(layer)
        if bounds is not None:
            self._view.canvas.fit(bounds)
        if not layer.is_shown:
            words = _("The layer “{name}” is hidden.").format(name=layer.name)
            show = (_("Show it"), lambda: work.show(layer.id, True))
            self._view.notice.show_notice(Kind.NEWS, words, [show])
        return True

    def go_to(self, *keys: SpotKey) -> None:
        """Bring spots into sight with what lies around them."""
        bounds = framing.around(spot for spot in self._model.content.spots if spot.key in keys)
        if bounds is not None:
            self._view.canvas.fit(bounds)

    def _say_hidden(self, wanted: str, keys: frozenset[SpotKey]) -> None:
        def show_all() -> None:
            self._view.show_kinds(self._model.kinds | {key.kind for key in keys})
            self._desk.brush.clear()
            self._wanted = wanted
            self.settle_later()

        if self._desk.brush.brushed.is_all:
            words = _("It is of a kind that is not shown now.")
        else:
            words = _("It does not belong to the time that is brushed.")
        self._view.notice.show_notice(Kind.NEWS, words, [(_("Show it all the same"), show_all)])

    def settle_later(self) -> None:
        """Look again when the map is next drawn; at once if it is drawn already."""
        pages = self._model.read.pages
        keys = pages.keys_of(self._wanted) or pages.keys_in(self._wanted)
        if keys & {spot.key for spot in self._model.content.spots}:
            self.settle()
