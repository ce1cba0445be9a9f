"""Laying a picture out in a process of its own: the library holds Python's lock for too long."""

import asyncio
import json
from collections.abc import Mapping, Sequence

from caseboard.analysis.network import Network
from caseboard.capture import worker
from caseboard.capture.reading import Unreadable
from caseboard.capture.worker import Limits, Worker
from caseboard.errors import CaseError
from caseboard.i18n import _

Point = tuple[float, float]
LIMITS = Limits(memory=2**30, cpu=30.0, clock=60.0)
TASKS = "caseboard.ui.graph.laying_tasks"


async def lay_out(
    network: Network,
    size: tuple[float, float],
    standing: Mapping[str, Point],
    fixed: Mapping[str, Point],
) -> dict[str, Point]:
    """The middle of each node, whose box is `size`, in pixels; raises `CaseError`.

    What is `standing` stays; what is `fixed` stands there whatever comes of it.
    """
    order = list(network.nodes)
    if standing and all(node_id in standing for node_id in order):
        return {node_id: standing[node_id] for node_id in order} | _only(fixed, order)
    asked = _asked(network, order, size, _only(standing, order), _only(fixed, order))
    try:
        places = await asyncio.to_thread(_in_a_process, asked)
    except Unreadable as error:
        raise CaseError(
            _("The picture could not be laid out."),
            _("Show fewer nodes, or lay it out again."),
        ) from error
    return {node_id: (x, y) for node_id, (x, y) in zip(order, places, strict=True)}


def _asked(
    network: Network,
    order: Sequence[str],
    size: tuple[float, float],
    standing: Mapping[str, Point],
    fixed: Mapping[str, Point],
) -> bytes:
    where = {node_id: place for place, node_id in enumerate(order)}
    links = {(where[edge.one], where[edge.other]) for edge in network.edges}
    asked = {
        "sizes": [size] * len(order),
        "links": sorted({(min(pair), max(pair)) for pair in links}),
        "standing": [(where[node_id], *place) for node_id, place in standing.items()],
        "fixed": [(where[node_id], *place) for node_id, place in fixed.items()],
    }
    return json.dumps(asked).encode()


def _in_a_process(asked: bytes) -> list[Point]:
    one_time = Worker(worker.command(TASKS))
    try:
        places: list[Point] = one_time.do("lay_out", asked, limits=LIMITS).values["places"]
    finally:
        one_time.close()
    return places


def _only(places: Mapping[str, Point], order: Sequence[str]) -> dict[str, Point]:
    return {node_id: places[node_id] for node_id in order if node_id in places}
