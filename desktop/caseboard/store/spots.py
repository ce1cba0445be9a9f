"""Reading what a case has to show on a map, straight through the driver where rows are many."""

import json
from collections.abc import Collection, Iterator, Sequence
from typing import Any, TypeVar

from sqlalchemy import select as columns
from sqlmodel import Session, SQLModel, col, select

from caseboard.model.clip import Clip
from caseboard.model.entities import Location, Position, Unit
from caseboard.model.ids import CaseId, ClipId, LocationId, UnitId
from caseboard.model.sightings import (
    ClipSheet,
    Mention,
    Placing,
    Saying,
    Shot,
    Sightings,
    Statement,
)
from caseboard.store.columns import column
from caseboard.store.dossiers import older_without_evidence

M = TypeVar("M", bound=SQLModel)

_MENTIONS = """
SELECT tag.location_id, clip.id, anchor.id
FROM clip
JOIN anchor ON anchor.clip_id = clip.id AND anchor.deleted IS NULL
JOIN tag ON tag.anchor_id = anchor.id AND tag.deleted IS NULL
     AND tag.state = 'accepted' AND tag.location_id IS NOT NULL
WHERE clip.case_id = ? AND clip.deleted IS NULL
"""
_STATEMENTS = """
SELECT id, statement, coalesce(event_time, '') FROM claim
WHERE case_id = ? AND deleted IS NULL
"""
_PLACINGS = """
SELECT claim_location.claim_id, claim_location.location_id
FROM claim JOIN claim_location ON claim_location.claim_id = claim.id
WHERE claim.case_id = ? AND claim.deleted IS NULL
"""
_SAYINGS = """
SELECT report.claim_id, clip.id, anchor.id, coalesce(report.said_when, '')
FROM claim
JOIN report ON report.claim_id = claim.id AND report.deleted IS NULL
JOIN anchor ON anchor.id = report.anchor_id AND anchor.deleted IS NULL
JOIN clip ON clip.id = anchor.clip_id AND clip.deleted IS NULL
WHERE claim.case_id = ? AND claim.deleted IS NULL
"""
_SHOTS = """
SELECT file.id, file.clip_id,
       CASE WHEN file.caption != '' THEN file.caption ELSE file.alt END, file.meta
FROM clip JOIN clip_file AS file ON file.clip_id = clip.id
WHERE clip.case_id = ? AND clip.deleted IS NULL AND file.role != 'derivative'
      AND json_extract(file.meta, '$.lat') IS NOT NULL
"""
_HELD = """
SELECT position.id, clip.id
FROM position
JOIN anchor ON anchor.id = position.anchor_id AND anchor.deleted IS NULL
JOIN clip ON clip.id = anchor.clip_id AND clip.deleted IS NULL
WHERE position.case_id = ? AND position.deleted IS NULL
"""


def read(session: Session, case_id: CaseId) -> Sightings:
    """The same rows as `analysis.sightings.of` has of the whole dossier, in any order."""
    clips = _clips(session, case_id)
    mentions = [row for row in _many(session, Mention, _MENTIONS, case_id) if row.clip_id in clips]
    placings = list(_many(session, Placing, _PLACINGS, case_id))
    positions = session.exec(
        select(Position).where(Position.case_id == case_id, col(Position.deleted).is_(None))
    ).all()
    places = {
        *(mention.location_id for mention in mentions),
        *(placing.location_id for placing in placings),
        *(position.location_id for position in positions if position.location_id),
    }
    units = _living(session, Unit, {position.unit_id for position in positions})
    return Sightings(
        clips=clips,
        mentions=mentions,
        statements=list(_many(session, Statement, _STATEMENTS, case_id)),
        placings=placings,
        sayings=[row for row in _many(session, Saying, _SAYINGS, case_id) if row.clip_id in clips],
        shots=[shot for shot in _shots(session, case_id) if shot.clip_id in clips],
        locations={LocationId(each.id): each for each in _living(session, Location, places)},
        units={UnitId(each.id): each for each in units},
        positions=positions,
        position_clips={row[0]: row[1] for row in _rows(session, _HELD, case_id)},
    )


def _clips(session: Session, case_id: CaseId) -> dict[ClipId, ClipSheet]:
    """An older version of a page only where something rests on it."""
    older = older_without_evidence(session, case_id)
    query = columns(
        col(Clip.id), col(Clip.ref), col(Clip.title), col(Clip.published), col(Clip.captured)
    ).where(col(Clip.case_id) == case_id, col(Clip.deleted).is_(None))
    return {
        clip_id: ClipSheet(clip_id, ref, title, published or "", captured)
        for clip_id, ref, title, published, captured in session.execute(query)
        if clip_id not in older
    }


def _shots(session: Session, case_id: CaseId) -> Iterator[Shot]:
    for file_id, clip_id, words, meta in _rows(session, _SHOTS, case_id):
        yield Shot(file_id, clip_id, words, json.loads(meta))


def _living(session: Session, model: type[M], ids: Collection[str]) -> Sequence[M]:
    living = column(model, "id").in_(ids), column(model, "deleted").is_(None)
    return session.exec(select(model).where(*living)).all()


T = TypeVar("T", Mention, Placing, Saying, Statement)


def _many(session: Session, shape: type[T], query: str, case_id: CaseId) -> Iterator[T]:
    for row in _rows(session, query, case_id):
        yield shape(*row)


def _rows(session: Session, query: str, *values: Any) -> list[Any]:
    """Plain tuples: rows of SQLAlchemy's own cost more than all else here."""
    connection = session.connection().connection.driver_connection
    assert connection is not None  # noqa: S101  the session has just given it
    rows: list[Any] = connection.execute(query, values).fetchall()
    return rows


_THUMBNAILS = """
SELECT made_from_id, sha256 FROM clip_file
WHERE made_from_id IN (SELECT value FROM json_each(?)) AND step = 'thumbnail'
"""


def thumbnails(session: Session, file_ids: Collection[str]) -> dict[str, str]:
    """The SHA-256 of the small picture of each of these files that has one."""
    return dict(_rows(session, _THUMBNAILS, json.dumps(sorted(file_ids))))
