"""Places of a case as GeoJSON (RFC 7946)."""

import json
from collections.abc import Iterator
from typing import Any

from caseboard.exchange.places_book import Atlas, Kind, Sheet, Thing


def text(atlas: Atlas) -> str:
    """The file; what it says of the case stands in members of its own, as 6.1 allows."""
    held = {
        "type": "FeatureCollection",
        "case": atlas.ref,
        "title": atlas.title,
        "marking": atlas.marking.value,
        "notice": atlas.notice,
        "as_of": atlas.as_of,
        "features": [*map(_thing, atlas.things), *_layers(atlas)],
    }
    return json.dumps(held, ensure_ascii=False, indent=1, allow_nan=False) + "\n"


def _thing(thing: Thing) -> dict[str, Any]:
    said = {
        "kind": thing.kind.value,
        "name": thing.name,
        "other_names": list(thing.others),
        "ref": thing.ref,
        "place": thing.place,
        "what": thing.what,
        "country": thing.country,
        "gazetteer_id": thing.gazetteer_id,
        "precision_m": thing.precision_m,
        "status": thing.status,
        "sidc": thing.sidc,
        "designation": thing.designation,
        "bearing": thing.bearing,
        "direction_deg": thing.direction,
        "count": thing.count,
        "when": thing.when,
        "said": thing.said,
        "captured": thing.captured,
        "exhibits": list(thing.clips),
    }
    properties = {name: value for name, value in said.items() if value not in ("", None, [])}
    return {
        "type": "Feature",
        "id": thing.id,
        "geometry": thing.geometry,
        "properties": properties,
    }


def _layers(atlas: Atlas) -> Iterator[dict[str, Any]]:
    for sheet in atlas.sheets:
        told = _told(sheet)
        for feature in sheet.features:
            properties = {**feature["properties"], "kind": Kind.LAYERS.value, **told}
            yield {"type": "Feature", "geometry": feature["geometry"], "properties": properties}


def _told(sheet: Sheet) -> dict[str, str]:
    said = {
        "layer": sheet.ref,
        "layer_name": sheet.name,
        "layer_kind": sheet.kind,
        "source": sheet.source,
        "as_of": sheet.as_of,
        "published": sheet.published,
        "estimated": sheet.estimated,
        "attribution": sheet.attribution,
    }
    return {name: value for name, value in said.items() if value}
