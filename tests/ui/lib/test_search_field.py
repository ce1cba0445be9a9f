"""The field one searches in."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy

from caseboard.ui.lib.keys import KeyCap
from caseboard.ui.lib.search import SearchField


def field_in(qtbot, theme, key="Ctrl K"):
    field = SearchField(theme, "Search this case", key)
    qtbot.addWidget(field)
    field.resize(400, 30)
    field.show()
    return field


def test_the_key_stands_there_while_the_field_is_empty(theme, qtbot):
    field = field_in(qtbot, theme)
    cap = field.findChild(KeyCap)
    assert cap.isVisible()
    assert cap.geometry().right() < field.width()
    qtbot.keyClicks(field, "oskil")
    assert not cap.isVisible()


def test_a_narrow_field_has_no_key(theme, qtbot):
    field = field_in(qtbot, theme)
    field.resize(120, 30)
    assert not field.findChild(KeyCap).isVisible()


def test_escape_empties_the_field_and_says_so(theme, qtbot):
    field = field_in(qtbot, theme)
    qtbot.keyClicks(field, "oskil")
    edited = QSignalSpy(field.textEdited)
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert field.text() == ""
    assert edited.at(0)[0] == ""


def test_the_field_has_a_name(theme, qtbot):
    assert field_in(qtbot, theme, key="").accessibleName() == "Search this case"
