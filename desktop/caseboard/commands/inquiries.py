"""Inquiries: a question, the hypotheses that compete for it, and the claims they are tried on."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime

from sqlmodel import Session

from caseboard.commands.editing import living
from caseboard.errors import CaseError
from caseboard.i18n import _, ngettext
from caseboard.model import refs
from caseboard.model.case import Case
from caseboard.model.claim import Claim
from caseboard.model.ids import CaseId, ClaimId, HypothesisId, InquiryId
from caseboard.model.inquiry import Evidence, Hypothesis, Inquiry
from caseboard.store import inquiries


@dataclass(frozen=True, slots=True)
class OpenInquiry:
    """Ask a question, with hypotheses and the claims to try them on; every cell is left open."""

    case_id: CaseId
    question: str
    hypotheses: tuple[str, ...] = ()
    claims: tuple[ClaimId, ...] = ()

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Weigh hypotheses on “{question}”").format(question=_line(self.question))

    def do(self, session: Session) -> InquiryId:
        """Write all of it; returns the id of the inquiry."""
        living(session, Case, self.case_id)
        inquiry = Inquiry(case_id=self.case_id, question=_question(self.question))
        session.add(inquiry)
        session.flush()
        _add_hypotheses(session, inquiry, self.hypotheses)
        _add_evidence(session, inquiry, self.claims)
        return inquiry.id


@dataclass(frozen=True, slots=True)
class EditInquiry:
    """Ask the question otherwise."""

    case_id: CaseId
    inquiry_id: InquiryId
    question: str

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Edit question")

    def do(self, session: Session) -> None:
        """Set it where it differs."""
        inquiry: Inquiry = living(session, Inquiry, self.inquiry_id)
        question = _question(self.question)
        if inquiry.question != question:
            inquiry.question = question


@dataclass(frozen=True, slots=True)
class BinInquiry:
    """Move a question and its hypotheses to the bin."""

    case_id: CaseId
    inquiry_id: InquiryId

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Delete question and its hypotheses")

    def do(self, session: Session) -> None:
        """Bin them together, so that they come back together."""
        now = datetime.now(UTC)
        inquiry: Inquiry = living(session, Inquiry, self.inquiry_id)
        inquiry.deleted = now
        for hypothesis in inquiries.hypotheses_of(session, self.inquiry_id):
            hypothesis.deleted = now


@dataclass(frozen=True, slots=True)
class AddHypothesis:
    """Let another answer compete; it is the last column."""

    case_id: CaseId
    inquiry_id: InquiryId
    statement: str

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Add hypothesis “{statement}”").format(statement=_line(self.statement))

    def do(self, session: Session) -> HypothesisId:
        """Write it; raises `CaseError` where one of the inquiry says the same."""
        inquiry: Inquiry = living(session, Inquiry, self.inquiry_id)
        return _add_hypotheses(session, inquiry, [self.statement])[0].id


@dataclass(frozen=True, slots=True)
class EditHypothesis:
    """State a hypothesis otherwise."""

    case_id: CaseId
    hypothesis_id: HypothesisId
    statement: str

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Edit hypothesis")

    def do(self, session: Session) -> None:
        """Set it where it differs."""
        hypothesis: Hypothesis = living(session, Hypothesis, self.hypothesis_id)
        beside = inquiries.hypotheses_of(session, hypothesis.inquiry_id)
        others = [each.statement for each in beside if each.id != hypothesis.id]
        statement = _statements([self.statement], others)[0]
        if hypothesis.statement != statement:
            hypothesis.statement = statement


@dataclass(frozen=True, slots=True)
class MoveHypothesis:
    """Give a column the place `to` among the columns, from 0; past the end is the end."""

    case_id: CaseId
    hypothesis_id: HypothesisId
    to: int

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Move hypothesis")

    def do(self, session: Session) -> None:
        """Number the columns anew where that changes them."""
        hypothesis: Hypothesis = living(session, Hypothesis, self.hypothesis_id)
        row = inquiries.hypotheses_of(session, hypothesis.inquiry_id)
        row.remove(hypothesis)
        row.insert(max(0, self.to), hypothesis)
        for ordinal, each in enumerate(row):
            if each.ordinal != ordinal:
                each.ordinal = ordinal


@dataclass(frozen=True, slots=True)
class BinHypothesis:
    """Move a hypothesis to the bin; its cells stay and come back with it."""

    case_id: CaseId
    hypothesis_id: HypothesisId

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Delete hypothesis")

    def do(self, session: Session) -> None:
        """Bin it."""
        hypothesis: Hypothesis = living(session, Hypothesis, self.hypothesis_id)
        hypothesis.deleted = datetime.now(UTC)


@dataclass(frozen=True, slots=True)
class AddEvidence:
    """Try the hypotheses of an inquiry on more claims; those that are there already stay."""

    case_id: CaseId
    inquiry_id: InquiryId
    claims: tuple[ClaimId, ...]

    @property
    def label(self) -> str:
        """What the journal says."""
        return ngettext("Add {n} claim as evidence", "Add {n} claims as evidence", len(self.claims))

    def do(self, session: Session) -> None:
        """Write the rows."""
        _add_evidence(session, living(session, Inquiry, self.inquiry_id), self.claims)


@dataclass(frozen=True, slots=True)
class RemoveEvidence:
    """Try the hypotheses no longer on these claims; their cells go with them, until undone."""

    case_id: CaseId
    inquiry_id: InquiryId
    claims: tuple[ClaimId, ...]

    @property
    def label(self) -> str:
        """What the journal says."""
        return ngettext(
            "Remove {n} claim from the evidence",
            "Remove {n} claims from the evidence",
            len(self.claims),
        )

    def do(self, session: Session) -> None:
        """Take rows and cells out; the claims themselves stay as they are."""
        living(session, Inquiry, self.inquiry_id)
        rows = inquiries.evidence_of(session, self.inquiry_id, self.claims)
        for row in (*inquiries.ratings_of(session, self.inquiry_id, self.claims), *rows):
            session.delete(row)


def _add_hypotheses(
    session: Session, inquiry: Inquiry, statements: Sequence[str]
) -> list[Hypothesis]:
    case: Case = living(session, Case, inquiry.case_id)
    beside = inquiries.hypotheses_of(session, inquiry.id)
    wanted = _statements(statements, [each.statement for each in beside])
    number = inquiries.next_number(session, case.id)
    first = max((each.ordinal for each in beside), default=-1) + 1
    added = [
        Hypothesis(
            case_id=case.id,
            inquiry_id=inquiry.id,
            ref=refs.hypothesis_ref(case.ref, number + place),
            statement=statement,
            ordinal=first + place,
        )
        for place, statement in enumerate(wanted)
    ]
    session.add_all(added)
    return added


def _add_evidence(session: Session, inquiry: Inquiry, claims: Sequence[ClaimId]) -> None:
    wanted = list(dict.fromkeys(claims))
    there = {row.claim_id for row in inquiries.evidence_of(session, inquiry.id, wanted)}
    for claim_id in wanted:
        claim: Claim = living(session, Claim, claim_id)
        if claim.case_id != inquiry.case_id:
            raise CaseError(
                _("{ref} is a claim of another case.").format(ref=claim.ref),
                _("Hypotheses are tried on the claims of their own case."),
            )
        if claim_id not in there:
            session.add(Evidence(inquiry_id=inquiry.id, claim_id=claim_id))


def _question(typed: str) -> str:
    question = _line(typed)
    if not question:
        raise CaseError(
            _("There is no question yet."), _("Ask what the hypotheses are answers to.")
        )
    return question


def _statements(typed: Iterable[str], beside: Iterable[str]) -> list[str]:
    """Each in one line; raises `CaseError` where one is empty or two say the same."""
    taken = {each.casefold() for each in beside}
    found = [_line(each) for each in typed]
    for statement in found:
        if not statement:
            raise CaseError(
                _("A hypothesis needs a statement."), _("Say in one sentence what would be so.")
            )
        if statement.casefold() in taken:
            raise CaseError(
                _("Two hypotheses say “{statement}”.").format(statement=statement),
                _("Hypotheses compete: each says something that the others exclude."),
            )
        taken.add(statement.casefold())
    return found


def _line(text: str) -> str:
    return " ".join(text.split())
