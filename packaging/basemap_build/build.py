"""From packages to the file."""

from dataclasses import replace
from pathlib import Path

from shapely import box

from basemap_build import lakes, land, naming, rivers
from basemap_build.checks import check
from basemap_build.lakes import Lake
from basemap_build.names import Gazetteer
from basemap_build.river import River
from basemap_build.sources import Sources
from basemap_build.writing import Writer
from caseboard.mapping.basemap import Ground

TOLERANCES = (0.12, 0.02, 0.0006)
"""Degrees by which a line may be off, by detail; borders at the finest are as they come."""
COARSE = 0.006
"""Of rivers at the finest detail outside of `FULL`."""
FULL = box(19, 41, 50, 60)
"""The part of the world that is drawn as finely as it is known."""
RIVERS = ((2, 3.0), (4, 0.3), (99, 0.0))
"""By detail: the last rank that is drawn, and the shortest stretch in degrees."""
LAKES = (3000.0, 150.0, 20.0)
"""By detail: the smallest lake in km²."""
SMALLEST = 1.0
"""In `FULL` at the finest detail."""
ATTRIBUTION = "Natural Earth; GSHHG (LGPL); GeoNames CC BY 4.0"


def build(sources: Sources, gazetteer: Path, regions: Path, path: Path) -> Writer:
    """Make the file at `path`, and look whether it holds what it must."""
    writer = Writer(path)
    names = Gazetteer(gazetteer)
    _land(writer, sources, names)
    _waters(writer, sources, regions, names)
    writer.finish([("attribution", ATTRIBUTION)])
    check(path)
    return writer


def _land(writer: Writer, sources: Sources, gazetteer: Gazetteer) -> None:
    listed = land.regions(sources.land())
    for name, border in land.disputed(sources.land()):
        for detail in (1, 2):
            writer.add(Ground.DISPUTED, detail, border, names=(name, ""))
    for detail, degrees in enumerate(TOLERANCES):
        for ground, whole in ((Ground.COUNTRY, land.countries(listed)), (Ground.REGION, listed)):
            if ground is Ground.REGION and detail == 0:
                continue
            for each in whole if detail == 2 else land.simplified(whole, degrees):
                named = gazetteer.country(each.country)
                if ground is Ground.REGION:
                    named = gazetteer.region(each)
                writer.add(ground, detail, each.shape, names=named, country=each.country)


def _waters(writer: Writer, sources: Sources, regions: Path, gazetteer: Gazetteer) -> None:
    listed, table = rivers.read(sources.rivers()), naming.table(regions)
    still = list(lakes.named(list(lakes.read(*sources.lakes())), table))
    wide = [lake.shape for lake in still if lake.area_km2 >= SMALLEST]
    named = naming.Network(listed, wide).names(table)
    for number, river in enumerate(listed):
        names = (named[number].name, named[number].name_uk) if number in named else ("", "")
        _river(writer, river, names)
    for lake in still:
        names = lake.names if any(lake.names) else gazetteer.lake(lake.shape)
        _lake(writer, replace(lake, names=names))


def _river(writer: Writer, river: River, names: tuple[str, str]) -> None:
    is_full = river.line.intersects(FULL)
    for detail, degrees in enumerate(TOLERANCES):
        last, shortest = RIVERS[detail]
        if river.rank <= last and river.line.length >= shortest:
            line = river.line.simplify(degrees if is_full or detail < 2 else COARSE)
            writer.add(Ground.RIVER, detail, line, rank=river.rank, names=names)


def _lake(writer: Writer, lake: Lake) -> None:
    is_full = lake.shape.intersects(FULL)
    for detail, degrees in enumerate(TOLERANCES):
        if lake.area_km2 >= (SMALLEST if is_full and detail == 2 else LAKES[detail]):
            shape = lake.shape.simplify(degrees if is_full or detail < 2 else COARSE)
            writer.add(Ground.LAKE, detail, shape, rank=int(lake.area_km2), names=lake.names)
