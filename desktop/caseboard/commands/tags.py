"""Saying what a passage or a region names."""

from dataclasses import dataclass

from sqlmodel import Session, col, select

from caseboard.commands.anchoring import Place, anchor_at
from caseboard.commands.editing import living
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.model.clip import Tag
from caseboard.model.entities import Location, Person, Unit
from caseboard.model.ids import ClipId, TagId


@dataclass(frozen=True, slots=True)
class Known:
    """A location, unit or person the library already has; `name` is for the journal."""

    model: type[Location | Unit | Person]
    row_id: str
    name: str


@dataclass(frozen=True, slots=True)
class Keyword:
    """A word of the analyst's own."""

    word: str


Target = Known | Keyword | Location | Unit | Person
"""What a tag names: known already, or new and taken into the library with the tag."""

COLUMNS: dict[type, str] = {Location: "location_id", Unit: "unit_id", Person: "person_id"}


@dataclass(frozen=True, slots=True)
class AddTag:
    """Tag a place in a clip; returns the tag's id. Tagging the same twice changes nothing."""

    case_id: str
    clip_id: ClipId
    place: Place
    target: Target
    who: str = ""

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Tag {name}").format(name=_name(self.target))

    def do(self, session: Session) -> TagId:
        """Anchor the place, take in what is new, and tag it."""
        anchor = anchor_at(session, self.clip_id, self.place)
        column, value = _column(session, self.target)
        session.flush()
        same = session.exec(
            select(Tag).where(
                Tag.anchor_id == anchor.id,
                getattr(Tag, column) == value,
                col(Tag.deleted).is_(None),
            )
        ).first()
        if same:
            return same.id
        tag = Tag(anchor_id=anchor.id, who=self.who)
        setattr(tag, column, value)
        session.add(tag)
        return tag.id


def _name(target: Target) -> str:
    return target.word if isinstance(target, Keyword) else target.name


def _column(session: Session, target: Target) -> tuple[str, str]:
    if isinstance(target, Keyword):
        return "keyword", target.word
    if isinstance(target, Known):
        living(session, target.model, target.row_id)
        return COLUMNS[target.model], target.row_id
    if not target.name.strip():
        raise CaseError(_("A name is needed."))
    session.add(target.model_copy())
    return COLUMNS[type(target)], target.id
