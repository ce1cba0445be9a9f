"""Units: who is fighting, and where they were said to be."""

import math

from caseboard.briefing.blocks import (
    Block,
    Cell,
    Column,
    Emblem,
    Paragraph,
    Role,
    Row,
    Run,
    Runs,
    Table,
    Tone,
    plain,
)
from caseboard.briefing.making import Making
from caseboard.briefing.words import country, distance, grade, term
from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.clip import Clip
from caseboard.model.entities import Location, Position, Unit
from caseboard.model.terms import UnitStatus

_EMBLEM = 0.1
"""The share of the column of symbols."""
_HIGH = 18.0
"""Pixels that a symbol's frame is high."""
_DEGREE = 111_320.0
"""Metres in a degree of latitude."""
_REGION = 20_000.0
"""Metres: a named place meant no closer than this is known by its name alone."""


def made(making: Making) -> tuple[Block, ...]:
    """A row for each unit; the column of positions only where there is one."""
    units = making.dossier.units
    if not units:
        return ()
    placed = any(unit.id in making.index.positions for unit in units)
    emblems = {unit.id: emblem for unit in units if (emblem := _emblem(making, unit))}
    rows = (_row(making, unit, placed=placed) for unit in units)
    if emblems:
        symbols = (Cell((emblems[unit.id],) if unit.id in emblems else ()) for unit in units)
        cells = ((symbol, *row.cells) for symbol, row in zip(symbols, rows, strict=True))
        rows = (Row(each) for each in cells)
    table = Table(_columns(placed=placed, with_emblems=bool(emblems)), tuple(rows))
    return (table, *coarsening(making))


def _columns(*, placed: bool, with_emblems: bool) -> tuple[Column, ...]:
    labels = [_("Unit"), _("Side"), _("Echelon, branch"), _("Position")]
    shares = [0.36, 0.17, 0.18, 0.29] if placed else [0.5, 0.24, 0.26]
    if with_emblems:
        labels.insert(0, _("Symbol"))
        shares = [_EMBLEM, *(share * (1 - _EMBLEM) for share in shares)]
    return tuple(Column(label, share) for label, share in zip(labels, shares, strict=False))


def _emblem(making: Making, unit: Unit) -> Emblem | None:
    """Its symbol (APP-6), where there is a code and someone who draws it."""
    symbols = making.map_stuff.symbols if making.map_stuff else None
    picture = symbols.picture(unit.sidc, _HIGH) if symbols and unit.sidc else None
    return Emblem(picture.svg, picture.width, picture.height) if picture else None


def coarsening(making: Making) -> tuple[Paragraph, ...]:
    """What is told where positions are known better than they are printed."""
    if not making.coarsened:
        return ()
    names = sorted(
        _("{unit} ({distance})").format(unit=unit.name, distance=distance(unit.release_m))
        for unit in making.dossier.units
        if unit.id in making.coarsened
    )
    said = _("Positions are printed coarser than they are known: {units}.")
    return (plain(said.format(units=", ".join(names)), Role.SMALL),)


def _row(making: Making, unit: Unit, *, placed: bool) -> Row:
    side = ", ".join(part for part in (country(unit.country), term(unit.side)) if part)
    known = [term(value) for value in (unit.echelon, unit.branch) if value.value != "unknown"]
    cells = [
        Cell(_name(unit)),
        Cell((plain(side, Role.TABLE),)),
        Cell((plain(", ".join(known) or _("unknown"), Role.TABLE),)),
    ]
    if placed:
        positions = making.index.positions.get(unit.id, [])
        cells.append(Cell(tuple(_position(making, position) for position in positions)))
    return Row(tuple(cells))


def _name(unit: Unit) -> tuple[Paragraph, ...]:
    """What it is called, that nobody knows which it is, or that it is only expected there."""
    lines = [Paragraph((Run(unit.name, bold=True),), Role.TABLE)]
    others = dict.fromkeys(part for part in (unit.designation, *unit.aliases) if part)
    if others:
        lines.append(Paragraph((Run(" · ".join(others), tone=Tone.MUTED),), Role.SMALL))
    told = [] if unit.is_identified else [_("not identified")]
    told += [_("planned or expected")] if unit.status is UnitStatus.PLANNED else []
    if told:
        lines.append(Paragraph((Run(", ".join(told), bold=True, tone=Tone.WARN),), Role.SMALL))
    return tuple(lines)


def _position(making: Making, position: Position) -> Paragraph:
    where = _place(making, position)
    if position.bearing:
        told = _("{bearing}: {place}")
        where = told.format(bearing=position.bearing, place=where)
    runs = [Run(where)]
    if position.interval:
        runs.append(Run(f", {moments.show(position.interval)}"))
    clip = making.index.clip_of(position.anchor_id)
    if clip is not None:
        runs += [Run(" "), making.citations.cite(clip), *_whose(making, position, clip)]
    return Paragraph(tuple(runs), Role.TABLE)


def _whose(making: Making, position: Position, clip: Clip) -> Runs:
    """Who says so, graded: a claimant of the same words, else whoever published them."""
    for report in making.index.reports_at.get(position.anchor_id, []):
        claimant = making.index.sources.get(report.claimant_id)
        if claimant is not None:
            letters = grade(claimant.reliability, report.credibility)
            return (Run(f" {claimant.name}\u00a0"), Run(letters, bold=True))
    outlet = making.index.sources.get(clip.source_id or "")
    if outlet is None:
        return ()
    return (Run(f" {outlet.name}\u00a0"), Run(outlet.reliability.value, bold=True))


def _place(making: Making, position: Position) -> str:
    """`Kupiansk (49.71, 37.62) ± 2 km`: no digit more than is known."""
    location = making.index.locations.get(position.location_id or "")
    name = "" if location is None else location.name
    off = _precision(position, location)
    place = name
    if position.lat is not None and position.lon is not None and not (name and _vague(off)):
        point = _point(position.lat, position.lon, off)
        place = f"{name} ({point})" if name else point
    if off is not None:
        place = _("{place} ± {distance}").format(place=place, distance=distance(off))
    return place or _("unknown")


def _precision(position: Position, location: Location | None) -> float | None:
    if position.precision_m is not None or location is None:
        return position.precision_m
    return location.precision_m


def _vague(off: float | None) -> bool:
    return off is not None and off >= _REGION


def _point(lat: float, lon: float, off: float | None) -> str:
    """Degrees to the digit that the precision allows; to four where it is not known."""
    digits = 4 if not off else min(max(math.ceil(math.log10(_DEGREE / off)), 0), 5)
    return f"{lat:.{digits}f}, {lon:.{digits}f}"
