"""Reading the units of a case: the tree of formations, and all that is known of one of them."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from sqlalchemy import func
from sqlalchemy import select as columns
from sqlmodel import Session, col, select

from caseboard.model.claim import ClaimUnit, Report
from caseboard.model.clip import Anchor, Clip
from caseboard.model.entities import Location, Position, Source, Unit
from caseboard.model.ids import AnchorId, CaseId
from caseboard.model.refs import short
from caseboard.model.terms import Credibility, Reliability
from caseboard.store import case_units, entities
from caseboard.store.entities import Mention


@dataclass(frozen=True, slots=True)
class UnitLine:
    """A unit of the tree, and how often the case speaks of it."""

    id: str
    unit: Unit
    mentions: int = 0
    clips: int = 0
    positions: int = 0


@dataclass(frozen=True, slots=True)
class Stand:
    """A position of a unit, with the place in a clip it rests on."""

    position: Position
    place: Location | None
    anchor: Anchor
    clip_id: str
    clip_ref: str
    clip_title: str
    reliability: Reliability | None
    """Of who published the clip; None where that is not known."""
    credibility: Credibility | None
    """Of the report that rests on the same place in the clip, if there is one."""

    @property
    def grade(self) -> str:
        """Such as `B2` (AJP-2.1); only the letter where no report is graded."""
        letter = self.reliability.value if self.reliability else ""
        return f"{letter}{self.credibility.value if self.credibility else ''}"


@dataclass(frozen=True, slots=True)
class UnitPage:
    """One unit with all the case says of it."""

    unit: Unit
    parent: Unit | None
    stands: Sequence[Stand]
    mentions: Sequence[Mention]
    is_own: bool
    """Whether the case names it; others are there for the formations they belong to."""

    @property
    def places(self) -> list[Location]:
        """Where it was, each place once, the latest first."""
        found = [stand.place for stand in reversed(self.stands) if stand.place is not None]
        return list({place.id: place for place in found}.values())


def lines(session: Session, case_id: CaseId, *, whole: bool = False) -> list[UnitLine]:
    """Every unit of a case, or of the `whole` library, in the order they stand under parents."""
    query = select(Unit).where(col(Unit.deleted).is_(None))
    units = session.exec(query.order_by(col(Unit.ordinal), func.lower(Unit.name), col(Unit.id)))
    wanted = None if whole else case_units.ids(session, case_id)
    found = [unit for unit in units if wanted is None or unit.id in wanted]
    counts = entities.rows(session, Unit, case_id, [unit.id for unit in found])
    stood = _stood(session, case_id)
    return [
        UnitLine(
            unit.id, unit, counts[unit.id].mentions, counts[unit.id].clips, stood.get(unit.id, 0)
        )
        for unit in found
    ]


def page(session: Session, case_id: CaseId, unit_id: str) -> UnitPage | None:
    """Everything about one of them; None where it has gone."""
    unit = session.get(Unit, unit_id)
    if unit is None or unit.deleted is not None:
        return None
    parent = session.get(Unit, unit.parent_id) if unit.parent_id else None
    return UnitPage(
        unit,
        parent,
        _stands(session, case_id, unit_id),
        entities.mentions(session, Unit, case_id, unit_id),
        unit_id in case_units.named(session, case_id),
    )


def _stood(session: Session, case_id: CaseId) -> Mapping[str, int]:
    query = (
        columns(col(Position.unit_id), func.count())
        .where(col(Position.case_id) == case_id, col(Position.deleted).is_(None))
        .group_by(col(Position.unit_id))
    )
    return {row[0]: row[1] for row in session.execute(query)}


def _stands(session: Session, case_id: CaseId, unit_id: str) -> list[Stand]:
    query = (
        columns(Position, Anchor, Clip, Location, Source)
        .join(Anchor, col(Anchor.id) == col(Position.anchor_id))
        .join(Clip, col(Clip.id) == col(Anchor.clip_id))
        .join(Location, col(Location.id) == col(Position.location_id), isouter=True)
        .join(Source, col(Source.id) == col(Clip.source_id), isouter=True)
        .where(
            col(Position.case_id) == case_id,
            col(Position.unit_id) == unit_id,
            col(Position.deleted).is_(None),
            col(Clip.deleted).is_(None),
        )
        .order_by(col(Position.interval), col(Position.id))
    )
    rows = [tuple(row) for row in session.execute(query)]
    graded = _graded(session, [anchor.id for _position, anchor, *_rest in rows])
    return [
        Stand(
            position,
            place,
            anchor,
            clip.id,
            short(clip.ref),
            clip.title,
            source.reliability if source else None,
            graded.get(anchor.id),
        )
        for position, anchor, clip, place, source in rows
    ]


def _graded(session: Session, anchor_ids: Sequence[AnchorId]) -> Mapping[str, Credibility]:
    query = columns(col(Report.anchor_id), col(Report.credibility)).where(
        col(Report.anchor_id).in_(anchor_ids), col(Report.deleted).is_(None)
    )
    rows = session.execute(query.order_by(col(Report.id).desc()))  # the first that was made stays
    return {row[0]: row[1] for row in rows}


def passages(session: Session, case_id: CaseId, unit_id: str) -> list[Mention]:
    """What a position of a unit may rest on: words that name it, and reports of claims about it."""
    query = (
        columns(col(Clip.id), col(Clip.ref), col(Clip.title), col(Anchor.id), col(Anchor.exact))
        .join(Anchor, col(Anchor.clip_id) == col(Clip.id))
        .join(Report, col(Report.anchor_id) == col(Anchor.id))
        .join(ClaimUnit, col(ClaimUnit.claim_id) == col(Report.claim_id))
        .where(
            col(ClaimUnit.unit_id) == unit_id,
            col(Clip.case_id) == case_id,
            *(col(model.deleted).is_(None) for model in (Clip, Anchor, Report)),
        )
        .order_by(col(Clip.ref), col(Anchor.start))
    )
    found = entities.mentions(session, Unit, case_id, unit_id)
    found += [Mention(*row) for row in session.execute(query)]
    return list({each.anchor_id: each for each in found}.values())


def anchor(session: Session, anchor_id: str) -> Anchor | None:
    """A place in a clip."""
    return session.get(Anchor, anchor_id)
