"""Where the nodes of a picture stand: by the springs of a library, then moved clear of each other.

The same boxes and links always come to stand the same way. Parts that hang together are laid out
by themselves (Fruchterman and Reingold 1991, as rustworkx does it) and packed side by side. What
stands already stays where it is.

rustworkx holds Python's lock while it works, half a second for a thousand nodes: run this in
another process than a window's.
"""

import math
from collections import defaultdict, deque
from collections.abc import Iterator, Mapping, Sequence

from caseboard.analysis.clearing import Box, clear

Point = tuple[float, float]
Size = tuple[float, float]
Link = tuple[int, int]

SEED = 7
FREE, SNUG = 3.2, 2.3
"""How many times the area of its boxes a part is given, and a small part."""
FEW = 60
"""Boxes of a small part: all of it can be read at once where it is not spread too far."""
EVEN = 0.6
"""How far places are given by their order instead of by the springs, which crowd the middle."""
GAP = 48.0
"""Between parts, in pixels."""
WIDE = 1.5
"""Of the whole picture, width to height."""


def lay_out(
    sizes: Sequence[Size],
    links: Sequence[Link],
    standing: Mapping[int, Point] | None = None,
    fixed: Mapping[int, Point] | None = None,
) -> list[Point]:
    """The middle of each box, in pixels, so that no two overlap.

    `sizes` are width and height; `links` join two by their places in `sizes`. What is `standing`
    stays there, and what is new comes to stand beside its neighbours. What is `fixed` is put
    there after all else is laid out, and moved by nothing; two of these may overlap.
    """
    stands = dict(standing or {})
    found = _beside(sizes, links, stands) if stands else _anew(sizes, links)
    found |= fixed or {}
    held = {*stands, *(fixed or {})} if stands else set(fixed or {})
    boxes = [Box(*found[i], *sizes[i], i in held) for i in range(len(sizes))]
    return clear(boxes)


def _anew(sizes: Sequence[Size], links: Sequence[Link]) -> dict[int, Point]:
    parts = [_part(part, sizes, links) for part in _parts(len(sizes), links)]
    return _packed(parts, sizes)


def _part(members: Sequence[int], sizes: Sequence[Size], links: Sequence[Link]) -> dict[int, Point]:
    """One part that hangs together, around the origin, its boxes clear of each other."""
    if len(members) == 1:
        return {members[0]: (0.0, 0.0)}
    where = {member: place for place, member in enumerate(members)}
    inner = [(where[a], where[b]) for a, b in links if a in where and b in where]
    free = SNUG if len(members) <= FEW else FREE
    area = free * sum(sizes[member][0] * sizes[member][1] for member in members)
    side = math.sqrt(area)
    points = _stretched(_springs(len(members), inner), side * 1.2, side / 1.2)
    boxes = [Box(*point, *sizes[m]) for point, m in zip(points, members, strict=True)]
    return dict(zip(members, clear(boxes), strict=True))


def _springs(count: int, links: Sequence[Link]) -> list[Point]:
    from rustworkx import PyGraph, spring_layout  # noqa: PLC0415  brought in with the first graph

    graph: PyGraph[None, float] = PyGraph(multigraph=False)
    graph.add_nodes_from([None] * count)
    graph.add_edges_from([(a, b, 1.0) for a, b in links])
    turns = 300 if count <= 150 else 150 if count <= 500 else 70
    places = spring_layout(graph, num_iter=turns, seed=SEED)
    return [(float(places[i][0]), float(places[i][1])) for i in range(count)]


def _stretched(points: Sequence[Point], width: float, height: float) -> list[Point]:
    """The same points, around the origin, filling that rectangle without crowding its middle."""
    across = _evened([x for x, _ in points])
    down = _evened([y for _, y in points])
    return [(x * width, y * height) for x, y in zip(across, down, strict=True)]


def _evened(values: Sequence[float]) -> list[float]:
    """The values from -0.5 to 0.5, halfway between how far apart and in what order they are."""
    least, most = min(values), max(values)
    if most == least:
        return [0.0] * len(values)
    order = sorted(range(len(values)), key=lambda i: (values[i], i))
    rank = {place: number / (len(values) - 1) for number, place in enumerate(order)}
    return [
        EVEN * rank[i] + (1 - EVEN) * (value - least) / (most - least) - 0.5
        for i, value in enumerate(values)
    ]


