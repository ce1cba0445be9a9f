"""Asks a question with hypotheses and evidence, and changes what was asked."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget
from typing_extensions import override

from caseboard.analysis.seeding import Seed
from caseboard.commands.inquiries import (
    AddEvidence,
    AddHypothesis,
    EditHypothesis,
    EditInquiry,
    OpenInquiry,
)
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.ids import ClaimId, HypothesisId, InquiryId
from caseboard.model.inquiry import Hypothesis, Inquiry
from caseboard.model.ledger import Stated
from caseboard.ui.desk import CaseDesk
from caseboard.ui.forms.claim_ticks import ClaimTicks
from caseboard.ui.forms.fields import Area, FieldError
from caseboard.ui.forms.form import Form
from caseboard.ui.lib.labels import plain_label


class InquiryForm(Form):
    """A new question, filled in from a `Seed`; `made` is its id once it was kept."""

    def __init__(
        self, desk: CaseDesk, claims: Sequence[Stated], seed: Seed, parent: QWidget | None = None
    ) -> None:
        title, action = _("Weigh hypotheses"), _("Weigh them")
        super().__init__(desk.desk.theme, title, action, parent)
        self._desk = desk
        self.made: InquiryId | None = None
        self.question = Area(self.theme, seed.question)
        self.question.setPlaceholderText(_("What happened at the crossing on 13 November?"))
        self.hypotheses = Area(self.theme, "\n".join(seed.hypotheses), lines=4, most=10)
        self.hypotheses.setPlaceholderText(_("One a line"))
        hint = _("One a line, each excluding the others. Name all that could be so.")
        offered = [claim for claim in claims if claim.id not in seed.left_out]
        self.claims = ClaimTicks(self.theme, _("Evidence"), offered)
        self.claims.tick(seed.claims)
        self.add(_("Question"), self.question)
        below = plain_label(hint, tone="muted", size="small", wrap=True)
        self.add(_("Hypotheses"), self.hypotheses, below)
        self.add(_("Claims they are tried on"), self.claims)

    @override
    async def save(self) -> None:
        """Ask it; every cell is left open for a person to rate."""
        if not self.question.text():
            raise FieldError(_no_question(), self.question)
        statements = [line for line in self.hypotheses.text().splitlines() if line.strip()]
        command = OpenInquiry(
            self._desk.case_id, self.question.text(), tuple(statements), self.claims.ticked()
        )
        self.made = await self._desk.run(command)


class QuestionForm(Form):
    """Asks the question of an inquiry otherwise."""

    def __init__(self, desk: CaseDesk, inquiry: Inquiry, parent: QWidget | None = None) -> None:
        super().__init__(desk.desk.theme, _("Question"), _("Save"), parent)
        self._desk = desk
        self._inquiry = inquiry
        self.question = Area(self.theme, inquiry.question)
        self.add(_("Question"), self.question)

    @override
    async def save(self) -> None:
        """Write it."""
        if not self.question.text():
            raise FieldError(_no_question(), self.question)
        await self._desk.run(
            EditInquiry(self._desk.case_id, self._inquiry.id, self.question.text())
        )


class HypothesisForm(Form):
    """States a hypothesis of an inquiry, or one that is there otherwise."""

    def __init__(
        self,
        desk: CaseDesk,
        inquiry_id: InquiryId,
        hypothesis: Hypothesis | None = None,
        parent: QWidget | None = None,
    ) -> None:
        action = _("Save") if hypothesis else _("Add hypothesis")
        super().__init__(desk.desk.theme, _("Hypothesis"), action, parent)
        self._desk = desk
        self._inquiry_id = inquiry_id
        self._hypothesis = hypothesis
        self.made: HypothesisId | None = None
        self.statement = Area(self.theme, hypothesis.statement if hypothesis else "")
        hint = _("What would be so if it held; the other hypotheses exclude it.")
        below = plain_label(hint, tone="muted", size="small", wrap=True)
        self.add(_("Statement"), self.statement, below)

    @override
    async def save(self) -> None:
        """Write it; what the others say already cannot be taken."""
        case_id, statement = self._desk.case_id, self.statement.text()
        try:
            if self._hypothesis:
                await self._desk.run(EditHypothesis(case_id, self._hypothesis.id, statement))
            else:
                self.made = await self._desk.run(
                    AddHypothesis(case_id, self._inquiry_id, statement)
                )
        except CaseError as error:
            raise FieldError(error, self.statement) from error


class EvidenceForm(Form):
    """Tries the hypotheses of an inquiry on more claims."""

    def __init__(
        self,
        desk: CaseDesk,
        inquiry_id: InquiryId,
        claims: Sequence[Stated],
        parent: QWidget | None = None,
    ) -> None:
        """`claims` are those that are no evidence there yet."""
        super().__init__(desk.desk.theme, _("Evidence"), _("Add evidence"), parent)
        self._desk = desk
        self._inquiry_id = inquiry_id
        self.claims = ClaimTicks(self.theme, _("Claims"), claims)
        self.add(_("Claims to try the hypotheses on"), self.claims)

    @override
    async def save(self) -> None:
        """Add those with a tick."""
        ticked = self.claims.ticked()
        if not ticked:
            error = CaseError(_("No claim is ticked."), _("Tick one with Space, or by a click."))
            raise FieldError(error, self.claims)
        await self._desk.run(AddEvidence(self._desk.case_id, self._inquiry_id, ticked))


class CompetingForm(Form):
    """Chooses the claims that are hypotheses; all others may be evidence."""

    def __init__(
        self, desk: CaseDesk, claims: Sequence[Stated], parent: QWidget | None = None
    ) -> None:
        super().__init__(desk.desk.theme, _("Claims that compete"), _("Go on"), parent)
        self.chosen: tuple[ClaimId, ...] = ()
        self.claims = ClaimTicks(self.theme, _("Claims"), claims)
        self.add(_("Claims that exclude each other"), self.claims)

    @override
    async def save(self) -> None:
        """Remember them: nothing is written yet."""
        self.chosen = self.claims.ticked()
        if not self.chosen:
            error = CaseError(_("No claim is ticked."), _("Tick those of which only one can hold."))
            raise FieldError(error, self.claims)


def _no_question() -> CaseError:
    return CaseError(_("There is no question yet."), _("Ask what the hypotheses are answers to."))
