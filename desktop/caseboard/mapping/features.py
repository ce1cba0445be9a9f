"""From the GeoJSON that a layer is kept as to the features that a map draws."""

import json
from collections.abc import Mapping
from dataclasses import replace
from typing import TYPE_CHECKING, Any

import numpy as np

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.mapping.content import Feature, Style

if TYPE_CHECKING:
    from caseboard.mapping.content import Degrees

LANGUAGES = ("en", "uk", "ru", "pl", "de", "fr", "be")
PLAIN = Style()


def features(data: bytes, style: Mapping[str, Any] | None = None) -> tuple[Feature, ...]:
    """The features of a FeatureCollection (RFC 7946) with simplestyle properties.

    What `style` says goes before what each says of itself. Raises `CaseError` where `data` is
    no such collection: it was not written by this program.
    """
    try:
        held = json.loads(data)["features"]
        return tuple(_feature(each, style or {}) for each in held)
    except (KeyError, TypeError, ValueError, IndexError, AttributeError, RecursionError) as error:
        raise CaseError(
            _("A layer’s file is not what this program wrote."),
            _("Verify the library; import the layer again from its file."),
        ) from error


def style_of(properties: Mapping[str, Any], base: Style = PLAIN) -> Style:
    """`base` with what simplestyle 1.1.0 properties say."""
    names = {
        "stroke": "stroke",
        "stroke-width": "stroke_width",
        "stroke-opacity": "stroke_opacity",
        "fill": "fill",
        "fill-opacity": "fill_opacity",
        "marker-color": "marker",
    }
    return replace(base, **{names[key]: properties[key] for key in names if key in properties})


def name_in(feature: Feature, language: str) -> str:
    """What it is called in a language (ISO 639-1); else as its source calls it; may be empty."""
    known = dict(feature.names)
    return known.get(language) or known.get("") or next(iter(known.values()), "")


def _feature(held: Mapping[str, Any], style: Mapping[str, Any]) -> Feature:
    properties = held["properties"] or {}
    points: list[Degrees] = []
    lines: list[Degrees] = []
    polygons: list[tuple[Degrees, ...]] = []
    _gather(held["geometry"], points, lines, polygons)
    arrow = properties.get("arrow")
    return Feature(
        names=_names(properties),
        points=tuple(points),
        lines=tuple(lines),
        polygons=tuple(polygons),
        style=style_of({**properties, **style}),
        arrow_deg=float(arrow) if arrow is not None else None,
        symbol=str(properties.get("marker-symbol", "")),
    )


def _names(properties: Mapping[str, Any]) -> tuple[tuple[str, str], ...]:
    found = [("", str(properties.get("name", "")))]
    found += [(language, str(properties.get(f"name:{language}", ""))) for language in LANGUAGES]
    return tuple((language, name) for language, name in found if name)


def _gather(
    geometry: Mapping[str, Any],
    points: "list[Degrees]",
    lines: "list[Degrees]",
    polygons: "list[tuple[Degrees, ...]]",
) -> None:
    kind = geometry["type"]
    if kind == "GeometryCollection":
        for member in geometry["geometries"]:
            _gather(member, points, lines, polygons)
        return
    coordinates = geometry["coordinates"]
    many = coordinates if kind.startswith("Multi") else [coordinates]
    match kind.removeprefix("Multi"):
        case "Point":
            points += [np.array([each], float) for each in many]
        case "LineString":
            lines += [np.array(each, float) for each in many]
        case "Polygon":
            polygons += [tuple(np.array(ring, float) for ring in each) for each in many]
        case _:
            raise ValueError(kind)
