"""What is asked of every gap: the question, what its answer would change, of what, by when."""

from contextlib import suppress

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseboard.commands.gaps import AddGap, EditGap
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.ids import CaseId, GapId
from caseboard.store.gaps import GapRow
from caseboard.ui.forms.day_field import DayField
from caseboard.ui.forms.fields import Area, FieldError, Named
from caseboard.ui.forms.target_choice import TargetChoice
from caseboard.ui.lib.theme import Theme


class GapFields(QWidget):
    """The fields of a gap, new or kept; `typed` is sent when the user changes one."""

    typed = Signal()

    def __init__(self, theme: Theme) -> None:
        super().__init__()
        self.question = Area(theme, lines=2)
        self.question.setPlaceholderText(_("Is there imagery of the bridge from 13 November?"))
        self.changes = Area(theme, lines=1)
        self.changes.setPlaceholderText(_("Likelihood of the entry: even chance to unlikely"))
        self.target = TargetChoice(_("Which judgement"))
        self.due = DayField(theme, _("Due"))
        column = QVBoxLayout(self)
        column.setContentsMargins(0, 0, 0, 0)
        column.setSpacing(theme.px(12))
        for name, field in (
            (_("What is to be found out"), self.question),
            (_("Which judgement"), self.target),
            (_("What the answer would change"), self.changes),
            (_("Due"), self.due),
        ):
            column.addWidget(Named(name, field))
        for area in (self.question, self.changes):
            area.textChanged.connect(self.typed)
        self.target.activated.connect(self.typed)
        self.due.changed.connect(self.typed)

    def show_gap(self, row: GapRow) -> None:
        """Show a gap as it is kept; what is the same already is left alone, with its cursor."""
        for area, text in ((self.question, row.gap.question), (self.changes, row.gap.changes)):
            if area.text().split() != text.split():  # blanks are kept as they are typed
                area.blockSignals(True)
                area.setPlainText(text)
                area.blockSignals(False)
                area.fit()
        self.due.show_day(row.gap.due)

    def new(self, case_id: CaseId) -> AddGap:
        """The gap that is typed; raises `FieldError` for what cannot be taken."""
        return AddGap(
            case_id, self._asked(), self.changes.text(), self.target.target, self.due.day()
        )

    def edit(self, case_id: CaseId, gap_id: GapId, due: str) -> EditGap:
        """The change to a gap; a day that cannot be read leaves `due`, the day it had."""
        with suppress(FieldError):  # the field says so, and what else was typed is worth keeping
            due = self.due.day()
        return EditGap(case_id, gap_id, self._asked(), self.changes.text(), self.target.target, due)

    def _asked(self) -> str:
        if not self.question.text():
            error = CaseError(_("A gap needs a question."), _("Say what is to be found out."))
            raise FieldError(error, self.question)
        return self.question.text()
