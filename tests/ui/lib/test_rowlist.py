"""A long list costs no more than a short one, and moves as lists do."""

import pytest
from PySide6.QtCore import QAbstractListModel, QModelIndex, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QStyledItemDelegate

from caseboard.ui.lib.rowlist import RowList

ROWS = 5_000
KEY = Qt.Key
ROOT = QModelIndex()


class Painted(QStyledItemDelegate):
    """Remembers which rows it was asked to paint."""

    def __init__(self, parent):
        super().__init__(parent)
        self.rows = []

    def paint(self, painter, option, index):
        self.rows.append(index.row())
        super().paint(painter, option, index)


class Numbers(QAbstractListModel):
    """So many rows; counts how often it is asked how many."""

    def __init__(self, count):
        super().__init__()
        self.count = count
        self.asked = 0

    def rowCount(self, parent=ROOT):
        self.asked += 1
        return 0 if parent.isValid() else self.count

    def data(self, index, role=Qt.ItemDataRole.DisplayRole):
        return str(index.row()) if role == Qt.ItemDataRole.DisplayRole else None

    def add_first(self):
        self.beginInsertRows(ROOT, 0, 0)
        self.count += 1
        self.endInsertRows()


@pytest.fixture
def view(qtbot):
    view = RowList("Numbers")
    qtbot.addWidget(view)
    view.setModel(Numbers(ROWS))
    view.set_row_height(40)
    view.resize(300, 400)
    with qtbot.waitExposed(view):
        view.show()
    return view


def test_a_new_row_does_not_make_it_ask_for_all_the_others(view, qtbot):
    model = view.model()
    model.asked = 0
    model.add_first()
    qtbot.wait(20)
    assert model.asked < ROWS / 10


def test_scrolling_paints_only_the_rows_that_come_into_sight(view, qtbot):
    delegate = Painted(view)
    view.setItemDelegate(delegate)
    qtbot.waitUntil(lambda: bool(delegate.rows), timeout=15_000)
    qtbot.wait(20)
    delegate.rows.clear()
    view.verticalScrollBar().setValue(80)
    qtbot.waitUntil(lambda: {10, 11} <= set(delegate.rows), timeout=15_000)
    assert not {4, 5, 6, 7} & set(delegate.rows)


def test_every_row_has_the_height_asked_for_and_the_whole_width(view):
    rect = view.visualRect(view.model().index(3, 0))
    assert (rect.top(), rect.height()) == (120, 40)
    assert rect.width() == view.viewport().width()
    view.set_row_height(60)
    assert view.visualRect(view.model().index(3, 0)).top() == 180


@pytest.mark.parametrize(
    ("key", "row"), [(KEY.Key_End, ROWS - 1), (KEY.Key_Home, 0), (KEY.Key_Down, 6), (KEY.Key_Up, 4)]
)
def test_keys_move_as_in_a_list(view, key, row):
    view.setCurrentIndex(view.model().index(5, 0))
    QTest.keyClick(view, key)
    assert view.currentIndex().row() == row


def test_an_empty_list_takes_home_and_end(view):
    view.setModel(Numbers(0))
    QTest.keyClick(view, KEY.Key_End)
    QTest.keyClick(view, KEY.Key_Home)
    assert not view.currentIndex().isValid()
