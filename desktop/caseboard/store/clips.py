"""Reading clips: the list, one clip with everything on it, and the next ref."""

import json
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import Connection, Executable, bindparam, func
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from caseboard.model.claim import Claim, Relay, Report
from caseboard.model.clip import Anchor, Clip, ClipFile, Tag
from caseboard.model.collection import Collection
from caseboard.model.entities import Location, Person, Source, Unit
from caseboard.model.files import LINKS, read_from
from caseboard.model.ids import CaseId, ClipId
from caseboard.model.terms import ClipKind, ClipState, FileRole, Hollow
from caseboard.model.work import Note
from caseboard.store import custody, proposals, versions
from caseboard.store.columns import table_of
from caseboard.store.numbering import next_after

LISTED = ("id", "ref", "kind", "state", "problem", "title", "site", "published", "captured",
          "hollow", "url_asked")  # fmt: skip
"""Columns of a clip that a row of the list shows."""

KINDS = ("location", "unit", "person", "keyword")
"""What a tag can name, in the order a row shows them."""

CHIPS = 3
"""How many tags a row of the list names."""

_CLIP, _FILE, _ANCHOR, _TAG, _REPORT = (
    table_of(model).c for model in (Clip, ClipFile, Anchor, Tag, Report)
)
_LOCATION, _UNIT, _PERSON = (table_of(model).c for model in (Location, Unit, Person))


class Order(StrEnum):
    """How a list of clips is sorted."""

    NEWEST = "newest"
    OLDEST = "oldest"
    PUBLISHED = "published"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class ClipRow:
    """One row of the clip list."""

    id: ClipId
    ref: str
    kind: ClipKind
    state: ClipState
    problem: str
    title: str
    site: str
    published: str | None
    captured: datetime
    thumbnail: str = ""
    """SHA-256 of a small JPEG; empty where there is none."""
    chips: tuple[tuple[str, str], ...] = ()
    """Kind (location, unit, person, keyword) and name of the first tags."""
    claims: int = 0
    version: int = 1
    """Which capture of its page it is, counted from 1."""
    hollow: Hollow | None = None
    """Why it is not the article it stands for."""
    is_link: bool = False
    """Whether it is a link that has not been fetched yet."""
    url: str = ""
    """The address that was asked for."""
    suggestions: int = 0
    """How much is proposed of it and waits for an answer."""


@dataclass(frozen=True, slots=True)
class ClipView:
    """One clip with everything on it."""

    clip: Clip
    source: Source | None
    files: Sequence[ClipFile] = ()
    anchors: Sequence[Anchor] = ()
    tags: Sequence[Tag] = ()
    locations: Sequence[Location] = ()
    units: Sequence[Unit] = ()
    people: Sequence[Person] = ()
    reports: Sequence[Report] = ()
    relays: Sequence[Relay] = ()
    claims: Sequence[Claim] = ()
    sources: Sequence[Source] = ()
    notes: Sequence[Note] = field(default=())
    collection: Collection | None = None


def next_number(session: Session, case_id: CaseId) -> int:
    """The number of the next clip of a case: one more than any so far, binned ones too."""
    longest = func.length(Clip.ref).desc(), col(Clip.ref).desc()
    query = select(Clip.ref).where(Clip.case_id == case_id).order_by(*longest).limit(1)
    return next_after(session.exec(query))


def files(session: Session, clip_id: ClipId) -> Sequence[ClipFile]:
    """Every file of a clip, in the order they came."""
    return session.exec(
        select(ClipFile).where(ClipFile.clip_id == clip_id).order_by(_FILE.id)
    ).all()


def source(session: Session, clip_id: ClipId) -> ClipFile:
    """The file of a clip that is read."""
    return read_from(files(session, clip_id))


def ids(session: Session, case_id: CaseId, order: Order = Order.NEWEST) -> list[str]:
    """The living clips of a case, the newest version of each, in the order of the list."""
    keys = {
        Order.NEWEST: (_CLIP.captured.desc(), _CLIP.ref.desc()),
        Order.OLDEST: (_CLIP.captured, _CLIP.ref),
        Order.PUBLISHED: (_CLIP.published.desc(), _CLIP.ref.desc()),
        Order.TITLE: (_CLIP.title, _CLIP.ref),
    }
    query = columns(_CLIP.id).where(_CLIP.case_id == case_id, _CLIP.deleted.is_(None))
    found = session.connection().execute(query.order_by(*keys[order])).all()
    older = {row[0] for row in session.connection().execute(versions.SUPERSEDED).all()}
    return [row[0] for row in found if row[0] not in older]


