"""Layers of the map: taken in, drawn, changed, put in order, binned."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from typing import Any

from sqlmodel import Session

from caseboard.capture.layers import naming
from caseboard.commands import sources
from caseboard.commands.editing import living
from caseboard.commands.layer_files import KeptLayer
from caseboard.commands.sources import SourceRef
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.mapping.palette import colours
from caseboard.model import edtf, refs
from caseboard.model.case import Case
from caseboard.model.ids import CaseId, LayerId, SourceId
from caseboard.model.terms import LayerKind, Marking
from caseboard.model.work import Layer
from caseboard.store import layers


@dataclass(frozen=True, slots=True)
class LayerFacts:
    """What is said of a layer."""

    name: str
    as_of: str = ""
    """EDTF (ISO 8601-2): the moment it shows."""
    published: str = ""
    """EDTF."""
    source_id: SourceRef | None = None
    """By id, or by a name: one the library does not know is taken in."""
    estimated: str = ""
    """The source's own wording of how sure it is."""
    attribution: str = ""
    opacity: float = 1.0
    style: Mapping[str, Any] = field(default_factory=dict)
    """Of all its features, under simplestyle's names; empty leaves each its own."""
    marking: Marking | None = None
    """Where it is another than the case's."""


@dataclass(frozen=True, slots=True)
class AddLayer:
    """Lay something over the map, above what is there; tiles go below. Returns the layer's id.

    A layer without any colour gets that of an earlier one of its kind and source: a map of
    another day looks the same; else one that the others of the case have not.
    """

    case_id: CaseId
    facts: LayerFacts
    kept: KeptLayer
    kind: LayerKind = LayerKind.IMPORTED
    derived_from: tuple[LayerId, ...] = ()

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Add layer “{name}”").format(name=self.facts.name.strip())

    def do(self, session: Session) -> LayerId:
        """Number it in its case; raises `CaseError` for facts that cannot be."""
        case: Case = living(session, Case, self.case_id)
        fields = _fields(session, self.facts)
        number = layers.next_number(session, self.case_id)
        if not fields["style"] and not self.kept.is_styled and self.kept.features:
            fields["style"] = self._style(session, fields["source_id"])
        west, south, east, north = self.kept.bounds or (None,) * 4
        layer = Layer(
            case_id=self.case_id,
            ref=refs.layer_ref(case.ref, number),
            kind=self.kind,
            ordinal=self._ordinal(session),
            features=self.kept.features,
            count=self.kept.count,
            west=west,
            south=south,
            east=east,
            north=north,
            sha256=self.kept.sha256,
            file_name=self.kept.file_name,
            derived_from=list(self.derived_from),
            **fields,
        )
        session.add(layer)
        return layer.id

    def _style(self, session: Session, source_id: SourceId | None) -> dict[str, Any]:
        rows = [row.layer for row in layers.of_case(session, self.case_id)]
        alike = (
            layer.style
            for layer in reversed(rows)
            if layer.source_id == source_id and layer.kind is self.kind and layer.style
        )
        known = next(alike, None) if source_id else None
        taken = [str(layer.style.get("fill", "")) for layer in rows]
        return dict(known) if known else colours(taken, self.kind)

    def _ordinal(self, session: Session) -> int:
        lowest, highest = layers.ordinals(session, self.case_id)
        return lowest - 1 if self.kind is LayerKind.TILES else highest + 1


@dataclass(frozen=True, slots=True)
class EditLayer:
    """Set all that is said of a layer; its features stay."""

    case_id: CaseId
    layer_id: LayerId
    facts: LayerFacts

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Edit layer “{name}”").format(name=self.facts.name.strip())

    def do(self, session: Session) -> None:
        """Set what differs; raises `CaseError` as `AddLayer` does, or where it has gone."""
        layer: Layer = living(session, Layer, self.layer_id)
        _set(layer, _fields(session, self.facts))


@dataclass(frozen=True, slots=True)
class ShowLayer:
    """Show a layer on the map, or hide it."""

    case_id: CaseId
    layer_id: LayerId
    is_shown: bool

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Show layer") if self.is_shown else _("Hide layer")

    def do(self, session: Session) -> None:
        """Set it; raises `CaseError` where the layer has gone."""
        layer: Layer = living(session, Layer, self.layer_id)
        _set(layer, {"is_shown": self.is_shown})


