"""From a layer of the case to the overlay that a map draws."""

from collections import Counter
from collections.abc import Mapping
from typing import Any

from caseboard.mapping.content import Feature, Overlay
from caseboard.mapping.view import Bounds
from caseboard.model.terms import LayerKind
from caseboard.model.work import Layer

_STRIPES = 3


def overlay(layer: Layer, data: bytes = b"", source: str = "") -> Overlay:
    """The overlay of a layer whose GeoJSON is `data`; raises `CaseError` where that is broken.

    A picture's image and corners, and what yields tiles, are put in by who has them.
    """
    return Overlay(
        id=layer.id,
        ref=layer.ref,
        name=layer.name,
        kind=layer.kind,
        features=_features(data, layer.style) if data else (),
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


def swatch(style: Mapping[str, Any], drawn: tuple[Feature, ...] = ()) -> tuple[str, ...]:
    """The colours that stand for a layer in a list, `#rrggbb`, the most frequent first; few."""
    own = style.get("fill") or style.get("stroke")
    if own:
        return (str(own),)
    found = Counter(each.style.fill or each.style.stroke or each.style.marker for each in drawn)
    return tuple(colour for colour, _times in found.most_common() if colour)[:_STRIPES]


def _features(data: bytes, style: Mapping[str, Any]) -> tuple[Feature, ...]:
    from caseboard.mapping.features import features  # noqa: PLC0415  # numpy, for a thread alone

    return features(data, style)
