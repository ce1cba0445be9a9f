"""Saying how a claim fits a hypothesis, and why: the cells of an inquiry."""

from dataclasses import dataclass

from sqlmodel import Session, select

from caseboard.commands.editing import living
from caseboard.errors import CaseError
from caseboard.i18n import _, ngettext
from caseboard.model.claim import Claim
from caseboard.model.ids import CaseId, ClaimId, HypothesisId
from caseboard.model.inquiry import Consistency, Hypothesis
from caseboard.model.refs import short
from caseboard.model.terms import Fit
from caseboard.store import inquiries


@dataclass(frozen=True, slots=True)
class RateFit:
    """Say how a claim fits a hypothesis; None opens the cell again, and its reason goes."""

    case_id: CaseId
    hypothesis_id: HypothesisId
    claim_id: ClaimId
    fit: Fit | None
    reason: str | None = None
    """None leaves the reason as it is."""

    @property
    def label(self) -> str:
        """What the journal says."""
        if self.fit is None:
            return _("Open cell again")
        return _("Rate cell {fit}").format(fit=self.fit.value)

    def do(self, session: Session) -> None:
        """Set it; raises `CaseError` where the claim is no evidence there."""
        hypothesis: Hypothesis = living(session, Hypothesis, self.hypothesis_id)
        claim: Claim = living(session, Claim, self.claim_id)
        if not inquiries.evidence_of(session, hypothesis.inquiry_id, [claim.id]):
            raise CaseError(
                _("{hypothesis} is not tried on {claim}.").format(
                    hypothesis=short(hypothesis.ref), claim=short(claim.ref)
                ),
                _("Add the claim as evidence first."),
            )
        cell = _cell(session, hypothesis.id, claim.id)
        if self.fit is None:
            if cell is not None:
                session.delete(cell)
        elif cell is None:
            session.add(
                Consistency(
                    hypothesis_id=hypothesis.id,
                    claim_id=claim.id,
                    fit=self.fit,
                    reason=(self.reason or "").strip(),
                )
            )
        else:
            self._change(cell, self.fit)

    def _change(self, cell: Consistency, fit: Fit) -> None:
        reason = cell.reason if self.reason is None else self.reason.strip()
        if cell.fit is not fit:
            cell.fit = fit
        if cell.reason != reason:
            cell.reason = reason


@dataclass(frozen=True, slots=True)
class RateFits:
    """Rate several cells at once, undone at once."""

    case_id: CaseId
    cells: tuple[RateFit, ...]

    @property
    def label(self) -> str:
        """What the journal says."""
        if len(self.cells) == 1:
            return self.cells[0].label
        return ngettext("Rate {n} cell", "Rate {n} cells", len(self.cells))

    def do(self, session: Session) -> None:
        """Rate one after another."""
        for cell in self.cells:
            cell.do(session)


def _cell(session: Session, hypothesis_id: HypothesisId, claim_id: ClaimId) -> Consistency | None:
    query = select(Consistency).where(
        Consistency.hypothesis_id == hypothesis_id, Consistency.claim_id == claim_id
    )
    return session.exec(query).first()