@dataclass(frozen=True, slots=True)
class ReorderLayers:
    """Put the layers of a case in this order, the lowest first; those not named stay above."""

    case_id: CaseId
    layer_ids: tuple[LayerId, ...]

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Reorder layers")

    def do(self, session: Session) -> None:
        """Number them; raises `CaseError` where one of them has gone."""
        rows = [row.layer for row in layers.of_case(session, self.case_id)]
        known = {layer.id: layer for layer in rows}
        for layer_id in self.layer_ids:
            if layer_id not in known:
                living(session, Layer, layer_id)
        named = [known[layer_id] for layer_id in dict.fromkeys(self.layer_ids)]
        rest = [layer for layer in rows if layer not in named]
        for place, layer in enumerate((*named, *rest), 1):
            _set(layer, {"ordinal": place})


@dataclass(frozen=True, slots=True)
class DrawOnLayer:
    """Give a drawn layer other features: a shape more, one less, one moved."""

    case_id: CaseId
    layer_id: LayerId
    kept: KeptLayer

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Draw on layer")

    def do(self, session: Session) -> None:
        """Set its features; raises `CaseError` where the layer has gone or was not drawn here."""
        layer: Layer = living(session, Layer, self.layer_id)
        if layer.kind is not LayerKind.DRAWN:
            raise CaseError(
                _("Only layers that were drawn here are drawn on."),
                _("What a source published stays as it is: draw a layer of your own above it."),
            )
        west, south, east, north = self.kept.bounds or (None,) * 4
        bounds = {"west": west, "south": south, "east": east, "north": north}
        _set(layer, {"features": self.kept.features, "count": self.kept.count, **bounds})


@dataclass(frozen=True, slots=True)
class BinLayer:
    """Move a layer to the bin; layers that were reckoned from it stay."""

    case_id: CaseId
    layer_id: LayerId

    @property
    def label(self) -> str:
        """What the journal says."""
        return _("Remove layer")

    def do(self, session: Session) -> None:
        """Mark it as deleted; raises `CaseError` where it has gone already."""
        layer: Layer = living(session, Layer, self.layer_id)
        layer.deleted = datetime.now(UTC)


def facts_of(layer: Layer, **changes: Any) -> LayerFacts:
    """What is said of a layer now, but for `changes`."""
    said = LayerFacts(
        name=layer.name,
        as_of=layer.as_of,
        published=layer.published,
        source_id=layer.source_id,
        estimated=layer.estimated,
        attribution=layer.attribution,
        opacity=layer.opacity,
        style=dict(layer.style),
        marking=layer.marking,
    )
    return replace(said, **changes)


def _fields(session: Session, facts: LayerFacts) -> dict[str, Any]:
    if not facts.name.strip():
        raise CaseError(_("A layer needs a name."), _("Say what it shows, and of when."))
    for moment in (facts.as_of, facts.published):
        if moment:
            edtf.read(moment)
    if not 0 <= facts.opacity <= 1:
        raise CaseError(_("Opacity goes from 0 to 100 per cent."))
    source = sources.source_id(session, facts.source_id) if facts.source_id is not None else None
    return {
        "name": facts.name.strip(),
        "as_of": facts.as_of,
        "published": facts.published,
        "source_id": source,
        "estimated": facts.estimated.strip(),
        "attribution": facts.attribution.strip(),
        "opacity": facts.opacity,
        "style": _style(facts.style),
        "marking": facts.marking,
    }


def _style(given: Mapping[str, Any]) -> dict[str, Any]:
    found = naming.style(given)
    if set(given) != set(found):
        raise CaseError(
            _("A colour is written as #b02f26, an opacity from 0 to 1, a width up to 20 pixels.")
        )
    return found


def _set(layer: Layer, fields: Mapping[str, Any]) -> None:
    for name, value in fields.items():
        if getattr(layer, name) != value:
            setattr(layer, name, value)
