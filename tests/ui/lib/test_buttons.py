"""Buttons."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QAction, QCursor
from PySide6.QtWidgets import QLineEdit, QMenu, QVBoxLayout, QWidget

from caseboard.ui.lib.buttons import (
    ThemedIcon,
    flat_button,
    link_button,
    menu_button,
    push_button,
    tool_button,
)


def test_a_click_leaves_the_keyboard_where_it_was(theme, qtbot):
    ground = QWidget()
    qtbot.addWidget(ground)
    field, button = QLineEdit(), push_button(theme, "Save")
    layout = QVBoxLayout(ground)
    layout.addWidget(field)
    layout.addWidget(button)
    ground.show()
    qtbot.waitUntil(lambda: field.setFocus() or field.hasFocus())
    qtbot.mouseClick(button, Qt.MouseButton.LeftButton)
    assert field.hasFocus()
    qtbot.keyClick(field, Qt.Key.Key_Tab)
    assert button.hasFocus()


def test_an_icon_alone_has_a_name_and_a_tooltip(theme, qtbot):
    button = tool_button(theme, "x", "Close")
    qtbot.addWidget(button)
    assert button.accessibleName() == "Close"
    assert "Close" in button.toolTip()


def test_icons_follow_the_theme(theme, qtbot):
    button = flat_button(theme, "History", icon="history")
    qtbot.addWidget(button)
    before, size = button.icon().cacheKey(), button.iconSize()
    theme.choose("dark")
    theme.set_scale(2)
    assert button.icon().cacheKey() != before
    assert button.iconSize() == 2 * size


def test_an_action_can_have_a_themed_icon(theme, qapp):
    action = QAction("Open", qapp)
    ThemedIcon(theme, action, "folder-open", "text")
    assert not action.icon().isNull()


def test_kinds_are_told_to_the_style_sheet(theme, qtbot):
    menu = QMenu()
    qtbot.addWidget(menu)
    made = {
        "primary": push_button(theme, "Brief…", primary=True),
        "danger": push_button(theme, "Empty the bin", danger=True),
        "link": link_button("Accept all"),
        "flat": flat_button(theme, "Sort"),
        "menu": menu_button("Clip", menu),
    }
    for kind, button in made.items():
        qtbot.addWidget(button)
        assert button.property(kind) is True
        assert not button.autoDefault()


def test_a_button_looks_pointed_at_after_its_menu_only_where_it_is(qtbot):
    ground = QWidget()
    qtbot.addWidget(ground)
    menu = QMenu(ground)
    menu.addAction("A4")
    button = menu_button("Page", menu, ground, flat=True)
    ground.resize(400, 300)
    ground.show()
    qtbot.waitExposed(ground)
    aside = ground.mapToGlobal(QPoint(380, 280))
    for place, is_there in ((button.mapToGlobal(QPoint(5, 5)), True), (aside, False)):
        button.setAttribute(Qt.WidgetAttribute.WA_UnderMouse)  # as the press that opened it left it
        QCursor.setPos(place)
        menu.popup(aside)
        menu.hide()
        assert button.underMouse() is is_there


def test_a_flat_button_shows_that_it_is_on(worn, qtbot):
    button = flat_button(worn, "Checks")
    qtbot.addWidget(button)
    button.setCheckable(True)
    button.resize(120, 28)
    looks = []
    for is_on in (False, True):
        button.setChecked(is_on)
        looks.append(button.grab().toImage().pixelColor(10, 4))
    assert looks[1] == worn.tokens.accent_soft
    assert looks[0] != looks[1]
