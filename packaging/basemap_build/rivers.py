"""Rivers of GSHHG, joined from the bins they are kept in."""

from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import h5py
import numpy as np
import shapely
from shapely.geometry import LineString, MultiLineString

from basemap_build.river import River


def read(path: Path) -> list[River]:
    """Every stretch, as long as its rank stays the same."""
    by_rank: defaultdict[int, list[LineString]] = defaultdict(list)
    with h5py.File(path) as file:
        for rank, line in _pieces(file):
            by_rank[rank].append(line)
    return [
        River(rank, line)
        for rank, pieces in sorted(by_rank.items())
        for line in _lines(shapely.line_merge(MultiLineString(pieces)))
    ]


def _pieces(file: Any) -> Iterator[tuple[int, LineString]]:
    """Rank and course; points are fractions of a bin, counted from its south-western corner."""
    first, count = file["Id_of_first_segment_in_a_bin"][:], file["N_segments_in_a_bin"][:]
    starts = file["Id_of_first_point_in_a_segment"][:]
    lengths = file["N_points_for_a_segment"][:].astype(np.int64) & 0xFFFF
    ranks = file["Hierarchial_level_of_a_segment"][:]
    across = file["Relative_longitude_from_SW_corner_of_bin"][:].astype(np.int32) & 0xFFFF
    up = file["Relative_latitude_from_SW_corner_of_bin"][:].astype(np.int32) & 0xFFFF
    size = int(file["Bin_size_in_minutes"][0]) / 60
    columns = int(file["N_bins_in_360_longitude_range"][0])
    for number in np.nonzero(count)[0].tolist():
        row, column = divmod(number, columns)
        west, south = column * size, 90 - (row + 1) * size
        for piece in range(first[number], first[number] + count[number]):
            points = slice(starts[piece], starts[piece] + lengths[piece])
            lon = west + across[points] * size / 65535
            lon = np.where(lon > 180, lon - 360, lon)
            lat = south + up[points] * size / 65535
            if len(lon) > 1 and np.ptp(lon) < 180:
                yield int(ranks[piece]), LineString(np.c_[lon, lat])


def _lines(merged: Any) -> list[LineString]:
    return [line for line in getattr(merged, "geoms", [merged]) if not line.is_empty]
