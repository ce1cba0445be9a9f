"""Which units belong to a case: those it names, and the formations they are part of and lead."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from caseboard.model.claim import Claim, ClaimUnit
from caseboard.model.clip import Anchor, Clip, Tag
from caseboard.model.entities import Position, Unit
from caseboard.model.ids import CaseId


def have_codes(session: Session) -> bool:
    """Whether any living unit has the code of a symbol."""
    query = select(Unit.id).where(Unit.sidc != "", col(Unit.deleted).is_(None))
    return session.exec(query.limit(1)).first() is not None


def named(session: Session, case_id: CaseId) -> set[str]:
    """Units that tags, claims or positions of the case name."""
    tagged = (
        select(Tag.unit_id)
        .join(Anchor, col(Tag.anchor_id) == col(Anchor.id))
        .join(Clip, col(Anchor.clip_id) == col(Clip.id))
        .where(
            Clip.case_id == case_id,
            col(Clip.deleted).is_(None),
            col(Anchor.deleted).is_(None),
            col(Tag.deleted).is_(None),
        )
    )
    claimed = (
        select(ClaimUnit.unit_id)
        .join(Claim, col(Claim.id) == col(ClaimUnit.claim_id))
        .where(Claim.case_id == case_id, col(Claim.deleted).is_(None))
    )
    placed = select(Position.unit_id).where(
        Position.case_id == case_id, col(Position.deleted).is_(None)
    )
    found = {each for query in (tagged, claimed, placed) for each in session.exec(query)}
    return {each for each in found if each is not None}


def ids(session: Session, case_id: CaseId) -> set[str]:
    """The living ones among those named, with all they are part of and all that is part of them."""
    query = columns(col(Unit.id), col(Unit.parent_id)).where(col(Unit.deleted).is_(None))
    parents = {row[0]: row[1] for row in session.execute(query)}
    return around(parents, named(session, case_id) & parents.keys())


def around(parents: Mapping[str, str | None], own: Iterable[str]) -> set[str]:
    """`own`, with their ancestors and the descendants of `own`, for living units by their parent.

    Safe where a chain of parents leads in a circle.
    """
    parts: defaultdict[str, list[str]] = defaultdict(list)
    for row_id, parent_id in parents.items():
        if parent_id is not None:
            parts[parent_id].append(row_id)
    found = set(own)
    rest = list(found)
    while rest:
        below = [each for each in parts[rest.pop()] if each not in found]
        found.update(below)
        rest += below
    for row_id in list(found):
        above = parents.get(row_id)
        while above is not None and above in parents and above not in found:
            found.add(above)
            above = parents[above]
    return found
