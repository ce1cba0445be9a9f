"""What a placed picture becomes on the map: areas traced on it, and the picture itself."""

import asyncio
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import Any

from sqlmodel import Session

from caseboard.commands.editing import living
from caseboard.commands.georeferencing import box_of, fit_of
from caseboard.commands.history import History
from caseboard.commands.layer_files import KeptLayer
from caseboard.commands.layers import AddLayer, LayerFacts
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.mapping import tracing
from caseboard.mapping.georeferencing import ControlPoint, points_of
from caseboard.mapping.view import Bounds
from caseboard.model.clip import Anchor, ClipFile
from caseboard.model.ids import CaseId, GeoreferenceId, LayerId
from caseboard.model.refs import short
from caseboard.model.terms import AnchorKind, GeoreferenceKind, LayerKind
from caseboard.model.work import Georeference, Layer
from caseboard.store import georeferences
from caseboard.store.files import FileStore
from caseboard.store.library import Library

Outline = tuple[tuple[float, float], ...]
"""Corners in fractions (0 to 1) of the upright picture, not closed."""
STYLE = {"stroke": "#b02f26", "stroke-width": 2, "fill": "#b02f26", "fill-opacity": 0.25}


@dataclass(frozen=True, slots=True)
class Drawing:
    """An area on the ground whose GeoJSON is kept, and what it was worked out from."""

    kept: KeptLayer
    kind: GeoreferenceKind
    points: tuple[ControlPoint, ...]
    """Of the georeference, as they were."""
    error_m: float | None = None
    """Metres by which it may be off, as far as can be said."""


@dataclass(frozen=True, slots=True)
class TraceArea:
    """Make an area traced on a picture a layer of the map; returns the layer's id.

    It keeps the outline on the picture, the credit, and how far it may be off.
    """

    case_id: CaseId
    georeference_id: GeoreferenceId
    outline: Outline
    facts: LayerFacts
    drawing: Drawing | None = None
    """What `trace` puts in."""

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Trace area “{name}”").format(name=self.facts.name.strip())

    def do(self, session: Session) -> LayerId:
        """Write the anchor and the layer; raises `CaseError` where the points have changed."""
        row, drawing = _unchanged(session, self.georeference_id, self.drawing)
        anchor = Anchor(
            clip_id=row.clip_id,
            kind=AnchorKind.PICTURE,
            file_id=row.file_id,
            **_region(self.outline),
        )
        session.add(anchor)
        facts = replace(self.facts, style=self.facts.style or STYLE)
        layer_id = AddLayer(self.case_id, facts, drawing.kept, LayerKind.TRACED).do(session)
        session.flush()
        layer: Layer = living(session, Layer, layer_id)
        layer.georeference_id = row.id
        layer.anchor_id = anchor.id
        layer.error_m = drawing.error_m
        return layer_id


@dataclass(frozen=True, slots=True)
class RetraceArea:
    """Move the corners of an area that was traced."""

    case_id: CaseId
    layer_id: LayerId
    outline: Outline
    drawing: Drawing | None = None
    """What `retrace` puts in."""

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Move corners of an area")

    def do(self, session: Session) -> None:
        """Set outline and features; raises `CaseError` where the layer has gone."""
        layer: Layer = living(session, Layer, self.layer_id)
        anchor: Anchor = living(session, Anchor, layer.anchor_id or "")
        georeference_id = layer.georeference_id or GeoreferenceId("")
        _row, drawing = _unchanged(session, georeference_id, self.drawing)
        west, south, east, north = drawing.kept.bounds or (None,) * 4
        box = {"west": west, "south": south, "east": east, "north": north}
        _set(layer, box | {"features": drawing.kept.features, "error_m": drawing.error_m})
        _set(anchor, _region(self.outline))


