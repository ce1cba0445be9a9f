"""When everything was, by its three clocks: happened, reported, captured."""

import asyncio

from PySide6.QtCore import QPoint, Signal, Slot
from PySide6.QtGui import QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QHBoxLayout, QMenu, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid
from typing_extensions import override

from caseboard.analysis.occurrences import EventKind, Occurrence, Timeline
from caseboard.analysis.relating import Relations
from caseboard.analysis.sifting import Asked, sift
from caseboard.analysis.tallies import Tally
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model import numerals
from caseboard.ui.desk import CaseDesk
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.banner import Banner, Kind
from caseboard.ui.lib.buttons import ThemedIcon, flat_button, menu_button, tool_button
from caseboard.ui.lib.chips import Pill
from caseboard.ui.lib.empty import EmptyState
from caseboard.ui.lib.giving_way import GivingWay
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.segments import Segments
from caseboard.ui.lib.skeleton import Skeleton
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.navigation import Navigator, Place
from caseboard.ui.panes import Panes
from caseboard.ui.timeline import brushed, export, legend, scales
from caseboard.ui.timeline.canvas import TimelineCanvas
from caseboard.ui.timeline.filters import TimelineFilters
from caseboard.ui.timeline.lanes import Prepared, prepare
from caseboard.ui.timeline.legend import TimelineLegend
from caseboard.ui.timeline.look import Names
from caseboard.ui.timeline.model import TimelineModel
from caseboard.ui.timeline.panel import TimelinePanel
from caseboard.ui.timeline.player import Player
from caseboard.ui.timeline.scales import Scale
from caseboard.ui.timeline.weighed import clashes_of, names_of
from caseboard.ui.views import later
from caseboard.ui.weighing import Weighed, Weighing

PANEL_WIDTH = 330
HEAD = 46
KEYS = ("Alt+1", "Alt+2", "Alt+3", "Alt+4")


