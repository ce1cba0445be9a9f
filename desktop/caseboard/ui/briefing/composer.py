"""What the analyst writes of a briefing: title, sections and what stands around them."""

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QPoint, Qt, Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QHBoxLayout, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.briefing import templates
from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.linter.finding import Finding, Where
from caseboard.commands.briefings import SaveBriefing
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.terms import Template
from caseboard.model.work import Briefing
from caseboard.ui.briefing import editor as editing
from caseboard.ui.briefing.details import BriefingDetails
from caseboard.ui.briefing.editor import SectionEditor
from caseboard.ui.briefing.finding_words import section_of
from caseboard.ui.briefing.menu_choice import MenuChoice
from caseboard.ui.briefing.named import named
from caseboard.ui.briefing.outline_column import OutlineColumn
from caseboard.ui.briefing.picker import BriefingPicker
from caseboard.ui.briefing.scrolled import Scrolled
from caseboard.ui.briefing.section_list import SectionList, of_template
from caseboard.ui.briefing.tab_order import step
from caseboard.ui.briefing.text import BriefingText
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms import fields
from caseboard.ui.forms.autosave import Autosave
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.surfaces import Surface
from caseboard.ui.navigation import Navigator
from caseboard.ui.telling import Telling

NARROWEST = 270
EDGE = 30
"""Pixels at the top and bottom of the list where what is dragged lets it scroll."""


