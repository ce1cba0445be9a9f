"""Writing briefings; what an export of one leaves behind."""

from dataclasses import dataclass
from datetime import datetime

from sqlmodel import Session

from caseboard.commands.editing import living
from caseboard.i18n import _, spoken
from caseboard.model.case import Case
from caseboard.model.ids import BriefingId, CaseId
from caseboard.model.terms import BriefingStatus, ExportForm, Template
from caseboard.model.work import Briefing, BriefingExport
from caseboard.store import briefings
from caseboard.store.files import Stored

_LASTING = {"id", "case_id", "ref", "deleted"}
"""What no form changes."""


@dataclass(frozen=True, slots=True)
class SaveBriefing:
    """Keep a briefing as it stands in the form; it is made the first time."""

    briefing: Briefing

    @property
    def case_id(self) -> str:
        """The case it reports on."""
        return self.briefing.case_id

    @property
    def label(self) -> str:
        """What the journal says."""
        is_begun = not self.briefing.ref  # the first time it is kept gives it one
        words = _("Add briefing “{title}”") if is_begun else _("Edit briefing “{title}”")
        return words.format(title=self.briefing.title)

    def do(self, session: Session) -> BriefingId:
        """Make the briefing, or set the fields that differ."""
        kept = session.get(Briefing, self.briefing.id)
        if kept is None:
            ref = self.briefing.ref or briefings.next_ref(session, self.briefing.case_id)
            session.add(Briefing(**{**self.briefing.model_dump(), "ref": ref}))
            return self.briefing.id
        for name, value in self.briefing.model_dump(exclude=_LASTING).items():
            if getattr(kept, name) != value:
                setattr(kept, name, value)
        return self.briefing.id


@dataclass(frozen=True, slots=True)
class RecordExport:
    """Freeze an export: the file's hash, and the change-set it was cut at."""

    case_id: CaseId
    briefing_id: BriefingId
    version: int
    name: str
    stored: Stored
    exported: datetime
    journal_seq: int
    journal_head: str
    form: ExportForm = ExportForm.PDF
    marking: str = ""
    """As printed."""
    is_release: bool = False
    manifest: str = ""
    """SHA-256 of its manifest, a file of the library."""
    is_signed: bool = False

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Export briefing {name}").format(name=self.name)

    def do(self, session: Session) -> None:
        """Write the record."""
        living(session, Briefing, self.briefing_id)
        session.add(
            BriefingExport(
                briefing_id=self.briefing_id,
                version=self.version,
                exported=self.exported,
                sha256=self.stored.sha256,
                bytes=self.stored.bytes,
                name=self.name,
                journal_seq=self.journal_seq,
                journal_head=self.journal_head,
                form=self.form,
                marking=self.marking,
                is_release=self.is_release,
                manifest=self.manifest,
                is_signed=self.is_signed,
            )
        )


def draft(case: Case, template: Template = Template.SITUATION) -> Briefing:
    """A new briefing on a case, in the language of whoever is to write it."""
    return Briefing(
        case_id=case.id,
        title=case.title,
        template=template.value,
        marking=case.marking,
        author=case.collector,
        language=spoken(),
    )


def duplicate(briefing: Briefing) -> Briefing:
    """A draft that says the same: another briefing, with a ref and exports of its own."""
    copied = briefing.model_dump(exclude=_LASTING)
    title = _("{title} (copy)").format(title=briefing.title)
    begun = {**copied, "case_id": briefing.case_id, "title": title, "status": BriefingStatus.DRAFT}
    return Briefing(**begun)
