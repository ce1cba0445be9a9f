"""The briefings of a case: what they say, and their exports."""

from pathlib import Path

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QHBoxLayout, QScrollArea, QStackedWidget, QVBoxLayout, QWidget
from shiboken6 import isValid

from caseboard.commands.briefings import SaveBriefing, draft
from caseboard.commands.editing import Bin
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.change import Change
from caseboard.model.ids import BriefingId
from caseboard.model.work import Briefing
from caseboard.store import briefings, cases
from caseboard.ui.delegates.briefing import briefing_face
from caseboard.ui.delegates.line import LineDelegate
from caseboard.ui.desk import CaseDesk
from caseboard.ui.filenames import safe
from caseboard.ui.folders import show_in_folder
from caseboard.ui.itemmodels.briefings import BriefingsModel
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.banner import Banner, Kind
from caseboard.ui.lib.buttons import flat_button, push_button
from caseboard.ui.lib.files import choose_target
from caseboard.ui.lib.labels import ElidedLabel
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.listening import follow
from caseboard.ui.navigation import Navigator, Place
from caseboard.ui.panes import Panes
from caseboard.ui.telling import Telling
from caseboard.ui.views.briefing_form import BriefingForm
from caseboard.ui.views.exporting import Stopped, write_pdf
from caseboard.ui.views.exports_pane import ExportsPane
from caseboard.ui.views.list_pane import ListPane, Says

LEFT_WIDTH = 300
EXPORTS_WIDTH = 290


class PreviewPlace(Surface):
    """Where the pages of the briefing are shown as they will be printed."""

    finding_wanted = Signal(object)
    """`Where`: whoever writes the briefing goes there."""
    anchor_clicked = Signal(str)
    """An anchor of the outline whose text is to be edited."""
    counted = Signal(object)
    """`Mapping[SectionKind, int]` of the outline last composed: `section_counts.counts`."""

    def __init__(self, desk: CaseDesk, parent: QWidget) -> None:
        super().__init__("window", parent=parent)
        self._desk = desk
        self.tools = QWidget(self)
        """Page number and zoom: stands in the bar of the view."""

    def show_briefing(self, briefing: Briefing) -> None:
        """Show this state of a briefing, kept or not."""

    def go_to(self, anchor: str) -> None:
        """Bring a place of the outline into sight, now or once it is drawn."""


