"""Reading what a case says of one location or person, and lists that can be filtered.

What names it: passages tagged with it. Units and sources have pages of their own.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import select as columns
from sqlmodel import Session

from caseboard.model.entities import Named
from caseboard.model.ids import CaseId
from caseboard.model.refs import short
from caseboard.store import entities
from caseboard.store.columns import column
from caseboard.store.folding import fold


@dataclass(frozen=True, slots=True)
class Passage:
    """A place where a clip names it."""

    clip_id: str
    clip_ref: str
    clip_title: str
    anchor_id: str | None = None
    exact: str = ""


@dataclass(frozen=True, slots=True)
class EntityPage:
    """One entity with every passage that names it, in order of the clips."""

    entity: Named
    passages: Sequence[Passage]


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
            found.clip_id,
            short(found.clip_ref),
            found.clip_title,
            found.anchor_id,
            found.exact,
        )
        for found in entities.mentions(session, model, case_id, row_id)
    ]
    return EntityPage(entity, passages)
