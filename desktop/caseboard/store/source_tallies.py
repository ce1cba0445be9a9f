"""Counting what sources said, passed on and published, straight through the driver.

What rests on a clip, an anchor or a claim in the bin is left out.
"""

import json
from collections import defaultdict
from collections.abc import Collection, Mapping
from typing import NamedTuple

from sqlmodel import Session, col, select

from caseboard.model.case import Case
from caseboard.model.ids import CaseId, SourceId
from caseboard.store import versions

STANDING = """
WITH wanted(id) AS MATERIALIZED (SELECT value FROM json_each(?)),
shown(id, published) AS MATERIALIZED (
    SELECT clip.id, coalesce(clip.published, '')
    FROM wanted JOIN clip ON clip.case_id = wanted.id AND clip.deleted IS NULL
),
told AS NOT MATERIALIZED (
    SELECT report.id, report.claimant_id, report.said_when, claim.case_id, shown.published
    FROM report
    JOIN claim ON claim.id = report.claim_id AND claim.deleted IS NULL
    JOIN anchor ON anchor.id = report.anchor_id AND anchor.deleted IS NULL
    JOIN shown ON shown.id = anchor.clip_id
    WHERE report.deleted IS NULL AND claim.case_id IN (SELECT id FROM wanted)
)
"""
"""The reports that stand in the cases whose ids are given as a JSON list."""

_COUNTED = f"""{STANDING}
SELECT claimant_id, case_id, count(*), 0 FROM told {{said}} GROUP BY 1, 2
UNION ALL
SELECT relay.source_id, told.case_id, 0, count(DISTINCT told.id)
FROM relay JOIN told ON told.id = relay.report_id AND told.claimant_id <> relay.source_id
{{relayed}} GROUP BY 1, 2
"""  # noqa: S608  nothing of it comes from outside
_OF_ALL = _COUNTED.format(said="", relayed="")
_OF_ONE = _COUNTED.format(said="WHERE claimant_id = ?", relayed="WHERE relay.source_id = ?")
_PUBLISHED = """
SELECT clip.source_id, clip.case_id, clip.id
FROM json_each(?) AS wanted JOIN clip ON clip.case_id = wanted.value AND clip.deleted IS NULL
WHERE clip.source_id IS NOT NULL
"""


class Tally(NamedTuple):
    """How much of a case comes from one source."""

    said: int = 0
    """Reports whose claimant it is."""
    relayed: int = 0
    """Reports of others that it passed on."""
    published: int = 0
    """Its clips; of several versions of a page the newest counts."""

    def plus(self, other: "Tally") -> "Tally":
        """Both together."""
        return Tally(*(one + more for one, more in zip(self, other, strict=True)))


def living_cases(session: Session) -> list[CaseId]:
    """Every case that is not in the bin, in order of their refs."""
    query = select(Case.id).where(col(Case.deleted).is_(None))
    return [CaseId(each) for each in session.exec(query.order_by(col(Case.ref)))]


def of_all(session: Session, cases: Collection[CaseId]) -> Mapping[SourceId, Tally]:
    """What every source gave to these cases together."""
    found: defaultdict[SourceId, Tally] = defaultdict(Tally)
    for (source_id, _case), tally in _tallies(session, cases, None).items():
        found[source_id] = found[source_id].plus(tally)
    return found


def of_one(
    session: Session, source_id: SourceId, cases: Collection[CaseId]
) -> Mapping[CaseId, Tally]:
    """What one source gave to each of these cases; a case it gave nothing to is left out."""
    return {case: tally for (_id, case), tally in _tallies(session, cases, source_id).items()}


def _tallies(
    session: Session, cases: Collection[CaseId], source_id: SourceId | None
) -> dict[tuple[SourceId, CaseId], Tally]:
    wanted = json.dumps(list(cases))
    run = session.connection().exec_driver_sql
    if source_id is None:
        counted, published = run(_OF_ALL, (wanted,)), run(_PUBLISHED, (wanted,))
    else:
        counted = run(_OF_ONE, (wanted, source_id, source_id))
        published = run(f"{_PUBLISHED} AND clip.source_id = ?", (wanted, source_id))
    found: defaultdict[tuple[SourceId, CaseId], Tally] = defaultdict(Tally)
    for source, case, said, relayed in counted:
        found[source, case] = found[source, case].plus(Tally(said, relayed))
    older = set(session.connection().execute(versions.SUPERSEDED).scalars())
    for source, case, clip in published:
        if clip not in older:
            found[source, case] = found[source, case].plus(Tally(published=1))
    return dict(found)
