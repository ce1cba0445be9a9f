"""GeoJSON, as RFC 7946 has it and as it was before: with a `crs`, heights and rings any way."""

import json
import math
import re
from collections.abc import Iterator, Mapping
from typing import Any

from caseboard.capture.layers import refusals
from caseboard.capture.layers.gathering import Gathering
from caseboard.i18n import _

_DEGREES = re.compile(r"(?:.*:)?(?:CRS84h?|4326|4979)", re.IGNORECASE)
_MERCATOR = re.compile(r"(?:.*:)?(?:3857|900913|102100|102113)", re.IGNORECASE)
_RADIUS = 6_378_137.0
"""Metres of the sphere of Web Mercator (EPSG:3857)."""
_GEOMETRIES = frozenset(
    {
        *("Point", "MultiPoint", "LineString", "MultiLineString"),
        *("Polygon", "MultiPolygon", "GeometryCollection"),
    }
)


def read(data: bytes) -> Gathering:
    """Its features; raises `CaseError`."""
    held = _loaded(data)
    if not isinstance(held, Mapping):
        raise refusals.unknown()
    is_mercator = _grid(held)
    found = Gathering()
    for shape, properties in _features(held):
        found.add(unprojected(shape) if is_mercator else shape, properties)
    return found


def _loaded(data: bytes) -> Any:
    try:
        return json.loads(data, parse_constant=_no_number)
    except (ValueError, RecursionError) as error:
        raise refusals.broken(_("it is no sound JSON.")) from error


def _no_number(name: str) -> float:
    """`NaN` and `Infinity`, which JSON does not have (RFC 8259)."""
    raise refusals.broken(_("a coordinate in it is “{name}”, no number.").format(name=name))


def _features(held: Mapping[str, Any]) -> Iterator[tuple[Any, Mapping[str, Any]]]:
    kind = held.get("type")
    if kind == "FeatureCollection":
        features = held.get("features")
        if not isinstance(features, list):
            raise refusals.broken(_("it has no list of features."))
        for feature in features:
            yield _feature(feature)
    elif kind == "Feature":
        yield _feature(held)
    elif isinstance(kind, str) and kind in _GEOMETRIES:
        yield held, {}
    else:
        raise refusals.unknown()


def _feature(feature: Any) -> tuple[Any, Mapping[str, Any]]:
    if not isinstance(feature, Mapping):
        return None, {}
    properties = feature.get("properties")
    return feature.get("geometry"), properties if isinstance(properties, Mapping) else {}


def _grid(held: Mapping[str, Any]) -> bool:
    """Whether it is in Web Mercator; raises `CaseError` for other grids than that and degrees."""
    crs = held.get("crs")
    about = crs.get("properties") if isinstance(crs, Mapping) else None
    name = about.get("name") if isinstance(about, Mapping) else None
    if not isinstance(name, str) or _DEGREES.fullmatch(name[:200]):
        return False
    if _MERCATOR.fullmatch(name[:200]):
        return True
    raise refusals.unknown_grid(name[:80])


def unprojected(shape: Any) -> Any:
    """The same shape with metres of Web Mercator (EPSG:3857) turned into degrees."""
    return _unprojected(shape, 0)


def _unprojected(value: Any, depth: int) -> Any:
    if depth > 12:
        return None
    if isinstance(value, Mapping):
        return {key: _unprojected(each, depth + 1) for key, each in value.items()}
    if not isinstance(value, list):
        return value
    if len(value) > 1 and all(type(each) in {int, float} for each in value):
        return _degrees(value[0], value[1])
    return [_unprojected(each, depth + 1) for each in value]


def _degrees(x: float, y: float) -> list[float]:
    try:
        lat = math.degrees(2 * math.atan(math.exp(y / _RADIUS)) - math.pi / 2)
        return [math.degrees(x / _RADIUS), lat]
    except OverflowError as error:
        raise refusals.off_the_globe(1, "", 0.0, math.inf) from error
