"""Units: who is fighting, and where they were said to be."""

from caseboard.briefing.blocks import (
    Block,
    Cell,
    Column,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
    Tone,
    plain,
)
from caseboard.briefing.making import Making
from caseboard.briefing.words import term
from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.entities import Position, Unit


def made(making: Making) -> tuple[Block, ...]:
    """A row for each unit; the column of positions only where there is one."""
    units = making.dossier.units
    if not units:
        return ()
    placed = any(unit.id in making.index.positions for unit in units)
    shares = (0.34, 0.11, 0.13, 0.16, 0.26) if placed else (0.46, 0.16, 0.16, 0.22)
    labels = [_("Unit"), _("Side"), _("Echelon"), _("Branch"), _("Position")]
    columns = tuple(Column(label, share) for label, share in zip(labels, shares, strict=False))
    return (Table(columns, tuple(_row(making, unit, placed=placed) for unit in units)),)


def _row(making: Making, unit: Unit, *, placed: bool) -> Row:
    cells = [
        Cell(_name(unit)),
        *(Cell((plain(term(value), Role.TABLE),)) for value in (unit.side, unit.echelon)),
        Cell((plain(term(unit.branch), Role.TABLE),)),
    ]
    if placed:
        positions = making.index.positions.get(unit.id, [])
        cells.append(Cell(tuple(_position(making, position) for position in positions)))
    return Row(tuple(cells))


def _name(unit: Unit) -> tuple[Paragraph, ...]:
    name = Paragraph((Run(unit.name, bold=True),), Role.TABLE)
    others = [*([unit.designation] if unit.designation else []), *unit.aliases]
    if not others:
        return (name,)
    return name, Paragraph((Run(" · ".join(others), tone=Tone.MUTED),), Role.SMALL)


def _position(making: Making, position: Position) -> Paragraph:
    runs = [Run(_place(making, position))]
    if position.interval:
        runs.append(Run(f", {moments.show(position.interval)}"))
    clip = making.index.clip_of(position.anchor_id)
    if clip is not None:
        runs += [Run(" "), making.citations.cite(clip)]
    return Paragraph(tuple(runs), Role.TABLE)


def _place(making: Making, position: Position) -> str:
    location = making.index.locations.get(position.location_id or "")
    place = "" if location is None else location.name
    if position.lat is not None and position.lon is not None:
        point = f"{position.lat:.4f}, {position.lon:.4f}"
        place = f"{place} ({point})" if place else point
    if position.precision_m is not None:
        place = _("{place} ± {metres} m").format(place=place, metres=round(position.precision_m))
    return place or _("unknown")
