"""Where things of a case are, from its dossier."""

import json
from collections.abc import Collection, Iterable, Iterator, Mapping
from typing import Any

from caseboard.exchange import geojson_geometry
from caseboard.exchange.places_book import KINDS, Atlas, Kind, Sheet, Thing
from caseboard.model import moments
from caseboard.model.dossier import Dossier
from caseboard.model.entities import Location, Position, Unit
from caseboard.model.refs import short
from caseboard.model.spots import Spot, SpotKind
from caseboard.model.work import Layer


def gather(
    dossier: Dossier,
    spots: Iterable[Spot],
    layers: Mapping[str, bytes],
    kinds: Collection[Kind],
    notice: str = "",
) -> Atlas:
    """What of `kinds` there is in a case; `layers` holds the GeoJSON of layers by their ids.

    Raises `CaseError` where something lies off the globe.
    """
    shelf = _Shelf(dossier)
    wanted = (spot for spot in spots if KINDS[spot.key.kind] in kinds)
    return Atlas(
        ref=dossier.case.ref,
        title=dossier.case.title,
        marking=dossier.case.marking,
        notice=notice,
        as_of=moments.of(dossier.as_of),
        things=tuple(map(shelf.thing, wanted)),
        sheets=tuple(_sheets(dossier, layers)) if Kind.LAYERS in kinds else (),
    )


class _Shelf:
    """The rows of a dossier that a spot stands for."""

    def __init__(self, dossier: Dossier) -> None:
        self._places: dict[str, Location] = {each.id: each for each in dossier.locations}
        self._claims: dict[str, str] = {each.id: short(each.ref) for each in dossier.claims}
        self._positions: dict[str, Position] = {each.id: each for each in dossier.positions}
        self._units: dict[str, Unit] = {each.id: each for each in dossier.units}
        self._clips: dict[str, str] = {each.id: short(each.ref) for each in dossier.clips}

    def thing(self, spot: Spot) -> Thing:
        """The thing a spot stands for."""
        position = self._positions.get(spot.key.row_id)
        unit = self._units.get(position.unit_id) if position else None
        place = self._place(spot, position)
        is_place = spot.key.kind is SpotKind.PLACE
        return Thing(
            id=":".join(part for part in spot.key if part),
            kind=KINDS[spot.key.kind],
            name=unit.name if unit else spot.label,
            lat=spot.lat,
            lon=spot.lon,
            geometry=_geometry(spot),
            precision_m=spot.precision_m,
            others=tuple(place.aliases) if place and is_place else (),
            ref=self._claims.get(spot.key.row_id, ""),
            place=place.name if place and not is_place else "",
            what=place.kind.value if place and is_place else "",
            country=place.country if place else "",
            gazetteer_id=(place.gazetteer_id or "") if place else "",
            status=spot.status.value if spot.status else "",
            sidc=spot.sidc,
            designation=unit.designation if unit else "",
            bearing=position.bearing if position else "",
            direction=spot.direction,
            count=spot.count,
            when=spot.when,
            said=spot.said,
            captured=spot.captured,
            clips=tuple(self._clips[each] for each in spot.clip_ids if each in self._clips),
        )

    def _place(self, spot: Spot, position: Position | None) -> Location | None:
        if position is not None:
            return self._places.get(position.location_id or "")
        return self._places.get(spot.key.at or spot.key.row_id)


def _geometry(spot: Spot) -> dict[str, Any]:
    if spot.geometry:
        try:
            held = json.loads(spot.geometry)
        except ValueError:
            held = {}
        return geojson_geometry.checked(held, spot.label)
    return geojson_geometry.point(spot.lat, spot.lon, spot.label)


def _sheets(dossier: Dossier, layers: Mapping[str, bytes]) -> Iterator[Sheet]:
    names = {source.id: source.name for source in dossier.sources}
    for layer in dossier.layers:
        if layer.id in layers:
            yield Sheet(
                ref=short(layer.ref),
                name=layer.name,
                kind=layer.kind.value,
                features=tuple(_features(layer, layers[layer.id])),
                source=names.get(layer.source_id, "") if layer.source_id else "",
                as_of=layer.as_of,
                published=layer.published,
                estimated=layer.estimated,
                attribution=layer.attribution,
            )


def _features(layer: Layer, data: bytes) -> Iterator[dict[str, Any]]:
    for feature in json.loads(data)["features"]:
        if feature["geometry"] is not None:
            yield {
                "geometry": geojson_geometry.checked(feature["geometry"], layer.name),
                "properties": {**(feature.get("properties") or {}), **layer.style},
            }
