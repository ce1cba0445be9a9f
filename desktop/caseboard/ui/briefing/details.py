"""What stands around the text: language, page, marking, cut-off, who wrote it and for whom."""

from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QLineEdit, QVBoxLayout, QWidget

from caseboard.briefing import templates
from caseboard.errors import CaseError
from caseboard.i18n import LANGUAGES, _
from caseboard.model.terms import BriefingStatus, Marking, Template
from caseboard.model.work import Briefing
from caseboard.ui.briefing.cutoff_field import CutoffField
from caseboard.ui.briefing.menu_choice import MenuChoice
from caseboard.ui.briefing.named import named
from caseboard.ui.briefing.subject_field import SubjectField
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.fields import Area, line
from caseboard.ui.lib.flow import FlowLayout

PAGES = ("A4", "Letter")
NARROW = {Template.SOURCE_REPORT, Template.INCIDENT}
"""Templates that are about less than the whole case."""


class BriefingDetails(QWidget):
    """Small menus in a line, and the fields of the title block under it."""

    changed = Signal()

    def __init__(self, desk: CaseDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        theme = desk.desk.theme
        languages = [(key, words) for key, words in LANGUAGES.items()]
        self.language = MenuChoice(_("Language"), languages, self)
        self.page = MenuChoice(_("Page size"), [(each, each) for each in PAGES], self)
        self.marking = MenuChoice(_("Marking"), [(each, each.value) for each in Marking], self)
        self.status = MenuChoice(_("Status"), _statuses(), self)
        self.cutoff = CutoffField(theme)
        self.question = Area(theme, lines=3)
        self.question.setPlaceholderText(desk.case.question or _("The question it answers"))
        self.subject = SubjectField(desk, self)
        self.author = line()
        self.is_withheld = QCheckBox(_("Withhold the name"), self)
        self.reviewer = line()
        self.distribution = line("", _("Who it is for"))
        self.classification = line("", _("In place of TLP, such as OFFICIAL"))
        self.has_portion_marks = QCheckBox(_("Mark each section"), self)
        self._lay_out(theme.px(12))
        self._connect()

    def show_briefing(self, briefing: Briefing) -> None:
        """Fill in what the briefing says; what does not differ keeps its cursor."""
        self.language.choose(briefing.language)
        self.page.choose(briefing.page_size)
        self.marking.choose(briefing.marking)
        self.status.choose(briefing.status)
        texts = (briefing.author, briefing.reviewer, briefing.distribution, briefing.classification)
        for field, text in zip(self._lines(), texts, strict=True):
            if field.text().strip() != text:
                field.setText(text)
                field.setCursorPosition(0)
        if self.question.text() != briefing.question.strip():
            self.question.setPlainText(briefing.question)
        self.is_withheld.setChecked(briefing.is_author_withheld)
        self.has_portion_marks.setChecked(briefing.has_portion_marks)
        self._show_cutoff(briefing)
        self.subject.show_subject(briefing.subject)
        is_narrow = templates.of(briefing.template) in NARROW or bool(briefing.subject)
        self._about.setVisible(is_narrow)

    def taken(self, kept: Briefing) -> dict[str, Any]:
        """The fields as they stand here; a cut-off that cannot be read stays as it was kept."""
        try:
            cutoff = self.cutoff.moment()
        except CaseError:
            cutoff = kept.cutoff
        return {
            "language": self.language.current,
            "page_size": self.page.current,
            "marking": self.marking.current,
            "status": self.status.current,
            "cutoff": cutoff,
            "question": self.question.text(),
            "subject": self.subject.subject(),
            "author": self.author.text().strip(),
            "is_author_withheld": self.is_withheld.isChecked(),
            "reviewer": self.reviewer.text().strip(),
            "distribution": self.distribution.text().strip(),
            "classification": self.classification.text().strip(),
            "has_portion_marks": self.has_portion_marks.isChecked(),
        }

    def set_writable(self, *, writable: bool) -> None:
        """Let it be changed, or only be read."""
        for field in (*self._lines(), self.cutoff.line, self.subject.line):
            field.setReadOnly(not writable)
        self.question.setReadOnly(not writable)
        for widget in (self.language, self.page, self.marking, self.status):
            widget.setEnabled(writable)
        for box in (self.is_withheld, self.has_portion_marks):
            box.setEnabled(writable)

    def field(self, name: str) -> QWidget | None:
        """What a field of the briefing is written in, if that is here."""
        fields: dict[str, QWidget] = {
            "language": self.language,
            "page_size": self.page,
            "marking": self.marking,
            "status": self.status,
            "cutoff": self.cutoff.line,
            "question": self.question,
            "subject": self.subject.line,
            "author": self.author,
            "is_author_withheld": self.is_withheld,
            "reviewer": self.reviewer,
            "distribution": self.distribution,
            "classification": self.classification,
            "has_portion_marks": self.has_portion_marks,
        }
        return fields.get(name)

    def _lines(self) -> tuple[QLineEdit, ...]:
        return self.author, self.reviewer, self.distribution, self.classification

    def _show_cutoff(self, briefing: Briefing) -> None:
        try:
            is_same = self.cutoff.moment() == briefing.cutoff
        except CaseError:
            is_same = self.cutoff.line.hasFocus()  # it is being typed
        if not is_same:
            self.cutoff.show_moment(briefing.cutoff)

    def _lay_out(self, gap: int) -> None:
        menus = QWidget(self)
        flow = FlowLayout(menus, 0)
        for menu in (self.language, self.page, self.marking, self.status):
            flow.addWidget(menu)
        self._about = named(_("About"), self.subject)
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(gap)
        for widget in (
            menus,
            named(_("Question it answers"), self.question),
            self._about,
            named(_("Information cut-off, UTC"), self.cutoff),
            named(_("Prepared by"), self.author, self.is_withheld),
            named(_("Reviewed by"), self.reviewer),
            named(_("Distribution"), self.distribution),
            named(_("Classification"), self.classification, self.has_portion_marks),
        ):
            column.addWidget(widget)

    def _connect(self) -> None:
        for menu in (self.language, self.page, self.marking, self.status):
            menu.chosen.connect(self.changed)
        for field in self._lines():
            field.textChanged.connect(self.changed)
        self.question.textChanged.connect(self.changed)
        self.cutoff.changed.connect(self.changed)
        self.subject.changed.connect(self.changed)
        self.is_withheld.clicked.connect(self.changed)
        self.has_portion_marks.clicked.connect(self.changed)


def _statuses() -> list[tuple[BriefingStatus, str]]:
    return [(BriefingStatus.DRAFT, _("Draft")), (BriefingStatus.FINAL, _("Final"))]
