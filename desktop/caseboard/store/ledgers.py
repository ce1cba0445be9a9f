"""Reading the ledger of a case: fifty thousand reports, straight through the driver."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from sqlmodel import Session, col, select

from caseboard.model.case import Case
from caseboard.model.claim import Dispute
from caseboard.model.collection import Syndication
from caseboard.model.ids import CaseId, ClaimId, ClipId, ReportId, SourceId
from caseboard.model.ledger import Formation, Ledger, Place, Stated, Voice, Word
from caseboard.model.terms import (
    ClaimStatus,
    Confidence,
    Credibility,
    Reliability,
    SourceKind,
    Stance,
)
from caseboard.store import similar

_CLAIMS = """
SELECT id, ref, statement, coalesce(event_time, ''), band, confidence, assessment,
       status_override, override_reason
FROM claim WHERE case_id = ? AND deleted IS NULL ORDER BY id
"""
_WORDS = """
SELECT json_group_array(
    json_array(
        report.id, report.claim_id, report.anchor_id, report.claimant_id,
        report.stance, report.credibility, report.said_when
    ) ORDER BY report.id
)
FROM claim
JOIN report ON report.claim_id = claim.id AND report.deleted IS NULL
WHERE claim.case_id = ? AND claim.deleted IS NULL
"""
_PLACED = """
SELECT anchor.id, clip.id, clip.source_id
FROM clip
JOIN anchor ON anchor.clip_id = clip.id AND anchor.deleted IS NULL
WHERE clip.case_id = ? AND clip.deleted IS NULL
"""
_RELAYS = """
SELECT json_group_array(
    json_array(relay.report_id, relay.source_id) ORDER BY relay.report_id, relay.ordinal
)
FROM claim
JOIN report ON report.claim_id = claim.id AND report.deleted IS NULL
JOIN relay ON relay.report_id = report.id
WHERE claim.case_id = ? AND claim.deleted IS NULL
"""
_PLACES = """
SELECT claim_location.claim_id, location.id, location.name
FROM claim
JOIN claim_location ON claim_location.claim_id = claim.id
JOIN location ON location.id = claim_location.location_id
WHERE claim.case_id = ? AND claim.deleted IS NULL
ORDER BY location.id
"""
_UNITS = """
SELECT claim_unit.claim_id, unit.id, unit.name
FROM claim
JOIN claim_unit ON claim_unit.claim_id = claim.id
JOIN unit ON unit.id = claim_unit.unit_id
WHERE claim.case_id = ? AND claim.deleted IS NULL
ORDER BY unit.id
"""
_VOICES = """
SELECT id, name, kind, reliability, interested
FROM source WHERE id IN (SELECT value FROM json_each(?))
"""
_OWN = """
SELECT id, fingerprint, coalesce(published, ''),
       fingerprint = '' AND length(text) > 100
