"""Saying how far a source is to be relied on, and whether it is a party to what it speaks of."""

from dataclasses import dataclass

from sqlmodel import Session

from caseboard.commands.editing import living
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.entities import Source
from caseboard.model.ids import CaseId, SourceId
from caseboard.model.terms import Reliability


class Unreasoned(CaseError):
    """A grade that says something of a source needs a reason."""

    def __init__(self) -> None:
        super().__init__(
            _("Say what the grade rests on."), _("Only F, “cannot be judged”, needs no reason.")
        )


@dataclass(frozen=True, slots=True)
class GradeSource:
    """Grade the reliability of a source, A to F (AJP-2.1), in every case of the library."""

    case_id: CaseId
    source_id: SourceId
    reliability: Reliability
    reason: str = ""

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Grade source {letter}").format(letter=self.reliability.value)

    def do(self, session: Session) -> None:
        """Set grade and reason; raises `Unreasoned` where A to E are given without one."""
        source: Source = living(session, Source, self.source_id)
        reason = self.reason.strip()
        if self.reliability is not Reliability.F and not reason:
            raise Unreasoned
        if source.reliability is not self.reliability:
            source.reliability = self.reliability
        if source.reliability_reason != reason:
            source.reliability_reason = reason


@dataclass(frozen=True, slots=True)
class MarkInterested:
    """Say whether a source is a party to what it speaks of, in every case of the library."""

    case_id: CaseId
    source_id: SourceId
    is_interested: bool

    @property
    def label(self) -> str:
        """What the journal says."""
        if self.is_interested:
            return _("Mark as interested party")
        return _("No longer an interested party")

    def do(self, session: Session) -> None:
        """Set or take the mark."""
        source: Source = living(session, Source, self.source_id)
        if source.interested is not self.is_interested:
            source.interested = self.is_interested
