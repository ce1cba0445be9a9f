"""Panes that remember how wide they are."""

import pytest
from PySide6.QtWidgets import QWidget

from caseboard.ui.panes import Panes


@pytest.fixture
def panes(qtbot, settings):
    def make(width=1200):
        panes = Panes(settings, "reading")
        qtbot.addWidget(panes)
        panes.add(QWidget(), 300)
        panes.add(QWidget(), 500, takes_room=True)
        panes.add(QWidget(), 320)
        panes.resize(width, 500)
        panes.show()
        return panes

    return make


def test_the_middle_takes_the_room_that_is_left(panes):
    left, middle, right = panes().sizes()
    assert (left, right) == (300, 320)
    assert middle == 1200 - 300 - 320 - 2


def test_widths_are_remembered(panes):
    first = panes()
    first.setSizes([250, 600, 350])
    first.save()
    assert panes().sizes()[0] == pytest.approx(250, abs=3)


def test_in_a_small_window_the_reader_keeps_its_share(panes):
    small = panes(700)
    assert small.sizes()[1] >= 270


def test_a_folded_pane_comes_back_as_wide_as_it_was(panes):
    pane = panes()
    pane.setSizes([250, 628, 320])
    pane.fold(0, folded=True)
    assert pane.is_folded(0)
    pane.fold(0, folded=False)
    assert pane.sizes()[0] == pytest.approx(250, abs=3)


def test_the_reader_itself_does_not_fold(panes):
    assert not panes().isCollapsible(1)
