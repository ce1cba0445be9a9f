"""The cards over a map: the position, what is measured, whose map it is."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from small_world import SPOTS

from caseboard.mapping.content import Content, Overlay
from caseboard.mapping.coordinates import Notation
from caseboard.model.terms import LayerKind
from caseboard.ui.map.coordinates_bar import CoordinatesBar
from caseboard.ui.map.credits import Credits
from caseboard.ui.map.frame import MapFrame
from caseboard.ui.map.readout import Readout
from caseboard.ui.map.tools import Tool
from support import settled, until


async def test_the_position_is_written_as_one_chooses(shown, theme, qtbot):
    canvas = await shown(Content(SPOTS))
    bar = CoordinatesBar(theme, canvas)
    qtbot.addWidget(bar)
    told = []
    bar.notation_chosen.connect(told.append)
    canvas.pointed.emit(49.71003, 37.61581)
    assert bar.position.text() == "49.71003, 37.61581"
    bar._fill()
    mgrs = next(each for each in bar.menu.actions() if each.data() == Notation.MGRS)
    mgrs.trigger()
    canvas.pointed.emit(49.71003, 37.61581)
    assert bar.position.text() == "37U DR 00205 07310"
    assert told == [Notation.MGRS]


async def test_the_menu_copies_the_position_in_the_middle(shown, theme, qtbot):
    canvas = await shown(Content(SPOTS))
    bar = CoordinatesBar(theme, canvas)
    qtbot.addWidget(bar)
    canvas.go_to(49.71003, 37.61581)
    bar._fill()
    copies = [each.data() for each in bar.menu.actions() if "\t" in each.text()]
    assert "37U 400205 5507310" in copies
    bar.menu.actions()[-1].trigger()
    assert QGuiApplication.clipboard().text() == "8GXVPJ68+28"


@pytest.mark.parametrize(("zoom", "words"), [(11.0, "5 km"), (15.0, "500 m"), (6.0, "200 km")])
async def test_the_scale_bar_is_true_in_the_middle(shown, theme, qtbot, zoom, words):
    canvas = await shown()
    bar = CoordinatesBar(theme, canvas)
    qtbot.addWidget(bar)
    canvas.go_to(0.0, 37.6, zoom)
    assert bar.scale.words == words
    assert bar.scale.accessibleName() == f"Scale bar: {words}"


async def test_the_readout_is_there_while_one_measures(shown, theme, qtbot):
    canvas = await shown(Content(SPOTS))
    card = Readout(theme, canvas)
    qtbot.addWidget(card)
    assert card.isHidden()
    canvas.set_tool(Tool.DISTANCE)
    assert not card.isHidden()
    assert card.result.text() == "Measure a distance"
    canvas.begin_at(Tool.DISTANCE, 49.71, 37.6158)
    canvas.add(49.2, 37.27)
    assert card.result.text() == "62.0 km at 204°"
    card.copy.click()
    assert QGuiApplication.clipboard().text() == "62.0 km at 204°"
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert "begin anew" in card.hint.text()
    card.done.click()
    assert card.isHidden()
    assert canvas.tool is Tool.PAN


async def test_done_ends_what_is_drawn(shown, theme, qtbot):
    canvas = await shown(Content(SPOTS))
    card = Readout(theme, canvas)
    qtbot.addWidget(card)
    told = []
    canvas.drawn.connect(told.append)
    canvas.set_tool(Tool.LINE)
    canvas.add(49.71, 37.6158)
    canvas.add(49.2, 37.27)
    card.done.click()
    assert [sketch.points for sketch in told] == [((49.71, 37.6158), (49.2, 37.27))]
    assert card.isHidden()


async def test_the_map_says_whose_it_is_and_how_true_its_borders_are(shown, theme, qtbot):
    canvas = await shown(Content(SPOTS))
    card = Credits(theme, canvas)
    qtbot.addWidget(card)
    canvas.go_to(49.7, 37.6, 12.0)
    await settled()
    assert card.told == ("Borders are generalised: they may be off by 2 km.", "Made up")
    assert not card.isHidden()


async def test_the_owner_of_a_layer_is_named_while_the_layer_is_there(shown, theme, qtbot):
    canvas = await shown(Content(SPOTS))
    card = Credits(theme, canvas)
    qtbot.addWidget(card)
    layer = Overlay(id="1", ref="L1", name="", kind=LayerKind.DRAWN, attribution="Somebody")
    canvas.show_content(Content(SPOTS, (layer,)))
    await settled()
    assert "Somebody" in card.told
    canvas.show_content(Content(SPOTS))
    await settled()
    assert "Somebody" not in card.told


async def test_all_of_an_owner_is_read_beside_the_position_in_a_small_window(shown, theme, qtbot):
    canvas = await shown(Content(SPOTS))
    frame = MapFrame(theme, canvas)
    qtbot.addWidget(frame)
    card, bar = Credits(theme, canvas), CoordinatesBar(theme, canvas)
    frame.add(card, Qt.Corner.BottomLeftCorner)
    frame.add(bar, Qt.Corner.BottomRightCorner)
    frame.resize(620, 400)
    frame.show()
    owner = "Natural Earth; GSHHG (LGPL); GeoNames CC BY 4.0, and all who drew the layers above it"
    layer = Overlay(id="1", ref="L1", name="", kind=LayerKind.DRAWN, attribution=owner)
    canvas.show_content(Content(SPOTS, (layer,)))
    await until(lambda: owner in card.told)
    await settled()
    frame.arrange()
    label = next(label for label in card.findChildren(QLabel) if label.text() == owner)
    assert label.height() >= label.heightForWidth(label.width())
    assert frame.rect().contains(card.geometry())
    assert not card.geometry().intersects(bar.geometry())
