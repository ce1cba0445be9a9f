"""Which clips are versions of one page, and which of them the lists show.

Each version names the one before it (`Clip.earlier_id`). One in the bin still joins those on
either side of it, but is no version any more.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import Select, bindparam, func, or_
from sqlalchemy import select as columns
from sqlmodel import Session

from caseboard.model import addresses
from caseboard.model.clip import Clip
from caseboard.model.ids import CaseId, ClipId
from caseboard.model.terms import ClipState, Hollow
from caseboard.store.columns import table_of

_CLIP = table_of(Clip).c

# Few clips have an earlier version, and an index holds all that is asked of them here: it is read
# once, where a look at each clip would walk through its text to the columns behind.
_TIED = (
    columns(_CLIP.id, _CLIP.earlier_id, _CLIP.deleted, _CLIP.hollow, _CLIP.state)
    .where(_CLIP.earlier_id > "")
    .cte("tied")
    .prefix_with("MATERIALIZED")
)


def _superseded() -> Select[str]:
    told = (
        _TIED.c.deleted.is_(None),
        _TIED.c.hollow.is_(None),
        _TIED.c.state == ClipState.READY,
    )
    old = columns(_TIED.c.earlier_id.label("id")).where(*told).cte("old", recursive=True)
    before = columns(_TIED.c.earlier_id).join_from(old, _TIED, _TIED.c.id == old.c.id)
    return columns(old.union(before).c.id)


SUPERSEDED = _superseded()
"""The ids of clips that lists leave out: a later version of their page is there to see.

A version that came out hollow, or could not be read, takes no other's place.
"""


LATER: Select[str] = columns(_TIED.c.id)
"""The ids of clips that are not the first version of their page."""


def _numbers() -> Select[str, int]:
    wanted = columns(func.json_each(bindparam("wanted")).table_valued("value").c.value)
    head = columns(_TIED.c.id.label("head"), _TIED.c.id.label("id")).where(_TIED.c.id.in_(wanted))
    line = head.cte("line", recursive=True)
    before = columns(line.c.head, _TIED.c.earlier_id).join_from(
        line, _TIED, _TIED.c.id == line.c.id
    )
    line = line.union(before)
    return (
        columns(line.c.head, func.count())
        .join_from(line, table_of(Clip), _CLIP.id == line.c.id)
        .where(_CLIP.deleted.is_(None))
        .group_by(line.c.head)
    )


NUMBERS = _numbers()
"""Which version each clip of the JSON list `wanted` is, for those that are not the first."""


@dataclass(frozen=True, slots=True)
class Version:
    """One living version of a page."""

    id: ClipId
    ref: str
    number: int
    """Counted from 1, the oldest."""
    title: str
    captured: datetime
    state: ClipState
    hollow: Hollow | None


def earlier_of_url(
    session: Session, case_id: CaseId, url: str, *, besides: ClipId | None = None
) -> ClipId | None:
    """The newest living clip of a case that was taken from this address; None for a new one.

    `besides` is a clip that is not looked at: the one whose earlier versions are wanted.
    An address asked for counts before one that others led to; the front page of a site, where
    many addresses end that are gone, counts only where it was asked for.
    """
    address = addresses.normal(url)
    if not address:
        return None
    host = address.split("/")[2].partition(":")[0]
    here = or_(
        _CLIP.url_asked.contains(host, autoescape=True),
        _CLIP.url_reached.contains(host, autoescape=True),
    )
    query = (
        columns(_CLIP.id, _CLIP.url_asked, _CLIP.url_reached)
        .where(_CLIP.case_id == case_id, _CLIP.deleted.is_(None), here, _CLIP.id != (besides or ""))
        .order_by(_CLIP.captured.desc(), _CLIP.ref.desc())
    )
    led_to = None
    for clip_id, asked, reached in session.connection().execute(query):
        if addresses.normal(asked) == address:
            return newest(session, clip_id)
        is_there = addresses.normal(reached) == address and not addresses.is_front_page(url)
        led_to = led_to or (clip_id if is_there else None)
    return newest(session, led_to) if led_to else None


def chain(session: Session, clip_id: ClipId) -> list[Version]:
    """Every living version of the page that `clip_id` is one of, oldest first."""
    ids = _line(session, clip_id)
    query = columns(
        _CLIP.id, _CLIP.ref, _CLIP.title, _CLIP.captured, _CLIP.state, _CLIP.hollow
    ).where(_CLIP.id.in_(ids), _CLIP.deleted.is_(None))
    rows = {row[0]: tuple(row[1:]) for row in session.connection().execute(query)}
    living = [each for each in ids if each in rows]
    return [
        Version(each, rows[each][0], number, *rows[each][1:])
        for number, each in enumerate(living, start=1)
    ]


def newest(session: Session, clip_id: ClipId) -> ClipId:
    """The newest living version of a living clip's page."""
    return chain(session, clip_id)[-1].id


def heirs(session: Session, gone: Iterable[str]) -> dict[str, ClipId]:
    """For those of these clips that gave way to a later version: the newest, by their ids."""
    older = {row[0] for row in session.connection().execute(SUPERSEDED)}
    return {each: newest(session, ClipId(each)) for each in gone if each in older}


def doubled(session: Session, named: Collection[tuple[str, ClipId]]) -> set[tuple[str, ClipId]]:
    """Of what clips name (an id and the clip): what an older version names and a later one too.

    Tags are carried over: counted on both they would count twice.
    """
    older = {row[0] for row in session.connection().execute(SUPERSEDED)}
    there = set(named)
    found = set()
    for what, clip_id in there:
        if clip_id in older:
            line = [version.id for version in chain(session, clip_id)]
            later = line[line.index(clip_id) + 1 :]
            if any((what, each) in there for each in later):
                found.add((what, clip_id))
    return found


def _line(session: Session, clip_id: ClipId) -> list[ClipId]:
    """Every version of a page, binned ones too, oldest first."""
    before: dict[ClipId, ClipId] = {row[0]: row[1] for row in session.connection().execute(_PAIRS)}
    after: dict[ClipId, list[ClipId]] = {}
    for later, earlier in before.items():
        after.setdefault(earlier, []).append(later)
    line = [clip_id]
    while line[0] in before:
        line.insert(0, before[line[0]])
    for each in line:
        line += [later for later in sorted(after.get(each, ())) if later not in line]
    return line


_PAIRS = columns(_CLIP.id, _CLIP.earlier_id).where(_CLIP.earlier_id > "")
