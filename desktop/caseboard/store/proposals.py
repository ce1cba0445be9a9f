"""What is proposed of clips, kept until it is answered: which of it is open follows from the rest.

A proposal is open until something of its kind stands at one of its mentions, or its words were
turned down. So undo and redo need know nothing of proposals.
"""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Connection, delete, insert, text
from sqlmodel import Session, col, select

from caseboard.model.clip import Clip
from caseboard.model.ids import CaseId, ClipId
from caseboard.model.proposing import ProposalRun, Proposed, ProposedMention, Rejection
from caseboard.model.terms import ClipState
from caseboard.store.columns import table_of


@dataclass(frozen=True, slots=True)
class Row:
    """A proposal to be kept."""

    kind: str
    key: str
    score: float
    payload: Mapping[str, Any]
    mentions: Sequence[tuple[int, int, str]]
    """Start, end and folded words of each."""


def keep(
    session: Session, clip_id: ClipId, rows: Sequence[Row], stamp: str, problem: str = ""
) -> None:
    """Put these in the place of what was proposed of a clip before; the journal has no part."""
    connection = session.connection()
    if session.get(Clip, clip_id) is None:
        return
    for model in (Proposed, ProposalRun):
        table = table_of(model)
        connection.execute(delete(table).where(table.c.clip_id == clip_id))
    for row in rows:
        made = connection.execute(
            insert(table_of(Proposed)).values(
                clip_id=clip_id,
                kind=row.kind,
                key=row.key,
                score=row.score,
                payload=dict(row.payload),
            )
        )
        _keep_mentions(connection, int(made.lastrowid), row)
    run = insert(table_of(ProposalRun))
    connection.execute(run.values(clip_id=clip_id, stamp=stamp, problem=problem))


def _keep_mentions(connection: Connection, proposed_id: int, row: Row) -> None:
    places = [
        {"proposed_id": proposed_id, "ordinal": n, "start": start, "end": end, "words": words}
        for n, (start, end, words) in enumerate(row.mentions)
    ]
    if places:
        connection.execute(insert(table_of(ProposedMention)), places)


def run_of(session: Session, clip_id: ClipId) -> ProposalRun | None:
    """When a clip was looked through; None if it never was."""
    return session.get(ProposalRun, clip_id)


def waiting(session: Session, case_id: CaseId | None = None) -> list[ClipId]:
    """Living clips with a text that was never looked through, the newest first."""
    done = select(ProposalRun.clip_id)
    query = select(Clip.id).where(
        Clip.state == ClipState.READY,
        col(Clip.deleted).is_(None),
        Clip.text != "",
        col(Clip.id).not_in(done),
    )
    if case_id is not None:
        query = query.where(Clip.case_id == case_id)
    return [ClipId(each) for each in session.exec(query.order_by(col(Clip.captured).desc()))]


def open_payloads(session: Session, clip_id: ClipId) -> list[dict[str, Any]]:
    """What is proposed of a clip and not answered yet, in the order it was kept in."""
    ids = json.dumps([clip_id])
    found = session.connection().execute(_OPEN_PAYLOADS, {"wanted": ids})
    return [json.loads(row[0]) for row in found]


def open_ids(session: Session, clip_id: ClipId) -> list[int]:
    """The rows of what is open, in the same order: cheap to ask again and again."""
    found = session.connection().execute(_OPEN_IDS, {"wanted": json.dumps([clip_id])})
    return [row[0] for row in found]


def payloads(session: Session, ids: Sequence[int]) -> dict[int, dict[str, Any]]:
    """What is proposed in these rows."""
    found = session.connection().execute(_PAYLOADS, {"wanted": json.dumps(list(ids))})
    return {row[0]: json.loads(row[1]) for row in found}


def statements_elsewhere(
    session: Session, case_id: CaseId, clip_id: ClipId, most: int
) -> list[tuple[ClipId, Mapping[str, Any]]]:
    """The statements proposed of the other clips of a case, of the newest clips first."""
    query = (
        select(Proposed.clip_id, Proposed.payload)
        .join(Clip, col(Clip.id) == col(Proposed.clip_id))
        .where(
            Clip.case_id == case_id,
            col(Clip.deleted).is_(None),
            Proposed.clip_id != clip_id,
            Proposed.kind == "statement",
        )
        .order_by(col(Clip.captured).desc(), col(Proposed.id))
        .limit(most)
    )
    return [(ClipId(row[0]), row[1]) for row in session.exec(query)]


def counts(connection: Connection, wanted: Mapping[str, str]) -> dict[str, int]:
    """How many open proposals each clip of the JSON list `wanted` has, where it has any."""
    return {row[0]: row[1] for row in connection.execute(_OPEN_COUNTS, wanted)}


def rejections(session: Session, case_id: CaseId) -> list[Rejection]:
    """What a case has turned down, the latest first."""
    query = select(Rejection).where(Rejection.case_id == case_id, col(Rejection.deleted).is_(None))
    return list(session.exec(query.order_by(col(Rejection.id).desc())))


LEAST = 0.5
"""Proposals below this score are shown on request and do not count."""

_OVERLAPS = (
    'a.clip_id = p.clip_id AND a.deleted IS NULL AND a.start < m."end" AND a."end" > m.start'
)
_OPEN = f"""
    FROM proposed p JOIN clip c ON c.id = p.clip_id
    WHERE p.clip_id IN (SELECT value FROM json_each(:wanted))
    AND NOT EXISTS (
        SELECT 1 FROM rejection r JOIN proposed_mention m ON m.proposed_id = p.id
        WHERE r.case_id = c.case_id AND r.deleted IS NULL AND r.kind = p.kind AND r.words = m.words
    )
    AND NOT (p.kind NOT IN ('statement', 'dispute') AND EXISTS (
        SELECT 1 FROM proposed_mention m JOIN anchor a ON {_OVERLAPS}
        JOIN tag t ON t.anchor_id = a.id AND t.deleted IS NULL
        WHERE m.proposed_id = p.id AND CASE p.kind
            WHEN 'location' THEN t.location_id WHEN 'unit' THEN t.unit_id
            WHEN 'person' THEN t.person_id ELSE t.keyword END IS NOT NULL
    ))
    AND NOT (p.kind = 'statement' AND EXISTS (
        SELECT 1 FROM proposed_mention m JOIN anchor a ON {_OVERLAPS}
        JOIN report r ON r.anchor_id = a.id AND r.deleted IS NULL WHERE m.proposed_id = p.id
    ))
    AND NOT (p.kind = 'dispute' AND EXISTS (
        SELECT 1 FROM dispute d
        WHERE d.case_id = c.case_id AND d.deleted IS NULL AND NOT EXISTS (
            SELECT 1 FROM proposed_mention m WHERE m.proposed_id = p.id AND NOT EXISTS (
                SELECT 1 FROM anchor a JOIN report r ON r.anchor_id = a.id
                WHERE {_OVERLAPS} AND r.deleted IS NULL
                AND r.claim_id IN (d.claim_a_id, d.claim_b_id)
            )
        )
    ))
"""  # noqa: S608  # put together from constants
_OPEN_IDS = text(f"SELECT p.id {_OPEN} ORDER BY p.id")
_PAYLOADS = text(
    "SELECT id, payload FROM proposed WHERE id IN (SELECT value FROM json_each(:wanted))"
)
_OPEN_PAYLOADS = text(f"SELECT p.payload {_OPEN} ORDER BY p.id")
_OPEN_COUNTS = text(f"SELECT p.clip_id, count(*) {_OPEN} AND p.score >= {LEAST} GROUP BY p.clip_id")
