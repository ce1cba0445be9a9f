"""Laying out in a process of its own."""

import pytest

from caseboard.analysis.network import Network
from caseboard.capture.reading import Unreadable
from caseboard.errors import CaseError
from caseboard.ui.graph import laying
from caseboard.ui.graph.laying_tasks import TASKS

SIZE = (100.0, 50.0)


async def test_every_node_gets_its_place_the_same_each_time(network):
    places = await laying.lay_out(network, SIZE, {}, {})
    assert places.keys() == network.nodes.keys()
    assert places == await laying.lay_out(network, SIZE, {}, {})


async def test_what_stands_stays_and_what_is_pinned_is_there(network):
    standing = {"claim": (0.0, 0.0), "other": (500.0, 0.0)}
    places = await laying.lay_out(network, SIZE, standing, {"town": (70.0, 900.0)})
    assert {i: places[i] for i in standing} == standing
    assert places["town"] == (70.0, 900.0)


async def test_where_all_stand_nothing_is_asked(network, monkeypatch):
    monkeypatch.setattr(laying, "TASKS", "no.such.module")
    standing = {node_id: (100.0 * n, 0.0) for n, node_id in enumerate(network.nodes)}
    fixed = {"town": (5.0, 5.0)}
    assert await laying.lay_out(network, SIZE, standing, fixed) == standing | fixed


async def test_an_empty_network_needs_no_place():
    assert await laying.lay_out(Network(), SIZE, {}, {}) == {}


async def test_a_process_that_dies_is_said_in_words(network, monkeypatch):
    monkeypatch.setattr(laying, "TASKS", "no.such.module")
    with pytest.raises(CaseError, match="could not be laid out") as caught:
        await laying.lay_out(network, SIZE, {}, {})
    assert not isinstance(caught.value, Unreadable)


def test_the_process_is_asked_only_what_it_knows():
    assert set(TASKS) == {"lay_out"}
