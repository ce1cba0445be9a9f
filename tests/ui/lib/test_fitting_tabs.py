"""Tabs of a narrow pane."""

import pytest
from PySide6.QtCore import QEvent, QPoint
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import QApplication, QToolTip, QWidget

from caseboard.ui.lib.fitting_tabs import FittingTabs, share

NAMES = ["A name that is long", "Tags", "Another long name", "Notes 2"]


@pytest.fixture
def tabs(qtbot):
    tabs = FittingTabs()
    qtbot.addWidget(tabs)
    for name in NAMES:
        tabs.addTab(QWidget(), name)
    tabs.setCurrentIndex(1)
    tabs.resize(2000, 80)
    tabs.show()
    return tabs


def widths(tabs):
    bar = tabs.tabBar()
    return [bar.tabRect(n).width() for n in range(bar.count()) if bar.isTabVisible(n)]


def tip(tabs, index):
    return tabs.tabBar().tip(index)


@pytest.mark.parametrize(
    ("room", "most"), [(100, 30), (84, 30), (60, 18), (50, 13), (30, 7), (3, 0), (0, 0)]
)
def test_the_longest_are_cut_and_all_have_room(room, most):
    wanted = [30, 10, 30, 14]
    assert share(room, wanted) == most
    assert sum(min(each, most) for each in wanted) <= room


def test_all_names_are_whole_where_there_is_room(tabs):
    whole = widths(tabs)
    tabs.resize(3000, 80)
    assert widths(tabs) == whole
    assert tip(tabs, 0) == ""


def test_in_a_narrow_pane_every_tab_is_in_sight_and_short_names_are_whole(tabs):
    whole = widths(tabs)
    tabs.resize(sum(whole) - 60, 80)
    cut = widths(tabs)
    bar = tabs.tabBar()
    assert sum(cut) <= bar.width()
    assert bar.tabRect(3).right() <= bar.width()
    assert (cut[1], cut[3]) == (whole[1], whole[3])
    assert cut[0] < whole[0]


def test_the_name_of_the_tab_in_front_is_whole(tabs):
    whole = widths(tabs)
    tabs.resize(sum(whole) - 60, 80)
    for front in (2, 0):
        tabs.setCurrentIndex(front)
        assert widths(tabs)[front] == whole[front]
        assert widths(tabs)[2 - front] < whole[2 - front]
        assert sum(widths(tabs)) <= tabs.tabBar().width()


def test_a_name_that_is_cut_is_told(tabs):
    tabs.resize(sum(widths(tabs)) - 60, 80)
    assert NAMES[0] in tip(tabs, 0)
    assert tip(tabs, 1) == ""


def test_a_tab_that_is_hidden_takes_no_room(tabs):
    whole = widths(tabs)
    tabs.setTabVisible(0, False)
    tabs.resize(sum(whole[1:]) + tabs.tabBar().pos().x() + 20, 80)
    assert widths(tabs) == whole[1:]


def test_beside_the_tabs_nothing_is_told(tabs):
    assert tip(tabs, tabs.tabBar().tabAt(QPoint(1900, 10))) == ""


def test_a_pointer_that_rests_on_it_is_told(tabs):
    tabs.resize(sum(widths(tabs)) - 60, 80)
    bar = tabs.tabBar()
    at = bar.tabRect(2).center()
    QApplication.sendEvent(bar, QHelpEvent(QEvent.Type.ToolTip, at, bar.mapToGlobal(at)))
    assert NAMES[2] in QToolTip.text()
    QToolTip.hideText()
