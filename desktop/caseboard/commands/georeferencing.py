"""Saying where a picture lies on the ground, point by point.

What rests on the points moves with them: areas that were traced, and the picture on the map.
"""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass, replace

from sqlmodel import Session

from caseboard.commands.editing import living
from caseboard.commands.history import History
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.mapping import degrees, tracing
from caseboard.mapping.georeferencing import ControlPoint, Fit, fit, missing, points_of
from caseboard.mapping.view import Bounds
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.ids import CaseId, FileId, GeoreferenceId, LayerId
from caseboard.model.refs import short
from caseboard.model.terms import GeoreferenceKind
from caseboard.model.work import Georeference, Layer
from caseboard.store import georeferences
from caseboard.store.files import FileStore
from caseboard.store.georeferences import Resting
from caseboard.store.library import Library

MOST = 200
"""Points of one picture."""


@dataclass(frozen=True, slots=True)
class Redrawn:
    """A layer that rests on a georeference, as it is with other points."""

    layer_id: LayerId
    bounds: Bounds
    error_m: float | None
    features: str = ""
    """SHA-256 of its GeoJSON; empty for a picture."""


@dataclass(frozen=True, slots=True)
class SaveGeoreference:
    """Set which points of a picture lie where; returns the georeference's id.

    Without any points there is none left. `label` says what was done, in the user's words.
    """

    case_id: CaseId
    file_id: FileId
    kind: GeoreferenceKind
    points: tuple[ControlPoint, ...]
    label: str
    redrawn: tuple[Redrawn, ...] = ()
    """The layers that rest on it, as they are with these points."""

    def do(self, session: Session) -> GeoreferenceId:
        """Write the points; raises `CaseError` where a layer could no longer be placed by them."""
        file = session.get(ClipFile, self.file_id)
        if file is None or not file.media_type.startswith("image/"):
            raise CaseError(_("Only a picture can be placed on the ground."))
        clip: Clip = living(session, Clip, file.clip_id)
        _check(self.points)
        row = georeferences.of_file(session, self.file_id)
        if row is None:
            row = Georeference(case_id=self.case_id, clip_id=clip.id, file_id=file.id)
            session.add(row)
            session.flush()
        self._move(session, row)
        _set(row, kind=self.kind, points=[each.to_json() for each in self.points])
        _set(row, rms_m=_rms(self.points, self.kind))
        if not self.points:
            session.delete(row)
        return row.id

    def _move(self, session: Session, row: Georeference) -> None:
        """Let what rests on the points follow them."""
        moved = {each.layer_id: each for each in self.redrawn}
        for each in georeferences.resting(session, row.id):
            layer = each.layer
            if layer.id not in moved:
                raise _still_needed(layer)
            new = moved[layer.id]
            box = new.bounds
            _set(layer, features=new.features, error_m=new.error_m)
            _set(layer, west=box.west, south=box.south, east=box.east, north=box.north)


async def save(library: Library, history: History, wanted: SaveGeoreference) -> GeoreferenceId:
    """Draw anew what rests on the points, then set them; raises `CaseError` as the command does."""
    row = await library.database.read(georeferences.of_file, wanted.file_id)
    layers = await library.database.read(georeferences.resting, row.id) if row else []
    if layers:
        redrawn = await asyncio.to_thread(_redrawn, library.files, wanted, layers)
        wanted = replace(wanted, redrawn=redrawn)
    return await history.run(wanted)


def box_of(placed: Fit) -> Bounds:
    """What a picture covers."""
    lats, lons = zip(*placed.corners(), strict=True)
    return Bounds(min(lons), min(lats), max(lons), max(lats))


def fit_of(row: Georeference) -> Fit:
    """How a picture is placed; raises `CaseError` where its points do not hold it."""
    return fit(points_of(row.points), row.kind)


def _redrawn(
    files: FileStore, wanted: SaveGeoreference, layers: Sequence[Resting]
) -> tuple[Redrawn, ...]:
    if missing(len(wanted.points), wanted.kind):
        raise _still_needed(layers[0].layer)
    placed = fit(wanted.points, wanted.kind)
    return tuple(_moved(files, placed, each) for each in layers)


def _moved(files: FileStore, placed: Fit, resting: Resting) -> Redrawn:
    layer, anchor = resting.layer, resting.anchor
    if anchor is None:
        return Redrawn(layer.id, box_of(placed), placed.error_m)
    outline = tuple((x, y) for x, y in anchor.polygon)
    area = tracing.traced(placed, outline, layer.name)
    return Redrawn(layer.id, area.bounds, placed.error_m, files.add(area.features).sha256)


def _still_needed(layer: Layer) -> CaseError:
    return CaseError(
        _("The layer {ref} rests on these points.").format(ref=short(layer.ref)),
        _("Remove the layer first, or move a point instead."),
    )


def _check(points: Sequence[ControlPoint]) -> None:
    if len(points) > MOST:
        raise CaseError(_("A picture takes {n} points at most.").format(n=MOST))
    for each in points:
        degrees.check(each.lat, each.lon)
        if not (0 <= each.x <= 1 and 0 <= each.y <= 1):
            raise CaseError(_("That point lies outside the picture."))


def _rms(points: Sequence[ControlPoint], kind: GeoreferenceKind) -> float | None:
    """None where the points do not hold the picture yet: they are kept all the same."""
    try:
        return fit(points, kind).rms_m
    except CaseError:
        return None


def _set(row: Georeference | Layer, **fields: object) -> None:
    for name, value in fields.items():
        if getattr(row, name) != value:
            setattr(row, name, value)
