"""`caseboard map` and `caseboard places`: where things of a case are, for others to look at."""

import argparse
import asyncio
import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from caseboard.analysis import as_of, releasing, spot_times, spots
from caseboard.cli import finding
from caseboard.cli.printing import out
from caseboard.commands import exporting_places, map_pictures, outgoing
from caseboard.commands.map_pictures import Form, Told
from caseboard.commands.overlaying import Laid
from caseboard.errors import CaseError
from caseboard.i18n import _, spoken
from caseboard.mapping import compose, coordinates, framing, look, options
from caseboard.mapping.content import Content, Overlay
from caseboard.mapping.view import Bounds, View, fitting
from caseboard.model import moments
from caseboard.model.case import Case
from caseboard.model.dossier import Dossier
from caseboard.model.entities import names_of
from caseboard.model.refs import short
from caseboard.model.spots import Spot
from caseboard.store import dossiers
from caseboard.store.library import Library
from caseboard.tagging.gazetteer.gazetteer import shipped

_LOOKS = {"light": look.LIGHT, "dark": look.DARK, "print": look.PRINT}
_SIZE = re.compile(r"(\d{2,5})[x×](\d{2,5})", re.ASCII)
_NUMBER = r"\s*(-?\d{1,3}(?:\.\d+)?)\s*"
_EDGES = re.compile(",".join([_NUMBER] * 4), re.ASCII)
_MOST = 10_000
_POINT_M = 2_000.0
"""Metres about a position whose name says nothing of how large it is."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """What was asked for, read."""

    form: Form
    size: tuple[int, int]
    moment: datetime | None
    extent: str
    theme: str
    grid: options.Grid

    @classmethod
    def of(cls, asked: argparse.Namespace) -> "_Wanted":
        return cls(
            map_pictures.form_of(asked.output),
            _size(asked.size),
            _moment(asked.as_of),
            asked.extent.strip(),
            asked.theme,
            options.Grid(asked.grid),
        )


async def map_(asked: argparse.Namespace, library: Library) -> int:
    """Draw the map of a case."""
    case = finding.case_of(library, asked.case)
    out(await draw(asked, library, case), as_json=asked.json)
    return 0


async def places(asked: argparse.Namespace, library: Library) -> int:
    """Write out where things of a case are."""
    case = finding.case_of(library, asked.case)
    out(await write_places(asked, library, case), as_json=asked.json)
    return 0


async def draw(asked: argparse.Namespace, library: Library, case: Case) -> dict[str, Any]:
    """Write the picture that was asked for; raises `CaseError` where that cannot be."""
    wanted = _Wanted.of(asked)
    dossier = library.database.read_now(dossiers.read, case.id)
    if asked.release:
        dossier = releasing.released(dossier).dossier
    laid = library.database.read_now(map_pictures.layers, case.id)
    chosen = _layers(laid, asked.layers, wanted.moment)
    found = spots.of(dossier)
    if wanted.moment is not None:
        found = as_of.by(found, dossier, wanted.moment)

    def work() -> tuple[bytes, View]:
        with map_pictures.stuff(library.files, chosen) as stuff:
            view = _view(wanted, dossier, found, stuff.overlays)
            scene = compose.compose(
                view,
                Content(found, stuff.overlays),
                stuff.ground(),
                _LOOKS[wanted.theme],
                options.Options(
                    language=spoken(),
                    grid=wanted.grid,
                    with_legend=True,
                    symbols=stuff.symbols,
                ),
            )
            return map_pictures.drawn(scene, wanted.form, Told(case.title, dossier.as_of)), view

    picture, view = await asyncio.to_thread(work)
    outgoing.put(asked.output, picture)
    box = view.bounds()
    edges = [round(each, 4) for each in (box.west, box.south, box.east, box.north)]
    return {"file": str(asked.output), "bytes": len(picture), "extent": edges}


async def write_places(asked: argparse.Namespace, library: Library, case: Case) -> dict[str, Any]:
    """Write the places that were asked for; raises `CaseError` where that cannot be."""
    kinds = exporting_places.kinds_of(asked.only)
    count = await exporting_places.export(
        library, case.id, asked.output, kinds, is_released=asked.release
    )
    size = asked.output.stat().st_size
    return {"file": str(asked.output), "bytes": size, "features": count}


def _layers(laid: Sequence[Laid], asked: str, moment: datetime | None) -> list[Laid]:
    """Those named, else of those switched on the ones that hold at that moment."""
    named = {part.strip().upper() for part in asked.split(",") if part.strip()}
    if named == {"NONE"}:
        return []
    if named and named != {"ALL"}:
        refs = {name: each for each in laid for name in _names(each)}
        missing = sorted(named - refs.keys())
        if missing:
            raise CaseError(
                _("There is no layer {ref} in this case.").format(ref=missing[0]),
                _("Name layers by their refs, as in L1,L2, or say all or none."),
            )
        wanted = {refs[name].layer.id for name in named}
        return [each for each in laid if each.layer.id in wanted]
    there = {layer.id for layer in spot_times.holding([each.layer for each in laid], moment)}
    shown = [each for each in laid if named or each.layer.is_shown]
    return [each for each in shown if each.layer.id in there]


def _names(laid: Laid) -> tuple[str, str]:
    return laid.layer.ref.upper(), short(laid.layer.ref).upper()


def _view(
    wanted: _Wanted, dossier: Dossier, found: Sequence[Spot], overlays: Sequence[Overlay]
) -> View:
    if wanted.extent:
        return fitting(_extent(wanted.extent, dossier), *wanted.size, margin=0.0)
    bounds = framing.framed(found, overlays)
    if bounds is None:
        raise CaseError(
            _("Nothing in this case is known to be anywhere."),
            _("Say what to show: --extent Kupiansk, or --extent 37.3,49.5,38.0,49.9."),
        )
    return fitting(bounds, *wanted.size)


def _extent(text: str, dossier: Dossier) -> Bounds:
    """The edges, else the place of the case, the position or the place of the world it names."""
    if edges := _EDGES.fullmatch(text):
        return _box(*map(float, edges.groups()))
    wanted = text.casefold()
    for place in dossier.locations:
        named = wanted in {name.casefold() for name in names_of(place)}
        if named and place.lat is not None and place.lon is not None:
            return framing.about(place.lat, place.lon, place.precision_m or _POINT_M)
    try:
        point = coordinates.parse(text)
        return framing.about(point.lat, point.lon, _POINT_M)
    except CaseError:
        known = next(iter(shipped().lookup(text)), None)
    if known is None:
        raise CaseError(
            _("There is no place {name}.").format(name=text),
            _("Name a place or a position, or give four edges: west,south,east,north."),
        )
    return framing.about(known.lat, known.lon, known.precision_m)


def _box(west: float, south: float, east: float, north: float) -> Bounds:
    is_inside = min(west, east) >= -180 and max(west, east) <= 180
    if not is_inside or west >= east or not -90 <= south < north <= 90:
        raise CaseError(
            _("These edges bound no map."),
            _("Give them in degrees, in this order: west,south,east,north."),
        )
    return Bounds(west, south, east, north)


def _size(text: str) -> tuple[int, int]:
    found = _SIZE.fullmatch(text.strip())
    size = (int(found[1]), int(found[2])) if found else (0, 0)
    if found is None or max(size) > _MOST or min(size) < 100:
        raise CaseError(
            _("{text} is no size of a map.").format(text=text),
            _("Give width and height in pixels, from 100 to 10 000: --size 1200x800."),
        )
    return size


def _moment(text: str) -> datetime | None:
    """The end of what was written; None where nothing was. Raises `CaseError`."""
    return moments.read(text).end if text else None
