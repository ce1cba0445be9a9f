"""What would change the judgement of a claim: tasks, each with its date."""

from PySide6.QtCore import Qt, Signal, Slot
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget
from shiboken6 import isValid

from caseboard.commands.gaps import AddGap, AnswerGap, ReopenGap
from caseboard.errors import CaseError
from caseboard.i18n import _, ngettext
from caseboard.model.ids import GapId
from caseboard.model.inquiry import Gap
from caseboard.model.terms import GapStatus
from caseboard.store.claim_pages import ClaimPage
from caseboard.store.gaps import Target
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms import fields
from caseboard.ui.forms.day_field import DayField
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.lib.buttons import push_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.section import Section
from caseboard.ui.views.gap_row import GapLine


class GapsSection(Section):
    """The gaps of a claim and of the disputes it stands in; one more is added by a line."""

    opened = Signal(str)
    """A gap."""

    def __init__(self, desk: CaseDesk, parent: QWidget) -> None:
        theme = desk.desk.theme
        self._is_writable = not desk.desk.library.read_only
        action = _("What would settle it?") if self._is_writable else ""
        super().__init__(theme, _("Gaps"), action, parent)
        self._desk, self._theme = desk, theme
        self._claim_id = ""
        self._shown: list[Gap] = []
        self.lines: list[GapLine] = []
        self._rows = QVBoxLayout()
        self._rows.setSpacing(theme.px(4))
        self.question = fields.line("", _("What would settle it?"))
        self.question.setAccessibleName(_("What is to be found out"))
        self.due = DayField(theme, _("Due"))
        self.due.line.setPlaceholderText(_("due"))
        self.add_button = push_button(theme, _("Add"), self)
        self.add_button.setAccessibleName(_("Add gap"))
        self.wrong = plain_label("", self, tone="bad", size="small", wrap=True)
        self.wrong.hide()
        self._adding = QWidget(self)
        self._lay_out()
        self._connect()

    def show_page(self, page: ClaimPage) -> None:
        """Show the gaps of this claim; what is being typed for it stays."""
        if page.claim.id != self._claim_id:
            self._claim_id = page.claim.id
            self._empty()
        gaps = sorted(page.gaps, key=_place)
        if gaps != self._shown:
            self._show(gaps)
        still = sum(gap.status is GapStatus.OPEN for gap in gaps)
        counted = ngettext("Gaps · {n} open", "Gaps · {n} open", still)
        self.set_title(counted if gaps else _("Gaps"))
        self.setVisible(self._is_writable or bool(gaps))

    def _show(self, gaps: list[Gap]) -> None:
        """A line whose gap is as it was stays, with the answer that is being typed in it."""
        self._shown = gaps
        kept = {line.gap.id: line for line in self.lines if line.gap in gaps}
        for line in self.lines:
            self._rows.removeWidget(line)
            if line.gap.id not in kept:
                line.hide()
                line.deleteLater()
        self.lines = [kept.get(gap.id) or self._line(gap) for gap in gaps]
        for line in self.lines:
            self._rows.addWidget(line)

    def _line(self, gap: Gap) -> GapLine:
        line = GapLine(self._theme, gap, self, is_writable=self._is_writable)
        self._connect_line(line)
        return line

    def _connect_line(self, line: GapLine) -> None:
        gap_id = GapId(line.gap.id)
        line.opened.connect(lambda: self.opened.emit(gap_id))
        line.answered.connect(lambda words: self._answer(gap_id, words))
        line.reopened.connect(lambda: self._reopen(gap_id))

    def _lay_out(self) -> None:
        row = QHBoxLayout(self._adding)
        row.setContentsMargins(0, 0, 0, 0)
        row.setSpacing(self._theme.px(6))
        top = Qt.AlignmentFlag.AlignTop
        row.addWidget(self.question, 3, top)
        row.addWidget(self.due, 2, top)
        row.addWidget(self.add_button, 0, top)
        self._adding.setVisible(self._is_writable)
        self.body.addLayout(self._rows)
        self.body.addWidget(self._adding)
        self.body.addWidget(self.wrong)

    def _connect(self) -> None:
        self.acted.connect(self._on_acted)
        self.add_button.clicked.connect(self._add)
        self.question.returnPressed.connect(self._add)
        self.due.line.returnPressed.connect(self._add)
        self.question.textEdited.connect(self.wrong.hide)

    def _empty(self) -> None:
        self.question.clear()
        self.due.line.clear()
        self.wrong.hide()

    @Slot()
    def _on_acted(self) -> None:
        self.question.setFocus(Qt.FocusReason.OtherFocusReason)

    @async_slot()
    async def _add(self) -> None:
        claim_id = self._claim_id
        try:
            due = self.due.day()
            command = AddGap(
                self._desk.case_id, self.question.text(), "", Target("claim", claim_id), due
            )
            await self._desk.run(command)
        except CaseError as error:
            if isValid(self):
                self.wrong.setText(f"{error} {error.hint}".strip())
                self.wrong.show()
            return
        if isValid(self) and claim_id == self._claim_id:
            self._empty()
            self.question.setFocus(Qt.FocusReason.OtherFocusReason)

    @async_slot(str, str)
    async def _answer(self, gap_id: GapId, words: str) -> None:
        await self._desk.run(AnswerGap(self._desk.case_id, gap_id, words))

    @async_slot(str)
    async def _reopen(self, gap_id: GapId) -> None:
        await self._desk.run(ReopenGap(self._desk.case_id, gap_id))


def _place(gap: Gap) -> tuple[bool, bool, str, str]:
    """Open ones first, by their day; those without one after them."""
    return gap.status is not GapStatus.OPEN, not gap.due, gap.due, gap.id
