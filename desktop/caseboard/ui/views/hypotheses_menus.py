"""What can be begun and done with questions, as menus."""

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QMenu, QWidget
from shiboken6 import isValid

from caseboard.analysis import seeding
from caseboard.analysis.seeding import Seed
from caseboard.i18n import _
from caseboard.model.ledger import Ledger
from caseboard.model.refs import short
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.form import fill
from caseboard.ui.forms.inquiry_forms import CompetingForm, InquiryForm
from caseboard.ui.itemmodels.hypotheses import HypothesesModel, Sort
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.views.hypotheses_table import HypothesesTable
from caseboard.ui.weighing import Weighing

MOST_DISPUTES = 30


class Seeds(QObject):
    """The ways to begin; `begun` is sent with the id of an inquiry that was asked."""

    begun = Signal(str)

    def __init__(self, desk: CaseDesk, weighing: Weighing, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._weighing = weighing
        self._parent = parent
        self.menu = QMenu(parent)
        self.disputes = self.menu.addMenu(_("From a dispute"))
        self.claims = self.menu.addAction(_("From claims…"))
        self.question = self.menu.addAction(_("From the case’s question…"))
        self.claims.triggered.connect(self.from_claims)
        self.question.triggered.connect(self.from_question)
        self.menu.aboutToShow.connect(self._on_about_to_show)

    @async_slot()
    async def from_question(self) -> None:
        """Begin with the question of the case and nothing else."""
        ledger = (await self._weighing.fresh()).ledger
        await self._ask(ledger, seeding.from_question(ledger, self._desk.case.question))

    @async_slot()
    async def from_claims(self) -> None:
        """Let claims be the hypotheses."""
        ledger = (await self._weighing.fresh()).ledger
        if not isValid(self):
            return
        form = CompetingForm(self._desk, ledger.claims, self._parent.window())
        if await fill(form) and isValid(self):
            question = self._desk.case.question
            await self._ask(ledger, seeding.from_claims(ledger, question, form.chosen))

    @Slot()
    def from_any_dispute(self) -> None:
        """Begin with the one dispute there is, or ask which."""
        self._on_about_to_show()
        offered = [each for each in self.disputes.actions() if each.isEnabled()]
        if len(offered) == 1:
            offered[0].trigger()
        elif offered:
            self.disputes.popup(QCursor.pos())

    @async_slot(str)
    async def from_dispute(self, dispute_id: str) -> None:
        """Begin with the two sides of a dispute, both, and neither."""
        ledger = (await self._weighing.fresh()).ledger
        dispute = next((each for each in ledger.disputes if each.id == dispute_id), None)
        if dispute is not None:
            await self._ask(ledger, seeding.from_dispute(ledger, dispute))

    async def _ask(self, ledger: Ledger, seed: Seed) -> None:
        if not isValid(self):
            return
        form = InquiryForm(self._desk, ledger.claims, seed, self._parent.window())
        if await fill(form) and isValid(self) and form.made:
            self.begun.emit(form.made)

    @Slot()
    def _on_about_to_show(self) -> None:
        """Name the disputes as they are now."""
        self.disputes.clear()
        now = self._weighing.now
        if now is None:
            return
        statements = {claim.id: claim for claim in now.ledger.claims}
        for dispute in now.ledger.disputes[:MOST_DISPUTES]:
            one, other = statements.get(dispute.claim_a_id), statements.get(dispute.claim_b_id)
            if one is not None and other is not None:
                text = _("{one} against {other}: {statement}").format(
                    one=short(one.ref), other=short(other.ref), statement=one.statement
                )
                action = self.disputes.addAction(text.replace("&", "&&"))
                action.setData(dispute.id)
                action.triggered.connect(self._on_dispute_chosen)
        self.disputes.setEnabled(bool(self.disputes.actions()))

    @Slot()
    def _on_dispute_chosen(self) -> None:
        action = self.sender()
        if isinstance(action, QAction):
            self.from_dispute(str(action.data()))


class Deeds(QObject):
    """What can be done with the question that is shown, and its current column and row."""

    def __init__(
        self, model: HypothesesModel, table: HypothesesTable, parent: QWidget, *, is_writable: bool
    ) -> None:
        super().__init__(parent)
        self._model = model
        self._table = table
        self._is_writable = is_writable
        self.menu = QMenu(parent)
        self.add_hypothesis = self.menu.addAction(_("Add hypothesis…"))
        self.add_evidence = self.menu.addAction(_("Add evidence…"))
        self.menu.addSeparator()
        self.edit = self.menu.addAction("")
        self.left = self.menu.addAction("")
        self.right = self.menu.addAction("")
        self.bin = self.menu.addAction("")
        self.remove = self.menu.addAction("")
        self.menu.addSeparator()
        self.telling = self.menu.addAction(_("Most telling first"))
        self.telling.setCheckable(True)
        self.copy = self.menu.addAction(_("Copy as table"))
        self.edit_question = self.menu.addAction(_("Edit question…"))
        self.bin_question = self.menu.addAction(_("Delete question"))
        self.menu.aboutToShow.connect(self._on_about_to_show)

    @Slot()
    def _on_about_to_show(self) -> None:
        """Name what the current cell stands for."""
        hypothesis = self._model.hypothesis(self._table.currentIndex().column())
        self._name_hypothesis(short(hypothesis.ref) if hypothesis else "")
        row = self._model.row_of(self._table.claim_id)
        claim = short(self._model.row(row).claim.ref) if row >= 0 else ""
        self.remove.setText(_("Remove {ref} from the evidence").format(ref=claim))
        self.remove.setVisible(bool(claim) and self._is_writable)
        self.telling.setChecked(self._model.sort_order is Sort.TELLING)
        for action in (
            self.add_hypothesis, self.add_evidence, self.edit_question, self.bin_question
        ):  # fmt: skip
            action.setVisible(self._is_writable)

    def _name_hypothesis(self, ref: str) -> None:
        for action, words in (
            (self.edit, _("Edit {ref}…")),
            (self.left, _("Move {ref} left")),
            (self.right, _("Move {ref} right")),
            (self.bin, _("Delete {ref}")),
        ):
            action.setText(words.format(ref=ref))
            action.setVisible(bool(ref) and self._is_writable)
