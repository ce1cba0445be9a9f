"""Reading when everything of a case was, straight through the driver."""

import json
from collections import defaultdict
from collections.abc import Iterable, Iterator
from typing import Any

from sqlmodel import Session

from caseboard.model.chronicle import Chronicle, Happening, Overlaid, Saying, Stay, Taking
from caseboard.model.ids import CaseId, ClaimId, ClipId, LocationId, SourceId, UnitId
from caseboard.model.terms import Stance
from caseboard.store.dossiers import older_without_evidence

_CLAIMS = """
SELECT json_group_array(
    json_array(id, ref, statement, coalesce(event_time, '')) ORDER BY id
)
FROM claim WHERE case_id = ? AND deleted IS NULL
"""
_ABOUT = """
SELECT json_group_array(
    json_array(claim_location.claim_id, location.id) ORDER BY location.id
)
FROM claim
JOIN claim_location ON claim_location.claim_id = claim.id
JOIN location ON location.id = claim_location.location_id AND location.deleted IS NULL
WHERE claim.case_id = ? AND claim.deleted IS NULL
"""
_REPORTS = """
SELECT json_group_array(
    json_array(
        report.id, report.claim_id, report.anchor_id, clip.id, report.claimant_id,
        report.stance, report.said_when
    ) ORDER BY report.id
)
FROM claim
JOIN report ON report.claim_id = claim.id AND report.deleted IS NULL
JOIN anchor ON anchor.id = report.anchor_id AND anchor.deleted IS NULL
JOIN clip ON clip.id = anchor.clip_id AND clip.deleted IS NULL
WHERE claim.case_id = ? AND claim.deleted IS NULL
"""
_STAYS = """
SELECT position.id, position.unit_id, location.id, anchor.id, clip.id, position.interval,
    position.bearing
FROM position
JOIN unit ON unit.id = position.unit_id AND unit.deleted IS NULL
JOIN anchor ON anchor.id = position.anchor_id AND anchor.deleted IS NULL
JOIN clip ON clip.id = anchor.clip_id AND clip.deleted IS NULL
LEFT JOIN location ON location.id = position.location_id AND location.deleted IS NULL
WHERE position.case_id = ? AND position.deleted IS NULL
ORDER BY position.id
"""
_CLIPS = """
SELECT json_group_array(
    json_array(
        id, ref, title, source_id, coalesce(published, ''),
        replace(substr(captured, 1, 19), ' ', 'T') || 'Z'
    ) ORDER BY ref
)
FROM clip WHERE case_id = ? AND deleted IS NULL
"""
_TAGGED = """
SELECT json_group_array(json_array(clip_id, location_id) ORDER BY location_id) FROM (
    SELECT DISTINCT anchor.clip_id, tag.location_id
    FROM clip
    JOIN anchor ON anchor.clip_id = clip.id AND anchor.deleted IS NULL
    JOIN tag ON tag.anchor_id = anchor.id AND tag.deleted IS NULL AND tag.state = 'accepted'
    JOIN location ON location.id = tag.location_id AND location.deleted IS NULL
    WHERE clip.case_id = ? AND clip.deleted IS NULL
)
"""
_LAYERS = """
SELECT id, ref, name, source_id, as_of, published
FROM layer WHERE case_id = ? AND deleted IS NULL ORDER BY id
"""
_NAMED = """
SELECT id, name FROM {table}
WHERE deleted IS NULL AND id IN (SELECT value FROM json_each(?)) ORDER BY id
"""

_STANCES = {member.value: member for member in Stance}


def read(session: Session, case_id: CaseId) -> Chronicle:
    """The times of one case; of several versions of a page the newest, as in a dossier."""
    older = older_without_evidence(session, case_id)
    claims = list(_claims(session, case_id))
    stays = [Stay._make(row) for row in _rows(session, _STAYS, case_id)]
    reports = [
        Saying._make((*ids, _STANCES[stance], when))
        for *ids, stance, when in _many(session, _REPORTS, case_id)
    ]
    clips = [clip for clip in _clips(session, case_id) if clip.id not in older]
    layers = [Overlaid._make(row) for row in _rows(session, _LAYERS, case_id)]
    place_ids = {each for claim in claims for each in claim.place_ids}
    place_ids.update(each for clip in clips for each in clip.place_ids)
    place_ids.update(stay.place_id for stay in stays if stay.place_id)
    source_ids = {report.claimant_id for report in reports}
    source_ids.update(clip.outlet_id for clip in clips if clip.outlet_id)
    source_ids.update(layer.source_id for layer in layers if layer.source_id)
    return Chronicle(
        claims=claims,
        stays=stays,
        reports=reports,
        clips=clips,
        layers=layers,
        places={LocationId(i): name for i, name in _names(session, "location", place_ids)},
        units={UnitId(i): n for i, n in _names(session, "unit", {s.unit_id for s in stays})},
        sources={SourceId(i): name for i, name in _names(session, "source", source_ids)},
    )


def _claims(session: Session, case_id: CaseId) -> Iterator[Happening]:
    places: defaultdict[ClaimId, list[LocationId]] = defaultdict(list)
    for claim_id, place_id in _many(session, _ABOUT, case_id):
        places[claim_id].append(place_id)
    for row in _many(session, _CLAIMS, case_id):
        yield Happening._make((*row, tuple(places.get(row[0], ()))))


def _clips(session: Session, case_id: CaseId) -> Iterator[Taking]:
    places: defaultdict[ClipId, list[LocationId]] = defaultdict(list)
    for clip_id, place_id in _many(session, _TAGGED, case_id):
        places[clip_id].append(place_id)
    for row in _many(session, _CLIPS, case_id):
        yield Taking._make((*row, tuple(places.get(row[0], ()))))


def _names(session: Session, table: str, ids: Iterable[str]) -> list[tuple[str, str]]:
    return _rows(session, _NAMED.format(table=table), json.dumps(sorted(ids)))


def _rows(session: Session, query: str, *values: Any) -> list[Any]:
    """Plain tuples: rows of SQLAlchemy's own cost more than all else here."""
    connection = session.connection().connection.driver_connection
    assert connection is not None  # noqa: S101  the session has just given it
    rows: list[Any] = connection.execute(query, values).fetchall()
    return rows


def _many(session: Session, query: str, *values: Any) -> list[Any]:
    """The rows of one JSON value.

    A driver that hands over thousands, one by one, waits as often for the thread that paints.
    """
    rows: list[Any] = json.loads(_rows(session, query, *values)[0][0])
    return rows