class BriefingsView(Surface):
    """What is written of a briefing, its pages, and what was exported of it."""

    told = Signal(object)
    """`Telling`."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget | None = None) -> None:
        super().__init__("panel", parent=parent)
        self._desk = desk
        self._navigator = navigator
        self._reading = 0
        theme = desk.desk.theme
        is_writable = not desk.desk.library.read_only
        self.model = BriefingsModel(desk, self)
        faces = LineDelegate(theme, briefing_face, self, lines=2)
        self.pane = ListPane(theme, self.model, faces, _says(is_writable=is_writable), self)
        self.new = flat_button(theme, _("New"), self, "plus")
        self.new.setAccessibleName(_("New briefing"))
        self.pane.add_tool(self.new)
        self.name = ElidedLabel("", self, size="heading")
        self.delete = push_button(theme, _("Delete"), self, danger=True)
        self.export = push_button(theme, _("Export PDF…"), self, primary=True)
        self.notice = Banner(theme, self)
        self.form = BriefingForm(desk, self)
        self.preview = PreviewPlace(desk, self)
        self.exports = ExportsPane(theme, self)
        for button in (self.new, self.delete, self.export):
            button.setEnabled(is_writable)
        self._lay_out()
        self.pane.chosen.connect(self._on_chosen)
        self.pane.acted.connect(self._add)
        self.new.clicked.connect(self._add)
        self.delete.clicked.connect(self._on_delete_wanted)
        self.export.clicked.connect(self._export)
        self.form.taken_back.connect(self._on_taken_back)
        self.form.edited.connect(self.preview.show_briefing)
        if is_writable:
            self.pane.delete_wanted.connect(self._delete)
        follow(self, desk.desk.history.changed, self._on_changed)
        self.model.reload()

    def show_row(self, briefing_id: str) -> None:
        """Select a briefing, as soon as it is there."""
        self.pane.show_row(briefing_id)

    @async_slot()
    async def start_briefing(self) -> None:
        """Show the newest briefing, or begin the first."""
        found = await self._desk.read(briefings.of_case, self._desk.case_id)
        if found:
            self.pane.show_row(found[0].id)
        elif not self._desk.desk.library.read_only:
            self._add()

    async def keep(self) -> None:
        """Write what is typed and wait until the disk has it."""
        await self.form.keep()

    def _lay_out(self) -> None:
        px = self._desk.desk.theme.px
        self.bar = Surface("panel", "bottom", self)
        self.bar.setMinimumHeight(px(46))
        row = QHBoxLayout(self.bar)
        row.setContentsMargins(px(14), 0, px(12), 0)
        row.setSpacing(px(8))
        row.addWidget(self.name, 1)
        row.addWidget(self.preview.tools)
        row.addWidget(self.delete)
        row.addWidget(self.export)
        page = Surface("window", parent=self)
        column = QVBoxLayout(page)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        for widget in (self.bar, self.notice):
            column.addWidget(widget)
        column.addWidget(self.preview, 1)
        self._middle, self._right = QStackedWidget(self), QStackedWidget(self)
        for stack, shown in ((self._middle, page), (self._right, self.exports)):
            stack.addWidget(Surface("panel_2"))
            stack.addWidget(shown)
        self.panes = Panes(self._desk.desk.settings, "briefings", self)
        self.panes.add(self._left(), px(LEFT_WIDTH))
        self.panes.add(self._middle, px(560), takes_room=True)
        self.panes.add(self._right, px(EXPORTS_WIDTH))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.panes)

    def _left(self) -> QWidget:
        """The list of briefings above what is written of one."""
        px = self._desk.desk.theme.px
        inside = Surface("panel")
        around = QVBoxLayout(inside)
        around.setContentsMargins(px(14), px(14), px(14), px(20))
        around.addWidget(self.form, 0, Qt.AlignmentFlag.AlignTop)
        scroll = QScrollArea(self)
        scroll.setWidgetResizable(True)
        scroll.setFrameShape(QFrame.Shape.NoFrame)
        scroll.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        scroll.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        scroll.setWidget(inside)
        self._form_place = QStackedWidget(self)
        self._form_place.addWidget(Surface("panel"))
        self._form_place.addWidget(scroll)
        left = Surface("panel", parent=self)
        column = QVBoxLayout(left)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(0)
        column.addWidget(self.pane, 1)
        column.addWidget(self._form_place, 3)
        return left

    @Slot(str)
    def _on_chosen(self, briefing_id: str) -> None:
        self.notice.dismiss()
        if briefing_id:
            self._navigator.stand_at(Place("briefing", briefing_id))
        self._read(briefing_id)

    @async_slot(str)
    async def _read(self, briefing_id: str) -> None:
        self._reading += 1
        reading, wanted = self._reading, BriefingId(briefing_id)
        briefing = await self._desk.read(briefings.by_id, wanted) if briefing_id else None
        past = await self._desk.read(briefings.exports, wanted) if briefing else ()
        if reading != self._reading:
            return  # another was chosen meanwhile
        for stack in (self._form_place, self._middle, self._right):
            stack.setCurrentIndex(0 if briefing is None else 1)
        if briefing is not None:
            self.name.setText(briefing.title or _("Untitled briefing"))
            self.form.show_briefing(briefing)
            self.preview.show_briefing(self.form.briefing() or briefing)
            self.exports.show_exports(past)

    def _on_changed(self, change: Change) -> None:
        here = self.pane.current_id
        is_touched = here in change.touched.get("briefing", frozenset())
        if here and (is_touched or change.touches("briefing_export")):
            self._read(here)

    @Slot()
    def _on_taken_back(self) -> None:
        if self.pane.current_id:
            self._read(self.pane.current_id)

    @async_slot()
    async def _add(self) -> None:
        await self.form.keep()
        case = await self._desk.read(cases.by_id, self._desk.case_id)
        begun = await self._desk.run(SaveBriefing(draft(case or self._desk.case)))
        if isValid(self):
            self.pane.show_row(begun)
            self.form.title.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot()
    def _on_delete_wanted(self) -> None:
        if self.pane.current_id:
            self._delete(self.pane.current_id)

    @async_slot(str)
    async def _delete(self, briefing_id: str) -> None:
        await self.form.keep()
        label = _("Delete briefing")
        command = Bin(Briefing, frozenset([briefing_id]), label, self._desk.case_id)
        await self._desk.run(command)
        words = _("{what}. It is in the bin.").format(what=label)
        self.told.emit(Telling(words, is_undoable=True))

    @async_slot()
    async def _export(self) -> None:
        await self.form.keep()
        briefing = self.form.briefing()
        if briefing is None:
            return
        name = safe(f"{briefing.title or self._desk.case_ref}.pdf", "briefing")
        filters = _("PDF (*.pdf)")
        target = await choose_target(self.window(), _("Export the briefing"), name, filters)
        if target is None or not isValid(self):
            return
        self.notice.dismiss()
        self.export.setEnabled(False)
        try:
            await write_pdf(self._desk.desk, briefing, target)
        except Stopped as stopped:
            self.told.emit(Telling(str(stopped)))
        except CaseError as error:
            self.notice.show_notice(Kind.ERROR, f"{error} {error.hint}".strip())
        else:
            self._tell_written(target)
        finally:
            if isValid(self):
                self.export.setEnabled(True)

    def _tell_written(self, target: Path) -> None:
        offers = (
            (_("Show in folder"), lambda: show_in_folder(target)),
            (_("Copy path"), lambda: QGuiApplication.clipboard().setText(str(target))),
        )
        self.told.emit(Telling(_("Exported to {path}").format(path=target), offers))


def _says(*, is_writable: bool) -> Says:
    return Says(
        title=_("Briefings"),
        filter="",
        nothing=_("No briefing is begun yet."),
        action=_("New briefing") if is_writable else "",
        icon="book-open-text",
    )
