"""Reading what a case says of one location, unit or person, and lists that can be filtered.

What names it: passages tagged with it, and where a unit was. Sources have pages of their own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from sqlalchemy import select as columns
from sqlmodel import Session, col

from caseboard.model.clip import Anchor, Clip
from caseboard.model.entities import Location, Named, Position, Unit
from caseboard.model.ids import CaseId
from caseboard.model.refs import short
from caseboard.store import entities
from caseboard.store.columns import column
from caseboard.store.folding import fold


class Naming(StrEnum):
    """In which way a clip names something."""

    MENTION = "mention"
    POSITION = "position"


@dataclass(frozen=True, slots=True)
class Passage:
    """A place where a clip names it; `about` is the place it was at."""

    naming: Naming
    clip_id: str
    clip_ref: str
    clip_title: str
    anchor_id: str | None = None
    exact: str = ""
    about: str = ""
    when: str = ""
    """EDTF (ISO 8601-2)."""


@dataclass(frozen=True, slots=True)
class EntityPage:
    """One entity with every passage that names it, in order of the clips."""

    entity: Named
    passages: Sequence[Passage]
    parent: Unit | None = None


def ids(session: Session, model: type[Named], case_id: CaseId, typed: str = "") -> list[str]:
    """Those a case names, by name; with `typed` only those that go by a name that holds it."""
    found = entities.ids_in_case(session, model, case_id)
    wanted = fold(typed)
    if not wanted.strip():
        return found
    named = columns(column(model, "id"), column(model, "name"), column(model, "aliases"))
    held = {
        row_id
        for row_id, name, aliases in session.execute(named)
        if any(wanted in fold(each) for each in (name, *aliases))
    }
    return [row_id for row_id in found if row_id in held]


def page(session: Session, model: type[Named], case_id: CaseId, row_id: str) -> EntityPage | None:
    """Everything about one of them; None where it has gone."""
    entity: Any = session.get(model, row_id)
    if entity is None or entity.deleted is not None:
        return None
    passages = [
        Passage(
            Naming.MENTION,
            found.clip_id,
            short(found.clip_ref),
            found.clip_title,
            found.anchor_id,
            found.exact,
        )
        for found in entities.mentions(session, model, case_id, row_id)
    ]
    if isinstance(entity, Unit):
        parent = session.get(Unit, entity.parent_id) if entity.parent_id else None
        return EntityPage(entity, [*_positions(session, case_id, row_id), *passages], parent)
    return EntityPage(entity, passages)


def _positions(session: Session, case_id: CaseId, unit_id: str) -> list[Passage]:
    query = (
        columns(Position, Clip, Anchor, Location)
        .join(Anchor, col(Anchor.id) == col(Position.anchor_id))
        .join(Clip, col(Clip.id) == col(Anchor.clip_id))
        .join(Location, col(Location.id) == col(Position.location_id), isouter=True)
        .where(
            col(Position.case_id) == case_id,
            col(Position.unit_id) == unit_id,
            col(Position.deleted).is_(None),
            col(Clip.deleted).is_(None),
        )
        .order_by(col(Position.interval), col(Position.id))
    )
    return [
        Passage(
            Naming.POSITION,
            *_place(clip, anchor),
            about=place.name if place else "",
            when=position.interval,
        )
        for position, clip, anchor, place in session.execute(query)
    ]


def _place(clip: Clip, anchor: Anchor) -> tuple[str, str, str, str, str]:
    return clip.id, short(clip.ref), clip.title, anchor.id, anchor.exact