FROM clip WHERE id IN (SELECT value FROM json_each(?))
"""

_STANCES = {member.value: member for member in Stance}
_CREDIBILITIES = {member.value: member for member in Credibility}
_CONFIDENCES = {member.value: member for member in Confidence}
_STATUSES = {member.value: member for member in ClaimStatus}
_KINDS = {member.value: member for member in SourceKind}
_RELIABILITIES = {member.value: member for member in Reliability}


def read(session: Session, case_id: CaseId) -> Ledger:
    """The claims of a case as they are weighed; raises `LookupError` where it is not there."""
    case = session.get(Case, case_id)
    if case is None:
        raise LookupError(case_id)
    words = _words(session, case_id)
    texts, published = _own_texts(session, {word.clip_id for word in words if word.is_own_voice})
    return Ledger(
        ladder=case.ladder,
        claims=list(_claims(session, case_id)),
        words=_by_claim(words),
        voices=_voices(session, words),
        disputes=session.exec(
            select(Dispute)
            .where(Dispute.case_id == case_id, col(Dispute.deleted).is_(None))
            .order_by(col(Dispute.id))
        ).all(),
        syndications=session.exec(
            select(Syndication)
            .where(Syndication.case_id == case_id, col(Syndication.deleted).is_(None))
            .order_by(col(Syndication.id))
        ).all(),
        texts=texts,
        published=published,
    )


def _claims(session: Session, case_id: CaseId) -> Iterator[Stated]:
    places: defaultdict[ClaimId, list[Place]] = defaultdict(list)
    for claim_id, *place in _rows(session, _PLACES, case_id):
        places[claim_id].append(Place(*place))
    units: defaultdict[ClaimId, list[Formation]] = defaultdict(list)
    for claim_id, *unit in _rows(session, _UNITS, case_id):
        units[claim_id].append(Formation(*unit))
    for row in _rows(session, _CLAIMS, case_id):
        *plain, confidence, assessment, status, reason = row
        judged = (_CONFIDENCES.get(confidence), assessment, _STATUSES.get(status), reason)
        yield Stated._make((*plain, *judged, tuple(places[row[0]]), tuple(units[row[0]])))


def _words(session: Session, case_id: CaseId) -> list[Word]:
    relays = _relays(session, case_id)
    placed = {row[0]: row for row in _rows(session, _PLACED, case_id)}
    return [
        Word(
            report,
            claim,
            anchor,
            placed[anchor][1],
            placed[anchor][2],
            claimant,
            _STANCES[stance],
            _CREDIBILITIES[credibility],
            said_when,
            relays.get(report, ()),
        )
        for report, claim, anchor, claimant, stance, credibility, said_when in _many(
            session, _WORDS, case_id
        )
        if anchor in placed
    ]


def _relays(session: Session, case_id: CaseId) -> dict[ReportId, tuple[SourceId, ...]]:
    found: defaultdict[ReportId, list[SourceId]] = defaultdict(list)
    for report_id, source_id in _many(session, _RELAYS, case_id):
        found[report_id].append(source_id)
    return {report_id: tuple(relays) for report_id, relays in found.items()}


def _by_claim(words: Iterable[Word]) -> Mapping[ClaimId, list[Word]]:
    found: defaultdict[ClaimId, list[Word]] = defaultdict(list)
    for word in words:
        found[word.claim_id].append(word)
    return dict(found)


def _voices(session: Session, words: Iterable[Word]) -> dict[SourceId, Voice]:
    named: set[str | None] = set()
    for word in words:
        named.update((word.claimant_id, word.outlet_id, *word.relays))
    return {
        source_id: Voice(
            source_id, name, _KINDS[kind], _RELIABILITIES[reliability], bool(interested)
        )
        for source_id, name, kind, reliability, interested in _rows(
            session, _VOICES, json.dumps(sorted(filter(None, named)))
        )
    }


def _own_texts(
    session: Session, clips: Collection[ClipId]
) -> tuple[dict[ClipId, str], dict[ClipId, str]]:
    """The bodies of those clips that may print one copy, and when each clip was published.

    Two texts can be near-identical only where their sketches share a hash; a clip of a time
    before sketches has none.
    """
    rows = _rows(session, _OWN, json.dumps(sorted(clips)))
    hashes = {row[0]: set(similar.hashes(row[1])) for row in rows}
    held = Counter(each for several in hashes.values() for each in several)
    alike = [clip_id for clip_id, several in hashes.items() if any(held[h] > 1 for h in several)]
    unknown = [row[0] for row in rows if row[3]]
    return similar.bodies(session, [*alike, *unknown]), {row[0]: row[2] for row in rows}


def _rows(session: Session, query: str, *values: Any) -> list[Any]:
    """Plain tuples: rows of SQLAlchemy's own cost more than all else here."""
    connection = session.connection().connection.driver_connection
    assert connection is not None  # noqa: S101  the session has just given it
    rows: list[Any] = connection.execute(query, values).fetchall()
    return rows


def _many(session: Session, query: str, *values: Any) -> list[Any]:
    """The rows of one JSON value.

    A driver that hands over fifty thousand, one by one, waits as often for the thread that paints.
    """
    rows: list[Any] = json.loads(_rows(session, query, *values)[0][0])
    return rows
