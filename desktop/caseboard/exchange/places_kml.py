"""Places of a case as KML 2.3 (OGC 12-007r2), for earth viewers."""

import re
from collections.abc import Iterator, Mapping, Sequence
from typing import Any
from xml.etree import ElementTree as ET

from caseboard.errors import CaseError
from caseboard.exchange.places_book import Atlas, Kind, Sheet, Thing
from caseboard.i18n import _
from caseboard.model import moments

_NAMESPACE = "http://www.opengis.net/kml/2.2"
_COLOURS = {
    Kind.PLACES: "#0f7b6c",
    Kind.CLAIMS: "#b02f26",
    Kind.PHOTOS: "#7a3fb0",
    Kind.POSITIONS: "#2f5fd0",
}
_UNFIT = re.compile("[^\t\n\r\x20-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
"""What no XML may hold."""
_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def text(atlas: Atlas) -> str:
    """The file: a folder for each kind of thing, and one for each layer."""
    root = ET.Element("kml", xmlns=_NAMESPACE)
    document = ET.SubElement(root, "Document")
    _put(document, "name", f"{atlas.ref} {atlas.title}")
    _put(document, "description", f"{atlas.notice or atlas.marking.value}\n{atlas.as_of}")
    for kind, colour in _COLOURS.items():
        style = ET.SubElement(document, "Style", id=kind.value)
        _put(ET.SubElement(style, "IconStyle"), "color", _colour(colour, 1.0))
    for kind in _COLOURS:
        things = [thing for thing in atlas.things if thing.kind is kind]
        if things:
            folder = _folder(document, title(kind))
            for thing in things:
                _thing(folder, thing)
    for sheet in atlas.sheets:
        _sheet(document, sheet)
    ET.indent(root, " ")
    body = ET.tostring(root, encoding="unicode")
    return f'<?xml version="1.0" encoding="UTF-8"?>\n{body}\n'


def title(kind: Kind) -> str:
    """What things of a kind are called."""
    return {
        Kind.PLACES: _("Places"),
        Kind.CLAIMS: _("Claims"),
        Kind.PHOTOS: _("Photos"),
        Kind.POSITIONS: _("Positions"),
        Kind.LAYERS: _("Layers"),
    }[kind]


def _thing(folder: ET.Element, thing: Thing) -> None:
    mark = ET.SubElement(folder, "Placemark")
    _put(mark, "name", f"{thing.ref} {thing.name}".strip())
    _time(mark, thing.when)
    _put(mark, "styleUrl", f"#{thing.kind.value}")
    said = {
        "place": thing.place,
        "other_names": ", ".join(thing.others),
        "precision_m": "" if thing.precision_m is None else f"{thing.precision_m:g}",
        "status": thing.status,
        "sidc": thing.sidc,
        "designation": thing.designation,
        "bearing": thing.bearing,
        "direction_deg": "" if thing.direction is None else f"{thing.direction:g}",
        "count": str(thing.count),
        "when": thing.when,
        "said": thing.said,
        "captured": thing.captured,
        "exhibits": ", ".join(thing.clips),
        "gazetteer_id": thing.gazetteer_id,
    }
    _data(mark, said)
    _geometry(mark, thing.geometry)


def _sheet(document: ET.Element, sheet: Sheet) -> None:
    folder = _folder(document, f"{sheet.ref} {sheet.name}")
    said = {
        "source": sheet.source,
        "as_of": sheet.as_of,
        "published": sheet.published,
        "estimated": sheet.estimated,
        "attribution": sheet.attribution,
    }
    _put(folder, "description", "\n".join(f"{key}: {held}" for key, held in said.items() if held))
    for feature in sheet.features:
        properties = feature["properties"]
        mark = ET.SubElement(folder, "Placemark")
        _put(mark, "name", str(properties.get("name") or ""))
        _time(mark, sheet.as_of)
        _style(mark, properties)
        _geometry(mark, feature["geometry"])


def _style(mark: ET.Element, properties: Mapping[str, Any]) -> None:
    """From simplestyle 1.1.0."""
    stroke = str(properties.get("stroke") or properties.get("marker-color") or "")
    fill = str(properties.get("fill") or "")
    style = ET.SubElement(mark, "Style")
    if _COLOUR.fullmatch(stroke):
        line = ET.SubElement(style, "LineStyle")
        _put(line, "color", _colour(stroke, _share(properties.get("stroke-opacity"), 1.0)))
        _put(line, "width", f"{_share(properties.get('stroke-width'), 2.0, most=50.0):g}")
    if _COLOUR.fullmatch(fill):
        area = ET.SubElement(style, "PolyStyle")
        _put(area, "color", _colour(fill, _share(properties.get("fill-opacity"), 0.35)))
    if not len(style):
        mark.remove(style)


def _share(value: Any, otherwise: float, most: float = 1.0) -> float:
    return min(most, max(0.0, float(value))) if isinstance(value, float | int) else otherwise


def _colour(name: str, opacity: float) -> str:
    """`aabbggrr`, as KML has it."""
    return f"{round(255 * opacity):02x}{name[5:7]}{name[3:5]}{name[1:3]}".lower()


def _time(mark: ET.Element, edtf: str) -> None:
    """The stretch that EDTF stands for, where it has a beginning or an end."""
    try:
        span = moments.read(edtf) if edtf else None
    except CaseError:
        return
    if span is None or (span.start is None and span.end is None):
        return
    stretch = ET.SubElement(mark, "TimeSpan")
    if span.start:
        _put(stretch, "begin", moments.of(span.start))
    if span.end:
        _put(stretch, "end", moments.of(span.end))


def _geometry(parent: ET.Element, geometry: Mapping[str, Any]) -> None:
    kind = str(geometry["type"])
    if kind == "GeometryCollection":
        many = ET.SubElement(parent, "MultiGeometry")
        for each in geometry["geometries"]:
            _geometry(many, each)
    elif kind.startswith("Multi"):
        many = ET.SubElement(parent, "MultiGeometry")
        for each in geometry["coordinates"]:
            _single(many, kind.removeprefix("Multi"), each)
    else:
        _single(parent, kind, geometry["coordinates"])


def _single(parent: ET.Element, kind: str, held: Sequence[Any]) -> None:
    if kind == "Polygon":
        area = ET.SubElement(parent, "Polygon")
        for place, ring in enumerate(held):
            edge = ET.SubElement(area, "innerBoundaryIs" if place else "outerBoundaryIs")
            _put(ET.SubElement(edge, "LinearRing"), "coordinates", " ".join(_written(ring)))
        return
    points = [held] if kind == "Point" else held
    _put(ET.SubElement(parent, kind), "coordinates", " ".join(_written(points)))


def _written(points: Sequence[Sequence[float]]) -> Iterator[str]:
    for lon, lat in points:
        yield f"{lon:.7f}".rstrip("0").rstrip(".") + "," + f"{lat:.7f}".rstrip("0").rstrip(".")


def _folder(document: ET.Element, name: str) -> ET.Element:
    folder = ET.SubElement(document, "Folder")
    _put(folder, "name", name)
    return folder


def _data(mark: ET.Element, said: Mapping[str, str]) -> None:
    extended = ET.SubElement(mark, "ExtendedData")
    for name, held in said.items():
        if held:
            _put(ET.SubElement(extended, "Data", name=name), "value", held)


def _put(parent: ET.Element, tag: str, text: str) -> None:
    ET.SubElement(parent, tag).text = _UNFIT.sub("", text)
