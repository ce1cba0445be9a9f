"""Menus in which one of several is chosen."""

from PySide6.QtWidgets import QMenu

from caseboard.ui.lib.choices import add_choices, add_heading


def test_the_line_taken_is_ticked_alone_and_told(qtbot):
    menu, chosen = QMenu(), []
    qtbot.addWidget(menu)
    add_choices(menu, [(1, "Newest first"), (2, "Losses & vehicles")], chosen.append, 1)
    one, other = menu.actions()
    assert (one.isChecked(), other.isChecked()) == (True, False)
    assert other.text() == "Losses && vehicles"
    other.trigger()
    assert chosen == [2]
    assert (one.isChecked(), other.isChecked()) == (False, True)
    assert other.data() == 2


def test_a_heading_is_read_and_cannot_be_taken(qtbot):
    menu = QMenu()
    qtbot.addWidget(menu)
    add_heading(menu, "Losses & vehicles")
    add_choices(menu, [(1, "Newest first")], print)
    add_heading(menu, "Copy")
    first, _choice, line, second = menu.actions()
    assert (first.text(), second.text()) == ("Losses && vehicles", "Copy")
    assert line.isSeparator()
    assert not first.isEnabled()
    assert not second.isEnabled()
