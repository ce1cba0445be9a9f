"""What is drawn on a layer of the map."""

import asyncio

from PySide6.QtWidgets import QWidget

from caseboard.commands import layer_files
from caseboard.commands.layer_files import Drawn
from caseboard.commands.layers import AddLayer, LayerFacts
from caseboard.model.terms import LayerKind
from caseboard.store import layers
from caseboard.ui.map.layer_work import LayerWork
from caseboard.ui.map.tools import Sketch, SketchKind
from support import settled


async def test_of_two_sketches_made_on_one_layer_at_a_time_both_are_kept(
    qtbot, case_desk, work, library, history
):
    await work.open()
    window = QWidget()
    qtbot.addWidget(window)
    drawing = LayerWork(await case_desk(work.case), window)
    first = Drawn({"type": "Point", "coordinates": [37.6, 49.7]}, "First")
    kept = layer_files.keep_drawn(library.files, [first])
    layer_id = await history.run(AddLayer(work.case, LayerFacts("Seen"), kept, LayerKind.DRAWN))
    for lat in (49.71, 49.72):
        drawing.draw_on(layer_id)
        drawing.take_sketch(Sketch(SketchKind.POINT, ((lat, 37.6),)))
        await asyncio.sleep(0)
    await settled()
    row = library.database.read_now(layers.by_id, layer_id)
    assert len(layer_files.drawn(library.files.read(row.layer.features))) == 3