def unread(session: Session, case_id: CaseId | None = None) -> list[ClipId]:
    """Clips whose bytes are kept but were not read yet: what a restart goes on with."""
    query = select(Clip.id).where(Clip.state == ClipState.RECEIVED, col(Clip.deleted).is_(None))
    if case_id is not None:
        query = query.where(Clip.case_id == case_id)
    return [ClipId(clip_id) for clip_id in session.exec(query)]


def rows(session: Session, wanted: Sequence[str]) -> dict[str, ClipRow]:
    """These rows of the list, by id."""
    ids = {"wanted": json.dumps(list(wanted))}
    connection = session.connection()
    thumbnails = _pairs(connection, _THUMBNAILS, ids)
    chips = _chips(connection, ids)
    claims = _pairs(connection, _CLAIM_COUNTS, ids)
    numbers = _pairs(connection, versions.NUMBERS, ids)
    links = _pairs(connection, _WAITING_LINKS, ids)
    proposed = proposals.counts(connection, ids)
    shown = {}
    for row in connection.execute(_LISTED, ids).all():
        chip = tuple(chips.get(row[0], ())[:CHIPS])
        counts = claims.get(row[0], 0), numbers.get(row[0], 1)
        known = (
            *row[:-2],
            thumbnails.get(row[0], ""),
            chip,
            *counts,
            row[-2],
            row[0] in links,
            row[-1],
            proposed.get(row[0], 0),
        )
        shown[row[0]] = ClipRow(*known)
    return shown


def view(session: Session, clip_id: ClipId) -> ClipView | None:
    """One clip with its files, anchors, tags, reports and notes; None if it is gone."""
    clip = session.get(Clip, clip_id)
    if clip is None or clip.deleted is not None:
        return None
    anchors = session.exec(
        select(Anchor).where(Anchor.clip_id == clip_id, col(Anchor.deleted).is_(None))
    ).all()
    here = [anchor.id for anchor in anchors]
    tags = session.exec(
        select(Tag).where(col(Tag.anchor_id).in_(here), col(Tag.deleted).is_(None))
    ).all()
    reports = session.exec(
        select(Report)
        .where(col(Report.anchor_id).in_(here), col(Report.deleted).is_(None))
        .order_by(Report.id)
    ).all()
    relays = session.exec(
        select(Relay)
        .where(col(Relay.report_id).in_([report.id for report in reports]))
        .order_by(col(Relay.ordinal))
    ).all()
    said_by = {*(r.claimant_id for r in reports), *(r.source_id for r in relays)}
    return ClipView(
        clip=clip,
        source=session.get(Source, clip.source_id) if clip.source_id else None,
        files=session.exec(
            select(ClipFile).where(ClipFile.clip_id == clip_id).order_by(col(ClipFile.ordinal))
        ).all(),
        anchors=anchors,
        tags=tags,
        locations=session.exec(
            select(Location).where(col(Location.id).in_({t.location_id for t in tags}))
        ).all(),
        units=session.exec(select(Unit).where(col(Unit.id).in_({t.unit_id for t in tags}))).all(),
        people=session.exec(
            select(Person).where(col(Person.id).in_({t.person_id for t in tags}))
        ).all(),
        reports=reports,
        relays=relays,
        claims=session.exec(
            select(Claim).where(
                col(Claim.id).in_({r.claim_id for r in reports}), col(Claim.deleted).is_(None)
            )
        ).all(),
        sources=session.exec(select(Source).where(col(Source.id).in_(said_by))).all(),
        notes=session.exec(
            select(Note)
            .where(Note.clip_id == clip_id, col(Note.deleted).is_(None))
            .order_by(col(Note.created))
        ).all(),
        collection=custody.collection(session, clip_id),
    )


