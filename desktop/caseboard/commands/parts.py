"""Saying which blocks of a clip's text are its article."""

from dataclasses import dataclass, replace

from sqlmodel import Session

from caseboard.analysis.similarity import sketch
from caseboard.commands.editing import living
from caseboard.i18n import ngettext
from caseboard.model.clip import Clip
from caseboard.model.ids import CaseId, ClipId
from caseboard.model.parts import Part, body_text


@dataclass(frozen=True, slots=True)
class MoveParts:
    """Move blocks of a clip's text in or out of its article: one step to undo."""

    case_id: CaseId
    clip_id: ClipId
    indexes: frozenset[int]
    """Places in `Clip.parts`, from 0; those that it lacks are passed over."""
    body: bool

    @property
    def label(self) -> str:
        """What the journal says."""
        n = len(self.indexes)
        if self.body:
            message = ngettext(
                "Move {n} block into the article", "Move {n} blocks into the article", n
            )
        else:
            message = ngettext(
                "Move {n} block out of the article", "Move {n} blocks out of the article", n
            )
        return message.format(n=n)

    def do(self, session: Session) -> None:
        """Mark the blocks; text and offsets stay as they are, so no anchor moves."""
        clip: Clip = living(session, Clip, self.clip_id)
        parts = [Part.from_json(row) for row in clip.parts]
        moved = [
            replace(part, body=self.body) if index in self.indexes else part
            for index, part in enumerate(parts)
        ]
        clip.parts = [part.as_json() for part in moved]
        clip.fingerprint = sketch(body_text(clip.text, moved))
