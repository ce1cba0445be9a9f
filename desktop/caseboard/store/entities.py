"""Reading locations, units, people and sources: lists with counts, and matches as one types."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import ColumnElement, func
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from caseboard.model.claim import Claim, Relay, Report
from caseboard.model.clip import Anchor, Clip, Tag
from caseboard.model.entities import Location, Named, Person, Source, Unit, names_of
from caseboard.model.ids import CaseId
from caseboard.store import versions
from caseboard.store.cases import source_ids
from caseboard.store.columns import column
from caseboard.store.folding import fold

TAG_COLUMN: dict[type[Named], Any] = {
    Location: col(Tag.location_id),
    Unit: col(Tag.unit_id),
    Person: col(Tag.person_id),
}


@dataclass(frozen=True, slots=True)
class EntityRow:
    """One line of a list of entities: the entity, and how often the case names it."""

    id: str
    entity: Named
    mentions: int
    clips: int


@dataclass(frozen=True, slots=True)
class Mention:
    """A place where a clip names an entity."""

    clip_id: str
    clip_ref: str
    clip_title: str
    anchor_id: str
    exact: str


def ids_in_case(session: Session, model: type[Named], case_id: CaseId) -> list[str]:
    """The entities of one kind that a case names, by name."""
    if model is Source:
        wanted = source_ids(session, case_id)
    else:
        wanted = set(session.exec(_tags_of(case_id, TAG_COLUMN[model])))
    query = select(column(model, "id")).where(
        column(model, "id").in_(wanted), column(model, "deleted").is_(None)
    )
    return list(session.exec(query.order_by(func.lower(column(model, "name")))))


def rows(
    session: Session, model: type[Named], case_id: CaseId, wanted: Sequence[str]
) -> dict[str, EntityRow]:
    """These lines, by id."""
    entities = _select(session, model, column(model, "id").in_(wanted))
    counts = (
        _source_counts(session, case_id)
        if model is Source
        else _tag_counts(session, model, case_id)
    )
    return {e.id: EntityRow(e.id, e, *counts.get(e.id, (0, 0))) for e in entities}


def mentions(session: Session, model: type[Named], case_id: CaseId, row_id: str) -> list[Mention]:
    """Where the case's clips name an entity; for a source, where it is claimant."""
    query = columns(
        col(Clip.id), col(Clip.ref), col(Clip.title), col(Anchor.id), col(Anchor.exact)
    ).join(Anchor, col(Anchor.clip_id) == col(Clip.id))
    if model is Source:
        query = query.join(Report, col(Report.anchor_id) == col(Anchor.id)).where(
            col(Report.claimant_id) == row_id, col(Report.deleted).is_(None)
        )
    else:
        query = query.join(Tag, col(Tag.anchor_id) == col(Anchor.id)).where(
            TAG_COLUMN[model] == row_id, col(Tag.deleted).is_(None)
        )
    query = query.where(
        col(Clip.case_id) == case_id,
        col(Clip.deleted).is_(None),
        col(Anchor.deleted).is_(None),
    )
    query = query.order_by(col(Clip.ref), col(Anchor.start))
    rows = session.execute(query).all()
    older = set() if model is Source else versions.doubled(session, {(row_id, r[0]) for r in rows})
    return [Mention(*row) for row in rows if (row_id, row[0]) not in older]


def matches(session: Session, model: type[Named], typed: str, limit: int = 8) -> list[Named]:
    """Entities whose name or alias begins with what was typed, then those that hold it."""
    wanted = fold(typed)
    found: list[tuple[int, str, Named]] = []
    for entity in _select(session, model, column(model, "deleted").is_(None)):
        ranks = [_rank(fold(name), wanted) for name in names_of(entity)]
        best = min(ranks)
        if best < MISS:
            found.append((best, entity.name, entity))
    return [entity for *_key, entity in sorted(found, key=lambda item: item[:2])[:limit]]


MISS = 4


def _rank(name: str, wanted: str) -> int:
    if name == wanted:
        return 0
    if name.startswith(wanted):
        return 1
    if any(word.startswith(wanted) for word in name.split()):
        return 2
    return 3 if len(wanted) > 2 and wanted in name else MISS


def _select(session: Session, model: type[Named], where: ColumnElement[bool]) -> Iterable[Any]:
    return session.execute(columns(model).where(where)).scalars()


def _tags_of(case_id: CaseId, *columns: Any) -> Any:
    return (
        select(*columns)
        .join(Anchor, col(Tag.anchor_id) == col(Anchor.id))
        .join(Clip, col(Anchor.clip_id) == col(Clip.id))
        .where(
            Clip.case_id == case_id,
            col(Clip.deleted).is_(None),
            col(Anchor.deleted).is_(None),
            col(Tag.deleted).is_(None),
            columns[0].is_not(None),
        )
    )


def _tag_counts(
    session: Session, model: type[Named], case_id: CaseId
) -> dict[str, tuple[int, int]]:
    column = TAG_COLUMN[model]
    clips = func.count(func.distinct(Anchor.clip_id))
    query = _tags_of(case_id, column, func.count(), clips).group_by(column)
    found = {row_id: (mentions, seen) for row_id, mentions, seen in session.execute(query)}
    for row_id, mentions in _counted_twice(session, column, case_id):
        found[row_id] = found[row_id][0] - mentions, found[row_id][1] - 1
    return found


def _counted_twice(session: Session, column: Any, case_id: CaseId) -> list[tuple[str, int]]:
    """What an older version of a page names as its later one does: how often, for each clip."""
    if session.connection().execute(versions.SUPERSEDED).first() is None:
        return []
    clip = col(Anchor.clip_id)
    is_version = clip.in_(versions.SUPERSEDED) | clip.in_(versions.LATER)
    query = _tags_of(case_id, column, clip, func.count()).where(is_version).group_by(column, clip)
    counts = {(row[0], row[1]): row[2] for row in session.execute(query)}
    return [(pair[0], counts[pair]) for pair in versions.doubled(session, counts.keys())]


def _source_counts(session: Session, case_id: CaseId) -> dict[str, tuple[int, int]]:
    """How many reports a source made or passed on, and in how many clips they stand."""
    reports = (
        columns(col(Report.id), col(Anchor.clip_id), col(Report.claimant_id))
        .join(Claim, col(Claim.id) == col(Report.claim_id))
        .join(Anchor, col(Anchor.id) == col(Report.anchor_id))
        .join(Clip, col(Clip.id) == col(Anchor.clip_id))
        .where(
            col(Claim.case_id) == case_id,
            col(Report.deleted).is_(None),
            col(Clip.deleted).is_(None),
        )
        .subquery()
    )
    said = columns(reports.c.claimant_id.label("source_id"), reports.c.id, reports.c.clip_id)
    passed = columns(col(Relay.source_id), reports.c.id, reports.c.clip_id).join(
        reports, col(Relay.report_id) == reports.c.id
    )
    both = said.union(passed).subquery()
    query = columns(
        both.c.source_id,
        func.count(func.distinct(both.c.id)),
        func.count(func.distinct(both.c.clip_id)),
    ).group_by(both.c.source_id)
    return {row_id: (n, clips) for row_id, n, clips in session.execute(query)}
