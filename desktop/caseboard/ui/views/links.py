"""The graph of a case: claims, sources, clips, places, units and people, and what joins them."""

from functools import partial

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from caseboard.analysis import subnetwork
from caseboard.analysis.network import Edge
from caseboard.errors import CaseError
from caseboard.i18n import _, ngettext
from caseboard.model import numerals
from caseboard.model.network import NodeKind
from caseboard.ui.desk import CaseDesk
from caseboard.ui.graph.camera import STEP
from caseboard.ui.graph.canvas import Canvas
from caseboard.ui.graph.legend import Legend
from caseboard.ui.graph.picture import Picture
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.banner import Banner, Kind
from caseboard.ui.lib.buttons import menu_button, tool_button
from caseboard.ui.lib.chips import Pill
from caseboard.ui.lib.empty import EmptyState
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.search import SearchField
from caseboard.ui.lib.skeleton import Skeleton
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.navigation import Navigator, Place
from caseboard.ui.panes import Panes
from caseboard.ui.views import links_export
from caseboard.ui.views.links_filters import LinksFilters
from caseboard.ui.views.links_model import LinksModel
from caseboard.ui.views.links_panel import LinksPanel

PANEL_WIDTH = 330
HEAD = 46
HERE = Qt.ShortcutContext.WidgetWithChildrenShortcut