class Composer(Surface):
    """Every field of one briefing; what is written in one field is one thing to undo."""

    edited = Signal(object)
    """The `Briefing` as it stands now, not yet written."""
    taken_back = Signal()
    """Undo or redo may have changed the briefing under the fields."""
    went_to = Signal(str)
    """The section, by its anchor in the outline, that is written in now."""
    told = Signal(object)
    """`Telling`."""

    def __init__(self, desk: CaseDesk, navigator: Navigator, parent: QWidget) -> None:
        super().__init__("panel", parent=parent)
        self._desk, self._navigator = desk, navigator
        theme = desk.desk.theme
        self._is_writable = not desk.desk.library.read_only
        self._kept: Briefing | None = None
        self._is_showing = self._is_outline = False
        self._here: SectionKind | None = None
        self._counts: Mapping[SectionKind, int] = {}
        self._findings: Sequence[Finding] = ()
        self.editors: dict[SectionKind, SectionEditor] = {}
        self.picker = BriefingPicker(theme, self, is_writable=self._is_writable)
        offered = [(template, templates.name(template)) for template in Template]
        self.template = MenuChoice(_("Template"), offered, self)
        self.title = fields.line()
        self.sections = SectionList(theme, self)
        self.details = BriefingDetails(desk, self)
        self.outline = OutlineColumn(theme, desk.case.ladder, self)
        """Whoever shows the whole text in one column puts it where that is."""
        self.failed = plain_label("", self, tone="bad", size="small", wrap=True)
        self.failed.hide()
        self.autosave = Autosave(desk.desk.history, self._command, self)
        self._lay_out()
        self._connect()
        self._set_writable()

    def show_briefing(self, briefing: Briefing) -> None:
        """Show a briefing; of the one shown already, what is being typed is newer and stays."""
        is_other = self._kept is None or self._kept.id != briefing.id
        if is_other:
            self.autosave.end()
            self._counts = {}
            self._scroll.verticalScrollBar().setValue(0)  # its title is seen first
        self._kept = briefing
        if is_other or self.autosave.is_saved:
            self._is_showing = True
            self._fill(briefing)
            self._is_showing = False
        self._body.show()
        self.template.show()

    def show_nothing(self) -> None:
        """There is no briefing to be written."""
        self.autosave.end()
        self._kept = None
        self._body.hide()
        self.template.hide()

    def briefing(self) -> Briefing | None:
        """The briefing as the fields have it: a row of its own, never one of the library."""
        kept = self._kept
        if kept is None:
            return None
        found = {
            **kept.model_dump(),
            "title": self.title.text().strip(),
            "template": self.template.current.value,
            "sections": self.sections.sections(),
            **self.details.taken(kept),
        }
        texts = dict(kept.texts)
        for editor in self.editors.values():
            taken = editor.taken()
            texts.update(taken.pop("texts"))
            found.update(taken)
        found["texts"] = {name: text for name, text in texts.items() if text}
        return Briefing(**found)

    async def keep(self) -> None:
        """Write what is typed and wait until the disk has it."""
        await self.autosave.keep()

    def show_outline(self, *, shown: bool) -> None:
        """Let the texts stand in `outline` in one column, or each in its row of the list."""
        self._is_outline = shown
        self._place_editors()

    def show_counts(self, counts: Mapping[SectionKind, int]) -> None:
        """Say in the list how much the sections hold as they were last composed."""
        self._counts = counts
        self._say_counts()

    def show_findings(self, found: Sequence[Finding]) -> None:
        """Mark what is held against the texts, at the lines it is about."""
        self._findings = found
        for kind, editor in self.editors.items():
            editor.show_findings(self._of(kind))
        self.outline.show_counts({kind: len(self._of(kind)) for kind in self.editors})

    def open_section(self, kind: SectionKind) -> bool:
        """Bring what is written of a section into sight; False where it is not listed."""
        row = self.sections.row(kind)
        if row is None:
            return False
        if kind in self.outline.hosted:
            self._bring(self.editors[kind])
        else:
            row.set_open(is_open=True)
            self._bring(row)
        return True

    def show_finding(self, where: Where) -> bool:
        """Go to what is objected to and select it; False where it is not written here."""
        if where.field == "title":
            return self._go_to(self.title)
        there = self.details.field(where.field)
        if there is not None:
            return self._go_to(there)
        kind = section_of(where)
        if kind is None or not self.open_section(kind):
            return False
        field = self.editors[kind].field(where.field, where.index)
        if isinstance(field, BriefingText):
            field.select(where.start, where.end)
        return self._go_to(field or self.editors[kind])

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.autosave.end()

    @override
    def focusNextPrevChild(self, next: bool) -> bool:
        return step(self, is_forward=next) or super().focusNextPrevChild(next)

    def _command(self) -> SaveBriefing | None:
        self._kept = self.briefing()  # a cut-off that cannot be read falls back on the newest
        return SaveBriefing(self._kept) if self._kept else None

    def _fill(self, briefing: Briefing) -> None:
        """Set what differs, so that no cursor is lost."""
        if self.title.text().strip() != briefing.title:
            self.title.setText(briefing.title)
            self.title.setCursorPosition(0)
        self.template.choose(templates.of(briefing.template))
        self.details.show_briefing(briefing)
        self.sections.show_sections(briefing)
        for editor in self.editors.values():
            editor.show_briefing(briefing)
        self.outline.bar.language = briefing.language
        self._show_markings()
        self._say_counts()

    def _show_markings(self) -> None:
        for row in self.sections.rows:
            self.editors[row.kind].marking.choose(row.marking)

    def _editor(self, kind: SectionKind) -> SectionEditor:
        if kind not in self.editors:
            editor = editing.made(self._desk, self._navigator, kind, self)
            editor.set_writable(writable=self._is_writable)
            if self._kept is not None:
                editor.show_briefing(self._kept)
            editor.show_findings(self._of(kind))
            editor.hide()
            editor.changed.connect(self._on_typed)
            editor.entered.connect(lambda: self._on_entered(kind))
            editor.bar.turned.connect(self.outline.bar.turn_to)
            editor.marked.connect(lambda marking: self._on_marked(kind, marking))
            self.editors[kind] = editor
        return self.editors[kind]

    def _of(self, kind: SectionKind) -> list[Finding]:
        """What is held against one section."""
        return [each for each in self._findings if section_of(each.where) is kind]

    def _place_editors(self) -> None:
        """Give each text the place it is shown in now: its row, or one column of what is on."""
        rows = self.sections.rows
        listed = [self._editor(row.kind) for row in rows]
        shown = [row.kind for row in rows if row.box.isChecked()] if self._is_outline else []
        if shown != self.outline.hosted:
            self.outline.clear()
            self.outline.host([self.editors[kind] for kind in shown])
        for kind, editor in self.editors.items():
            if self.sections.row(kind) is None:
                editor.setParent(self)
                editor.hide()
        for row, editor in zip(rows, listed, strict=True):
            if row.kind not in shown:
                row.hold(editor)
            if self._is_outline:
                row.set_open(is_open=False)

    def _say_counts(self) -> None:
        for row in self.sections.rows:
            row.say(self._editor(row.kind).paragraphs(), self._counts.get(row.kind, 0))

    def _bring(self, widget: QWidget) -> None:
        """Let a widget be seen, in the list or in the column."""
        area = self.outline.page if self.outline.isAncestorOf(widget) else self._scroll
        for layout in (self.sections.layout(), self._body.layout(), area.inside.layout()):
            if layout is not None:
                layout.activate()
        area.inside.adjustSize()
        area.ensureWidgetVisible(widget, 0, self._desk.desk.theme.px(EDGE))

    def _go_to(self, widget: QWidget) -> bool:
        self._bring(widget)
        widget.setFocus(Qt.FocusReason.OtherFocusReason)
        return True

    @Slot()
    def _on_typed(self) -> None:
        if self._is_showing or self._kept is None:
            return
        self.autosave.touch()
        self._say_counts()
        self.edited.emit(self.briefing())

    def _on_sections_changed(self) -> None:
        self._place_editors()
        self._on_typed()

    def _on_details_changed(self) -> None:
        if self._is_showing:
            return
        self.outline.bar.language = self.details.language.current
        for editor in self.editors.values():
            editor.bar.language = self.details.language.current
            editor.marking.setVisible(self.details.has_portion_marks.isChecked())
        self._on_typed()

    def _on_entered(self, kind: SectionKind) -> None:
        if kind is not self._here:
            self._here = kind
            self.went_to.emit(kind.value)

    def _on_marked(self, kind: SectionKind, marking: str) -> None:
        row = self.sections.row(kind)
        if row is not None:
            row.marking = marking
            self.sections.touch()

    def _on_pressed(self, kind: SectionKind) -> None:
        row = self.sections.row(kind)
        if row is None:
            return
        if row.is_open:
            row.set_open(is_open=False)
            return
        self.open_section(kind)
        self._here = kind
        self.went_to.emit(kind.value)
        first = self._editor(kind).first()
        if first is not None and self._is_writable:
            first.setFocus(Qt.FocusReason.OtherFocusReason)

    def _on_template_chosen(self) -> None:
        kept = self.briefing()
        if kept is None:
            return
        self.autosave.end()
        template = self.template.current
        kept.sections = of_template(kept, templates.SECTIONS[template])
        self._is_showing = True
        self.sections.show_sections(kept)
        self.details.show_briefing(kept)
        self._show_markings()
        self._is_showing = False
        self._on_typed()
        self.autosave.end()
        words = _("Sections as in: {template}").format(template=templates.name(template))
        self.told.emit(Telling(words, is_undoable=True))

    def _on_dragged(self, where: QPoint) -> None:
        self._scroll.go_on(where, self._desk.desk.theme.px(EDGE))

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, before: QWidget | None, _now: QWidget | None) -> None:
        if before is not None and (self.isAncestorOf(before) or self.outline.isAncestorOf(before)):
            self.autosave.end()

    @Slot(object)
    def _on_failed(self, error: CaseError) -> None:
        said = _("Not saved: {reason} {hint}").format(reason=error, hint=error.hint)
        self.failed.setText(said.strip())
        self.failed.show()

    def _set_writable(self) -> None:
        self.title.setReadOnly(not self._is_writable)
        self.template.setEnabled(self._is_writable)
        self.outline.bar.setEnabled(self._is_writable)
        self.sections.set_writable(writable=self._is_writable)
        self.details.set_writable(writable=self._is_writable)

    def _connect(self) -> None:
        self.title.textChanged.connect(self._on_typed)
        self.sections.changed.connect(self._on_sections_changed)
        self.sections.listed.connect(self._place_editors)
        self.sections.pressed.connect(self._on_pressed)
        self.sections.dragged.connect(self._on_dragged)
        self.sections.moved.connect(self._bring)
        self._desk.desk.theme.changed.connect(self._fit)
        self.details.changed.connect(self._on_details_changed)
        self.template.chosen.connect(self._on_template_chosen)
        self.autosave.saved.connect(self.failed.hide)
        self.autosave.failed.connect(self._on_failed)
        self.autosave.taken_back.connect(self.taken_back)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    @Slot()
    def _fit(self) -> None:
        """Stay wide enough for the tools, whatever the size of text."""
        self.setMinimumWidth(self._desk.desk.theme.px(NARROWEST))

    def _lay_out(self) -> None:
        px = self._desk.desk.theme.px
        head = Surface("panel", "bottom", self)
        head.setMinimumHeight(px(40))
        row = QHBoxLayout(head)
        row.setContentsMargins(px(4), 0, px(4), 0)
        row.addWidget(self.picker.button)
        row.addStretch(1)
        row.addWidget(self.template)
        self._body = QWidget(self)
        column = QVBoxLayout(self._body)
        column.setContentsMargins(*(px(n) for n in (12, 12, 12, 20)))
        column.setSpacing(px(12))
        column.addWidget(self.failed)
        column.addWidget(named(_("Title"), self.title))
        column.addWidget(named(_("Sections (drag to order)"), self.sections))
        column.addWidget(self.details)
        column.addStretch(1)
        self._scroll = Scrolled(self)
        around = QVBoxLayout(self._scroll.inside)
        around.setContentsMargins(0, 0, 0, 0)
        around.addWidget(self._body)
        around.addStretch(1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        whole.addWidget(self._scroll, 1)
        self._fit()
