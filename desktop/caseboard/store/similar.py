"""What is like a clip: which clips hold the same file, a similar text or a similar picture."""

import json
from collections import Counter, defaultdict
from collections.abc import Collection, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from sqlalchemy import bindparam, case, func, or_
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from caseboard.model.case import Case
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.collection import Syndication
from caseboard.model.entities import Source
from caseboard.model.ids import CaseId, ClipId, FileId
from caseboard.model.parts import Part, body_text
from caseboard.model.terms import FileRole
from caseboard.store.columns import table_of

_CLIP, _FILE, _CASE, _SOURCE = (table_of(model).c for model in (Clip, ClipFile, Case, Source))
_WANTED = columns(func.json_each(bindparam("wanted")).table_valued("value").c.value)

DIGITS = 8
"""Hexadecimal digits of one hash of a sketch."""
FURNITURE = 8
"""A picture that more other clips hold than this is a logo or the like."""


@dataclass(frozen=True, slots=True)
class Brief:
    """A clip in a line."""

    id: ClipId
    ref: str
    title: str
    published: str | None
    captured: datetime
    case_id: CaseId
    case_title: str
    publisher: str
    """The source it is by, or the site as read."""


@dataclass(frozen=True, slots=True)
class Pictured:
    """A picture of a clip, and what is said of it."""

    id: FileId
    clip_id: ClipId
    sha256: str
    fingerprint: str
    name: str
    role: FileRole
    caption: str
    credit: str
    meta: dict[str, Any] = field(hash=False)
    thumbnail: str = ""
    """SHA-256 of a small JPEG; empty where there is none."""


def briefs(session: Session, wanted: Collection[ClipId]) -> dict[ClipId, Brief]:
    """These clips in a line each, by id; binned ones and those of binned cases are left out."""
    query = (
        columns(
            *(_CLIP[name] for name in ("id", "ref", "title", "published", "captured", "case_id")),
            _CASE.title,
            func.coalesce(_SOURCE.name, _CLIP.site),
        )
        .join_from(table_of(Clip), table_of(Case), _CASE.id == _CLIP.case_id)
        .join(table_of(Source), _SOURCE.id == _CLIP.source_id, isouter=True)
        .where(_CLIP.id.in_(_WANTED), _CLIP.deleted.is_(None), _CASE.deleted.is_(None))
    )
    rows = session.connection().execute(query, {"wanted": json.dumps(sorted(wanted))})
    return {row[0]: Brief(*tuple(row)) for row in rows}


def same_files(session: Session, clip_id: ClipId) -> dict[ClipId, list[str]]:
    """Other clips of the library that hold a file of this one, with the names of these files.

    Derivatives do not count, nor pictures that many clips hold: those are a site's furniture. The
    clips may be in the bin.
    """
    mine = columns(_FILE.sha256).where(
        _FILE.clip_id == clip_id, _FILE.role != FileRole.DERIVATIVE, _FILE.bytes > 0
    )
    query = (
        columns(_FILE.clip_id, _FILE.sha256, _FILE.name, _FILE.role)
        .where(_FILE.sha256.in_(mine), _FILE.clip_id != clip_id, _FILE.role != FileRole.DERIVATIVE)
        .order_by(_FILE.ordinal, _FILE.id)
    )
    rows = session.connection().execute(query).all()
    holders = Counter(sha256 for _clip, sha256, _name, _role in rows)
    found: defaultdict[ClipId, list[str]] = defaultdict(list)
    for other, sha256, name, role in rows:
        is_furniture = role is FileRole.PICTURE and holders[sha256] > FURNITURE
        if name not in found[other] and not is_furniture:
            found[other].append(name)
    return {other: names for other, names in found.items() if names}


def sharing(session: Session, clip: Clip, sketch: str, most: int) -> list[ClipId]:
    """The living clips of a clip's case whose sketches share a hash with `sketch`.

    At most the `most` that share the most, in that order.
    """
    mine = set(hashes(sketch))
    if not mine:
        return []
    query = columns(_CLIP.id, _CLIP.fingerprint).where(
        _CLIP.case_id == clip.case_id,
        _CLIP.deleted.is_(None),
        _CLIP.fingerprint > "",
        _CLIP.id != clip.id,
        or_(*(func.instr(_CLIP.fingerprint, each) > 0 for each in sorted(mine))),
    )
    found = (
        (len(mine.intersection(hashes(theirs))), other)
        for other, theirs in session.connection().execute(query)
    )
    ranked = sorted((pair for pair in found if pair[0]), key=lambda pair: (-pair[0], pair[1]))
    return [other for _shared, other in ranked[:most]]


