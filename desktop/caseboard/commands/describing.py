"""Setting what is known of a clip, its source by name among it."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session

from caseboard.commands.editing import Edit, living
from caseboard.commands.sources import SourceRef, source_id
from caseboard.i18n import _
from caseboard.model.clip import Clip
from caseboard.model.ids import CaseId, ClipId


@dataclass(frozen=True, slots=True)
class DescribeClip:
    """Set fields of a clip and who published it; a source not known yet is taken in."""

    case_id: CaseId
    clip_id: ClipId
    changes: Mapping[str, Any]
    source: SourceRef | None

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Edit clip")

    def do(self, session: Session) -> None:
        """Set what differs; raises `CaseError` if the clip has gone.

        What the analyst has written was read nowhere: the note of where it was goes.
        """
        clip: Clip = living(session, Clip, self.clip_id)
        source = source_id(session, self.source) if self.source else None
        own = {name for name, value in self.changes.items() if getattr(clip, name) != value}
        said_in = {name: place for name, place in clip.said_in.items() if name not in own}
        changes = {**self.changes, "source_id": source, "said_in": said_in}
        Edit(Clip, self.clip_id, changes, self.label, self.case_id).do(session)
