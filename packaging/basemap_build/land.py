"""Countries and first-level divisions of Natural Earth, with Crimea where it belongs."""

import sqlite3
from collections import defaultdict
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from pathlib import Path

import numpy as np
import shapely
from shapely.geometry.base import BaseGeometry

UKRAINE = ("UA", "UKR", "Ukraine")
CRIMEA = frozenset({"UP11", "UP20"})
"""FIPS codes of Crimea and Sevastopol, which Natural Earth draws by who holds them.

They are Ukraine's (resolution 68/262 of the General Assembly of the United Nations).
"""
_ENVELOPES = (0, 32, 48, 48, 64)


@dataclass(frozen=True)
class Land:
    """A country or a division of one; `country` is ISO 3166-1 alpha-2, or empty."""

    name: str
    country: str
    shape: BaseGeometry
    state: str = ""
    """Whose it is, by three letters."""


def regions(path: Path) -> list[Land]:
    """The divisions of every country."""
    query = "SELECT name, iso_a2, adm0_a3, fips, geom FROM states_provinces ORDER BY fid"
    with closing(sqlite3.connect(path)) as connection:
        return [_region(*row) for row in connection.execute(query)]


def countries(listed: list[Land]) -> list[Land]:
    """Each country as all of its divisions together: their outer borders are one line."""
    together: defaultdict[str, list[Land]] = defaultdict(list)
    for region in listed:
        together[region.state].append(region)
    return [Land("", _country(parts), _joined(parts), state) for state, parts in together.items()]


def disputed(path: Path) -> Iterator[tuple[str, BaseGeometry]]:
    """Borders that are in dispute, by Natural Earth's names."""
    query = "SELECT name, geom FROM disputed_borders ORDER BY fid"
    with closing(sqlite3.connect(path)) as connection:
        for name, geometry in connection.execute(query):
            yield name or "", _geometry(geometry)


def simplified(listed: list[Land], degrees: float) -> list[Land]:
    """With fewer points, neighbours keeping one border between them."""
    shapes = shapely.coverage_simplify(np.array([each.shape for each in listed]), degrees)
    return [
        Land(each.name, each.country, shape, each.state)
        for each, shape in zip(listed, shapes, strict=True)
        if not shape.is_empty
    ]


def _region(name: str | None, iso: str | None, state: str, fips: str | None, geom: bytes) -> Land:
    if fips in CRIMEA:
        iso, state, _name = UKRAINE
    shape = _geometry(geom)
    known = iso if iso and len(iso) == 2 and iso.isalpha() else ""
    return Land(name or "", known, shape if shape.is_valid else shapely.make_valid(shape), state)


def _country(parts: list[Land]) -> str:
    codes = [part.country for part in parts if part.country]
    return max(set(codes), key=codes.count) if codes else ""


def _joined(parts: list[Land]) -> BaseGeometry:
    shapes = [part.shape for part in parts]
    return shapely.coverage_union_all(np.array(shapes)) if len(shapes) > 1 else shapes[0]


def _geometry(blob: bytes) -> BaseGeometry:
    """A GeoPackage geometry: a header, then well-known binary (OGC 12-128r18)."""
    return shapely.from_wkb(blob[8 + _ENVELOPES[blob[3] >> 1 & 7] :])
