"""What the analyst thinks, kept as it is typed."""

from dataclasses import dataclass
from datetime import UTC, datetime

from sqlmodel import Session

from caseboard.commands.anchoring import Place, anchor_at
from caseboard.i18n import _
from caseboard.model.ids import CaseId, ClipId, NoteId
from caseboard.model.work import Note


@dataclass(frozen=True, slots=True)
class WriteNote:
    """Keep a note's text; the note is made the first time. `note_id` is chosen by the caller."""

    case_id: CaseId
    note_id: NoteId
    text: str
    clip_id: ClipId | None = None
    place: Place | None = None

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Write note")

    def do(self, session: Session) -> NoteId:
        """Make the note, or change its text."""
        now = datetime.now(UTC)
        note = session.get(Note, self.note_id)
        if note is None:
            session.add(self._new(session, now))
        elif note.text != self.text:
            note.text, note.changed = self.text, now
        return self.note_id

    def _new(self, session: Session, now: datetime) -> Note:
        anchor = None
        if self.clip_id and self.place:
            anchor = anchor_at(session, self.clip_id, self.place)
        return Note(
            id=self.note_id,
            case_id=self.case_id,
            clip_id=self.clip_id,
            anchor_id=anchor.id if anchor else None,
            text=self.text,
            created=now,
            changed=now,
        )
