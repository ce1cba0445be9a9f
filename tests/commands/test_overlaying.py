"""Layers of a case as overlays, read from the library."""

from io import BytesIO

import pytest
from PIL import Image

from caseboard.capture.layers import tiled
from caseboard.commands import layer_files, map_pictures, overlaying
from caseboard.commands.layer_files import Drawn
from caseboard.commands.layers import AddLayer, EditLayer, LayerFacts, facts_of
from caseboard.commands.overlaying import Overlays
from caseboard.commands.sources import Named
from caseboard.mapping.view import Bounds
from caseboard.model.terms import LayerKind
from caseboard.store import layers
from caseworker import Casework
from mbtile import one_tile

POINT = Drawn({"type": "Point", "coordinates": [37.6, 49.7]}, "Bridge")


@pytest.fixture
def work(library, history):
    return Casework(library, history)


@pytest.fixture
def reader(library):
    reader = Overlays(library.files)
    yield reader
    reader.close()


async def added(work, name, **facts):
    kept = layer_files.keep_drawn(work.library.files, [POINT])
    return await work.history.run(AddLayer(work.case, LayerFacts(name, **facts), kept))


def laid(work):
    return work.read(overlaying.of_case, work.case)


async def test_overlays_come_from_the_lowest_to_the_highest_with_their_source(work, reader):
    await work.open()
    await added(work, "Low", source_id=Named("DeepState"))
    await added(work, "High", estimated="assessed")
    (low, high), wrong = reader.read(laid(work))
    assert (low.name, low.source, high.name) == ("Low", "DeepState", "High")
    assert high.is_estimated
    assert low.features[0].names == (("", "Bridge"),)
    assert wrong == ()


async def test_what_is_said_anew_is_told_without_reading_the_file_again(work, reader, history):
    await work.open()
    layer_id = await added(work, "Front")
    before = reader.one(laid(work)[0])
    layer = work.read(layers.by_id, layer_id).layer
    facts = facts_of(layer, name="Front line", opacity=0.4)
    await history.run(EditLayer(work.case, layer_id, facts))
    after = reader.one(laid(work)[0])
    assert (after.name, after.opacity) == ("Front line", 0.4)
    assert after.features is before.features


async def test_a_layer_of_which_nothing_changed_is_the_same_object(work, reader):
    await work.open()
    await added(work, "Front")
    before = reader.one(laid(work)[0])
    await added(work, "Another", as_of="2024-11-13")
    assert reader.one(laid(work)[0]) is before


async def test_another_style_is_drawn_anew(work, reader, history):
    await work.open()
    layer_id = await added(work, "Front")
    reader.one(laid(work)[0])
    layer = work.read(layers.by_id, layer_id).layer
    await history.run(EditLayer(work.case, layer_id, facts_of(layer, style={"fill": "#00ff00"})))
    assert reader.one(laid(work)[0]).features[0].style.fill == "#00ff00"


async def test_a_damaged_file_is_named_and_the_others_are_read(work, reader, library):
    await work.open()
    await added(work, "Front")
    library.files.path(laid(work)[0].layer.features).write_bytes(b"other")
    shape = Drawn({"type": "Point", "coordinates": [38, 50]})
    kept = layer_files.keep_drawn(library.files, [shape])
    await work.history.run(AddLayer(work.case, LayerFacts("Sound"), kept))
    found, wrong = reader.read(laid(work))
    assert [overlay.name for overlay in found] == ["Sound"]
    assert "damaged" in str(wrong[0])


async def test_tiles_are_drawn_from_the_copy_in_the_library(work, reader, library, tmp_path):
    await work.open()
    path = one_tile(tmp_path / "roads.mbtiles", 5, 19, 10)
    found = tiled.read(path)
    kept = layer_files.keep(library.files, path, path.name, found)
    await work.history.run(AddLayer(work.case, LayerFacts("Roads"), kept, found.kind))
    path.unlink()
    (overlay,), _wrong = reader.read(laid(work))
    assert overlay.kind is LayerKind.TILES
    (tile,) = overlay.tiles(5, Bounds(33.8, 48.95, 44.9, 55.7))
    assert (tile.column, tile.row) == (19, 10)
    assert Image.open(BytesIO(tile.image)).size == (256, 256)


async def test_a_picture_of_the_map_has_its_tiles_and_leaves_no_process_behind(
    work, library, tmp_path
):
    await work.open()
    path = one_tile(tmp_path / "roads.mbtiles", 5, 19, 10)
    kept = layer_files.keep(library.files, path, path.name, tiled.read(path))
    await work.history.run(AddLayer(work.case, LayerFacts("Roads"), kept, LayerKind.TILES))
    with map_pictures.stuff(library.files, laid(work)) as stuff:
        (overlay,) = stuff.overlays
        archive = overlay.tiles.__self__
        assert len(overlay.tiles(5, Bounds(33.8, 48.95, 44.9, 55.7))) == 1
        assert archive.pid is not None
    assert archive.pid is None
