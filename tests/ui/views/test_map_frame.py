"""Cards that stand in the corners of the map, and files dropped on it."""

from pathlib import Path

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, QRectF, QSize, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent
from PySide6.QtWidgets import QApplication, QVBoxLayout, QWidget

from caseboard.ui.map.frame import MARGIN, NARROWEST, MapFrame

Corner = Qt.Corner


class Box(QWidget):
    """As large as what it holds."""

    def __init__(self, width, height):
        super().__init__()
        self.inside = QWidget(self)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self.inside)
        self.want(width, height)

    def want(self, width, height):
        self.inside.setMinimumSize(min(width, 60), min(height, 20))
        self.inside.sizeHint = lambda: QSize(width, height)
        self.inside.updateGeometry()


@pytest.fixture
def frame(qtbot, theme):
    frame = MapFrame(theme, QWidget())
    qtbot.addWidget(frame)
    frame.resize(800, 500)
    frame.show()
    return frame


def add(frame, corner, width=200, height=40):
    box = Box(width, height)
    frame.add(box, corner)
    box.show()
    frame.arrange()
    return box


def test_where_cards_that_cover_the_map_stand_is_told_while_they_are_seen(frame):
    told = []
    frame.covered.connect(told.append)
    add(frame, Corner.TopRightCorner)
    assert told[-1] == []
    card = Box(200, 40)
    frame.add(card, Corner.TopLeftCorner, covers=True)
    card.show()
    frame.arrange()
    assert told[-1] == [QRectF(card.geometry())]
    card.want(220, 90)
    frame.arrange()
    assert told[-1] == [QRectF(card.geometry())]
    assert card.height() == 90
    card.hide()
    frame.arrange()
    assert told[-1] == []


def test_the_map_fills_the_frame(frame):
    assert frame._canvas.geometry() == frame.rect()
    frame.resize(300, 200)
    assert frame._canvas.geometry() == frame.rect()


def test_each_card_keeps_to_its_corner_as_large_as_it_wants(frame, theme):
    boxes = {corner: add(frame, corner) for corner in Corner}
    margin = theme.px(MARGIN)
    assert boxes[Corner.TopLeftCorner].pos() == QPoint(margin, margin)
    right, low = 800 - margin - 200, 500 - margin - 40
    assert boxes[Corner.TopRightCorner].pos() == QPoint(right, margin)
    assert boxes[Corner.BottomLeftCorner].pos() == QPoint(margin, low)
    assert boxes[Corner.BottomRightCorner].pos() == QPoint(right, low)
    assert {box.size() for box in boxes.values()} == {QSize(200, 40)}


def test_a_card_that_wants_another_size_takes_it(frame):
    box = add(frame, Corner.BottomRightCorner)
    right, foot = box.geometry().right(), box.geometry().bottom()
    box.want(300, 90)
    QApplication.sendPostedEvents()
    assert box.size() == QSize(300, 90)
    assert (box.geometry().right(), box.geometry().bottom()) == (right, foot)


def test_two_cards_of_one_corner_stand_in_a_column_and_a_hidden_one_takes_no_room(frame):
    first = add(frame, Corner.TopRightCorner)
    second = add(frame, Corner.TopRightCorner)
    assert second.y() > first.geometry().bottom()
    first.hide()
    QApplication.sendPostedEvents()
    assert second.y() == first.y()


def test_at_the_foot_the_left_card_gives_way_to_the_right_one(frame, theme):
    left = add(frame, Corner.BottomLeftCorner, 600, 20)
    right = add(frame, Corner.BottomRightCorner, 300, 40)
    assert left.geometry().right() < right.x()
    frame.resize(300 + theme.px(NARROWEST), 500)
    assert left.geometry().bottom() < right.y()


def test_no_card_is_larger_than_the_map(frame):
    box = add(frame, Corner.TopLeftCorner, 2000, 2000)
    assert frame.rect().contains(box.geometry())


def drag(kind, paths):
    data = QMimeData()
    data.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    copies, left = Qt.DropAction.CopyAction, Qt.MouseButton.LeftButton
    place = QPointF(10, 10) if kind is QDropEvent else QPoint(10, 10)
    event = kind(place, copies, data, left, Qt.KeyboardModifier.NoModifier)
    event.data = data  # which Qt does not keep
    event.ignore()
    return event


@pytest.mark.parametrize(
    ("names", "is_taken"),
    [(["a.geojson"], True), (["a.GEOJSON", "b.kml"], True), (["a.geojson", "b.jpg"], False)],
)
def test_only_layers_are_taken_and_all_else_is_left_to_the_window(frame, names, is_taken):
    frame.takes = frozenset({".geojson", ".kml"})
    paths = [Path("/somewhere", name) for name in names]
    told = []
    frame.dropped.connect(told.append)
    entering, dropping = drag(QDragEnterEvent, paths), drag(QDropEvent, paths)
    frame.dragEnterEvent(entering)
    frame.dropEvent(dropping)
    assert entering.isAccepted() is dropping.isAccepted() is is_taken
    assert told == ([paths] if is_taken else [])


def test_a_map_that_takes_nothing_takes_no_drop_without_files(frame):
    entering = drag(QDragEnterEvent, [])
    frame.dragEnterEvent(entering)
    assert not entering.isAccepted()