def body(clip: Clip) -> str:
    """The text of a clip without what does not belong to it."""
    parts = [Part.from_json(row) for row in clip.parts]
    return body_text(clip.text, parts) if parts else clip.text


def bodies(session: Session, wanted: Sequence[ClipId]) -> dict[ClipId, str]:
    """The body texts of these clips."""
    query = columns(_CLIP.id, _CLIP.text, _CLIP.parts).where(_CLIP.id.in_(wanted))
    found = {}
    for clip_id, text, rows in session.connection().execute(query):
        parts = [Part.from_json(row) for row in rows]
        found[clip_id] = body_text(text, parts) if parts else text
    return found


def fingerprints(session: Session) -> list[str]:
    """Every hash that a picture in the library has, once."""
    query = columns(_FILE.fingerprint).where(_FILE.fingerprint > "").distinct()
    return [row[0] for row in session.connection().execute(query).all()]


def showing(session: Session, wanted: Collection[str]) -> dict[str, list[tuple[ClipId, FileId]]]:
    """The pictures with these hashes, each with its clip, by the hash."""
    query = columns(_FILE.fingerprint, _FILE.clip_id, _FILE.id).where(
        _FILE.fingerprint.in_(_WANTED)
    )
    found: defaultdict[str, list[tuple[ClipId, FileId]]] = defaultdict(list)
    ids = {"wanted": json.dumps(sorted(wanted))}
    for fingerprint, clip_id, file_id in session.connection().execute(query, ids):
        found[fingerprint].append((clip_id, file_id))
    return found


def pictures(session: Session, wanted: Collection[FileId]) -> dict[FileId, Pictured]:
    """What is said of these pictures, by id."""
    ids = {"wanted": json.dumps(sorted(wanted))}
    names = ("id", "clip_id", "sha256", "fingerprint", "name", "role", "caption")
    credit = case((_FILE.role == FileRole.ORIGINAL, _CLIP.credit), else_=_FILE.credit)
    connection = session.connection()
    small = columns(_FILE.made_from_id, _FILE.sha256).where(
        _FILE.made_from_id.in_(_WANTED), _FILE.step == "thumbnail"
    )
    thumbnails = {row[0]: row[1] for row in connection.execute(small, ids)}
    query = (
        columns(*(_FILE[name] for name in names), credit, _FILE.meta)
        .join_from(table_of(ClipFile), table_of(Clip), _CLIP.id == _FILE.clip_id)
        .where(_FILE.id.in_(_WANTED))
    )
    found: dict[FileId, Pictured] = {}
    for row in connection.execute(query, ids):
        said: tuple[Any, ...] = (*row, thumbnails.get(row[0], ""))
        found[row[0]] = Pictured(*said)
    return found


def pictures_of(session: Session, clip_id: ClipId) -> dict[FileId, Pictured]:
    """The pictures of a clip that have a hash."""
    query = columns(_FILE.id).where(_FILE.clip_id == clip_id, _FILE.fingerprint > "")
    return pictures(session, [row[0] for row in session.connection().execute(query)])


def judgements(session: Session, clip_id: ClipId) -> dict[ClipId, Syndication]:
    """What the analyst said of this clip and others, by the other's id."""
    query = select(Syndication).where(
        or_(col(Syndication.clip_a_id) == clip_id, col(Syndication.clip_b_id) == clip_id),
        col(Syndication.deleted).is_(None),
    )
    rows = session.exec(query).all()
    return {row.clip_b_id if row.clip_a_id == clip_id else row.clip_a_id: row for row in rows}


def hashes(sketch: str) -> Iterator[str]:
    """The hashes a sketch is made of, each in `DIGITS` digits."""
    return (sketch[at : at + DIGITS] for at in range(0, len(sketch), DIGITS))
