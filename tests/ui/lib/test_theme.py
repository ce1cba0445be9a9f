"""The look in force."""

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QColor, QFontInfo, QPalette, QPixmap
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QPushButton, QSplitter, QWidget

from caseboard.ui.lib import fonts
from caseboard.ui.lib.buttons import push_button
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.theme import Theme, Weight
from caseboard.ui.lib.tokens import DARK, LIGHT


def colour_of_middle(widget: QWidget) -> str:
    image = widget.grab().toImage()
    return image.pixelColor(image.width() // 2, image.height() - 4).name()


def test_a_choice_is_told_and_seen(theme):
    spy = QSignalSpy(theme.changed)
    theme.choose("dark")
    assert theme.tokens is DARK
    theme.choose("light")
    assert theme.tokens is LIGHT
    assert spy.count() == 2


def test_the_system_is_followed_when_it_changes(worn, qapp):
    hints = qapp.styleHints()
    worn.choose("system")
    told = QSignalSpy(worn.changed)
    hints.colorSchemeChanged.emit(Qt.ColorScheme.Dark)
    assert told.count() == 1
    is_dark = hints.colorScheme() == Qt.ColorScheme.Dark
    assert worn.tokens is (DARK if is_dark else LIGHT)


def test_the_whole_program_wears_the_theme(worn, qapp, qtbot):
    worn.choose("dark")
    assert qapp.palette().color(QPalette.ColorRole.Base) == DARK.panel
    button = push_button(worn, "Brief…", primary=True)
    qtbot.addWidget(button)
    button.show()
    assert colour_of_middle(button) == DARK.accent.name()
    worn.choose("light")
    assert colour_of_middle(button) == LIGHT.accent.name()


def test_buttons_are_as_high_as_the_mock(worn, qtbot):
    button = QPushButton("Clip")
    qtbot.addWidget(button)
    button.show()
    assert button.height() == 30
    worn.set_scale(1.5)
    button.resize(button.sizeHint())
    assert button.height() == 42 + 2


def test_the_focus_ring_can_be_seen_and_moves_nothing(worn, qtbot):
    button = QPushButton("Clip")
    qtbot.addWidget(button)
    button.show()
    button.clearFocus()
    before, size = button.grab().toImage(), button.sizeHint()
    qtbot.waitUntil(lambda: button.setFocus() or button.hasFocus())
    assert button.sizeHint() == size
    ring = button.grab().toImage().pixelColor(button.width() // 2, 1)
    assert ring == worn.tokens.accent
    assert before.pixelColor(button.width() // 2, 1) != ring


def test_the_bundled_type_is_used(worn):
    assert QFontInfo(worn.ui_font(13, Weight.DemiBold)).family() == "Inter"
    assert QFontInfo(worn.reading_font()).family() == "Source Serif 4"
    assert QFontInfo(worn.mono_font()).family() == "JetBrains Mono"


def test_lengths_and_type_grow_with_the_size_of_text(theme):
    theme.set_scale(1.5)
    assert theme.px(30) == 45
    assert theme.ui_font(13).pixelSize() == 20
    theme.set_scale(9)
    assert theme.scale == 2


def test_a_label_keeps_its_type_under_another_parent(worn, qtbot):
    inner, outer = QWidget(), QSplitter()
    qtbot.addWidget(outer)
    label = plain_label("9f2c", inner, size="mono")
    label.ensurePolished()
    outer.addWidget(inner)
    outer.show()
    assert label.font().families()[0] == "JetBrains Mono"
    assert label.font().pixelSize() == worn.px(11)


def test_the_style_sheet_names_the_reading_type_before_it_is_loaded(qapp, monkeypatch):
    theme = Theme(qapp)
    monkeypatch.setattr(fonts, "load", lambda _files: fonts.Families(reading=["DejaVu Serif"]))
    theme.apply(qapp, quickly=True)
    assert theme.reading_font().families()[0] == "Source Serif 4"
    assert "Source Serif 4" in qapp.styleSheet()
    qapp.setStyleSheet("")
    theme.deleteLater()


def test_without_bundled_files_the_systems_stand_in(qapp, tmp_path):
    theme = Theme(qapp, tmp_path)
    theme.apply(qapp)
    assert QFontInfo(theme.ui_font()).pixelSize() == 13
    qapp.setStyleSheet("")
    theme.deleteLater()


def test_an_icon_wears_the_colour_asked_for(theme):
    red = QColor("#ff0000")
    image = theme.pixmap("search", 16, red, 2.0).toImage()
    assert (image.width(), image.devicePixelRatio()) == (32, 2.0)
    solid = {
        image.pixelColor(x, y).name()
        for x in range(32)
        for y in range(32)
        if image.pixelColor(x, y).alpha() == 255
    }
    assert solid == {"#ff0000"}


def test_an_icon_is_drawn_once(theme):
    assert theme.icon("search").cacheKey() == theme.icon("search").cacheKey()
    assert not theme.icon("search").pixmap(16, 16).isNull()
    assert isinstance(theme.icon("search").pixmap(20, 20), QPixmap)


def test_an_icon_there_is_not_is_a_fault(theme):
    with pytest.raises(FileNotFoundError):
        theme.icon("no such icon")


def test_a_widget_that_is_gone_is_not_told(theme, qtbot):
    button = push_button(theme, "Open", icon="folder-open")
    with qtbot.waitSignal(button.destroyed):
        button.deleteLater()
    theme.choose("dark")
    assert isinstance(theme, QObject)