class LinksView(Surface):
    """The picture with what is asked of it above, its legend below, and its words at the right."""

    told = Signal(object)
    """`Telling`."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self._desk = desk
        self._navigator = navigator
        self._wanted = ""
        self._found: list[str] = []
        theme = desk.desk.theme
        self.model = LinksModel(desk, self)
        self.count = Pill(theme, "0", parent=self)
        self.search = SearchField(theme, _("Find a node"), parent=self)
        self.hits = plain_label("", self, tone="muted", size="small")
        self.filters = LinksFilters(theme, self)
        self.notice = Banner(theme, self)
        self.canvas = Canvas(theme, self)
        self.legend = Legend(theme, self)
        self.empty = EmptyState(theme, "", icon="waypoints", parent=self)
        self.panel = LinksPanel(desk, self.model, self)
        self.fit = tool_button(theme, "maximize-2", _("Show everything (F)"), self)
        self.nearer = tool_button(theme, "zoom-in", _("Larger (+)"), self)
        self.further = tool_button(theme, "zoom-out", _("Smaller (-)"), self)
        self.again = tool_button(theme, "refresh-cw", _("Lay the graph out again"), self)
        self.restart = tool_button(theme, "undo-2", _("Show what was shown at first"), self)
        self.export_menu = self._export_menu()
        self.export = menu_button(_("Export"), self.export_menu, self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self.model.reload()

    def show_row(self, node_id: str) -> None:
        """Select a node and bring it to the middle, as soon as it is there."""
        self._wanted = node_id
        self._settle()

    def _lay_out(self) -> None:
        theme = self._desk.desk.theme
        px = theme.px
        head = Surface("panel", "bottom", self)
        head.setMinimumHeight(px(HEAD))
        row = QHBoxLayout(head)
        row.setContentsMargins(px(14), 0, px(10), 0)
        row.setSpacing(px(8))
        row.addWidget(plain_label(_("Links"), head, size="heading"))
        row.addWidget(self.count)
        row.addWidget(self.search, 1)
        row.addWidget(self.hits)
        row.addStretch(1)
        for tool in (self.fit, self.nearer, self.further, self.again, self.restart, self.export):
            row.addWidget(tool)
        drawn = QWidget(self)
        column = QVBoxLayout(drawn)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.canvas, 1)
        column.addWidget(self.legend)
        for page in (Skeleton(theme, 74, self), drawn, self.empty):
            self._stack.addWidget(page)
        left = Surface("panel", parent=self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (head, self.filters, self.notice):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        self.panes = Panes(self._desk.desk.settings, "links", self)
        self.panes.add(left, px(700), takes_room=True)
        self.panes.add(self.panel, px(PANEL_WIDTH))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panes)

    def _connect(self) -> None:
        model, canvas, panel = self.model, self.canvas, self.panel
        model.drawn.connect(self._on_drawn)
        model.failed.connect(self._on_failed)
        canvas.chosen.connect(self._on_chosen)
        canvas.line_chosen.connect(self._on_line_clicked)
        canvas.moved.connect(model.move)
        canvas.pin_wanted.connect(model.toggle_pins)
        canvas.menu_wanted.connect(self._show_menu)
        panel.node_chosen.connect(self._on_node_chosen)
        panel.link_chosen.connect(self._on_link_chosen)
        panel.passage_opened.connect(self._navigator.open_clip)
        for asking in (canvas, panel):
            asking.expand_wanted.connect(model.expand)
            asking.collapse_wanted.connect(model.collapse)
            asking.hide_wanted.connect(model.hide)
        canvas.opened.connect(self._open)
        panel.node_opened.connect(self._open)
        self.filters.asked.connect(self._on_asked)
        self.filters.reset_wanted.connect(lambda: model.ask(hidden=frozenset()))
        self.search.textChanged.connect(self._on_typed)
        self.search.returnPressed.connect(self._on_next_hit)
        self.empty.acted.connect(self._on_empty_acted)
        self.fit.clicked.connect(canvas.fit)
        self.nearer.clicked.connect(lambda: canvas.zoom(STEP))
        self.further.clicked.connect(lambda: canvas.zoom(1 / STEP))
        self.again.clicked.connect(self._on_again_clicked)
        self.restart.clicked.connect(model.start_again)
        find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self, context=HERE)
        find.activated.connect(self.search.setFocus)

    # --- what is drawn ---

    @Slot(object)
    def _on_drawn(self, picture: Picture) -> None:
        model = self.model
        self.notice.dismiss()
        self.canvas.show_picture(picture, frozenset(model.pins))
        self.legend.show_picture(picture)
        shown, whole = len(picture), len(model.network.nodes)
        self.count.say(numerals.count(shown))
        counts = dict.fromkeys(NodeKind, 0)
        for node in model.network.nodes.values():
            counts[node.kind] += 1
        self.filters.show_showing(model.showing, counts)
        self._stack.setCurrentIndex(1 if shown else 2)
        self._say_nothing(is_bare=not whole)
        self._say_left_out()
        self.export.setEnabled(shown > 0)
        self._settle()
        self._show_words()
        if self.search.hasFocus() and not self.search.text():
            self.canvas.setFocus(Qt.FocusReason.OtherFocusReason)  # that came before there was any

    @Slot(object)
    def _on_failed(self, error: CaseError) -> None:
        retry = (_("Try again"), self.model.reload)
        self.notice.show_notice(Kind.ERROR, f"{error} {error.hint}".strip(), [retry])

    def _say_nothing(self, *, is_bare: bool) -> None:
        if is_bare:
            words = _("Nothing is joined yet. Clip something, then tag names and claims in it.")
            self.empty.say(words, _("Go to the clips"))
        else:
            self.empty.say(_("Nothing of what is asked for is here."), _("Show what was at first"))

    def _say_left_out(self) -> None:
        left_out = self.model.shown.left_out
        if left_out:
            words = ngettext(
                "{n} node of least weight is left out. Filter, or find and expand it.",
                "{n} nodes of least weight are left out. Filter, or find and expand them.",
                left_out,
            )
            self.notice.show_notice(Kind.NEWS, words)

    def _on_empty_acted(self) -> None:
        if self.model.network.nodes:
            self.model.start_again()
        else:
            self._navigator.open_view("clip")

    @Slot()
    def _on_again_clicked(self) -> None:
        self.canvas.refit()
        self.model.lay_out_again()

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.sleep(asleep=False)

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.model.sleep(asleep=True)

    # --- what is selected ---

    @Slot(object)
    def _on_chosen(self, chosen: frozenset[str]) -> None:
        if len(chosen) == 1:
            self._navigator.stand_at(Place("links", next(iter(chosen))))
        if self.model.showing.steps and chosen and chosen != self.model.showing.around:
            self.model.ask(around=chosen)
        self._show_words()

    def _show_words(self, edge: Edge | None = None) -> None:
        """The panel follows what is selected; nothing selected is everything listed."""
        nodes = self.model.shown.network.nodes
        chosen = [nodes[node_id] for node_id in self.canvas.selected if node_id in nodes]
        if len(chosen) == 1:
            here = self.panel.node
            if here is None or here != chosen[0] or edge is not None or self._is_outdated():
                self.panel.show_node(chosen[0], edge)
        else:
            self.panel.show_nodes(chosen or list(nodes.values()))

    def _is_outdated(self) -> bool:
        """Whether the links listed are of the network before this one."""
        node = self.panel.node
        listed = {row.edge for row in self.panel.links.rows}
        return node is None or listed != set(self.model.network.at.get(node.id, ()))

    @Slot(object)
    def _on_line_clicked(self, edge: Edge) -> None:
        """A line was clicked: its words are shown at the node it starts from."""
        nodes = self.model.shown.network.nodes
        here = edge.other if edge.other in self.canvas.selected else edge.one
        self.canvas.select({here}, here)
        self.panel.show_node(nodes[here], edge)

    @Slot(object)
    def _on_link_chosen(self, edge: Edge) -> None:
        lines = self.canvas.picture.lines_at(edge.one)
        self.canvas.mark_line(next((line for line in lines if line.edge == edge), None))

    @Slot(str)
    def _on_node_chosen(self, node_id: str) -> None:
        if node_id in self.canvas.picture.places:
            self.canvas.select({node_id}, node_id, show=True)
        else:
            self._wanted = node_id
            self.model.reveal(node_id)

    def _settle(self) -> None:
        """Select what was asked for, once it is there."""
        wanted = self._wanted
        if wanted in self.canvas.picture.places:
            self._wanted = ""
            self.canvas.select({wanted}, wanted)
            self.canvas.centre(wanted)
        elif wanted in self.model.network.nodes and wanted not in self.model.showing.added:
            self.model.reveal(wanted)

    @Slot(str)
    def _open(self, node_id: str) -> None:
        node = self.model.network.nodes.get(node_id)
        if node is None:
            return
        self._navigator.stand_at(Place("links", node_id))
        if node.kind is NodeKind.CLIP:
            self._navigator.open_clip(node_id)
        else:
            self._navigator.open_entity(node.kind.value, node_id)

    # --- finding and filtering ---

    @Slot(str, object)
    def _on_asked(self, name: str, value: object) -> None:
        changes = {name: value}
        if name == "steps":
            changes["around"] = self.canvas.selected
        self.model.ask(**changes)

    @Slot(str)
    def _on_typed(self, typed: str) -> None:
        here = self.canvas.picture.places
        found = [node.id for node in subnetwork.find(self.model.network, typed)]
        self._found = sorted(found, key=lambda node_id: node_id not in here)
        if not typed.strip():
            self.hits.setText("")
        elif not found:
            self.hits.setText(_("none"))
        else:
            self._go_to_hit(0)

    @Slot()
    def _on_next_hit(self) -> None:
        if self._found:
            here = self.canvas.marks.current
            place = self._found.index(here) + 1 if here in self._found else 0
            self._go_to_hit(place % len(self._found), reveal=True)

    def _go_to_hit(self, place: int, *, reveal: bool = False) -> None:
        """What is not in the picture is brought into it only by Enter."""
        words = _("{place} of {count}").format(place=place + 1, count=len(self._found))
        self.hits.setText(words)
        node_id = self._found[place]
        if reveal or node_id in self.canvas.picture.places:
            self.show_row(node_id)

    # --- menus ---

    def _export_menu(self) -> QMenu:
        menu = QMenu(self)
        for name, ending in (
            (_("Picture (PNG)…"), "png"),
            (_("Drawing (SVG)…"), "svg"),
            (_("PDF…"), "pdf"),
        ):
            menu.addAction(name, partial(self._export, ending))
        menu.addSeparator()
        menu.addAction(_("Copy the picture"), self._copy)
        return menu

    @Slot(QPoint)
    def _show_menu(self, at: QPoint) -> None:
        chosen = self.canvas.selected
        menu = QMenu(self)
        menu.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        if chosen:
            model = self.model
            current = self.canvas.marks.current
            pinned = chosen <= model.pins.keys()
            menu.addAction(_("Open"), lambda: self._open(current))
            menu.addAction(_("Expand"), lambda: model.expand(chosen))
            menu.addAction(_("Collapse"), lambda: model.collapse(chosen))
            menu.addAction(_("Let go") if pinned else _("Pin"), lambda: model.toggle_pins(chosen))
            menu.addAction(_("Hide"), lambda: model.hide(chosen))
            menu.addSeparator()
        menu.addAction(_("Show everything"), self.canvas.fit)
        menu.addAction(_("Lay the graph out again"), self._on_again_clicked)
        menu.popup(at)

    @async_slot(str)
    async def _export(self, ending: str) -> None:
        try:
            telling = await links_export.save(
                self._desk, self.canvas.picture, ending, self.window()
            )
        except CaseError as error:
            if isValid(self):
                self.notice.show_notice(Kind.ERROR, f"{error} {error.hint}".strip())
            return
        if telling is not None and isValid(self):
            self.told.emit(telling)

    @async_slot()
    async def _copy(self) -> None:
        telling = await links_export.copy(self._desk, self.canvas.picture)
        if isValid(self):
            self.told.emit(telling)
