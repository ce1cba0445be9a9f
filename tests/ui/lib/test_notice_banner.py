"""Notices inside a view."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QPushButton

from caseboard.ui.lib.banner import Banner, Kind


@pytest.fixture
def banner(theme, qtbot):
    banner = Banner(theme)
    qtbot.addWidget(banner)
    banner.resize(600, 40)
    return banner


def actions(banner):
    return [b for b in banner.findChildren(QPushButton) if b.isVisible()]


def test_a_notice_is_hidden_until_it_has_something_to_say(banner):
    assert not banner.isVisible()
    banner.show_notice(Kind.CARE, "Same file as E003.")
    assert banner.isVisible()
    assert banner.text.text() == banner.accessibleName() == "Same file as E003."


def test_an_action_is_done_and_closes_the_notice(banner, qtbot):
    done = []
    banner.show_notice(Kind.DONE, "3 clips went to the bin.", [("Undo", lambda: done.append(1))])
    (button,) = actions(banner)
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert done == [1]
    assert not banner.isVisible()


def test_an_action_may_show_the_next_notice(banner):
    def undo():
        banner.show_notice(Kind.ERROR, "It moved on since.")

    banner.show_notice(Kind.DONE, "3 clips went to the bin.", [("Undo", undo)])
    actions(banner)[0].click()
    assert banner.isVisible()
    assert banner.text.text() == "It moved on since."


def test_the_next_notice_has_only_its_own_actions(banner):
    banner.show_notice(Kind.NEWS, "One", [("A", list), ("B", list)])
    banner.show_notice(Kind.NEWS, "Two", [("C", list)])
    assert [button.text() for button in actions(banner)] == ["C"]


@pytest.mark.parametrize("way", ["button", "escape"])
def test_a_notice_can_be_closed(banner, qtbot, way):
    banner.show_notice(Kind.ERROR, "The page could not be read.")
    closed = QSignalSpy(banner.closed)
    if way == "button":
        banner.close_button.click()
    else:
        qtbot.keyClick(banner, Qt.Key.Key_Escape)
    assert not banner.isVisible()
    assert closed.count() == 1
    assert banner.close_button.accessibleName()