def same_bytes(session: Session, case_id: CaseId, sha256: str) -> list[tuple[ClipId, str]]:
    """Living clips of a case whose original is this very file: id and ref."""
    return _with_file(session, case_id, sha256, FileRole.ORIGINAL)


def holding(session: Session, case_id: CaseId, sha256: str) -> list[tuple[ClipId, str]]:
    """Living clips of a case that this very file is a picture of: id and ref."""
    return _with_file(session, case_id, sha256, FileRole.PICTURE)


def _with_file(
    session: Session, case_id: CaseId, sha256: str, role: FileRole
) -> list[tuple[ClipId, str]]:
    query = (
        select(Clip.id, Clip.ref)
        .join(ClipFile, col(ClipFile.clip_id) == col(Clip.id))
        .where(
            Clip.case_id == case_id,
            col(Clip.deleted).is_(None),
            ClipFile.sha256 == sha256,
            ClipFile.role == role,
        )
        .order_by(col(Clip.ref))
    )
    return [(ClipId(row[0]), row[1]) for row in session.exec(query)]


def _chips(connection: Connection, ids: Mapping[str, str]) -> Mapping[str, list[tuple[str, str]]]:
    found: dict[str, Counter[tuple[str, str]]] = defaultdict(Counter)
    for clip_id, *names in connection.execute(_TAGS, ids).all():
        named = ((kind, name) for kind, name in zip(KINDS, names, strict=True) if name)
        found[clip_id].update(named)
    return {clip_id: _telling(tags) for clip_id, tags in found.items()}


def _telling(tags: Counter[tuple[str, str]]) -> list[tuple[str, str]]:
    """Tags in the order a row names them: the commonest of each kind, then the others."""
    common = [chip for chip, _count in tags.most_common()]
    first = [next((chip for chip in common if chip[0] == kind), None) for kind in KINDS]
    leading = [chip for chip in first if chip]
    return leading + [chip for chip in common if chip not in leading]


def _pairs(connection: Connection, query: Executable, ids: Mapping[str, str]) -> dict[str, Any]:
    return {row[0]: row[1] for row in connection.execute(query, ids).all()}


# The ids go in as one value, and each statement is made once: made anew for every page of a list,
# with a hundred values, it would take longer than SQLite does to answer it.
_WANTED = columns(func.json_each(bindparam("wanted")).table_valued("value").c.value)
_LISTED = columns(*(_CLIP[name] for name in LISTED)).where(_CLIP.id.in_(_WANTED))
_WAITING_LINKS = (
    columns(_CLIP.id, _CLIP.state)
    .join_from(table_of(Clip), table_of(ClipFile), _FILE.clip_id == _CLIP.id)
    .where(
        _CLIP.id.in_(_WANTED),
        _CLIP.state == ClipState.RECEIVED,
        _FILE.role == FileRole.ORIGINAL,
        _FILE.media_type.in_(sorted(LINKS)),
    )
)
_THUMBNAILS = (
    columns(_FILE.clip_id, _FILE.sha256)
    .where(_FILE.clip_id.in_(_WANTED), _FILE.role == FileRole.DERIVATIVE, _FILE.step == "thumbnail")
    .order_by(_FILE.ordinal.desc())
)
_TAGS = (
    columns(_ANCHOR.clip_id, _LOCATION.name, _UNIT.name, _PERSON.name, _TAG.keyword)
    .join_from(table_of(Anchor), table_of(Tag), _TAG.anchor_id == _ANCHOR.id)
    .join(table_of(Location), _LOCATION.id == _TAG.location_id, isouter=True)
    .join(table_of(Unit), _UNIT.id == _TAG.unit_id, isouter=True)
    .join(table_of(Person), _PERSON.id == _TAG.person_id, isouter=True)
    .where(_ANCHOR.clip_id.in_(_WANTED), _TAG.deleted.is_(None), _ANCHOR.deleted.is_(None))
    .order_by(_TAG.id)
)
_CLAIM_COUNTS = (
    columns(_ANCHOR.clip_id, func.count(_REPORT.claim_id.distinct()))
    .join_from(table_of(Anchor), table_of(Report), _REPORT.anchor_id == _ANCHOR.id)
    .where(_ANCHOR.clip_id.in_(_WANTED), _REPORT.deleted.is_(None))
    .group_by(_ANCHOR.clip_id)
)
