"""What the analyst writes of a briefing: kept as it is typed."""

from enum import StrEnum

from PySide6.QtCore import Signal, Slot
from PySide6.QtGui import QHideEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget
from typing_extensions import override

from caseboard.commands.briefings import SaveBriefing
from caseboard.errors import CaseError
from caseboard.i18n import LANGUAGES, _
from caseboard.model.terms import Confidence, Marking
from caseboard.model.work import Briefing
from caseboard.ui import words
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms import fields
from caseboard.ui.forms.autosave import Autosave
from caseboard.ui.forms.fields import Area, Choice, Named, side_by_side
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.segments import Segments
from caseboard.ui.views.cutoff_field import CutoffField
from caseboard.ui.views.judgements_field import JudgementsField
from caseboard.ui.views.sections_field import SectionsField

PAGES = ("A4", "Letter")


class Basis(StrEnum):
    """A confidence, or none."""

    NONE = ""
    LOW = "low"
    MODERATE = "moderate"
    HIGH = "high"


class BriefingForm(QWidget):
    """Every field of one briefing; what is written in one field is one thing to undo."""

    edited = Signal(object)
    """The `Briefing` as it stands now, not yet written."""
    taken_back = Signal()
    """Undo or redo may have changed the briefing under the form."""

    def __init__(self, desk: CaseDesk, parent: QWidget) -> None:
        super().__init__(parent)
        theme = desk.desk.theme
        self._kept: Briefing | None = None
        self._is_showing = False
        self.title = fields.line()
        self.marking = Choice([(marking, marking.value) for marking in Marking])
        self.author = fields.line()
        self.cutoff = CutoffField(theme)
        self.bottom_line = Area(theme, lines=3, most=14)
        self.bottom_line.setPlaceholderText(_("Two to four sentences: what it comes to"))
        self.judgements = JudgementsField(theme, self)
        self.confidence = Choice(_basis_options())
        self.basis = Area(theme, lines=2)
        self.basis.setPlaceholderText(_("What it rests on, and what is missing"))
        self.sections = SectionsField(theme, self)
        self.page = Segments(theme, [(page, page) for page in PAGES], _("Page size"))
        self.language = Segments(theme, list(LANGUAGES.items()), _("Language"))
        self.failed = plain_label("", self, tone="bad", size="small", wrap=True)
        self.failed.hide()
        self.autosave = Autosave(desk.desk.history, self._command, self)
        self._lay_out(theme.px(14))
        self._connect()
        self.setEnabled(not desk.desk.library.read_only)

    def show_briefing(self, briefing: Briefing) -> None:
        """Show a briefing; of the one shown already, what is being typed is newer and stays."""
        is_other = self._kept is None or self._kept.id != briefing.id
        if is_other:
            self.autosave.end()
        self._kept = briefing
        if is_other or self.autosave.is_saved:
            self._is_showing = True
            self._fill(briefing)
            self._is_showing = False

    def briefing(self) -> Briefing | None:
        """The briefing as the fields have it; a cut-off that cannot be read stays what it was."""
        kept = self._kept
        if kept is None:
            return None
        try:
            cutoff = self.cutoff.moment()
        except CaseError:
            cutoff = kept.cutoff
        confidence = self.confidence.member
        return kept.model_copy(
            update={
                "title": self.title.text().strip(),
                "marking": self.marking.member,
                "author": self.author.text().strip(),
                "cutoff": cutoff,
                "bottom_line": self.bottom_line.text(),
                "judgements": self.judgements.judgements(),
                "confidence": Confidence(confidence) if confidence else None,
                "confidence_basis": self.basis.text(),
                "sections": self.sections.sections(),
                "page_size": self.page.current,
                "language": self.language.current,
            }
        )

    async def keep(self) -> None:
        """Write what is typed and wait until the disk has it."""
        await self.autosave.keep()

    @override
    def hideEvent(self, event: QHideEvent) -> None:
        super().hideEvent(event)
        self.autosave.end()

    def _command(self) -> SaveBriefing | None:
        self._kept = self.briefing()  # a cut-off that cannot be read falls back on the newest
        return SaveBriefing(self._kept) if self._kept else None

    def _fill(self, briefing: Briefing) -> None:
        """Set what differs, so that no cursor is lost."""
        for line, text in ((self.title, briefing.title), (self.author, briefing.author)):
            if line.text().strip() != text:
                line.setText(text)
                line.setCursorPosition(0)
        for area, text in (
            (self.bottom_line, briefing.bottom_line),
            (self.basis, briefing.confidence_basis),
        ):
            if area.text() != text.strip():
                area.setPlainText(text)
        self.marking.choose(briefing.marking)
        self._fill_cutoff(briefing)
        self.judgements.show_judgements(briefing.judgements)
        self.confidence.choose(Basis(briefing.confidence or ""))
        if briefing.sections != self.sections.sections():
            self.sections.show_sections(briefing.sections)
        self.page.choose(briefing.page_size if briefing.page_size in PAGES else PAGES[0])
        self.language.choose(briefing.language if briefing.language in LANGUAGES else "en")

    def _fill_cutoff(self, briefing: Briefing) -> None:
        try:
            is_same = self.cutoff.moment() == briefing.cutoff
        except CaseError:
            is_same = self.cutoff.line.hasFocus()  # it is being typed
        if not is_same:
            self.cutoff.show_moment(briefing.cutoff)

    def _connect(self) -> None:
        for line in (self.title, self.author):
            line.textChanged.connect(self._on_typed)
        for area in (self.bottom_line, self.basis):
            area.textChanged.connect(self._on_typed)
        for field in (self.cutoff, self.judgements, self.sections):
            field.changed.connect(self._on_typed)
        self.marking.currentIndexChanged.connect(self._on_typed)
        self.confidence.currentIndexChanged.connect(self._on_typed)
        self.page.chosen.connect(self._on_typed)
        self.language.chosen.connect(self._on_typed)
        self.autosave.saved.connect(self.failed.hide)
        self.autosave.failed.connect(self._on_failed)
        self.autosave.taken_back.connect(self.taken_back)
        app = QApplication.instance()
        if isinstance(app, QApplication):
            app.focusChanged.connect(self._on_focus_changed)

    def _lay_out(self, gap: int) -> None:
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        column.addWidget(self.failed)
        column.addWidget(Named(_("Title"), self.title))
        column.addWidget(
            side_by_side(Named(_("Marking"), self.marking), Named(_("Prepared by"), self.author))
        )
        column.addWidget(Named(_("Information cut-off, UTC"), self.cutoff))
        column.addWidget(Named(_("Bottom line"), self.bottom_line))
        column.addWidget(Named(_("Key judgements"), self.judgements))
        column.addWidget(
            side_by_side(
                Named(_("Confidence"), self.confidence),
                Named(_("Basis of the confidence"), self.basis),
                shares=(1, 2),
            )
        )
        column.addWidget(Named(_("Sections, in order"), self.sections))
        column.addWidget(
            side_by_side(Named(_("Page size"), self.page), Named(_("Language"), self.language))
        )
        column.addStretch(1)

    @Slot()
    def _on_typed(self) -> None:
        if not self._is_showing and self._kept is not None:
            self.autosave.touch()
            self.edited.emit(self.briefing())

    @Slot(QWidget, QWidget)
    def _on_focus_changed(self, before: QWidget | None, _now: QWidget | None) -> None:
        if before is not None and self.isAncestorOf(before):
            self.autosave.end()

    @Slot(object)
    def _on_failed(self, error: CaseError) -> None:
        said = _("Not saved: {reason} {hint}").format(reason=error, hint=error.hint)
        self.failed.setText(said.strip())
        self.failed.show()


def _basis_options() -> list[tuple[Basis, str]]:
    return [(basis, words.term(Confidence(basis)) if basis else _("Not stated")) for basis in Basis]
