"""The card over the map that says what lies on it: marks of the case, layers, online tiles."""

from collections.abc import Iterable
from functools import partial

from PySide6.QtCore import QPoint, QSignalBlocker, Qt, Signal, Slot
from PySide6.QtWidgets import QCheckBox, QHBoxLayout, QMenu, QToolButton, QVBoxLayout, QWidget

from caseboard.i18n import _
from caseboard.mapping.overlays import bounds_of
from caseboard.model.spots import SpotKind
from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.buttons import ThemedIcon, tool_button
from caseboard.ui.lib.labels import plain_label, plain_tooltip
from caseboard.ui.lib.surfaces import Card
from caseboard.ui.map.layer_menu import AREAS, LayerDeeds, layer_menu
from caseboard.ui.map.layer_shelf import LayerShelf
from caseboard.ui.map.layer_work import LayerWork
from caseboard.ui.map.layers_list import LayersList
from caseboard.ui.map.layers_model import LayerLine, LayersModel
from caseboard.ui.map.tools import Tool

WIDTH = 300
KINDS = (SpotKind.PLACE, SpotKind.POSITION, SpotKind.CLAIM, SpotKind.PHOTO)


class LayersCard(Card):
    """Ticks say what is shown. The layers are read by the `LayerShelf` that it is given."""

    kinds_changed = Signal(object)
    """`frozenset[SpotKind]`: the marks that are shown."""
    fit_wanted = Signal(object)
    """`Bounds`."""
    tool_wanted = Signal(object)
    """`Tool`: something is to be drawn."""
    picture_wanted = Signal(object)
    """`Layer`: the picture that it was traced on, or is, is to be shown."""
    online_changed = Signal(bool)
    """Whether tiles from the network are wanted."""
    folded = Signal(bool)
    """It was closed to its head, or opened."""

    def __init__(
        self, desk: CaseDesk, shelf: LayerShelf, work: LayerWork, parent: QWidget | None = None
    ) -> None:
        super().__init__(parent)
        self._desk, self._shelf, self._work = desk, shelf, work
        self._is_writable = not desk.desk.library.read_only
        theme = desk.desk.theme
        self.model = LayersModel(self, is_writable=self._is_writable)
        self.list = LayersList(theme, self.model, self)
        self.add = tool_button(theme, "plus", _("Add a layer"), self)
        self.fold = QToolButton(self)
        self.fold.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self._arrow = ThemedIcon(theme, self.fold, "chevron-up", "muted")
        self.ticks = {kind: self._tick(kind) for kind in KINDS}
        self.online = QCheckBox(_("Online tiles"), self)
        self.wrong = plain_label("", self, tone="bad", size="small", wrap=True)
        self.setAccessibleName(_("Layers"))
        self.setFixedWidth(theme.px(WIDTH))
        self._lay_out()
        self._connect()
        self.set_folded(is_folded=False)
        self._show_lines()

    def show_kinds(self, shown: Iterable[SpotKind]) -> None:
        """Tick the marks that are shown; `kinds_changed` is not sent."""
        kinds = set(shown)
        for kind, tick in self.ticks.items():
            with QSignalBlocker(tick):
                tick.setChecked(kind in kinds)

    def show_online(self, *, is_on: bool, host: str) -> None:
        """Tick online tiles; without an address of them there is nothing to tick."""
        self.online.setChecked(is_on and bool(host))
        self.online.setEnabled(bool(host))
        plain_tooltip(
            self.online,
            _("From {host}. Off, nothing is asked for on the network.").format(host=host)
            if host
            else _("Say in Settings where tiles come from."),
        )

    def set_folded(self, *, is_folded: bool) -> None:
        """Show the head alone, or all of it."""
        self._body.setVisible(not is_folded)
        name = _("Unfold the layers") if is_folded else _("Fold the layers")
        self._arrow.change("chevron-down" if is_folded else "chevron-up")
        self.fold.setAccessibleName(name)
        plain_tooltip(self.fold, name)
        self.adjustSize()

    @property
    def is_folded(self) -> bool:
        """Whether only its head is seen."""
        return self._body.isHidden()

    def menu_of(self, line: LayerLine) -> QMenu:
        """What can be done with a layer."""
        others = [each for each in self.model.lines if each.id != line.id]
        others = [each for each in others if each.layer.kind in AREAS and each.layer.features]
        work, row = self._work, self.model.index_of(line.id).row()
        deeds = LayerDeeds(
            edit=partial(work.edit, line),
            zoom=partial(self._zoom, line),
            fade=partial(work.fade, line),
            move=lambda step: self.model.move(row, row + step),
            compare=partial(work.compare, line),
            draw=partial(self._draw_on, line),
            export=partial(work.export, line),
            remove=partial(work.remove, line),
            picture=lambda: self.picture_wanted.emit(line.layer),
        )
        return layer_menu(line, others, deeds, self, is_writable=self._is_writable)

    def add_menu(self) -> QMenu:
        """How a layer is added."""
        menu = QMenu(self)
        menu.addAction(_("Import layer…"), self._work.choose_files)
        menu.addSeparator()
        for words, tool in (
            (_("Draw an area"), Tool.AREA),
            (_("Draw a line"), Tool.LINE),
            (_("Set a point"), Tool.POINT),
        ):
            menu.addAction(words, partial(self._draw, tool))
        return menu

    def _tick(self, kind: SpotKind) -> QCheckBox:
        names = {
            SpotKind.PLACE: _("Tagged locations"),
            SpotKind.POSITION: _("Units (APP-6)"),
            SpotKind.CLAIM: _("Claims"),
            SpotKind.PHOTO: _("Photos"),
        }
        tick = QCheckBox(names[kind], self)
        tick.setChecked(True)
        return tick

    def _lay_out(self) -> None:
        px = self._desk.desk.theme.px
        head = QHBoxLayout()
        head.setContentsMargins(px(12), px(6), px(6), px(6))
        head.addWidget(plain_label(_("Layers"), self, size="strong"))
        head.addStretch(1)
        head.addWidget(self.add)
        head.addWidget(self.fold)
        self._body = QWidget(self)
        body = QVBoxLayout(self._body)
        body.setContentsMargins(px(6), 0, px(6), px(10))
        body.setSpacing(px(6))
        for tick in (*self.ticks.values(), self.list, self.online, self.wrong):
            if tick is not self.list:
                tick.setContentsMargins(0, 0, 0, 0)
                row = QHBoxLayout()
                row.setContentsMargins(px(6), 0, px(6), 0)
                row.addWidget(tick)
                body.addLayout(row)
            else:
                body.addWidget(tick)
        self.wrong.hide()
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addLayout(head)
        column.addWidget(self._body)

    def _connect(self) -> None:
        self._shelf.changed.connect(self._show_lines)
        self.model.ticked.connect(self._work.show)
        self.model.ordered.connect(self._work.order)
        self.list.menu_wanted.connect(self._on_menu_wanted)
        self.list.opened.connect(self._on_opened)
        self.list.removed.connect(self._on_removed)
        self.fold.clicked.connect(self._on_fold)
        self.add.clicked.connect(self._on_add)
        self.add.setEnabled(self._is_writable)
        self.online.clicked.connect(self.online_changed)
        for tick in self.ticks.values():
            tick.toggled.connect(self._on_kinds)

    @Slot()
    def _show_lines(self) -> None:
        current = self.list.current
        self.model.show_lines(
            [
                LayerLine(each.layer, each.source, self._shelf.swatch(each.layer.id))
                for each in reversed(self._shelf.laid)
            ]
        )
        if current is not None:
            self.list.setCurrentIndex(self.model.index_of(current.id))
        self.list.fit()
        self.wrong.setText("\n".join(str(error) for error in self._shelf.wrong))
        self.wrong.setVisible(bool(self._shelf.wrong))
        self.adjustSize()

    @Slot()
    def _on_kinds(self) -> None:
        self.kinds_changed.emit(frozenset(k for k, tick in self.ticks.items() if tick.isChecked()))

    @Slot()
    def _on_fold(self) -> None:
        self.set_folded(is_folded=not self.is_folded)
        self.folded.emit(self.is_folded)

    @Slot()
    def _on_add(self) -> None:
        self._popup(self.add_menu(), self.add.mapToGlobal(QPoint(0, self.add.height())))

    @Slot(object, QPoint)
    def _on_menu_wanted(self, line: LayerLine, place: QPoint) -> None:
        self._popup(self.menu_of(line), place)

    @Slot(object)
    def _on_opened(self, line: LayerLine) -> None:
        if self._is_writable:
            self._work.edit(line)

    @Slot(object)
    def _on_removed(self, line: LayerLine) -> None:
        if self._is_writable:
            self._work.remove(line)

    def _zoom(self, line: LayerLine) -> None:
        bounds = bounds_of(line.layer)
        if bounds is not None:
            self.fit_wanted.emit(bounds)

    def _draw(self, tool: Tool) -> None:
        self._work.draw_on(None)
        self.tool_wanted.emit(tool)

    def _draw_on(self, line: LayerLine) -> None:
        self._work.draw_on(line.id)
        self.tool_wanted.emit(Tool.AREA)

    @staticmethod
    def _popup(menu: QMenu, place: QPoint) -> None:
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        menu.popup(place)
