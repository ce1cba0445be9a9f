"""Places of a case as a table for spreadsheets: CSV (RFC 4180), as `claims_csv` writes them.

A row for each thing, and for each feature of a layer; shapes stand as well-known text (OGC 06-103),
longitude first. Latitude and longitude are of the thing itself; features of layers have none.
"""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from caseboard.exchange.claims_csv import Row, guarded, listed
from caseboard.exchange.places_book import Atlas, Kind, Sheet, Thing

COLUMNS = (
    "marking", "case", "as_of", "kind", "id", "ref", "name", "other_names", "latitude",
    "longitude", "precision_m", "place", "what", "country", "gazetteer_id", "status", "sidc",
    "designation", "bearing", "direction_deg", "count", "when", "said", "captured", "exhibits",
    "layer", "source", "layer_as_of", "published", "estimated", "attribution", "geometry",
)  # fmt: skip
_NUMBERS = frozenset({"latitude", "longitude", "precision_m", "direction_deg", "count"})
"""Cells that begin with a sign and are no formula."""


def write(atlas: Atlas) -> bytes:
    """The file."""
    text = io.StringIO()
    writer = csv.DictWriter(text, COLUMNS, restval="", lineterminator="\r\n")
    writer.writeheader()
    head = {"marking": atlas.marking.value, "case": atlas.ref, "as_of": atlas.as_of}
    for row in _rows(atlas):
        cells = {**head, **row}
        writer.writerow(
            {name: value if name in _NUMBERS else guarded(value) for name, value in cells.items()}
        )
    return text.getvalue().encode("utf-8-sig")


def _rows(atlas: Atlas) -> Iterator[Row]:
    yield from map(_thing, atlas.things)
    for sheet in atlas.sheets:
        for feature in sheet.features:
            yield _feature(sheet, feature)


def _thing(thing: Thing) -> Row:
    return {
        "kind": thing.kind.value,
        "id": thing.id,
        "ref": thing.ref,
        "name": thing.name,
        "other_names": listed(thing.others),
        "latitude": _number(thing.lat),
        "longitude": _number(thing.lon),
        "precision_m": _number(thing.precision_m),
        "place": thing.place,
        "what": thing.what,
        "country": thing.country,
        "gazetteer_id": thing.gazetteer_id,
        "status": thing.status,
        "sidc": thing.sidc,
        "designation": thing.designation,
        "bearing": thing.bearing,
        "direction_deg": _number(thing.direction),
        "count": str(thing.count),
        "when": thing.when,
        "said": thing.said,
        "captured": thing.captured,
        "exhibits": listed(thing.clips),
        "geometry": well_known(thing.geometry),
    }


def _feature(sheet: Sheet, feature: Mapping[str, Any]) -> Row:
    return {
        "kind": Kind.LAYERS.value,
        "name": str(feature["properties"].get("name") or ""),
        "layer": f"{sheet.ref} {sheet.name}",
        "source": sheet.source,
        "layer_as_of": sheet.as_of,
        "published": sheet.published,
        "estimated": sheet.estimated,
        "attribution": sheet.attribution,
        "geometry": well_known(feature["geometry"]),
    }


def well_known(geometry: Mapping[str, Any]) -> str:
    """A GeoJSON geometry as well-known text."""
    kind = str(geometry["type"])
    if kind == "GeometryCollection":
        return f"GEOMETRYCOLLECTION ({', '.join(map(well_known, geometry['geometries']))})"
    held = geometry["coordinates"]
    body = f"({_point(held)})" if kind == "Point" else _nested(held)
    return f"{kind.upper()} {body}"


def _nested(held: Sequence[Any]) -> str:
    if isinstance(held[0], float | int):
        return _point(held)
    return f"({', '.join(map(_nested, held))})"


def _point(held: Sequence[float]) -> str:
    return " ".join(map(_number, held))


def _number(value: float | None) -> str:
    return "" if value is None else f"{value:.7f}".rstrip("0").rstrip(".")
