"""Edits the words of a claim and when it happened."""

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseboard.analysis.wording import Checker
from caseboard.commands.editing import Edit
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.claim import Claim
from caseboard.store import cases
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.fields import Area, FieldError
from caseboard.ui.forms.form import Form
from caseboard.ui.forms.moment_field import MomentField
from caseboard.ui.forms.wording_notes import WordingNotes
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.markings import marking_field


class ClaimEditForm(Form):
    """The statement and its time; what it rests on is edited report by report."""

    def __init__(self, desk: CaseDesk, claim: Claim, parent: QWidget | None = None) -> None:
        super().__init__(desk.desk.theme, _("Claim"), _("Save"), parent)
        self._desk = desk
        self._claim = claim
        self.statement = Area(self.theme, claim.statement)
        self.event_time = MomentField(self.theme, _("Happened when"), claim.event_time)
        self.notes = WordingNotes(self.theme, self.statement)
        self.add(_("Statement"), self.statement, self.notes)
        self.add(_("Happened when"), self.event_time)
        self.marking = marking_field(claim.marking)
        self.add(_("Marking"), self.marking)
        self._read()

    @override
    async def save(self) -> None:
        """Write both."""
        statement = " ".join(self.statement.text().split())
        if not statement:
            error = CaseError(
                _("A claim needs a statement."), _("Say what is claimed, in one sentence.")
            )
            raise FieldError(error, self.statement)
        changes = {
            "statement": statement,
            "event_time": self.event_time.edtf(),
            "marking": self.marking.member.marking,
        }
        await self._desk.run(
            Edit(Claim, self._claim.id, changes, _("Edit claim"), self._desk.case_id)
        )

    @async_slot()
    async def _read(self) -> None:
        """What a claim says is a claimant's word: only how it is said is checked."""
        case = await self._desk.read(cases.by_id, self._desk.case_id)
        if case is not None:
            self.notes.check_by(Checker(case.ladder))
