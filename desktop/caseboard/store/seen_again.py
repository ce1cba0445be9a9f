"""What the library knows from more than one case."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any

from sqlalchemy import Select, func
from sqlalchemy import select as columns
from sqlmodel import Session, col

from caseboard.model.case import Case
from caseboard.model.clip import Anchor, Clip, Tag
from caseboard.model.entities import Location, Unit
from caseboard.model.terms import TagState
from caseboard.store.columns import column

LIMIT = 6
NEW = timedelta(days=7)
TARGETS: dict[str, type[Location | Unit]] = {"location": Location, "unit": Unit}


@dataclass(frozen=True, slots=True)
class Seen:
    """A location or unit that accepted tags name in several living cases."""

    kind: str
    """Its table."""
    row_id: str
    name: str
    cases: tuple[tuple[str, str], ...]
    """Id and title of each case, in the order of their titles."""
    new_clips: int
    """Clips of the last seven days that name it."""
    last: datetime
    """When the newest clip that names it was taken in."""


def seen_again(session: Session, now: datetime | None = None) -> list[Seen]:
    """The locations and units named in at least two cases, those named last in front."""
    since = (now or datetime.now(UTC)) - NEW
    found = [seen for kind in TARGETS for seen in _of_kind(session, kind, since)]
    return sorted(found, key=lambda seen: seen.last, reverse=True)[:LIMIT]


def _of_kind(session: Session, kind: str, since: datetime) -> Iterator[Seen]:
    target = column(Tag, f"{kind}_id")
    several = (
        _tagged(kind, target)
        .group_by(target)
        .having(func.count(func.distinct(col(Clip.case_id))) > 1)
        .order_by(func.max(col(Clip.captured)).desc())
        .limit(LIMIT)
    )
    for row_id in session.scalars(several).all():
        where = _tagged(
            kind, col(Case.id), col(Case.title), col(Clip.id), col(Clip.captured)
        ).where(target == row_id)
        rows = session.execute(where.distinct()).all()
        yield _seen(kind, row_id, _name(session, kind, row_id), rows, since)


def _tagged(kind: str, *what: Any) -> Select[Any]:
    """`what`, for every accepted tag on one kind in a living clip of a living case."""
    model = TARGETS[kind]
    living = (model, Tag, Anchor, Clip, Case)
    return (
        columns(*what)
        .select_from(Tag)
        .join(model, column(model, "id") == column(Tag, f"{kind}_id"))
        .join(Anchor, col(Anchor.id) == col(Tag.anchor_id))
        .join(Clip, col(Clip.id) == col(Anchor.clip_id))
        .join(Case, col(Case.id) == col(Clip.case_id))
        .where(
            col(Tag.state) == TagState.ACCEPTED,
            *(column(each, "deleted").is_(None) for each in living),
        )
    )


def _name(session: Session, kind: str, row_id: str) -> str:
    model = TARGETS[kind]
    query = columns(column(model, "name")).where(column(model, "id") == row_id)
    return str(session.scalars(query).one())


def _seen(kind: str, row_id: str, name: str, rows: Sequence[Any], since: datetime) -> Seen:
    cases = {case_id: title for case_id, title, _clip, _at in rows}
    new = {clip for _case, _title, clip, at in rows if at >= since}
    ordered = tuple(sorted(cases.items(), key=lambda case: case[1]))
    return Seen(kind, row_id, name, ordered, len(new), max(row[3] for row in rows))