class TimelineView(Surface):
    """The lanes with what is asked of them above, and their words at the right."""

    told = Signal(object)
    """`Telling`."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        theme = desk.desk.theme
        self._desk = desk
        self._navigator = navigator
        self._wanted = ""
        self._is_outdated = False
        self._weighed: Weighed | None = None
        self._weighing = Weighing(desk, self)
        self._weighing.begin()
        self._known = Names()
        self._prepared = Prepared()
        self._relations = Relations(Timeline())
        self.shown = Timeline()
        self.model = TimelineModel(desk, self)
        self.player = Player(desk.brush, self)
        self.count = Pill(theme, "0", parent=self)
        self.scale = Segments(theme, list(scales.names().items()), _("Look at"), self)
        self.play = flat_button(theme, _("Play by day"), self)
        self._play_icon = ThemedIcon(theme, self.play, "play", "muted")
        self.back = tool_button(theme, "chevron-left", _("The day before (,)"), self)
        self.on = tool_button(theme, "chevron-right", _("The next day (.)"), self)
        self.fit = tool_button(theme, "maximize-2", _("Show everything (F)"), self)
        self.nearer = tool_button(theme, "zoom-in", _("Nearer (+)"), self)
        self.further = tool_button(theme, "zoom-out", _("Further (-)"), self)
        self.export_menu = self._export_menu()
        self.export = menu_button(_("Export"), self.export_menu, self)
        self.filters = TimelineFilters(theme, desk.brush, self)
        self.notice = Banner(theme, self)
        self.canvas = TimelineCanvas(theme, desk.brush, self)
        self.legend = TimelineLegend(theme, self)
        self.empty = EmptyState(theme, "", icon="timeline", parent=self)
        self.panel = TimelinePanel(theme, self)
        self._stack = QStackedWidget(self)
        self._lay_out()
        self._connect()
        self.model.reload()

    def show_row(self, row: str) -> None:
        """Select an event, by its key or by the id of its row, as soon as it is there."""
        self._wanted = row
        self._settle()

    def focus(self) -> None:
        """Give the keyboard to the lanes."""
        self.canvas.setFocus()

    # --- layout ---

    def _lay_out(self) -> None:
        theme = self._desk.desk.theme
        px = theme.px
        head = Surface("panel", "bottom", self)
        head.setMinimumHeight(px(HEAD))
        row = QHBoxLayout(head)
        row.setContentsMargins(px(14), 0, px(10), 0)
        row.setSpacing(px(6))
        heading = plain_label(_("Timeline"), head, size="heading")
        row.addWidget(heading)
        row.addWidget(self.count)
        row.addSpacing(px(8))
        row.addWidget(self.scale)
        row.addStretch(1)
        tools = (self.back, self.play, self.on, self.fit, self.nearer, self.further, self.export)
        for tool in tools:
            row.addWidget(tool)
        GivingWay(head, row, heading, self.count)
        drawn = QWidget(self)
        column = _column(drawn)
        column.addWidget(self.canvas, 1)
        foot = Surface("panel", "top", self)
        words = QVBoxLayout(foot)
        words.setContentsMargins(*(px(n) for n in (14, 6, 10, 6)))
        words.addWidget(self.legend)
        says = _(
            "Three clocks, in UTC: when it happened, when it was reported, when it was captured. "
            "Faded ends are uncertainty. Drag across to filter the map and the lists."
        )
        words.addWidget(plain_label(says, foot, tone="muted", size="small", wrap=True))
        column.addWidget(foot)
        for page in (Skeleton(theme, 74, self), drawn, self.empty):
            self._stack.addWidget(page)
        left = Surface("panel", parent=self)
        column = _column(left)
        for widget in (head, self.filters, self.notice):
            column.addWidget(widget)
        column.addWidget(self._stack, 1)
        self.panes = Panes(self._desk.desk.settings, "timeline", self)
        self.panes.add(left, px(700), takes_room=True)
        self.panes.add(self.panel, px(PANEL_WIDTH))
        _column(self).addWidget(self.panes)

    def _export_menu(self) -> QMenu:
        menu = QMenu(self)
        for ending, words in (
            ("png", _("What is in sight as a picture (PNG)…")),
            ("svg", _("What is in sight as a drawing (SVG)…")),
            ("csv", _("Events as a table (CSV)…")),
        ):
            action = menu.addAction(words)
            action.triggered.connect(lambda _on=False, ending=ending: self.save(ending))
        return menu

    def _connect(self) -> None:
        canvas, panel, player = self.canvas, self.panel, self.player
        self.model.changed.connect(self._on_read)
        self.model.failed.connect(self._on_failed)
        self._weighing.staled.connect(self._on_staled)
        self.filters.changed.connect(self._on_asked)
        self.empty.acted.connect(self._on_empty_acted)
        canvas.chosen.connect(self._on_chosen)
        canvas.opened.connect(self._open)
        canvas.scaled.connect(self._show_scale)
        canvas.play_wanted.connect(player.toggle)
        canvas.step_wanted.connect(self._on_step)
        canvas.menu_wanted.connect(self._show_menu)
        canvas.list_wanted.connect(self._list)
        panel.chosen.connect(lambda key: canvas.select(key, show=True))
        panel.opened.connect(self._open)
        panel.map_wanted.connect(self._show_on_map)
        panel.claim_wanted.connect(self._on_claim_wanted)
        self.play.clicked.connect(player.toggle)
        player.turned.connect(self._on_turned)
        self.back.clicked.connect(player.step_back)
        self.on.clicked.connect(player.step)
        self.fit.clicked.connect(canvas.fit)
        self.nearer.clicked.connect(lambda: canvas.zoom(1.25))
        self.further.clicked.connect(lambda: canvas.zoom(0.8))
        self.scale.chosen.connect(lambda key: canvas.show_scale(Scale(key)))
        self._desk.brush.changed.connect(self._on_brushed)
        for keys, scale in zip(KEYS, Scale, strict=True):
            shortcut = QShortcut(QKeySequence(keys), self)
            shortcut.activated.connect(lambda scale=scale: canvas.show_scale(scale))

    # --- what is shown ---

    @async_slot()
    async def _on_read(self) -> None:
        """Weigh the claims, whose status colours them, and show it all."""
        weighed = await self._weighing.fresh()
        if isValid(self):
            self._weighed = weighed
            self._known = names_of(weighed, self.model.timeline or Timeline())
            await self._show()

    @Slot()
    def _on_staled(self) -> None:
        self._is_outdated = not self.isVisible()
        if not self._is_outdated:
            self._on_read()

    @async_slot(object)
    async def _on_asked(self, _asked: Asked) -> None:
        await self._show()

    async def _show(self) -> None:
        timeline = self.model.timeline
        if timeline is None:
            return
        self.notice.dismiss()
        asked = self.filters.asked
        relations, prepared = await asyncio.to_thread(_prepared, timeline, asked)
        if not isValid(self) or asked != self.filters.asked or timeline is not self.model.timeline:
            return
        self._relations = relations
        self.filters.show_timeline(timeline)
        self._say_nothing(is_bare=not timeline.occurrences)
        self.show_prepared(prepared, self._known)
        self._settle()

    def show_prepared(self, prepared: Prepared, names: Names) -> None:
        """Show this one."""
        self._prepared, self._known = prepared, names
        self.shown = shown = prepared.timeline
        self.canvas.show_timeline(prepared, names)
        self.count.say(numerals.count(len(shown.occurrences)))
        self.legend.show_entries(legend.entries(shown, self._known))
        self._count_for_player()
        self._stack.setCurrentIndex(1 if shown.occurrences else 2)
        self.export.setEnabled(bool(shown.occurrences))
        self._show_words()

    def _count_for_player(self) -> None:
        clock = self._desk.brush.brushed.clock
        self.player.count_by(self._prepared.tallies.get(clock, Tally()))

    @Slot(object)
    def _on_failed(self, error: CaseError) -> None:
        retry = (_("Try again"), self.model.reload)
        self.notice.show_notice(Kind.ERROR, f"{error} {error.hint}".strip(), [retry])

    def _say_nothing(self, *, is_bare: bool) -> None:
        if is_bare:
            words = _("Nothing has a time yet. Clip something, then state when it happened.")
            self.empty.say(words, _("Go to the clips"))
        else:
            self.empty.say(_("Nothing of what is asked for is here."), _("Show everything"))

    def _on_empty_acted(self) -> None:
        if self.model.timeline is not None and self.model.timeline.occurrences:
            self.filters.show_asked(Asked())
            self._on_asked(Asked())
        else:
            self._navigator.open_view("clip")

    @Slot()
    def _show_scale(self) -> None:
        self.scale.choose(scales.scale_of(self.canvas.axis.scale))

    # --- what is selected ---

    def _settle(self) -> None:
        """Select what was asked for, once it is there."""
        wanted = self._wanted
        if not wanted:
            return
        keys = (o.key for o in self.shown.occurrences if wanted in {o.key, o.row_id})
        key = next(keys, "")
        if key:
            self._wanted = ""
            self.canvas.select(key, show=True)

    @Slot(str)
    def _on_chosen(self, key: str) -> None:
        if key:
            self._navigator.stand_at(Place("timeline", key))
        self._show_words()

    def _show_words(self) -> None:
        occurrence = self.canvas.occurrence(self.canvas.selected)
        if occurrence is None:
            self.panel.show_events(self.shown.occurrences, self._known)
            return
        clashes = clashes_of(self._weighed.ledger, occurrence) if self._weighed else []
        has_map = "map" in later.VIEWS
        self.panel.show_event(occurrence, self._known, self._relations, clashes, has_map=has_map)

    @Slot(list)
    def _list(self, events: list[Occurrence]) -> None:
        """In the panel, where one of them can be selected: it then finds its room."""
        self.panel.show_events(events or self.shown.occurrences, self._known)

    @Slot(str)
    def _open(self, key: str) -> None:
        occurrence = self.canvas.occurrence(key)
        if occurrence is None:
            return
        self._navigator.stand_at(Place("timeline", key))
        match occurrence.kind:
            case EventKind.CLAIM:
                self._navigator.open_entity("claim", occurrence.row_id)
            case EventKind.LAYER:
                self._navigator.open_view("map")
            case _:
                self._navigator.open_clip(occurrence.clip_id, occurrence.anchor_id or None)

    @Slot(str)
    def _show_on_map(self, key: str) -> None:
        occurrence = self.canvas.occurrence(key)
        if occurrence is not None:
            self._navigator.stand_at(Place("timeline", key))
            self._navigator.open_entity("map", occurrence.row_id)

    @Slot(str)
    def _on_claim_wanted(self, claim_id: str) -> None:
        """A claim of a clash: selected here where it has a time, else opened."""
        key = next((o.key for o in self.shown.occurrences if o.row_id == claim_id), "")
        if key:
            self.canvas.select(key, show=True)
        else:
            self._navigator.open_entity("claim", claim_id)

    @Slot(QPoint)
    def _show_menu(self, place: QPoint) -> None:
        menu = QMenu(self)
        key = self.canvas.selected
        if key:
            menu.addAction(_("Open"), lambda: self._open(key))
            if self.panel.map.isVisibleTo(self.panel):
                menu.addAction(_("Show on the map"), lambda: self._show_on_map(key))
            menu.addSeparator()
        if not self._desk.brush.brushed.is_all:
            menu.addAction(_("Show all of time"), self._desk.brush.clear)
        menu.addAction(_("Show everything"), self.canvas.fit)
        menu.aboutToHide.connect(menu.deleteLater)
        menu.popup(place)

    # --- time ---

    @Slot()
    def _on_brushed(self) -> None:
        self._count_for_player()

    @Slot(int)
    def _on_step(self, way: int) -> None:
        if way > 0:
            self.player.step()
        else:
            self.player.step_back()

    @Slot(bool)
    def _on_turned(self, is_playing: bool) -> None:
        self.play.setText(_("Pause") if is_playing else _("Play by day"))
        self._play_icon.change("pause" if is_playing else "play")

    @override
    def showEvent(self, event: QShowEvent) -> None:
        super().showEvent(event)
        self.model.sleep(asleep=False)
        if self._is_outdated:
            self._is_outdated = False
            self._on_read()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.player.stop()
        self.model.sleep(asleep=True)

    # --- handing on ---

    @async_slot(str)
    async def save(self, ending: str) -> None:
        """Write what is shown as a picture or a table, where the user says."""
        names, shown = self._known, self.shown
        if ending == "csv":
            telling = await export.save_table(self._desk, self, shown, names)
        else:
            span = brushed.span_of(self._desk.brush.brushed)
            axis = self.canvas.axis
            telling = await export.save_picture(self._desk, self, ending, shown, names, axis, span)
        if telling is not None and isValid(self):
            self.told.emit(telling)


def _prepared(timeline: Timeline, asked: Asked) -> tuple[Relations, Prepared]:
    return Relations(timeline), prepare(sift(timeline, asked))


def _column(widget: QWidget) -> QVBoxLayout:
    column = QVBoxLayout(widget)
    column.setContentsMargins(0, 0, 0, 0)
    column.setSpacing(0)
    return column
