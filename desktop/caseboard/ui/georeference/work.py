"""What is done to a picture while it is placed: each is a command."""

import asyncio
from dataclasses import replace
from importlib import import_module

from PySide6.QtCore import QObject, QPoint, QRect, QSize, Signal, Slot
from PySide6.QtWidgets import QMenu
from shiboken6 import isValid

from caseboard.commands import georeferencing, tracing
from caseboard.commands.georeferencing import SaveGeoreference
from caseboard.commands.layers import BinLayer, EditLayer, LayerFacts, facts_of
from caseboard.commands.tracing import PictureLayer, RetraceArea, TraceArea, outline_of
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.mapping.georeferencing import NEEDED, ControlPoint, points_of
from caseboard.model.change import Change
from caseboard.model.clip import ClipFile
from caseboard.model.ids import LayerId
from caseboard.model.refs import short
from caseboard.model.terms import GeoreferenceKind, LayerKind
from caseboard.model.work import Layer
from caseboard.store import georeferences, layers
from caseboard.store.clips import ClipView
from caseboard.store.georeferences import Placed
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.form import fill
from caseboard.ui.forms.layer_form import LayerForm
from caseboard.ui.georeference import words
from caseboard.ui.georeference.place_popup import PlacePopup
from caseboard.ui.georeference.places import Found
from caseboard.ui.georeference.plate import Plate
from caseboard.ui.georeference.plot import Area, Plot, Spot, Tool
from caseboard.ui.georeference.tab import GeoreferenceTab
from caseboard.ui.georeference.trace_form import TraceForm
from caseboard.ui.lib.asyncui import ask, async_slot, newest_slot
from caseboard.ui.listening import follow
from caseboard.ui.navigation import Navigator, Place
from caseboard.ui.reader.images import ImagesView
from caseboard.ui.telling import Telling

CONCERNS = ("georeference", "layer", "anchor", "source", "clip_file")
"""Tables of which a change may alter what is shown."""
SEE_THROUGH = 0.7
"""Opacity of a picture that is laid on the map."""


