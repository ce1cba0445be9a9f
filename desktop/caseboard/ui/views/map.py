"""The map of a case: what is known to be somewhere, in a list, on the ground, and in words."""

from collections.abc import Collection

from PySide6.QtCore import Qt, QTimer, Signal, Slot
from PySide6.QtGui import QHideEvent, QResizeEvent, QShowEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.mapping import framing
from caseboard.mapping.content import Content
from caseboard.mapping.coordinates import Notation
from caseboard.mapping.options import Grid
from caseboard.mapping.overlays import bounds_of
from caseboard.mapping.view import Bounds, View
from caseboard.model.ids import LayerId
from caseboard.model.spots import SpotKey, SpotKind
from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.banner import Banner, Kind
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.map.canvas import MapCanvas
from caseboard.ui.map.coordinates_bar import CoordinatesBar
from caseboard.ui.map.credits import Credits
from caseboard.ui.map.frame import MapFrame
from caseboard.ui.map.goto import GoToField
from caseboard.ui.map.layer_intake import SURE
from caseboard.ui.map.layer_shelf import LayerShelf
from caseboard.ui.map.layer_work import LayerWork
from caseboard.ui.map.layers_card import LayersCard
from caseboard.ui.map.menu import MapMenu
from caseboard.ui.map.online import OnlineSign, OnlineTiles
from caseboard.ui.map.readout import Readout
from caseboard.ui.map.tools import Sketch, SketchKind, Tool
from caseboard.ui.navigation import Navigator, Place
from caseboard.ui.panes import Panes
from caseboard.ui.timeline.strip import TimelineStrip
from caseboard.ui.views import map_export
from caseboard.ui.views.map_bar import MapBar
from caseboard.ui.views.map_inspector import MapInspector, opening
from caseboard.ui.views.map_kept import MapKept
from caseboard.ui.views.map_list import MapList
from caseboard.ui.views.map_middle import MapMiddle
from caseboard.ui.views.map_model import MapModel
from caseboard.ui.views.map_showing import Showing

LIST_WIDTH = 240
INSPECTOR_WIDTH = 310
NARROW = 600
"""Pixels of map with less than which the card of layers would cover half of it."""
PAUSE = 800
"""Milliseconds after the last move until where one looks from is written down."""


