"""Layers in a case, and the card that shows them."""

import json
from dataclasses import dataclass
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from caseboard.commands import layer_files
from caseboard.commands.layer_files import Drawn
from caseboard.commands.layers import AddLayer, LayerFacts
from caseboard.model.terms import LayerKind
from caseboard.ui.map.layer_shelf import LayerShelf
from caseboard.ui.map.layer_work import LayerWork
from caseboard.ui.map.layers_card import LayersCard
from support import until


def square(west=37.6, name="Held"):
    east = west + 0.1
    ring = [[west, 49.7], [east, 49.7], [east, 49.8], [west, 49.8], [west, 49.7]]
    return Drawn({"type": "Polygon", "coordinates": [ring]}, name)


def geojson(west=37.6):
    held = {"type": "Feature", "properties": {}, "geometry": square(west).geometry}
    return json.dumps({"type": "FeatureCollection", "features": [held]})


async def layer(work, name, *, west=37.6, kind=LayerKind.IMPORTED, **facts):
    """Lays a square over the map; returns the layer's id."""
    kept = layer_files.keep_drawn(work.library.files, [square(west)])
    return await work.history.run(AddLayer(work.case, LayerFacts(name, **facts), kept, kind))


@dataclass
class Table:
    """A card with all it works with."""

    card: LayersCard
    shelf: LayerShelf
    work: LayerWork
    window: QWidget
    said: list[Any]

    def names(self):
        return [line.layer.name for line in self.card.model.lines]

    def line(self, name):
        return next(line for line in self.card.model.lines if line.layer.name == name)

    def select(self, name):
        self.card.list.setCurrentIndex(self.card.model.index_of(self.line(name).id))


async def table(desk, qtbot):
    """The card of a case, shown and read."""
    window = QWidget()
    qtbot.addWidget(window)
    shelf, work = LayerShelf(desk, window), LayerWork(desk, window)
    card = LayersCard(desk, shelf, work, window)
    QVBoxLayout(window).addWidget(card)
    window.resize(400, 600)
    window.show()
    window.activateWindow()
    read = []
    shelf.changed.connect(lambda: read.append(True))
    shelf.reload()
    await until(lambda: bool(read))
    said = []
    work.told.connect(said.append)
    return Table(card, shelf, work, window, said)
