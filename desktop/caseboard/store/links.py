"""Reading what joins the clips of a case to all they name, straight through the driver."""

import json
from collections.abc import Iterable, Iterator, Sequence
from typing import Any, NamedTuple

from sqlmodel import Session

from caseboard.model.ids import AnchorId, CaseId, ClipId
from caseboard.model.network import Known, Naming, NodeKind, Posting, Sheet, Threads
from caseboard.model.terms import Reliability
from caseboard.store.versions import SUPERSEDED

_CLIPS = """
SELECT id, ref, title, source_id,
       EXISTS (SELECT 1 FROM anchor WHERE anchor.clip_id = clip.id AND anchor.deleted IS NULL)
FROM clip WHERE case_id = ? AND deleted IS NULL ORDER BY id
"""
_NAMINGS = """
SELECT tag.anchor_id, clip.id, tag.location_id, tag.unit_id, tag.person_id
FROM clip
JOIN anchor ON anchor.clip_id = clip.id AND anchor.deleted IS NULL
JOIN tag ON tag.anchor_id = anchor.id AND tag.deleted IS NULL
     AND tag.state = 'accepted' AND tag.keyword IS NULL
WHERE clip.case_id = ? AND clip.deleted IS NULL
ORDER BY tag.id
"""
_POSTINGS = """
SELECT position.unit_id, position.location_id, position.anchor_id, clip.id
FROM position
JOIN anchor ON anchor.id = position.anchor_id AND anchor.deleted IS NULL
JOIN clip ON clip.id = anchor.clip_id AND clip.deleted IS NULL
WHERE position.case_id = ? AND position.deleted IS NULL AND position.location_id IS NOT NULL
ORDER BY position.id
"""
_ABOUT = """
SELECT 'location', location_id FROM claim_location JOIN claim ON claim.id = claim_id
WHERE claim.case_id = ? AND claim.deleted IS NULL
UNION
SELECT 'unit', unit_id FROM claim_unit JOIN claim ON claim.id = claim_id
WHERE claim.case_id = ? AND claim.deleted IS NULL
"""
_SOURCES = """
SELECT 'source', id, name, reliability FROM source
WHERE deleted IS NULL AND id IN (
    SELECT source_id FROM clip WHERE case_id = ? AND deleted IS NULL
    UNION
    SELECT report.claimant_id FROM report JOIN claim ON claim.id = report.claim_id
    WHERE claim.case_id = ? AND claim.deleted IS NULL AND report.deleted IS NULL
    UNION
    SELECT relay.source_id FROM relay JOIN report ON report.id = relay.report_id
    JOIN claim ON claim.id = report.claim_id
    WHERE claim.case_id = ? AND claim.deleted IS NULL AND report.deleted IS NULL
)
ORDER BY id
"""
_NAMED = """
SELECT '{table}', id, name, NULL FROM {table}
WHERE deleted IS NULL AND id IN (SELECT value FROM json_each(?)) ORDER BY id
"""
_PASSAGES = """
SELECT anchor.id, clip.id, clip.ref, clip.title, anchor.exact, anchor.kind
FROM anchor JOIN clip ON clip.id = anchor.clip_id
WHERE anchor.id IN (SELECT value FROM json_each(?))
"""

_TARGETS = (NodeKind.LOCATION, NodeKind.UNIT, NodeKind.PERSON)
_KINDS = {kind.value: kind for kind in NodeKind}
_RELIABILITIES = {grade.value: grade for grade in Reliability}


class Passage(NamedTuple):
    """Where something was said: the words of an anchor, and the clip they stand in."""

    anchor_id: AnchorId
    clip_id: ClipId
    ref: str
    title: str
    exact: str
    """Empty for a region of a picture."""
    kind: str
    """A value of `AnchorKind`."""


def read(session: Session, case_id: CaseId) -> Threads:
    """The clips of a case, all that their tags and positions join, and the names of it all."""
    namings = list(_namings(session, case_id))
    postings = [Posting._make(row) for row in _rows(session, _POSTINGS, case_id)]
    named: dict[NodeKind, set[str]] = {kind: set() for kind in _TARGETS}
    for naming in namings:
        named[naming.kind].add(naming.target_id)
    for posting in postings:
        named[NodeKind.UNIT].add(posting.unit_id)
        named[NodeKind.LOCATION].add(posting.location_id)
    for table, row_id in _rows(session, _ABOUT, case_id, case_id):
        named[_KINDS[table]].add(row_id)
    return Threads(
        clips=list(_clips(session, case_id)),
        namings=namings,
        postings=postings,
        known=[*_known(session, named), *_sources(session, case_id)],
    )


def passages(session: Session, anchor_ids: Sequence[AnchorId]) -> list[Passage]:
    """The words of these anchors, in their order; one that has gone is left out."""
    rows = _rows(session, _PASSAGES, json.dumps(list(anchor_ids)))
    found = {row[0]: Passage._make(row) for row in rows}
    return [found[anchor_id] for anchor_id in anchor_ids if anchor_id in found]


def _clips(session: Session, case_id: CaseId) -> Iterator[Sheet]:
    """As in lists: an older version of a page only where something was marked in it."""
    superseded = set(session.scalars(SUPERSEDED))
    for *clip, is_marked in _rows(session, _CLIPS, case_id):
        if is_marked or clip[0] not in superseded:
            yield Sheet._make(clip)


def _namings(session: Session, case_id: CaseId) -> Iterator[Naming]:
    for anchor_id, clip_id, *targets in _rows(session, _NAMINGS, case_id):
        kind, target = next(
            (kind, target)
            for kind, target in zip(_TARGETS, targets, strict=True)
            if target is not None
        )
        yield Naming(anchor_id, clip_id, kind, target)


def _known(session: Session, named: dict[NodeKind, set[str]]) -> Iterator[Known]:
    for kind, ids in named.items():
        query = _NAMED.format(table=kind.value)
        for _table, row_id, name, _grade in _rows(session, query, json.dumps(sorted(ids))):
            yield Known(kind, row_id, name)


def _sources(session: Session, case_id: CaseId) -> Iterator[Known]:
    for _table, row_id, name, grade in _rows(session, _SOURCES, case_id, case_id, case_id):
        yield Known(NodeKind.SOURCE, row_id, name, _RELIABILITIES[grade])


def _rows(session: Session, query: str, *values: Any) -> Iterable[Any]:
    return session.connection().exec_driver_sql(query, values)