def _packed(parts: Sequence[dict[int, Point]], sizes: Sequence[Size]) -> dict[int, Point]:
    """The parts on shelves, the highest first, in a picture as wide as screens are."""
    frames = [(_frame(part, sizes), part) for part in parts]
    frames.sort(key=lambda each: (each[0][1] - each[0][3], each[0][0] - each[0][2]))
    area = sum((r - x + GAP) * (b - y + GAP) for (x, y, r, b), _ in frames)
    widest = max([math.sqrt(area * WIDE), *(r - x for (x, _, r, _), _ in frames)])
    found: dict[int, Point] = {}
    left = top = shelf = 0.0
    for (x, y, right, bottom), part in frames:
        if left and left + right - x > widest:
            left, top, shelf = 0.0, top + shelf + GAP, 0.0
        found |= {i: (px - x + left, py - y + top) for i, (px, py) in part.items()}
        left += right - x + GAP
        shelf = max(shelf, bottom - y)
    return found


def _frame(part: Mapping[int, Point], sizes: Sequence[Size]) -> tuple[float, float, float, float]:
    return (
        min(x - sizes[i][0] / 2 for i, (x, _) in part.items()),
        min(y - sizes[i][1] / 2 for i, (_, y) in part.items()),
        max(x + sizes[i][0] / 2 for i, (x, _) in part.items()),
        max(y + sizes[i][1] / 2 for i, (_, y) in part.items()),
    )


# --- what comes to what stands ---


def _beside(
    sizes: Sequence[Size], links: Sequence[Link], standing: Mapping[int, Point]
) -> dict[int, Point]:
    """What is new beside what it is joined to; what is joined to nothing there, underneath."""
    found = dict(standing)
    near = _neighbours(len(sizes), links)
    for new, anchors, turn in _arrivals(len(sizes), near, found):
        found[new] = _near([found[anchor] for anchor in anchors], sizes[new], turn)
    apart = [i for i in range(len(sizes)) if i not in found]
    if apart:
        found |= _underneath(apart, sizes, links, found)
    return found


def _arrivals(
    count: int, near: Mapping[int, list[int]], found: Mapping[int, Point]
) -> Iterator[tuple[int, list[int], int]]:
    """Each new one that can be reached, what it joins that has its place, and a running number."""
    queue = deque(i for i in range(count) if i in found)
    turns: defaultdict[int, int] = defaultdict(int)
    while queue:
        here = queue.popleft()
        for new in near[here]:
            if new not in found:
                turns[here] += 1
                yield new, [i for i in near[new] if i in found], turns[here]
                queue.append(new)


def _near(anchors: Sequence[Point], size: Size, turn: int) -> Point:
    """Between its neighbours; around a single one on a spiral, by the golden angle."""
    x = sum(x for x, _ in anchors) / len(anchors)
    y = sum(y for _, y in anchors) / len(anchors)
    if len(anchors) > 1:
        return x, y
    angle = turn * math.pi * (3 - math.sqrt(5))
    away = 1.1 * math.hypot(*size) * math.sqrt(turn + 1) / math.sqrt(2)
    return x + away * math.cos(angle), y + away * math.sin(angle)


def _underneath(
    apart: Sequence[int], sizes: Sequence[Size], links: Sequence[Link], found: Mapping[int, Point]
) -> dict[int, Point]:
    where = {member: place for place, member in enumerate(apart)}
    inner = [(where[a], where[b]) for a, b in links if a in where and b in where]
    laid = _anew([sizes[i] for i in apart], inner)
    left, _top, _right, bottom = _frame(found, sizes) if found else (0.0, 0.0, 0.0, 0.0)
    return {i: (laid[where[i]][0] + left, laid[where[i]][1] + bottom + GAP) for i in apart}


def _neighbours(count: int, links: Sequence[Link]) -> dict[int, list[int]]:
    found: dict[int, list[int]] = {i: [] for i in range(count)}
    for a, b in links:
        found[a].append(b)
        found[b].append(a)
    return found


def _parts(count: int, links: Sequence[Link]) -> list[list[int]]:
    near = _neighbours(count, links)
    seen: set[int] = set()
    parts = []
    for one in range(count):
        if one in seen:
            continue
        seen.add(one)
        part, queue = [one], deque([one])
        while queue:
            for other in near[queue.popleft()]:
                if other not in seen:
                    seen.add(other)
                    part.append(other)
                    queue.append(other)
        parts.append(sorted(part))
    return parts
