"""The layout that breaks its row."""

import pytest
from PySide6.QtWidgets import QWidget

from caseboard.ui.lib.flow import FlowLayout


@pytest.fixture
def ground(qtbot):
    ground = QWidget()
    qtbot.addWidget(ground)
    flow = FlowLayout(ground, spacing=4)
    for _n in range(5):
        box = QWidget()
        box.setFixedSize(50, 18)
        flow.addWidget(box)
    return ground


def places(ground):
    ground.show()
    flow = ground.layout()
    boxes = [flow.itemAt(n).geometry() for n in range(flow.count())]
    return [(box.x(), box.y()) for box in boxes]


def test_items_stand_in_one_row_while_there_is_room(ground):
    ground.resize(300, 100)
    assert places(ground) == [(0, 0), (54, 0), (108, 0), (162, 0), (216, 0)]


def test_the_row_breaks_where_the_room_ends(ground):
    ground.resize(110, 100)
    assert places(ground) == [(0, 0), (54, 0), (0, 22), (54, 22), (0, 44)]


def test_the_height_follows_the_width(ground):
    flow = ground.layout()
    assert flow.hasHeightForWidth()
    assert [flow.heightForWidth(width) for width in (300, 110, 50)] == [18, 62, 106]


def test_what_is_hidden_takes_no_room(ground):
    ground.resize(300, 100)
    ground.show()
    ground.layout().itemAt(0).widget().hide()
    ground.layout().activate()
    assert ground.layout().itemAt(1).geometry().x() == 0


def test_clear_lets_every_item_go(ground):
    ground.layout().clear()
    assert ground.layout().count() == 0
    assert ground.layout().itemAt(0) is None
    assert ground.layout().takeAt(0) is None
