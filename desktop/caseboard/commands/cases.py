"""Opening cases and saying what they are about."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlmodel import Session

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model import refs
from caseboard.model.case import Case
from caseboard.model.ids import CaseId
from caseboard.model.terms import Ladder, Marking
from caseboard.store import cases


@dataclass(frozen=True, slots=True)
class NewCase:
    """Open a case; returns its id. A `ref` is made from title and month unless one is given."""

    title: str
    question: str = ""
    marking: Marking = Marking.AMBER
    ladder: Ladder = Ladder.ICD203
    collector: str = ""
    ref: str = ""

    case_id = None

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Open case {title}").format(title=self.title)

    def do(self, session: Session) -> CaseId:
        """Make the case; raises `CaseError` where the title is empty or the ref is taken."""
        if not self.title.strip():
            raise CaseError(_("A case needs a title."))
        now = datetime.now(UTC)
        taken = cases.refs(session)
        if self.ref in taken:
            raise CaseError(_("There is already a case {ref}.").format(ref=self.ref))
        case = Case(
            ref=self.ref or refs.case_ref(self.title, now, taken),
            title=self.title.strip(),
            question=self.question.strip(),
            marking=self.marking,
            ladder=self.ladder,
            collector=self.collector,
            created=now,
        )
        session.add(case)
        return case.id
