from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor, QGuiApplication, QPixmap

from caseboard.ui.screen_region import RegionPicker

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def picker(qtbot):
    screen = QGuiApplication.primaryScreen()
    frozen = QPixmap(screen.geometry().size())
    frozen.fill(QColor(10, 20, 30))
    picker = RegionPicker(screen, frozen)
    picker.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose, on=False)
    qtbot.addWidget(picker)
    picker.show()
    return picker


def drag(qtbot, picker, start, end):
    qtbot.mousePress(picker, LEFT, pos=QPoint(*start))
    qtbot.mouseMove(picker, QPoint(*end))
    qtbot.mouseRelease(picker, LEFT, pos=QPoint(*end))


def test_a_drag_takes_that_piece_of_the_screen(picker, qtbot):
    with qtbot.waitSignal(picker.picked) as told:
        drag(qtbot, picker, (120, 90), (20, 30))
    shot = told.args[0]
    with Image.open(BytesIO(shot.png)) as image:
        assert image.width == 100
        assert image.height == 60
        assert image.convert("RGB").getpixel((5, 5)) == (10, 20, 30)
        assert image.text["Creation Time"].endswith("Z")
        assert "Caseboard" in image.text["Software"]
    assert shot.name.endswith(".png")
    assert not picker.isVisible()


def test_a_click_takes_nothing(picker, qtbot):
    told = []
    picker.picked.connect(told.append)
    drag(qtbot, picker, (20, 30), (21, 31))
    assert told == []
    assert picker.isVisible()


def test_return_takes_the_whole_screen(picker, qtbot):
    with qtbot.waitSignal(picker.picked) as told:
        qtbot.keyClick(picker, Qt.Key.Key_Return)
    with Image.open(BytesIO(told.args[0].png)) as image:
        assert image.size == picker.size().toTuple()


def test_escape_gives_up(picker, qtbot):
    with qtbot.waitSignal(picker.given_up):
        qtbot.keyClick(picker, Qt.Key.Key_Escape)
    assert not picker.isVisible()
