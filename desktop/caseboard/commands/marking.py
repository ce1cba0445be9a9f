"""Who may have what: markings, the rights of pictures, and notes that stay at the desk."""

from dataclasses import dataclass

from sqlmodel import Session

from caseboard.commands.editing import living
from caseboard.errors import CaseError
from caseboard.i18n import _, ngettext
from caseboard.model.claim import Claim
from caseboard.model.clip import Clip
from caseboard.model.ids import CaseId
from caseboard.model.terms import Marking, Reuse
from caseboard.model.work import Layer, Note

Marked = Clip | Claim | Note | Layer
"""What has a marking of its own."""


@dataclass(frozen=True, slots=True)
class MarkRows:
    """Mark rows of one kind (Traffic Light Protocol 2.0); None marks them as their case is."""

    case_id: CaseId
    model: type[Marked]
    row_ids: frozenset[str]
    marking: Marking | None

    @property
    def label(self) -> str:
        """What the journal says."""
        if self.marking is None:
            return _("Mark {things} as the case").format(things=self._things())
        return _("Mark {things} {marking}").format(
            things=self._things(), marking=self.marking.value
        )

    def do(self, session: Session) -> None:
        """Set what differs; raises `CaseError` if one has gone."""
        _some(self.row_ids)
        for row_id in sorted(self.row_ids):
            row: Marked = living(session, self.model, row_id)
            if row.marking is not self.marking:
                row.marking = self.marking

    def _things(self) -> str:
        count = len(self.row_ids)
        if self.model is Clip:
            return ngettext("{n} clip", "{n} clips", count)
        if self.model is Claim:
            return ngettext("{n} claim", "{n} claims", count)
        if self.model is Note:
            return ngettext("{n} note", "{n} notes", count)
        return ngettext("{n} layer", "{n} layers", count)


@dataclass(frozen=True, slots=True)
class SetReuse:
    """Say whether the pictures of clips may be printed in what leaves the desk."""

    case_id: CaseId
    clip_ids: frozenset[str]
    reuse: Reuse

    @property
    def label(self) -> str:
        """What the journal says."""
        clips = ngettext("{n} clip", "{n} clips", len(self.clip_ids))
        return {
            Reuse.ALLOWED: _("Allow the pictures of {clips} to be printed"),
            Reuse.REFUSED: _("Refuse the pictures of {clips} to be printed"),
            Reuse.UNKNOWN: _("Leave open whether the pictures of {clips} may be printed"),
        }[self.reuse].format(clips=clips)

    def do(self, session: Session) -> None:
        """Set what differs; raises `CaseError` if one has gone."""
        _some(self.clip_ids)
        for clip_id in sorted(self.clip_ids):
            clip: Clip = living(session, Clip, clip_id)
            if clip.reuse is not self.reuse:
                clip.reuse = self.reuse


@dataclass(frozen=True, slots=True)
class KeepPrivate:
    """Keep notes at the desk, or let them be printed again."""

    case_id: CaseId
    note_ids: frozenset[str]
    is_private: bool

    @property
    def label(self) -> str:
        """What the journal says."""
        notes = ngettext("{n} note", "{n} notes", len(self.note_ids))
        words = _("Keep {notes} private") if self.is_private else _("Let {notes} be printed")
        return words.format(notes=notes)

    def do(self, session: Session) -> None:
        """Set what differs; raises `CaseError` if one has gone."""
        _some(self.note_ids)
        for note_id in sorted(self.note_ids):
            note: Note = living(session, Note, note_id)
            if note.is_private != self.is_private:
                note.is_private = self.is_private


def _some(ids: frozenset[str]) -> None:
    if not ids:
        raise CaseError(_("Nothing is selected."), _("Select what to mark first."))