class GeoreferenceWork(QObject):
    """Keeps plot, plate and tab true to one picture of a clip."""

    told = Signal(object)
    """`Telling`."""

    def __init__(
        self, desk: CaseDesk, navigator: Navigator, images: ImagesView, parent: QObject
    ) -> None:
        super().__init__(parent)
        theme = desk.desk.theme
        is_writable = not desk.desk.library.read_only
        self._desk = desk
        self._navigator = navigator
        self._images = images
        self._view: ClipView | None = None
        self._file: ClipFile | None = None
        self._placed: Placed | None = None
        self._named: int | None = None
        self._turn = asyncio.Lock()
        self.plot = Plot(self)
        self.plate = Plate(theme, self.plot, images.picture)
        self.plate.is_writable = is_writable
        self.tab = GeoreferenceTab(theme, self.plot, images, is_writable=is_writable)
        self.popup = PlacePopup(desk, images)
        self._connect()
        follow(self, desk.desk.history.changed, self._on_changed)

    def show_file(self, view: ClipView | None, file: ClipFile | None) -> None:
        """Show how this picture of a clip is placed."""
        is_other = (file.id if file else "") != (self._file.id if self._file else "")
        self._view, self._file = view, file
        if is_other:
            self._placed = None
            self.popup.close_popup()
            self.plot.clear()
        self.tab.show_file(file, view.clip.credit if view else "")
        self.load()

    @newest_slot()
    async def load(self) -> None:
        """Read it anew; an answer that comes when another was asked for is dropped."""
        view, file = self._view, self._file
        if view is None or file is None:
            return
        found = await self._desk.read(georeferences.of_clip, view.clip.id)
        if isValid(self):
            self._show(next((each for each in found if each.georeference.file_id == file.id), None))

    def _show(self, placed: Placed | None) -> None:
        self._placed = placed
        if placed is None:
            self.plot.show((), self.plot.kind, ())
            self.tab.areas.show_layers(())
            self.tab.set_laid(laid=False)
            return
        areas = [
            Area(each.layer.id, short(each.layer.ref), outline_of(each.anchor))
            for each in placed.layers
            if each.anchor is not None and len(each.anchor.polygon) > 2
        ]
        row = placed.georeference
        self.plot.show(points_of(row.points), row.kind, areas)
        self.tab.areas.show_layers(placed.layers)
        kinds = {each.layer.kind for each in placed.layers}
        self.tab.set_laid(laid=LayerKind.PICTURE in kinds)

    def _connect(self) -> None:
        plate, tab = self.plate, self.tab
        plate.point_wanted.connect(self._on_point_wanted)
        plate.name_wanted.connect(self._on_name_wanted)
        plate.point_moved.connect(self._on_point_moved)
        plate.point_removed.connect(self._on_point_removed)
        plate.corner_moved.connect(self._on_corner_moved)
        plate.outline_ended.connect(self._on_outline_ended)
        self.popup.taken.connect(self._on_taken)
        self.popup.closed.connect(lambda: self.plot.ask_for(None))
        self.popup.map_wanted.connect(self._on_map_wanted)
        tab.points.picked.connect(self.plot.select)
        tab.points.removed.connect(self._on_point_removed)
        tab.points.menu_wanted.connect(self._on_menu_wanted)
        tab.points.kind_chosen.connect(self._on_kind_chosen)
        tab.lay.clicked.connect(self._on_lay_wanted)
        tab.areas.acted.connect(self._on_trace_wanted)
        tab.areas.ended.connect(self._on_outline_ended)
        tab.areas.edit_wanted.connect(self._on_edit_wanted)
        tab.areas.remove_wanted.connect(self._on_remove_wanted)
        tab.areas.show_wanted.connect(lambda row: self._navigator.open(Place("map", row)))

    # --- points ---

    @Slot(float, float)
    def _on_point_wanted(self, x: float, y: float) -> None:
        self._ask(None, x, y)

    @Slot(int)
    def _on_name_wanted(self, place: int) -> None:
        point = self.plot.points[place]
        self._ask(place, point.x, point.y)

    def _ask(self, place: int | None, x: float, y: float) -> None:
        """Ask what stands there; of a point that is there already, what else it is."""
        self._named = place
        self.plot.ask_for((x, y))
        at = self.plate.mapToGlobal(self.plate.place_of((x, y)).toPoint())
        near = QRect(at - QPoint(12, 12), QSize(24, 24))
        points = self.plot.points
        tagged = self._view.locations if self._view else ()
        name = "" if place is None else words.name(points[place])
        self.popup.open_for(near, points, tagged, name)

    @Slot(object)
    def _on_taken(self, found: Found) -> None:
        plot = self.plot
        if plot.pending is None:
            return
        point = found.at(*plot.pending)
        if self._named is None:
            label = _("Add control point {name}").format(name=point.name)
            self._save((*plot.points, point), label)
        else:
            label = _("Name control point {name}").format(name=point.name)
            self._save(_with(plot.points, self._named, point), label)

    @Slot()
    def _on_map_wanted(self) -> None:
        if self.plot.pending is not None:
            self._pick_on_map(self.plot.pending)

    @async_slot(object)
    async def _pick_on_map(self, spot: Spot) -> None:
        """The place is clicked on the map instead of named."""
        await asyncio.to_thread(import_module, "caseboard.mapping.compose")  # the map's, not ours
        from caseboard.ui.georeference.map_dialog import MapDialog  # noqa: PLC0415  rarely asked

        plot = self.plot
        guess = plot.fit.to_ground(*spot) if plot.fit else None
        known = [each for n, each in enumerate(plot.points) if n != self._named]
        dialog = MapDialog(self._desk.desk.theme, known, guess, self._images.window())
        try:
            is_taken = await ask(dialog)
        finally:
            if isValid(dialog):
                dialog.deleteLater()
        if is_taken and dialog.found is not None and isValid(self):
            plot.ask_for(spot)
            self._on_taken(dialog.found)
            plot.ask_for(None)

    @Slot(int)
    def _on_point_moved(self, place: int) -> None:
        name = words.name(self.plot.points[place])
        self._save(self.plot.points, _("Move control point {name}").format(name=name))

    @Slot(int)
    def _on_point_removed(self, place: int) -> None:
        points = self.plot.points
        if self._desk.desk.library.read_only or place >= len(points):
            return
        label = _("Remove control point {name}").format(name=words.name(points[place]))
        self._save((*points[:place], *points[place + 1 :]), label)

    @Slot(object)
    def _on_kind_chosen(self, kind: GeoreferenceKind) -> None:
        label = _("Place picture: {transformation}").format(transformation=words.kind(kind))
        self._save(self.plot.points, label, kind)

    def _save(
        self, points: tuple[ControlPoint, ...], label: str, kind: GeoreferenceKind | None = None
    ) -> None:
        """Show the points and have them kept; what is done next is done to these."""
        file = self._file
        if file is None:
            return
        chosen = kind or self.plot.kind
        if len(points) < NEEDED[chosen]:
            chosen = GeoreferenceKind.AFFINE
        self.plot.show(points, chosen, self.plot.areas)
        self._keep(SaveGeoreference(self._desk.case_id, file.id, chosen, points, label))

    @async_slot(object)
    async def _keep(self, command: SaveGeoreference) -> None:
        desk = self._desk.desk
        try:
            async with self._turn:
                await georeferencing.save(desk.library, desk.history, command)
        except CaseError:
            self.load()  # what was shown meanwhile is not so
            raise

    @Slot(int, QPoint)
    def _on_menu_wanted(self, place: int, at: QPoint) -> None:
        menu = self.menu_for(place)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(at)

    def menu_for(self, place: int) -> QMenu:
        """What can be done with a point."""
        menu = QMenu(self.tab)
        point, is_writable = self.plot.points[place], self.plate.is_writable
        name = menu.addAction(_("Name another place…"))
        name.triggered.connect(lambda: self._on_name_wanted(place))
        name.setEnabled(is_writable)
        if point.location_id:
            go = menu.addAction(_("Go to {name}").format(name=point.name.replace("&", "&&")))
            go.triggered.connect(lambda: self._navigator.open_entity("location", point.location_id))
        menu.addSeparator()
        remove = menu.addAction(_("Remove point"))
        remove.triggered.connect(lambda: self._on_point_removed(place))
        remove.setEnabled(is_writable)
        return menu

    # --- areas, and the picture itself ---

    @Slot()
    def _on_trace_wanted(self) -> None:
        self.plot.take(Tool.AREA)
        self.plate.setFocus()

    @async_slot()
    async def _on_outline_ended(self) -> None:
        placed, outline = self._placed, self.plot.outline
        if placed is None or self._view is None:
            return
        desk = self._desk.desk
        wanted = TraceArea(self._desk.case_id, placed.georeference.id, outline, self._facts())

        async def keep(facts: LayerFacts) -> None:
            await tracing.trace(desk.library, desk.history, replace(wanted, facts=facts))

        facts = replace(self._facts(), style=tracing.STYLE)
        form = TraceForm(self._desk, facts, self._view.source, keep, self._images.window())
        if await fill(form) and isValid(self):
            self.plot.take(Tool.POINTS)
            self.told.emit(Telling(_("The area is a layer of the map now."), is_undoable=True))

    def _facts(self) -> LayerFacts:
        """What the clip says of itself, to begin with."""
        assert self._view is not None  # noqa: S101  a clip is shown
        clip, file = self._view.clip, self._file
        return LayerFacts(
            clip.title,
            published=clip.published or "",
            source_id=self._view.source.id if self._view.source else None,
            attribution=(file.credit if file else "") or clip.credit,
        )

    @async_slot(str)
    async def _on_corner_moved(self, layer_id: str) -> None:
        desk = self._desk.desk
        area = next(each for each in self.plot.areas if each.layer_id == layer_id)
        command = RetraceArea(self._desk.case_id, area.layer_id, area.outline)
        try:
            await tracing.retrace(desk.library, desk.history, command)
        except CaseError:
            self.load()
            raise

    @async_slot()
    async def _on_lay_wanted(self) -> None:
        placed = self._placed
        if placed is None or self._view is None:
            return
        case_id, source = self._desk.case_id, self._view.source

        async def keep(facts: LayerFacts) -> None:
            await self._desk.run(PictureLayer(case_id, placed.georeference.id, facts))

        facts = replace(self._facts(), opacity=SEE_THROUGH)
        title, action = _("Picture on the map"), _("Lay on the map")
        window = self._images.window()
        form = LayerForm(self._desk, title, action, facts, keep, window, source=source)
        if await fill(form) and isValid(self):
            self.told.emit(Telling(_("The picture is a layer of the map now."), is_undoable=True))

    @async_slot(str)
    async def _on_edit_wanted(self, layer_id: str) -> None:
        layer = self._layer(layer_id)
        source = await self._desk.read(layers.source_of, layer)

        async def keep(facts: LayerFacts) -> None:
            await self._desk.run(EditLayer(self._desk.case_id, layer.id, facts))

        title, facts = _("Layer"), facts_of(layer)
        window = self._images.window()
        await fill(LayerForm(self._desk, title, _("Keep"), facts, keep, window, source=source))

    @async_slot(str)
    async def _on_remove_wanted(self, layer_id: str) -> None:
        name = self._layer(layer_id).name
        await self._desk.run(BinLayer(self._desk.case_id, LayerId(layer_id)))
        self.told.emit(Telling(_("Removed layer {name}").format(name=name), is_undoable=True))

    def _layer(self, layer_id: str) -> Layer:
        assert self._placed is not None  # noqa: S101  it has a card
        return next(each.layer for each in self._placed.layers if each.layer.id == layer_id)

    def _on_changed(self, change: Change) -> None:
        if change.touches(*CONCERNS):
            self.load()


def _with(
    points: tuple[ControlPoint, ...], place: int, point: ControlPoint
) -> tuple[ControlPoint, ...]:
    return (*points[:place], point, *points[place + 1 :])
