"""Reading what a source said, passed on and published: ids first, rows as they come into sight."""

import json
from collections import defaultdict
from collections.abc import Iterable, Sequence
from enum import StrEnum
from typing import Any, NamedTuple

from sqlmodel import Session

from caseboard.model import moments
from caseboard.model.ids import AnchorId, CaseId, ClaimId, ClipId, ReportId, SourceId
from caseboard.model.terms import Credibility, Reliability, Stance
from caseboard.store import versions
from caseboard.store.source_tallies import STANDING


class Part(StrEnum):
    """In which way something comes from a source."""

    SAID = "said"
    RELAYED = "relayed"
    PUBLISHED = "published"


class SaidRow(NamedTuple):
    """A report, as a list of what a source said shows it."""

    id: ReportId
    claim_id: ClaimId
    claim_ref: str
    statement: str
    clip_id: ClipId
    clip_ref: str
    anchor_id: AnchorId
    exact: str
    """The words of the report; empty where it is about a region of a picture."""
    verb: str
    when: str
    """When it was said, or else published: EDTF (ISO 8601-2), empty where neither is known."""
    stance: Stance
    reliability: Reliability
    credibility: Credibility
    way: tuple[str, ...]
    """The names it passed through, from the claimant to the outlet of the clip."""


class PublishedRow(NamedTuple):
    """A clip, as a list of what a source published shows it."""

    id: ClipId
    ref: str
    title: str
    published: str
    """EDTF (ISO 8601-2), empty where it is not known."""
    reports: int
    """How many reports rest on it."""


_SAID = f"""{STANDING}
SELECT id, coalesce(nullif(said_when, ''), published) FROM told WHERE claimant_id = ?
"""  # noqa: S608  nothing of it comes from outside
_RELAYED = f"""{STANDING}
SELECT DISTINCT told.id, coalesce(nullif(told.said_when, ''), told.published)
FROM relay JOIN told ON told.id = relay.report_id AND told.claimant_id <> relay.source_id
WHERE relay.source_id = ?
"""  # noqa: S608
_PUBLISHED = """
SELECT clip.id, coalesce(clip.published, '')
FROM json_each(?) AS wanted JOIN clip ON clip.case_id = wanted.value AND clip.deleted IS NULL
WHERE clip.source_id = ?
"""
_QUERIES = {Part.SAID: _SAID, Part.RELAYED: _RELAYED, Part.PUBLISHED: _PUBLISHED}

_REPORTS = """
SELECT report.id, claim.id, claim.ref, claim.statement, clip.id, clip.ref, anchor.id, anchor.exact,
       report.verb, coalesce(nullif(report.said_when, ''), clip.published, ''),
       report.stance, claimant.reliability, report.credibility,
       claimant.name, coalesce(outlet.name, clip.site)
FROM json_each(?) AS wanted
JOIN report ON report.id = wanted.value AND report.deleted IS NULL
JOIN claim ON claim.id = report.claim_id
JOIN anchor ON anchor.id = report.anchor_id
JOIN clip ON clip.id = anchor.clip_id
JOIN source AS claimant ON claimant.id = report.claimant_id
LEFT JOIN source AS outlet ON outlet.id = clip.source_id
"""
_STEPS = """
SELECT relay.report_id, source.name
FROM json_each(?) AS wanted
JOIN relay ON relay.report_id = wanted.value
JOIN source ON source.id = relay.source_id
ORDER BY relay.report_id, relay.ordinal
"""
_CLIPS = """
SELECT clip.id, clip.ref, clip.title, coalesce(clip.published, ''),
       (SELECT count(*) FROM anchor
        JOIN report ON report.anchor_id = anchor.id AND report.deleted IS NULL
        WHERE anchor.clip_id = clip.id AND anchor.deleted IS NULL)
FROM json_each(?) AS wanted JOIN clip ON clip.id = wanted.value AND clip.deleted IS NULL
"""


def ids(session: Session, case_id: CaseId, source_id: SourceId, part: Part) -> list[str]:
    """What a case has of one source: ids of reports, or of clips; newest first, undated last."""
    query = _QUERIES[part]
    rows = list(_rows(session, query, json.dumps([case_id]), source_id))
    if part is Part.PUBLISHED:
        older = set(session.connection().execute(versions.SUPERSEDED).scalars())
        rows = [row for row in rows if row[0] not in older]
    return _newest_first(rows)


def reports(session: Session, wanted: Sequence[str]) -> dict[str, SaidRow]:
    """These reports; one that has gone is left out."""
    named = json.dumps(list(wanted))
    steps: defaultdict[str, list[str]] = defaultdict(list)
    for report_id, name in _rows(session, _STEPS, named):
        steps[report_id].append(name)
    found = {}
    for *plain, stance, reliability, credibility, claimant, outlet in _rows(
        session, _REPORTS, named
    ):
        grades = (Stance(stance), Reliability(reliability), Credibility(credibility))
        way = _way(claimant, steps[plain[0]], outlet)
        found[plain[0]] = SaidRow._make((*plain, *grades, way))
    return found


def clips(session: Session, wanted: Sequence[str]) -> dict[str, PublishedRow]:
    """These clips; one that has gone is left out."""
    rows = _rows(session, _CLIPS, json.dumps(list(wanted)))
    return {row[0]: PublishedRow._make(row) for row in rows}


def _way(claimant: str, steps: Sequence[str], outlet: str) -> tuple[str, ...]:
    """The outlet of the clip ends it, whether it was noted or not."""
    names = (claimant, *steps)
    return (*names, outlet) if outlet and outlet not in names else names


def _newest_first(rows: Iterable[tuple[str, str]]) -> list[str]:
    """Ids by when they are dated (EDTF); thousands share a few hundred dates, each read once."""
    by_date: defaultdict[str, list[str]] = defaultdict(list)
    for row_id, when in rows:
        by_date[when].append(row_id)
    undated = by_date.pop("", [])
    dates = sorted(by_date, key=moments.sort_key, reverse=True)
    found = [row_id for date in dates for row_id in sorted(by_date[date], reverse=True)]
    return [*found, *sorted(undated, reverse=True)]


def _rows(session: Session, query: str, *values: Any) -> Iterable[Any]:
    return session.connection().exec_driver_sql(query, values)
