"""Gaps: what is not known and would change a judgement, as tasks with a date."""

from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlmodel import Session, SQLModel

from caseboard.commands.editing import living
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model import refs
from caseboard.model.case import Case
from caseboard.model.claim import Claim, Dispute
from caseboard.model.ids import CaseId, GapId
from caseboard.model.inquiry import Gap, Hypothesis
from caseboard.model.terms import GapStatus
from caseboard.store import gaps
from caseboard.store.gaps import Target

_TARGETS: dict[str, type[SQLModel]] = {"claim": Claim, "dispute": Dispute, "hypothesis": Hypothesis}


@dataclass(frozen=True, slots=True)
class AddGap:
    """Write down what is missing; returns the gap's id."""

    case_id: CaseId
    question: str
    changes: str = ""
    """Which judgement the answer would change, and how."""
    target: Target | None = None
    """The claim, dispute or hypothesis that is judged."""
    due: str = ""
    """By when: a day (ISO 8601), or empty."""

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Add gap “{question}”").format(question=self.question.strip())

    def do(self, session: Session) -> GapId:
        """Number it in its case; raises `CaseError` for an empty question or a day that is none."""
        case: Case = living(session, Case, self.case_id)
        fields = _fields(self.question, self.changes, self.due)
        gap = Gap(
            case_id=self.case_id,
            ref=refs.gap_ref(case.ref, gaps.next_number(session, self.case_id)),
            created=datetime.now(UTC),
            **fields,
            **_aimed(session, self.case_id, self.target),
        )
        session.add(gap)
        return gap.id


@dataclass(frozen=True, slots=True)
class EditGap:
    """Set all that is asked by a gap; whether it is answered stays as it is."""

    case_id: CaseId
    gap_id: GapId
    question: str
    changes: str = ""
    target: Target | None = None
    due: str = ""

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Edit gap")

    def do(self, session: Session) -> None:
        """Set what differs; raises `CaseError` as `AddGap` does, or where the gap has gone."""
        gap: Gap = living(session, Gap, self.gap_id)
        fields = _fields(self.question, self.changes, self.due)
        if self.target != gaps.target_of(gap):
            fields |= _aimed(session, self.case_id, self.target)
        _set(gap, fields)


@dataclass(frozen=True, slots=True)
class AnswerGap:
    """Say what was found out, and close the gap."""

    case_id: CaseId
    gap_id: GapId
    answer: str

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Answer gap")

    def do(self, session: Session) -> None:
        """Close it; raises `CaseError` without an answer."""
        if not self.answer.strip():
            raise CaseError(_("An answer needs words."), _("Say what was found out, and where."))
        _close(session, self.gap_id, GapStatus.ANSWERED, self.answer)


@dataclass(frozen=True, slots=True)
class DropGap:
    """Close a gap that will not be answered, and say why."""

    case_id: CaseId
    gap_id: GapId
    reason: str

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Drop gap")

    def do(self, session: Session) -> None:
        """Close it; raises `CaseError` without a reason."""
        if not self.reason.strip():
            raise CaseError(_("Say why the gap is dropped."))
        _close(session, self.gap_id, GapStatus.DROPPED, self.reason)


@dataclass(frozen=True, slots=True)
class ReopenGap:
    """Take a gap up again; what was answered stays written until there is a new answer."""

    case_id: CaseId
    gap_id: GapId

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Reopen gap")

    def do(self, session: Session) -> None:
        """Open it; raises `CaseError` where it has gone."""
        gap: Gap = living(session, Gap, self.gap_id)
        _set(gap, {"status": GapStatus.OPEN, "closed": None})


@dataclass(frozen=True, slots=True)
class BinGap:
    """Move a gap to the bin."""

    case_id: CaseId
    gap_id: GapId

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Delete gap")

    def do(self, session: Session) -> None:
        """Bin it; raises `CaseError` where it has gone already."""
        gap: Gap = living(session, Gap, self.gap_id)
        gap.deleted = datetime.now(UTC)


def is_day(text: str) -> bool:
    """Whether this is a day of the calendar, written `2024-11-14`."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _fields(question: str, changes: str, due: str) -> dict[str, Any]:
    if not question.strip():
        raise CaseError(_("A gap needs a question."), _("Say what is to be found out."))
    if due and not is_day(due):
        raise CaseError(
            _("“{due}” is not a day.").format(due=due),
            _("Write it as 2024-11-14, or leave it out."),
        )
    return {"question": " ".join(question.split()), "changes": changes.strip(), "due": due}


def _aimed(session: Session, case_id: CaseId, target: Target | None) -> dict[str, Any]:
    """The columns that say what is judged: at most one of them is set."""
    aimed: dict[str, Any] = {f"{table}_id": None for table in _TARGETS}
    if target is not None:
        row = living(session, _TARGETS[target.table], target.row_id)
        if row.case_id != case_id:
            raise CaseError(_("This belongs to another case."))
        aimed[f"{target.table}_id"] = target.row_id
    return aimed


def _close(session: Session, gap_id: GapId, status: GapStatus, answer: str) -> None:
    gap: Gap = living(session, Gap, gap_id)
    if gap.status is not status or gap.answer != answer.strip():
        _set(gap, {"status": status, "answer": answer.strip(), "closed": datetime.now(UTC)})


def _set(gap: Gap, fields: dict[str, Any]) -> None:
    for name, value in fields.items():
        if getattr(gap, name) != value:
            setattr(gap, name, value)
