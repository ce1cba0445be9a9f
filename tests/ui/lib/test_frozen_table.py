"""A table whose first columns stay while the rest scrolls."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QStandardItem, QStandardItemModel
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QHeaderView

from caseboard.ui.lib.frozen_table import FrozenTable

ROWS, COLUMNS, FROZEN = 40, 12, 2
LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def table(qtbot):
    model = QStandardItemModel(ROWS, COLUMNS)
    for row in range(ROWS):
        for column in range(COLUMNS):
            model.setItem(row, column, QStandardItem(f"{row}:{column}"))
    table = FrozenTable("Cells")
    qtbot.addWidget(table)
    model.setParent(table)
    table.setModel(model)
    heads = [QHeaderView(Qt.Orientation.Horizontal, each) for each in (table, table.above)]
    table.set_heads(*heads, 40)
    table.set_row_height(30)
    table.freeze(FROZEN)
    table.resize(500, 300)
    table.show()
    qtbot.waitExposed(table)
    return table


def test_the_first_columns_lie_over_the_table_and_no_others(table):
    assert table.above.width() == sum(table.columnWidth(column) for column in range(FROZEN))
    shown = [not table.above.isColumnHidden(column) for column in range(COLUMNS)]
    assert shown == [True] * FROZEN + [False] * (COLUMNS - FROZEN)


def test_what_stays_scrolls_down_with_the_rest_and_not_across(table):
    table.verticalScrollBar().setValue(200)
    table.horizontalScrollBar().setValue(150)
    assert table.above.verticalScrollBar().value() == 200
    assert table.above.horizontalScrollBar().value() == 0
    table.above.verticalScrollBar().setValue(90)
    assert table.verticalScrollBar().value() == 90


def test_a_cell_is_brought_out_from_under_the_columns_that_stay(table):
    table.setFocus()
    table.setCurrentIndex(table.model().index(0, COLUMNS - 1))
    assert table.horizontalScrollBar().value() > 0
    for _step in range(COLUMNS - 1 - FROZEN):
        QTest.keyClick(table, Qt.Key.Key_Left)
    index = table.currentIndex()
    assert index.column() == FROZEN
    assert table.visualRect(index).left() >= table.above.width()


def test_a_column_that_stays_scrolls_nothing_across(table):
    table.horizontalScrollBar().setValue(150)
    table.setCurrentIndex(table.model().index(ROWS - 1, 0))
    assert table.horizontalScrollBar().value() == 150
    assert table.verticalScrollBar().value() > 0


def test_a_click_on_what_stays_selects_there_and_gives_the_table_the_keyboard(table, qtbot):
    clicked = []
    table.clicked.connect(clicked.append)
    index = table.model().index(3, 1)
    place = table.above.visualRect(index).center()
    QTest.mouseClick(table.above.viewport(), LEFT, pos=place)
    assert table.currentIndex() == index
    assert clicked == [index]
    qtbot.waitUntil(table.hasFocus)


def test_a_width_is_the_same_in_both_whoever_sets_it(table):
    table.above.setColumnWidth(0, 77)
    assert table.columnWidth(0) == 77
    table.setColumnWidth(1, 66)
    assert table.above.columnWidth(1) == 66
    assert table.above.width() == 77 + 66


def test_a_head_is_clicked_in_either(table):
    heads = []
    table.head_clicked.connect(heads.append)
    for each, column in ((table.above, 1), (table, FROZEN)):
        header = each.horizontalHeader()
        x = header.sectionViewportPosition(column) + 20
        QTest.mouseClick(header.viewport(), LEFT, pos=QPoint(x, 20))
    assert heads == [1, FROZEN]


def test_rows_of_another_height_are_so_in_both(table):
    table.set_heights([2, 5], 50)
    assert [each.rowHeight(2) for each in (table, table.above)] == [50, 50]
    assert table.rowHeight(3) == 30
