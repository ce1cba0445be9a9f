"""What a case is opened with, and the same again to change it later."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseboard.commands.cases import NewCase
from caseboard.commands.editing import Edit
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.case import Case
from caseboard.model.terms import CaseStatus, Ladder, Marking
from caseboard.ui import words
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms import fields
from caseboard.ui.forms.fields import Area, Choice, FieldError, side_by_side
from caseboard.ui.forms.form import Form
from caseboard.ui.forms.ladder_field import LadderField
from caseboard.ui.lib.theme import Theme


class NewCaseForm(Form):
    """Asks for a title and takes sound choices for the rest; `command` is what was filled in."""

    def __init__(self, parent: QWidget | None, theme: Theme, collector: str = "") -> None:
        super().__init__(theme, _("New case"), _("Open case"), parent)
        self.case_title = fields.line("", _("Kupiansk approach"))
        self.question = Area(theme)
        self.question.setPlaceholderText(_("What is to be found out"))
        self.marking = Choice(words.options(Marking), Marking.AMBER)
        self.ladder = Choice(words.options(Ladder), Ladder.ICD203)
        self.collector = fields.line(collector)
        self.add(_("Title"), self.case_title)
        self.add(_("Question"), self.question)
        self.body.addWidget(
            side_by_side(
                fields.Named(_("Marking"), self.marking),
                fields.Named(_("Words of likelihood"), self.ladder),
            )
        )
        self.add(_("Collector"), self.collector)
        self.case_title.setFocus()

    def command(self) -> NewCase:
        """The case as it is to be opened."""
        return NewCase(
            self.case_title.text().strip(),
            self.question.text(),
            self.marking.member,
            self.ladder.member,
            self.collector.text().strip(),
        )

    @override
    async def save(self) -> None:
        """Only a title is needed; whoever asked runs the command."""
        if not self.case_title.text().strip():
            raise FieldError(CaseError(_("A case needs a title.")), self.case_title)


class CaseForm(Form):
    """Edits a case; its ref stays what it is."""

    def __init__(self, desk: CaseDesk, case: Case, parent: QWidget | None = None) -> None:
        super().__init__(desk.desk.theme, _("Case {ref}").format(ref=case.ref), _("Save"), parent)
        self._desk = desk
        self._case = case
        self.case_title = fields.line(case.title)
        self.question = Area(self.theme, case.question)
        self.marking = Choice(words.options(Marking), case.marking)
        self.ladder = LadderField(desk, case.ladder)
        self.status = Choice(words.options(CaseStatus), case.status)
        self.collector = fields.line(case.collector)
        self.add(_("Title"), self.case_title)
        self.add(_("Question"), self.question)
        self.add(_("Marking"), self.marking)
        self.body.addWidget(self.ladder)
        self.ladder.resized.connect(self._fit)
        self.body.addWidget(
            side_by_side(
                fields.Named(_("Status"), self.status),
                fields.Named(_("Collector"), self.collector),
            )
        )

    @override
    async def save(self) -> None:
        """Write what differs."""
        title = self.case_title.text().strip()
        if not title:
            raise FieldError(CaseError(_("A case needs a title.")), self.case_title)
        changes = {
            "title": title,
            "question": self.question.text(),
            "marking": self.marking.member,
            "ladder": self.ladder.ladder,
            "status": self.status.member,
            "collector": self.collector.text().strip(),
        }
        await self._desk.run(Edit(Case, self._case.id, changes, _("Edit case"), self._desk.case_id))