@dataclass(frozen=True, slots=True)
class PictureLayer:
    """Lay a placed picture itself over the map; returns the layer's id."""

    case_id: CaseId
    georeference_id: GeoreferenceId
    facts: LayerFacts

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Lay picture on the map")

    def do(self, session: Session) -> LayerId:
        """Add it; raises `CaseError` where it is there already, or cannot be placed."""
        row: Georeference = living(session, Georeference, self.georeference_id)
        for each in georeferences.resting(session, row.id):
            if each.layer.kind is LayerKind.PICTURE:
                raise CaseError(
                    _("The picture is on the map already, as {ref}.").format(
                        ref=short(each.layer.ref)
                    )
                )
        file = session.get(ClipFile, row.file_id)
        if file is None:
            raise CaseError(_("That picture is not a file of this clip."))
        placed = fit_of(row)
        kept = KeptLayer("", 0, _four(box_of(placed)), file.sha256, file.name)
        layer_id = AddLayer(self.case_id, self.facts, kept, LayerKind.PICTURE).do(session)
        session.flush()
        layer: Layer = living(session, Layer, layer_id)
        layer.georeference_id = row.id
        layer.error_m = placed.error_m
        return layer_id


async def trace(library: Library, history: History, wanted: TraceArea) -> LayerId:
    """Work out where the outline lies, keep that, and write the layer; raises `CaseError`."""
    drawing = await _draw(
        library, wanted.georeference_id, wanted.outline, wanted.facts.name.strip()
    )
    return await history.run(replace(wanted, drawing=drawing))


async def retrace(library: Library, history: History, wanted: RetraceArea) -> None:
    """Work out where the moved corners lie, keep that, and change the layer."""
    layer = await library.database.read(lambda session: session.get(Layer, wanted.layer_id))
    if layer is None or layer.georeference_id is None:
        raise CaseError(_("This area rests on no picture."))
    drawing = await _draw(library, layer.georeference_id, wanted.outline, layer.name)
    await history.run(replace(wanted, drawing=drawing))


def outline_of(anchor: Anchor) -> Outline:
    """The corners that were traced."""
    return tuple((x, y) for x, y in anchor.polygon)


async def _draw(
    library: Library, georeference_id: GeoreferenceId, outline: Outline, name: str
) -> Drawing:
    row = await library.database.read(lambda session: session.get(Georeference, georeference_id))
    if row is None:
        raise _moved()
    return await asyncio.to_thread(_drawn, library.files, row, outline, name)


def _drawn(files: FileStore, row: Georeference, outline: Outline, name: str) -> Drawing:
    placed = fit_of(row)
    area = tracing.traced(placed, outline, name)
    kept = KeptLayer(files.add(area.features).sha256, 1, _four(area.bounds))
    return Drawing(kept, row.kind, points_of(row.points), placed.error_m)


def _unchanged(
    session: Session, georeference_id: GeoreferenceId, drawing: Drawing | None
) -> tuple[Georeference, Drawing]:
    """The georeference, if it still has the points the drawing was worked out from."""
    row: Georeference = living(session, Georeference, georeference_id)
    now = row.kind, points_of(row.points)
    if drawing is None or now != (drawing.kind, drawing.points):
        raise _moved()
    return row, drawing


def _moved() -> CaseError:
    return CaseError(
        _("The points of the picture have changed meanwhile."), _("Trace the area once more.")
    )


def _set(row: Layer | Anchor, fields: Mapping[str, Any]) -> None:
    for name, value in fields.items():
        if getattr(row, name) != value:
            setattr(row, name, value)


def _region(outline: Outline) -> dict[str, Any]:
    """The columns of an anchor: the outline, and the box about it."""
    across, down = zip(*outline, strict=True)
    return {
        "x": min(across),
        "y": min(down),
        "w": max(across) - min(across),
        "h": max(down) - min(down),
        "polygon": [[x, y] for x, y in outline],
    }


def _four(box: Bounds) -> tuple[float, float, float, float]:
    return box.west, box.south, box.east, box.north
