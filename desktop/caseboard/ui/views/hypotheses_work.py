"""What is done with an inquiry: its commands, and the forms that ask for what they need."""

from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal, Slot
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from caseboard.commands.history import Command
from caseboard.commands.inquiries import BinHypothesis, BinInquiry, MoveHypothesis, RemoveEvidence
from caseboard.commands.rating import RateFit, RateFits
from caseboard.i18n import _
from caseboard.model.ids import ClaimId, HypothesisId
from caseboard.model.terms import Fit
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.form import fill
from caseboard.ui.forms.inquiry_forms import EvidenceForm, HypothesisForm, QuestionForm
from caseboard.ui.lib.asyncui import async_slot
from caseboard.ui.telling import Telling
from caseboard.ui.weighing import Weighing

if TYPE_CHECKING:
    from caseboard.store.inquiries import InquirySheet


class InquiryWork(QObject):
    """Works on `sheet`; what it changed comes back through the history of the library."""

    told = Signal(object)
    """`Telling`."""
    refused = Signal(str)
    """Why there is nothing to do."""
    added = Signal(str)
    """A hypothesis that was added here."""

    def __init__(self, desk: CaseDesk, weighing: Weighing, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._weighing = weighing
        self._parent = parent
        self.sheet: InquirySheet | None = None

    @async_slot()
    async def add_hypothesis(self) -> None:
        """Let another answer compete."""
        if self.sheet is not None:
            window = self._parent.window()
            form = HypothesisForm(self._desk, self.sheet.inquiry.id, parent=window)
            if await fill(form) and isValid(self) and form.made:
                self.added.emit(form.made)

    @async_slot(str)
    async def edit_hypothesis(self, hypothesis_id: str) -> None:
        """State a hypothesis otherwise."""
        shown = self.sheet.hypotheses if self.sheet else ()
        hypothesis = next((each for each in shown if each.id == hypothesis_id), None)
        if hypothesis is not None:
            window = self._parent.window()
            await fill(HypothesisForm(self._desk, hypothesis.inquiry_id, hypothesis, window))

    @async_slot()
    async def edit_question(self) -> None:
        """Ask the question otherwise."""
        if self.sheet is not None:
            await fill(QuestionForm(self._desk, self.sheet.inquiry, self._parent.window()))

    @async_slot()
    async def add_evidence(self) -> None:
        """Try the hypotheses on more claims."""
        if self.sheet is None:
            return
        inquiry_id, there = self.sheet.inquiry.id, frozenset(self.sheet.evidence)
        ledger = (await self._weighing.fresh()).ledger
        if not isValid(self):
            return
        others = [claim for claim in ledger.claims if claim.id not in there]
        if others:
            await fill(EvidenceForm(self._desk, inquiry_id, others, self._parent.window()))
        else:
            self.refused.emit(_("Every claim of the case is evidence here already."))

    @Slot(str)
    def bin_hypothesis(self, hypothesis_id: str) -> None:
        """Move a hypothesis to the bin."""
        self._tell(BinHypothesis(self._desk.case_id, HypothesisId(hypothesis_id)), _BINNED)

    @Slot()
    def bin_question(self) -> None:
        """Move the question and its hypotheses to the bin."""
        if self.sheet is not None:
            self._tell(BinInquiry(self._desk.case_id, self.sheet.inquiry.id), _BINNED)

    @Slot(list)
    def remove_evidence(self, claims: list[str]) -> None:
        """Try the hypotheses no longer on these claims."""
        if self.sheet is not None:
            ids = tuple(ClaimId(each) for each in claims)
            self._tell(RemoveEvidence(self._desk.case_id, self.sheet.inquiry.id, ids), _DONE)

    @Slot(str, int)
    def move_hypothesis(self, hypothesis_id: str, to: int) -> None:
        """Give a column another place."""
        self._run(MoveHypothesis(self._desk.case_id, HypothesisId(hypothesis_id), to))

    @Slot(list, object)
    def rate(self, cells: list[tuple[str, str]], fit: Fit | None) -> None:
        """Rate cells, pairs of hypothesis and claim, or open them again; reasons stay."""
        self._run(RateFits(self._desk.case_id, tuple(self._rated(*cell, fit) for cell in cells)))

    @Slot(str, str, object, str)
    def say_why(self, hypothesis_id: str, claim_id: str, fit: Fit, reason: str) -> None:
        """Rate a cell with its reason."""
        self._run(self._rated(hypothesis_id, claim_id, fit, reason))

    def _rated(
        self, hypothesis_id: str, claim_id: str, fit: Fit | None, reason: str | None = None
    ) -> RateFit:
        where = HypothesisId(hypothesis_id), ClaimId(claim_id)
        return RateFit(self._desk.case_id, *where, fit, reason)

    @async_slot(object)
    async def _run(self, command: Command[object]) -> None:
        await self._desk.run(command)

    @async_slot(object, bool)
    async def _tell(self, command: Command[object], is_binned: bool) -> None:
        await self._desk.run(command)
        if isValid(self):
            said = _("{what}. It is in the bin.") if is_binned else _("{what}.")
            self.told.emit(Telling(said.format(what=command.label), is_undoable=True))


_DONE, _BINNED = False, True
