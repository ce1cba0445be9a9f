"""Counties of the United States: local papers name them in every second line."""

import json
from collections.abc import Iterable, Sequence
from typing import Any

from caseboard.tagging.gazetteer.entry import EntryKind
from gazetteer_build.geometry import Point, Ring, Shape
from gazetteer_build.rows import Row, Weight
from gazetteer_build.sources import Sources

SORTS = (" County", " Parish", " Borough", " Census Area", " Municipio")
"""The others are cities of their own, which are places already."""


def counties(sources: Sources, states: dict[str, str]) -> list[Row]:
    """All that have an outline; `states` are names by postal code."""
    shapes = outlines(json.loads(sources.counties()))
    made = []
    for county in json.loads(sources.cities("us_counties.json")):
        name, shape = county["name"], shapes.get(county["fips"])
        if shape is None or not name.endswith(SORTS):
            continue
        row = Row(
            f"county:US.{county['fips']}",
            name,
            EntryKind.COUNTY,
            *shape.centre,
            round(1000 * shape.radius_km, -2),
            "US",
            states.get(county["state"], ""),
        )
        row.add(Weight.MAIN, name)
        if name.endswith(" County"):
            row.add(Weight.SHORT, f"{name.removesuffix(' County')} Co.")
        made.append(row)
    return made


def outlines(topology: dict[str, Any]) -> dict[str, Shape]:
    """Counties by their FIPS code, from TopoJSON: shared lines, kept as differences."""
    (x_scale, y_scale) = topology["transform"]["scale"]
    (x_shift, y_shift) = topology["transform"]["translate"]
    arcs: list[list[Point]] = []
    for differences in topology["arcs"]:
        x = y = 0
        arc = []
        for dx, dy in differences:
            x, y = x + dx, y + dy
            arc.append((y * y_scale + y_shift, x * x_scale + x_shift))
        arcs.append(arc)
    return {
        geometry["id"]: Shape(tuple(_rings(geometry, arcs)))
        for geometry in topology["objects"]["counties"]["geometries"]
        if geometry.get("arcs")
    }


def _rings(geometry: dict[str, Any], arcs: Sequence[Sequence[Point]]) -> Iterable[Ring]:
    polygons = geometry["arcs"] if geometry["type"] == "MultiPolygon" else [geometry["arcs"]]
    for polygon in polygons:
        ring: list[Point] = []
        for number in polygon[0]:
            # ~number is an arc that is walked backwards; its first point stands already
            arc = arcs[number] if number >= 0 else arcs[~number][::-1]
            ring += arc[1:] if ring else arc
        yield ring
