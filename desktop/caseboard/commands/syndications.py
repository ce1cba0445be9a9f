"""Saying whether two clips print one copy or were written independently."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlmodel import Session, select

from caseboard.commands.editing import living
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.clip import Clip
from caseboard.model.collection import Syndication
from caseboard.model.ids import CaseId, ClipId


@dataclass(frozen=True, slots=True)
class JudgeCopies:
    """Say of two clips whether they are of one origin, and why; a judgement before is replaced."""

    case_id: CaseId
    one: ClipId
    other: ClipId
    is_same_origin: bool
    reason: str = ""

    @property
    def label(self) -> str:
        """What the journal says."""
        if self.is_same_origin:
            return _("Say that two clips are of the same origin")
        return _("Say that two clips are independent")

    def do(self, session: Session) -> None:
        """Note it; raises `CaseError` where either clip has gone or is of another case."""
        clips: list[Clip] = [living(session, Clip, each) for each in (self.one, self.other)]
        if self.one == self.other or any(clip.case_id != self.case_id for clip in clips):
            raise CaseError(_("Only two clips of one case can be of the same origin."))
        row = _row(session, self.one, self.other)
        if row is None:
            session.add(self._new())
            return
        if row.is_same_origin is not self.is_same_origin:
            row.is_same_origin = self.is_same_origin
        if row.reason != self.reason.strip():
            row.reason = self.reason.strip()
        if row.deleted is not None:
            row.deleted = None

    def _new(self) -> Syndication:
        first, second = _in_order(self.one, self.other)
        return Syndication(
            case_id=self.case_id,
            clip_a_id=first,
            clip_b_id=second,
            is_same_origin=self.is_same_origin,
            reason=self.reason.strip(),
        )


@dataclass(frozen=True, slots=True)
class ForgetJudgement:
    """Take back what was said of two clips: their texts decide again."""

    case_id: CaseId
    one: ClipId
    other: ClipId

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Take back a judgement of two clips")

    def do(self, session: Session) -> None:
        """Bin it; where there is none nothing changes."""
        row = _row(session, self.one, self.other)
        if row is not None and row.deleted is None:
            row.deleted = datetime.now(UTC)


def _row(session: Session, one: ClipId, other: ClipId) -> Syndication | None:
    first, second = _in_order(one, other)
    query = select(Syndication).where(
        Syndication.clip_a_id == first, Syndication.clip_b_id == second
    )
    return session.exec(query).first()


def _in_order(one: ClipId, other: ClipId) -> tuple[ClipId, ClipId]:
    return (one, other) if one < other else (other, one)
