"""Layers by commands: added, edited, ordered, hidden, drawn on, binned."""

from dataclasses import replace

import pytest

from caseboard.capture.layers.worked import LayerRead
from caseboard.commands import layer_files
from caseboard.commands.layer_files import Drawn
from caseboard.commands.layers import (
    AddLayer,
    BinLayer,
    DrawOnLayer,
    EditLayer,
    LayerFacts,
    ReorderLayers,
    ShowLayer,
    facts_of,
)
from caseboard.commands.sources import Named
from caseboard.errors import CaseError
from caseboard.model.terms import LayerKind, SourceKind
from caseboard.store import layers
from caseworker import Casework

DAY = LayerFacts("Reported control", as_of="2024-11-13", published="2024-11-13T21:56Z")
FOUND = LayerRead("GeoJSON", 1, (37.6, 49.7, 37.7, 49.8), b'{"features":[]}')
POINT = Drawn({"type": "Point", "coordinates": [37.6, 49.7]}, "Bridge")


@pytest.fixture
def work(library, history):
    return Casework(library, history)


def kept(work, original=b"as it came", **more):
    return layer_files.keep(work.library.files, original, "map.json", replace(FOUND, **more))


async def added(work, facts=DAY, original=b"as it came", **more):
    if work.case is None:
        await work.open()
    return await work.history.run(AddLayer(work.case, facts, kept(work, original), **more))


def rows(work):
    return [row.layer for row in work.read(layers.of_case, work.case)]


async def test_a_layer_is_numbered_and_its_files_are_kept(work, library):
    layer_id = await added(work)
    (layer,) = rows(work)
    assert layer.id == layer_id
    assert layer.ref.endswith("-L1")
    assert (layer.as_of, layer.published) == ("2024-11-13", "2024-11-13T21:56Z")
    assert (layer.west, layer.north, layer.count) == (37.6, 49.8, 1)
    assert library.files.read(layer.sha256) == b"as it came"
    assert library.files.read(layer.features) == FOUND.features
    assert layer.file_name == "map.json"


async def test_numbers_of_binned_layers_are_not_used_again(work, history):
    layer_id = await added(work)
    await history.run(BinLayer(work.case, layer_id))
    assert rows(work) == []
    await added(work)
    assert rows(work)[0].ref.endswith("-L2")


async def test_a_layer_without_colours_gets_one_and_one_with_its_own_keeps_them(work):
    await added(work)
    await work.history.run(AddLayer(work.case, DAY, kept(work, is_styled=True)))
    first, second = rows(work)
    assert first.style["fill"].startswith("#")
    assert second.style == {}


async def test_a_map_of_another_day_looks_like_the_day_before(work):
    source = Named("DeepState", SourceKind.MONITOR)
    await added(work, replace(DAY, source_id=source))
    await added(work, DAY, original=b"another")
    await added(work, replace(DAY, source_id=Named("deepstate")), original=b"later")
    first, other, later = rows(work)
    assert later.source_id == first.source_id
    assert later.style == first.style
    assert other.style != first.style


async def test_new_layers_lie_above_and_tiles_below(work):
    first = await added(work)
    second = await added(work, original=b"two")
    tiles = await added(work, original=b"three", kind=LayerKind.TILES)
    assert [layer.id for layer in rows(work)] == [tiles, first, second]


async def test_layers_are_put_in_order_and_those_not_named_stay_above(work, history):
    ids = [await added(work, original=bytes([number])) for number in range(3)]
    await history.run(ReorderLayers(work.case, (ids[2], ids[0])))
    assert [layer.id for layer in rows(work)] == [ids[2], ids[0], ids[1]]
    await history.undo(work.case)
    assert [layer.id for layer in rows(work)] == ids


async def test_a_layer_that_has_gone_cannot_be_ordered(work, history):
    layer_id = await added(work)
    await history.run(BinLayer(work.case, layer_id))
    with pytest.raises(CaseError, match="no longer in the case"):
        await history.run(ReorderLayers(work.case, (layer_id,)))


async def test_what_is_said_of_a_layer_is_edited_and_undone(work, history):
    layer_id = await added(work)
    facts = facts_of(rows(work)[0], estimated="estimated advance", opacity=0.5)
    await history.run(EditLayer(work.case, layer_id, facts))
    assert (rows(work)[0].estimated, rows(work)[0].opacity) == ("estimated advance", 0.5)
    await history.undo(work.case)
    assert (rows(work)[0].estimated, rows(work)[0].opacity) == ("", 1.0)


@pytest.mark.parametrize(
    "wrong",
    [
        {"name": "  "},
        {"as_of": "yesterday"},
        {"published": "2024-13-01"},
        {"opacity": 1.5},
        {"style": {"fill": "red"}},
        {"style": {"width": 3}},
        {"source_id": "nobody"},
    ],
)
async def test_facts_that_cannot_be_are_refused(work, wrong):
    with pytest.raises(CaseError):
        await added(work, replace(DAY, **wrong))
    assert rows(work) == []


async def test_a_layer_is_hidden_and_shown(work, history):
    layer_id = await added(work)
    await history.run(ShowLayer(work.case, layer_id, is_shown=False))
    assert not rows(work)[0].is_shown


async def test_drawn_shapes_become_a_layer_that_is_drawn_on(work, history, library):
    await work.open()
    one = layer_files.keep_drawn(library.files, [POINT])
    facts = LayerFacts("Sketch")
    layer_id = await history.run(AddLayer(work.case, facts, one, LayerKind.DRAWN))
    line = Drawn({"type": "LineString", "coordinates": [[37.6, 49.7], [37.8, 49.9]]})
    held = layer_files.drawn(library.files.read(rows(work)[0].features))
    both = layer_files.keep_drawn(library.files, [*held, line])
    await history.run(DrawOnLayer(work.case, layer_id, both))
    assert (rows(work)[0].count, rows(work)[0].east) == (2, 37.8)
    assert layer_files.drawn(library.files.read(both.features))[0].name == "Bridge"
    await history.undo(work.case)
    assert rows(work)[0].features == one.features


async def test_what_a_source_published_is_not_drawn_on(work, history):
    layer_id = await added(work)
    with pytest.raises(CaseError, match="drawn here"):
        await history.run(DrawOnLayer(work.case, layer_id, kept(work)))


def test_a_drawing_off_the_globe_is_refused(library):
    shape = Drawn({"type": "Point", "coordinates": [37.6, 97]}, "Nowhere")
    with pytest.raises(CaseError, match="Nowhere"):
        layer_files.keep_drawn(library.files, [shape])
    with pytest.raises(CaseError):
        layer_files.keep_drawn(library.files, [Drawn({"type": "LineString", "coordinates": []})])
