"""From a layer of the case to the overlay that a map draws."""

from collections.abc import Mapping
from typing import Any

from caseboard.mapping.content import Feature, Overlay
from caseboard.mapping.features import features
from caseboard.mapping.view import Bounds
from caseboard.model.terms import LayerKind
from caseboard.model.work import Layer

GAINED, LOST = "#b02f26", "#0f6f8f"
"""Of changes: what the later layer has and the earlier has not, and the other way round."""
PALETTE = ("#c4443a", "#2f5fd0", "#9a5200", "#7a3fb0", "#0c6f61", "#5c6470")
"""Colours that layers without any take in turn; each is told apart in grey by its hatch or name."""
_WIDTH = {LayerKind.DRAWN: 2.5, LayerKind.TRACED: 2.5}


def overlay(layer: Layer, data: bytes = b"", source: str = "") -> Overlay:
    """The overlay of a layer whose GeoJSON is `data`; raises `CaseError` where that is broken.

    A picture's image and corners, and what yields tiles, are put in by who has them.
    """
    return Overlay(
        id=layer.id,
        ref=layer.ref,
        name=layer.name,
        kind=layer.kind,
        features=features(data, layer.style) if data else (),
        bounds=bounds_of(layer),
        opacity=layer.opacity,
        is_estimated=bool(layer.estimated) or layer.kind is LayerKind.TRACED,
        as_of=layer.as_of,
        published=layer.published,
        source=source,
        estimated=layer.estimated,
        attribution=layer.attribution,
    )


def bounds_of(layer: Layer) -> Bounds | None:
    """What a layer covers; None where nobody knows."""
    if layer.west is None or layer.south is None or layer.east is None or layer.north is None:
        return None
    return Bounds(layer.west, layer.south, layer.east, layer.north)


def colours(number: int, kind: LayerKind = LayerKind.IMPORTED) -> dict[str, Any]:
    """The style of a layer that brings none, the `number`-th (from 0) of its case."""
    colour = PALETTE[number % len(PALETTE)]
    return {
        "stroke": colour,
        "stroke-width": _WIDTH.get(kind, 1.5),
        "fill": colour,
        "fill-opacity": 0.25,
        "marker-color": colour,
    }


def swatch(style: Mapping[str, Any], drawn: tuple[Feature, ...] = ()) -> tuple[str, str]:
    """The fill and the stroke that stand for a layer in a list, `#rrggbb`; empty for none."""
    first = next((each.style for each in drawn if each.style.fill or each.style.stroke), None)
    fill = str(style.get("fill") or (first.fill if first else ""))
    stroke = str(style.get("stroke") or (first.stroke if first else "") or fill)
    return fill, stroke
