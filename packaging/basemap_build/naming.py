"""Which stretch is which river: GSHHG has none of their names.

A named river is known by points along it. The way along the rivers from one point to the next is
its course; a stretch most of whose length is in the course has its name.
"""

import csv
import math
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import numpy as np
import rustworkx as rx
import shapely
from shapely.geometry.base import BaseGeometry

from basemap_build.river import River

NEAR_KM = 6.0
"""A point of the table that lies farther from every river names nothing."""
DETOUR = 2.5
"""Of the straight way: a longer way along the rivers is another river's."""
GAP = 0.02
"""Degrees between two stretches that are one river all the same."""
STEPS = 1e4
"""Of a degree: vertices that are nearer are one."""
MOST = 0.3
"""Of its length that must be in the course: a table has few points at either end."""
KM_PER_DEGREE = 111.2


@dataclass(frozen=True)
class Named:
    """A river by the points along it: latitude and longitude in degrees."""

    name: str
    name_uk: str
    points: tuple[tuple[float, float], ...]


def table(path: Path) -> list[Named]:
    """The rivers of the table of regions."""
    with path.open(encoding="utf-8", newline="") as file:
        return [
            Named(row["en"], row["uk"], tuple(_points(row["points"])))
            for row in csv.DictReader(file)
            if row["kind"] == "river"
        ]


class Network:
    """All stretches, joined where they touch or nearly do, and through lakes."""

    def __init__(self, rivers: Sequence[River], lakes: Sequence[BaseGeometry]) -> None:
        self._graph: rx.PyGraph[int, float] = rx.PyGraph(multigraph=False)
        self._nodes: dict[tuple[int, int], int] = {}
        self._stretches = [self._add(river) for river in rivers]
        self._places = np.array(list(self._nodes), dtype=float) / STEPS
        self._tree = shapely.STRtree(shapely.points(self._places))
        self._join_ends()
        for lake in lakes:
            self._join_through(lake)

    def names(self, listed: Sequence[Named]) -> dict[int, Named]:
        """By the number of a stretch; the first of two that claim one has it."""
        found: dict[int, Named] = {}
        for river in listed:
            for number in self._stretches_of(self._course(river)):
                found.setdefault(number, river)
        return found

    def _add(self, river: River) -> list[int]:
        points = np.asarray(river.line.coords).tolist()
        nodes = [self._node(point) for point in points]
        for (one, here), (other, there) in pairwise(zip(nodes, points, strict=True)):
            if one != other:
                self._graph.add_edge(one, other, _km(here, there))
        return nodes

    def _join_ends(self) -> None:
        """Stretches of different ranks, and those cut at a bin, end a little apart."""
        ends = [node for nodes in self._stretches for node in (nodes[0], nodes[-1])]
        points = shapely.points(self._places[ends])
        found, near = self._tree.query(points, predicate="dwithin", distance=GAP)
        for end, other in zip(found.tolist(), near.tolist(), strict=True):
            if ends[end] != other:
                self._join(ends[end], other)

    def _join_through(self, lake: BaseGeometry) -> None:
        """A river that fills a reservoir is drawn before and behind it."""
        shores = self._tree.query(lake.buffer(GAP), predicate="intersects").tolist()
        for other in shores[1:]:
            self._join(shores[0], other)

    def _join(self, one: int, other: int) -> None:
        self._graph.add_edge(one, other, _km(self._places[one], self._places[other]))

    def _node(self, point: Sequence[float]) -> int:
        key = (round(point[0] * STEPS), round(point[1] * STEPS))
        if key not in self._nodes:
            self._nodes[key] = self._graph.add_node(len(self._nodes))
        return self._nodes[key]

    def _course(self, river: Named) -> set[int]:
        """The nodes along the way from each point to the next."""
        course: set[int] = set()
        stops = [node for node in map(self._nearest, river.points) if node is not None]
        for one, other in pairwise(stops):
            course.update(self._way(one, other))
        return course | set(stops)

    def _nearest(self, point: tuple[float, float]) -> int | None:
        lat, lon = point
        number = int(self._tree.nearest(shapely.Point(lon, lat)))
        return number if _km(self._places[number], (lon, lat)) <= NEAR_KM else None

    def _way(self, one: int, other: int) -> list[int]:
        """The nodes of the shortest way, or none where that is a long way round."""
        straight = max(5.0, _km(self._places[one], self._places[other]))
        graph, numbers = self._graph.subgraph_with_nodemap(self._around(one, other, straight))
        places = {number: index for index, number in numbers.items()}
        goal = places[other]
        ways = rx.dijkstra_shortest_paths(graph, places[one], goal, weight_fn=float)
        if goal not in ways:
            return []
        way = [numbers[index] for index in ways[goal]]
        length = sum(_km(self._places[a], self._places[b]) for a, b in pairwise(way))
        return way if length <= DETOUR * straight else []

    def _around(self, one: int, other: int, straight: float) -> list[int]:
        """The nodes about two of them: the rivers of the whole world need not be walked."""
        high = 0.5 + straight / KM_PER_DEGREE
        lon, lat = (self._places[one] + self._places[other]) / 2
        wide = high / max(0.2, math.cos(math.radians(lat)))
        found = self._tree.query(shapely.box(lon - wide, lat - high, lon + wide, lat + high))
        return [int(index) for index in found]

    def _stretches_of(self, course: set[int]) -> Iterator[int]:
        if len(course) < 2:
            return
        for number, nodes in enumerate(self._stretches):
            inside = total = 0.0
            if course.isdisjoint(nodes):
                continue
            for one, other in pairwise(nodes):
                length = _km(self._places[one], self._places[other])
                total += length
                inside += length * (one in course and other in course)
            if total and inside / total >= MOST:
                yield number


def _points(text: str) -> Iterator[tuple[float, float]]:
    for pair in text.split(";"):
        lat, lon = pair.split()
        yield float(lat), float(lon)


def _km(one: Sequence[float], other: Sequence[float]) -> float:
    """How far apart two points (longitude, latitude) are, on a flat Earth."""
    east = (one[0] - other[0]) * math.cos(math.radians((one[1] + other[1]) / 2))
    return KM_PER_DEGREE * math.hypot(east, one[1] - other[1])
