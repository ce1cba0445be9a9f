"""Units and the order they stand in: taking in, changing, moving under others, removing."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from sqlmodel import Session, col, func, select

from caseboard.commands.editing import Bin, Edit, living
from caseboard.errors import CaseError
from caseboard.i18n import _, ngettext
from caseboard.mapping import sidc
from caseboard.mapping.sidc import Meaning
from caseboard.model.clip import Anchor, Clip, Tag
from caseboard.model.entities import Position, Unit
from caseboard.model.ids import CaseId, UnitId

SAID = ("side", "echelon", "branch", "status")
"""What a symbol code says too."""


@dataclass(frozen=True, slots=True)
class AddUnit:
    """Take in a unit, last among those of its parent; returns its id."""

    case_id: CaseId | None
    unit: Unit

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Add {name}").format(name=self.unit.name)

    def do(self, session: Session) -> UnitId:
        """Take it in; raises `CaseError` for what no unit can be."""
        values = self.unit.model_dump()
        _check(session, self.unit.id, values)
        values["ordinal"] = _last(session, self.unit.parent_id) + 1
        session.add(Unit(**values))
        return self.unit.id


@dataclass(frozen=True, slots=True)
class ChangeUnit:
    """Set fields of a unit; what a symbol code says of it follows, and the code follows the rest.

    Of a code that has been set, all stays that the changes do not speak of.
    """

    case_id: CaseId | None
    unit_id: UnitId
    changes: Mapping[str, Any]
    name: str
    """For the journal."""

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Edit {name}").format(name=self.name)

    def do(self, session: Session) -> None:
        """Set what differs; raises `CaseError` for what no unit can be."""
        unit: Unit = living(session, Unit, self.unit_id)
        changes = dict(self.changes)
        _check(session, self.unit_id, changes)
        if changes.get("sidc", unit.sidc) != unit.sidc:
            changes = _said(changes["sidc"]) | changes
        elif unit.sidc and any(changes.get(f, getattr(unit, f)) != getattr(unit, f) for f in SAID):
            changes["sidc"] = _fitted(unit, changes)
        Edit(Unit, self.unit_id, changes, self.label, self.case_id).do(session)


@dataclass(frozen=True, slots=True)
class MoveUnits:
    """Put units under a parent, before another of its units or at the end."""

    case_id: CaseId | None
    unit_ids: Sequence[UnitId]
    parent_id: UnitId | None
    before: UnitId | None = None

    @property
    def label(self) -> str:
        """What the journal says."""
        return ngettext("Move {n} unit", "Move {n} units", len(self.unit_ids))

    def do(self, session: Session) -> None:
        """Number all of the parent's units anew; refuses what would make a circle."""
        moved = [living(session, Unit, unit_id) for unit_id in self.unit_ids]
        for unit in moved:
            _check_parent(session, unit.id, self.parent_id)
        others = [unit for unit in _parts(session, self.parent_id) if unit not in moved]
        place = next((i for i, unit in enumerate(others) if unit.id == self.before), len(others))
        for ordinal, unit in enumerate([*others[:place], *moved, *others[place:]], 1):
            if unit in moved and unit.parent_id != self.parent_id:
                unit.parent_id = self.parent_id
            if unit.ordinal != ordinal:
                unit.ordinal = ordinal


@dataclass(frozen=True, slots=True)
class RemoveUnit:
    """Move a unit that nothing speaks of to the bin; its parts come under its parent."""

    case_id: CaseId | None
    unit_id: UnitId

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Remove unit")

    def do(self, session: Session) -> None:
        """Raises `CaseError` where clips name it or positions are its own, in any case."""
        unit: Unit = living(session, Unit, self.unit_id)
        clips, positions = _clips(session, self.unit_id), _positions(session, self.unit_id)
        if clips or positions:
            raise CaseError(
                _("{name} is still spoken of: {clips}, {positions}.").format(
                    name=unit.name,
                    clips=ngettext("{n} clip", "{n} clips", clips),
                    positions=ngettext("{n} position", "{n} positions", positions),
                ),
                _("Remove those tags and positions first."),
            )
        for part in _parts(session, unit.id):
            part.parent_id = unit.parent_id
        Bin(Unit, frozenset({self.unit_id}), self.label, self.case_id).do(session)


def _said(code: str) -> dict[str, Any]:
    meaning = sidc.read(code)
    if meaning is None:
        return {}
    return {name: getattr(meaning, name) for name in SAID}


def _fitted(unit: Unit, changes: Mapping[str, Any]) -> str:
    now = sidc.read(unit.sidc)
    wanted = {name: changes.get(name, getattr(unit, name)) for name in SAID}
    return sidc.fitted(
        unit.sidc, Meaning(**wanted, is_headquarters=bool(now and now.is_headquarters))
    )


def _check(session: Session, unit_id: UnitId, changes: Mapping[str, Any]) -> None:
    if not changes.get("name", "-").strip():
        raise CaseError(_("A name is needed."))
    code = changes.get("sidc", "")
    if code and not sidc.is_code(code):
        raise CaseError(
            _("“{code}” is no symbol code of a land unit.").format(code=code),
            _("It has 20 digits (APP-6 D), the fifth and sixth of them 10."),
        )
    release = changes.get("release_m", 0.0)
    if not (math.isfinite(release) and 0 <= release <= 1e6):
        raise CaseError(_("Positions are coarsened to 0 to 1,000 km."))
    if changes.get("parent_id"):
        _check_parent(session, unit_id, changes["parent_id"])


def _check_parent(session: Session, unit_id: UnitId, parent_id: UnitId | None) -> None:
    above, seen = parent_id, set()
    while above is not None and above not in seen:
        if above == unit_id:
            raise CaseError(
                _("A unit cannot be part of itself."),
                _("Move the other one out of it first."),
            )
        seen.add(above)
        parent: Unit = living(session, Unit, above) if above == parent_id else _any(session, above)
        above = parent.parent_id


def _any(session: Session, unit_id: UnitId) -> Unit:
    found = session.get(Unit, unit_id)
    assert found is not None  # noqa: S101  a foreign key
    return found


def _parts(session: Session, parent_id: UnitId | None) -> list[Unit]:
    query = select(Unit).where(col(Unit.parent_id) == parent_id, col(Unit.deleted).is_(None))
    return list(
        session.exec(query.order_by(col(Unit.ordinal), func.lower(Unit.name), col(Unit.id)))
    )


def _last(session: Session, parent_id: UnitId | None) -> int:
    query = select(func.max(Unit.ordinal)).where(
        col(Unit.parent_id) == parent_id, col(Unit.deleted).is_(None)
    )
    return session.exec(query).one() or 0


def _clips(session: Session, unit_id: UnitId) -> int:
    query = (
        select(func.count(func.distinct(Clip.id)))
        .join(Anchor, col(Anchor.clip_id) == col(Clip.id))
        .join(Tag, col(Tag.anchor_id) == col(Anchor.id))
        .where(
            Tag.unit_id == unit_id,
            *(col(model.deleted).is_(None) for model in (Clip, Anchor, Tag)),
        )
    )
    return session.exec(query).one()


def _positions(session: Session, unit_id: UnitId) -> int:
    query = select(func.count()).select_from(Position)
    query = query.where(Position.unit_id == unit_id, col(Position.deleted).is_(None))
    return session.exec(query).one()
