"""Chips and pills."""

from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage, QPainter
from PySide6.QtTest import QSignalSpy

from caseboard.ui.lib.chips import Chip, Pill, chip_size, paint_chip, paint_pill
from caseboard.ui.lib.tokens import Tint, colours


def canvas():
    image = QImage(200, 40, QImage.Format.Format_ARGB32)
    image.fill(Qt.GlobalColor.transparent)
    return image


def covered(image):
    return [
        (x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y).alpha() > 0
    ]


def test_a_delegate_can_paint_a_chip_and_knows_what_it_covers(theme):
    image = canvas()
    painter = QPainter(image)
    rect = paint_chip(painter, theme, QPoint(10, 5), "Kupiansk", Tint.LOCATION)
    painter.end()
    assert rect.size() == chip_size(theme, "Kupiansk")
    assert all(rect.contains(*point) for point in covered(image))
    _words, ground = colours(theme.tokens, Tint.LOCATION)
    assert image.pixelColor(rect.left() + 3, rect.center().y()) == ground


def test_a_chip_is_cut_to_its_room(theme):
    image = canvas()
    painter = QPainter(image)
    rect = paint_chip(painter, theme, QPoint(0, 0), "A very long name", Tint.UNIT, room=40)
    painter.end()
    assert rect.width() == 40
    assert max(x for x, _y in covered(image)) < 40


def test_a_suggestion_looks_different_without_colour(theme):
    plain = chip_size(theme, "Oskil River")
    assert chip_size(theme, "Oskil River", suggested=True).width() > plain.width()


def test_a_painter_is_left_as_it_was(theme):
    image = canvas()
    painter = QPainter(image)
    font = painter.font()
    paint_pill(painter, theme, QPoint(0, 0), "supports", Tint.SUPPORTS)
    assert painter.font() == font
    painter.end()


def test_a_chip_is_pressed_by_mouse_and_by_key(theme, qtbot):
    chip = Chip(theme, "Kupiansk", Tint.LOCATION)
    qtbot.addWidget(chip)
    chip.show()
    clicks = QSignalSpy(chip.clicked)
    qtbot.mouseClick(chip, Qt.MouseButton.LeftButton)
    chip.setFocus()
    qtbot.keyClick(chip, Qt.Key.Key_Space)
    assert clicks.count() == 2
    assert chip.accessibleName() == "Kupiansk"
    assert chip.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_chip_with_the_keyboard_has_a_ring(theme, qtbot):
    chip = Chip(theme, "Kupiansk", Tint.LOCATION)
    qtbot.addWidget(chip)
    chip.show()
    before = chip.grab().toImage()
    qtbot.waitUntil(lambda: chip.setFocus() or chip.hasFocus())
    assert chip.grab().toImage() != before


def test_a_pill_can_say_something_else(theme, qtbot):
    pill = Pill(theme, "single source", Tint.AMBER)
    qtbot.addWidget(pill)
    pill.show()
    before = pill.grab().toImage()
    pill.say("disputed", Tint.CONTRADICTS)
    assert (pill.text(), pill.accessibleName()) == ("disputed", "disputed")
    assert pill.grab().toImage() != before


def test_chips_follow_the_theme(theme, qtbot):
    chip = Chip(theme, "Kupiansk", Tint.LOCATION)
    qtbot.addWidget(chip)
    chip.show()
    width = chip.sizeHint().width()
    theme.choose("dark")
    theme.set_scale(2)
    chip.resize(chip.sizeHint())
    assert chip.sizeHint().width() > 1.8 * width
    middle = chip.grab().toImage().pixelColor(6, chip.height() // 2)
    assert middle == colours(theme.tokens, Tint.LOCATION)[1]