class MapView(Surface):
    """List, map and inspector show one selection; the strip below brushes all of them."""

    told = Signal(object)
    """`Telling`."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self._desk = desk
        self._navigator = navigator
        theme = desk.desk.theme
        self.kept = MapKept(desk.desk.settings, desk.case_id)
        self.model = MapModel(desk, self)
        self.shelf = LayerShelf(desk, self)
        self.layer_work = LayerWork(desk, self)
        self.online = OnlineTiles(desk.desk, self)
        self.sign = OnlineSign(theme, self.online, self)
        self.bar = MapBar(theme, self)
        self.notice = Banner(theme, self)
        self.list = MapList(theme, self)
        self.canvas = MapCanvas(theme, None, self, desk.desk.symbols)
        self.frame = MapFrame(theme, self.canvas, self)
        self.goto = GoToField(desk, self.canvas, self)
        self.coordinates = CoordinatesBar(theme, self.canvas, self)
        self.readout = Readout(theme, self.canvas, self)
        self.credits = Credits(theme, self.canvas, self)
        self.layers = LayersCard(desk, self.shelf, self.layer_work, self)
        self.inspector = MapInspector(desk, self)
        self.strip = TimelineStrip(desk, self)
        self.showing = Showing(desk, navigator, self.model, self)
        self._writing = QTimer(self, singleShot=True, interval=PAUSE)
        self._is_placed = False
        self._new_layer = ""
        self._lay_out()
        self._connect()
        self._restore()
        self.model.reload()
        self.shelf.reload()

    @property
    def selected(self) -> frozenset[SpotKey]:
        """What is selected, on the map and beside it."""
        return self.canvas.selected

    def show_row(self, row_id: str) -> None:
        """Select a location, claim, photo, unit or position, and go there once it is read."""
        self.showing.want(row_id)

    def fold(self, index: int) -> None:
        """Fold the list (0) or the inspector (2) away, or bring it back."""
        self.panes.fold(index, folded=not self.panes.is_folded(index))
        self._show_folds()

    def choose(self, keys: Collection[SpotKey], *, show: bool = False) -> None:
        """Select these on the map, in the list and in the inspector; bring them into sight."""
        self.canvas.select(frozenset(keys), show=show)
        self._on_chosen(self.canvas.selected)

    @Slot(object)
    def show_kinds(self, kinds: frozenset[SpotKind]) -> None:
        """Show these kinds of spots and no others, now and the next time."""
        if kinds != self.model.kinds:
            self.kept.keep_kinds(kinds)
            self.model.show_kinds(kinds)
            self.layers.show_kinds(kinds)

    # --- building ---

    def _lay_out(self) -> None:
        self.bar.add_field(self.goto)
        self.frame.add(self.layers, Qt.Corner.TopLeftCorner, covers=True)
        self.frame.add(self.sign, Qt.Corner.TopRightCorner)
        self.frame.add(self.readout, Qt.Corner.TopRightCorner)
        self.frame.add(self.credits, Qt.Corner.BottomLeftCorner)
        self.frame.add(self.coordinates, Qt.Corner.BottomRightCorner)
        theme = self._desk.desk.theme
        middle = MapMiddle(theme, self.bar, self.notice, self.frame, self.strip, self)
        self.panes = Panes(self._desk.desk.settings, "map", self)
        self.panes.add(self.list, theme.px(LIST_WIDTH))
        self.panes.add(middle, theme.px(640), takes_room=True)
        self.panes.add(self.inspector, theme.px(INSPECTOR_WIDTH))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.addWidget(self.panes)

    def _connect(self) -> None:
        canvas, bar = self.canvas, self.bar
        self.model.drawn.connect(self._show)
        self.model.failed.connect(self._on_failed)
        self.shelf.changed.connect(self._show)
        self.online.changed.connect(self._show_online)
        self._desk.brush.changed.connect(lambda brushed: self.shelf.show_moment(brushed.end))
        canvas.chosen.connect(self._on_chosen)
        canvas.opened.connect(self._open)
        canvas.pin_moved.connect(self._on_pin_moved)
        canvas.view_changed.connect(self._on_view_changed)
        canvas.trail_changed.connect(self._on_trail_changed)
        canvas.traced.connect(lambda: bar.show_tool(canvas.tool))
        canvas.menu_wanted.connect(self._add_to_menu)
        self.list.chosen.connect(lambda keys: self.choose(keys, show=True))
        self.list.opened.connect(self._open)
        self.inspector.chosen.connect(lambda keys: self.choose(keys, show=True))
        self.inspector.centre_wanted.connect(self.showing.go_to)
        self.inspector.clip_opened.connect(self._navigator.open_clip)
        self.inspector.entity_opened.connect(self._navigator.open_entity)
        self.showing.found.connect(self._on_found)
        self.strip.opened.connect(lambda: self._navigator.open_view("timeline"))
        self.panes.splitterMoved.connect(self._show_folds)
        self._writing.timeout.connect(lambda: self.kept.keep_view(canvas.view))
        self._connect_bar()
        self._connect_layers()

    def _connect_bar(self) -> None:
        canvas, bar = self.canvas, self.bar
        bar.list.clicked.connect(lambda: self.fold(0))
        bar.back.clicked.connect(canvas.back)
        bar.forward.clicked.connect(canvas.forward)
        bar.fit.clicked.connect(lambda: canvas.fit(self._all()))
        bar.zoom_wanted.connect(canvas.zoom)
        bar.tool_wanted.connect(self._on_tool_wanted)
        bar.grid_wanted.connect(self._use_grid)
        bar.notation_wanted.connect(self._use_notation)
        self.coordinates.notation_chosen.connect(self._use_notation)
        bar.export_wanted.connect(self._export)

    def _connect_layers(self) -> None:
        card, work, canvas = self.layers, self.layer_work, self.canvas
        self.frame.covered.connect(canvas.cover)
        card.kinds_changed.connect(self.show_kinds)
        card.fit_wanted.connect(canvas.fit)
        card.tool_wanted.connect(self._on_tool_wanted)
        card.online_changed.connect(self.online.turn)
        card.folded.connect(lambda is_folded: self.kept.keep_folded(is_folded=is_folded))
        work.told.connect(self.told)
        work.added.connect(self._on_layer_added)
        self.layers.picture_wanted.connect(self.showing.open_picture)
        canvas.can_add_places = not self._desk.desk.library.read_only
        if canvas.can_add_places:
            canvas.drawn.connect(work.take_sketch)
            canvas.place_wanted.connect(self._on_place_wanted)
            self.frame.takes = SURE
            self.frame.dropped.connect(work.take_files)

    def _restore(self) -> None:
        """As it was looked at last."""
        self.model.kinds = self.kept.kinds
        self.layers.show_kinds(self.kept.kinds)
        self.layers.show_online(is_on=self.online.is_on, host=self.online.host)
        self.sign.refresh()
        self._use_grid(self.kept.grid)
        self._use_notation(self.kept.notation)
        if place := self.kept.place:
            self._is_placed = True
            self.canvas.go_to(*place)

    # --- what is shown ---

    @Slot()
    def _show(self) -> None:
        ground = (self.online.overlay,) if self.online.overlay else ()
        content = Content(self.model.content.spots, (*ground, *self.shelf.overlays))
        self.canvas.show_content(content)
        self.inspector.show_layers(self.shelf.overlays)
        self.list.show_spots(content.spots, self.canvas.selected)
        self._show_pages()
        self._say_left_out()
        self._show_new_layer()
        if self.model.is_read:
            self._fit_at_first()
            self.showing.settle()

    @Slot()
    def _show_online(self) -> None:
        self.layers.show_online(is_on=self.online.is_on, host=self.online.host)
        self._show()

    def _fit_at_first(self) -> None:
        """A case that was never looked at is shown whole, but for areas as large as a region."""
        bounds = self._all()
        if not self._is_placed and bounds is not None:
            self._is_placed = True
            self.canvas.fit(bounds)

    def _all(self) -> Bounds | None:
        """Where the claims and units are, and the layers made of the case; else all of it."""
        return framing.framed(self.model.content.spots, self.shelf.overlays)

    def _show_new_layer(self) -> None:
        laid = self.shelf.one(self._new_layer) if self._new_layer else None
        bounds = bounds_of(laid.layer) if laid is not None else None
        if laid is not None:
            self._new_layer = ""
        if bounds is not None:
            self.canvas.fit(bounds)

    def _show_pages(self) -> None:
        keys, pinned = self.canvas.selected, self.canvas.pinned
        if len(keys) == 1:
            self.inspector.show_page(self.model.read.pages.page(next(iter(keys))))
        elif not keys and pinned is not None:
            self.inspector.show_ground(pinned)
        else:
            spots = self.model.content.spots
            self.inspector.show_several([spot for spot in spots if spot.key in keys])

    def _say_left_out(self) -> None:
        self.bar.say_undated(self.model.undated)
        if self.model.is_read and self.model.is_bare and not self.shelf.laid:
            words = _(
                "Nothing of this case has a place yet. Tag the name of one in a clip: press L."
            )
            go = (_("Go to the clips"), lambda: self._navigator.open_view("clip"))
            self.notice.show_notice(Kind.NEWS, words, [go])

    @Slot(object)
    def _on_failed(self, error: CaseError) -> None:
        retry = (_("Try again"), self.model.reload)
        self.notice.show_notice(Kind.ERROR, f"{error} {error.hint}".strip(), [retry])

    # --- what is selected ---

    @Slot(object)
    def _on_chosen(self, keys: frozenset[SpotKey]) -> None:
        self.list.select(keys)
        self._show_pages()
        if len(keys) == 1:
            self._navigator.stand_at(Place("map", next(iter(keys)).row_id))

    @Slot()
    def _on_pin_moved(self) -> None:
        """Who asks about a point asks about nothing else."""
        if self.canvas.pinned is not None and self.canvas.selected:
            self.choose(())
        self._show_pages()

    @Slot(object)
    def _on_found(self, keys: frozenset[SpotKey]) -> None:
        """What was asked for from another view is there."""
        self.choose(keys)
        self.showing.go_to(*keys)

    @Slot(object)
    def _open(self, key: SpotKey) -> None:
        page = self.model.read.pages.page(key)
        if page is not None:
            self._navigator.stand_at(Place("map", key.row_id))
            self._navigator.open_entity(*opening(page))

    def _add_to_menu(self, asked: MapMenu) -> None:
        if len(asked.keys) != 1:
            return
        (key,) = asked.keys
        label = next(each.label for each in self.model.content.spots if each.key == key)
        first = asked.menu.actions()[0]
        name = label.replace("&", "&&")  # a menu reads one & as the mark of a key
        action = asked.menu.addAction(_("Open “{name}”").format(name=name))
        action.triggered.connect(lambda: self._open(key))
        asked.menu.insertAction(first, action)
        asked.menu.insertSeparator(first)

    # --- how it is shown ---

    @Slot(object)
    def _on_tool_wanted(self, tool: Tool) -> None:
        self.canvas.set_tool(Tool.PAN if self.canvas.tool is tool else tool)
        self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(object)
    def _on_layer_added(self, layer_id: LayerId) -> None:
        """It is brought into sight once it is read."""
        self._new_layer = layer_id

    @Slot(float, float)
    def _on_place_wanted(self, lat: float, lon: float) -> None:
        self.layer_work.draw_on(None)
        self.layer_work.take_sketch(Sketch(SketchKind.POINT, ((lat, lon),)))

    @Slot(object)
    def _use_grid(self, grid: Grid) -> None:
        self.kept.keep_grid(grid)
        self.canvas.set_grid(grid.value)
        self.bar.show_view(grid, self.kept.notation)

    @Slot(object)
    def _use_notation(self, notation: Notation) -> None:
        self.kept.keep_notation(notation)
        self.inspector.use_notation(notation)
        self.coordinates.use_notation(notation)
        self.bar.show_view(self.kept.grid, notation)

    @async_slot(str)
    async def _export(self, ending: str) -> None:
        canvas = self.canvas
        symbols = self._desk.desk.symbols
        plate = map_export.Plate(canvas.view, canvas.content, self.kept.grid, symbols)
        try:
            telling = await map_export.save(self._desk, plate, ending, self.window())
        except CaseError as error:
            if isValid(self):
                self.notice.show_notice(Kind.ERROR, f"{error} {error.hint}".strip())
            return
        if telling is not None and isValid(self):
            self.told.emit(telling)

    @Slot(object)
    def _on_view_changed(self, _view: View) -> None:
        self._writing.start()

    @Slot()
    def _on_trail_changed(self) -> None:
        trail = self.canvas.trail
        self.bar.show_way(can_go_back=trail.can_go_back, can_go_forward=trail.can_go_forward)

    @Slot()
    def _show_folds(self) -> None:
        self.bar.list.setChecked(not self.panes.is_folded(0))

    def _fold_layers(self) -> None:
        """In a small window they are folded, until the analyst says otherwise."""
        px = self._desk.desk.theme.px  # the panes have not got their widths yet
        is_narrow = self.width() - px(LIST_WIDTH + INSPECTOR_WIDTH) < px(NARROW)
        kept = self.kept.is_folded
        is_folded = is_narrow if kept is None else kept
        if is_folded != self.layers.is_folded:
            self.layers.set_folded(is_folded=is_folded)

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.sleep(asleep=False)
        self._show_folds()
        self._fold_layers()

    @override
    def resizeEvent(self, event: QResizeEvent) -> None:
        super().resizeEvent(event)
        self._fold_layers()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.model.sleep(asleep=True)
