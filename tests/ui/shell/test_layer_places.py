"""The way to a layer, from anywhere in a case."""

from caseboard.commands import layer_files
from caseboard.commands.layer_files import Drawn
from caseboard.commands.layers import AddLayer, LayerFacts
from caseboard.store import references
from support import settled, until

RING = [[37.6, 49.7], [37.7, 49.7], [37.7, 49.8], [37.6, 49.8], [37.6, 49.7]]


async def test_a_place_of_a_layer_brings_it_into_sight_on_the_map(opened, window, work, history):
    await work.open()
    held = Drawn({"type": "Polygon", "coordinates": [RING]}, "Held")
    kept = layer_files.keep_drawn(work.library.files, [held])
    layer_id = await history.run(AddLayer(work.case, LayerFacts("Front"), kept))
    found = work.read(references.find, work.case, "l1")
    assert (found.table, found.row_id, found.title) == ("layer", layer_id, "Front")
    async with opened(work.case) as session:
        session.navigator.open_entity(found.table, found.row_id)
        view = session.case_view.view("map")
        assert session.case_view.currentWidget() is view
        assert window.rail.current == "map"
        await until(lambda: abs(view.canvas.view.lon - 37.65) < 0.05)
        await settled()
