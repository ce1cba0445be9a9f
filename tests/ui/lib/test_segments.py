"""The segmented control."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy
from PySide6.QtWidgets import QPushButton

from caseboard.ui.lib.segments import Segments


@pytest.fixture
def segments(theme, qtbot):
    pairs = [("reader", "Reader"), ("original", "Original"), ("images", "Images 2")]
    segments = Segments(theme, pairs, "View")
    qtbot.addWidget(segments)
    segments.show()
    return segments


def button(segments, text):
    return next(b for b in segments.findChildren(QPushButton) if b.text() == text)


def test_a_click_chooses_and_tells(segments, qtbot):
    chosen = QSignalSpy(segments.chosen)
    qtbot.mouseClick(button(segments, "Original"), Qt.MouseButton.LeftButton)
    assert segments.current == "original"
    assert [chosen.at(i)[0] for i in range(chosen.count())] == ["original"]


def test_the_arrow_keys_choose(segments, qtbot):
    chosen = QSignalSpy(segments.chosen)
    first = button(segments, "Reader")
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert segments.current == "original"
    assert chosen.count() == 1


def test_choosing_in_code_tells_nobody(segments):
    chosen = QSignalSpy(segments.chosen)
    segments.choose("images")
    assert (segments.current, chosen.count()) == ("images", 0)


def test_a_name_can_change_and_nothing_moves_when_one_is_taken(segments):
    segments.set_text("images", "Images 14")
    widths = [b.sizeHint().width() for b in segments.findChildren(QPushButton)]
    segments.choose("images")
    assert [b.sizeHint().width() for b in segments.findChildren(QPushButton)] == widths
    assert button(segments, "Images 14").isChecked()


def test_a_segment_can_be_closed_to_the_user(segments, qtbot):
    segments.set_enabled("images", enabled=False)
    qtbot.mouseClick(button(segments, "Images 2"), Qt.MouseButton.LeftButton)
    assert segments.current == "reader"


def test_a_key_there_is_not_is_a_fault(segments):
    with pytest.raises(KeyError):
        segments.choose("map")


def test_a_segment_between_others_can_be_left_out(segments, qtbot):
    segments.set_shown("original", shown=False)
    assert not button(segments, "Original").isVisible()
    first = button(segments, "Reader")
    first.setFocus()
    qtbot.keyClick(first, Qt.Key.Key_Right)
    assert segments.current == "images"


@pytest.mark.parametrize(("key", "chosen"), [("i", "images"), ("O", "original"), ("3", "images")])
def test_a_first_letter_or_a_number_chooses_and_takes_the_keyboard_there(
    segments, qtbot, key, chosen
):
    told = QSignalSpy(segments.chosen)
    segments.setFocus()
    assert button(segments, "Reader").hasFocus()
    qtbot.keyClicks(button(segments, "Reader"), key)
    assert segments.current == chosen
    assert [told.at(i)[0] for i in range(told.count())] == [chosen]


@pytest.mark.parametrize("key", ["x", "9", "0"])
def test_a_key_that_stands_for_no_segment_changes_nothing(segments, qtbot, key):
    segments.set_enabled("original", enabled=False)
    qtbot.keyClicks(button(segments, "Reader"), key + "o")
    assert segments.current == "reader"


def test_a_chord_is_no_letter(segments, qtbot):
    qtbot.keyClick(button(segments, "Reader"), Qt.Key.Key_I, Qt.KeyboardModifier.ControlModifier)
    assert segments.current == "reader"


def test_the_keyboard_goes_to_the_segment_that_is_down(segments, qtbot):
    segments.choose("original")
    segments.setFocus()
    assert button(segments, "Original").hasFocus()
    qtbot.keyClicks(button(segments, "Original"), "3")
    segments.choose_none()
    segments.setFocus()
    assert button(segments, "Images 2").hasFocus()


def test_a_letter_two_segments_begin_with_goes_from_one_to_the_other(theme, qtbot):
    segments = Segments(theme, [("no", "contradicts"), ("so", "cites")], "Stance")
    qtbot.addWidget(segments)
    segments.choose_none()
    for expected in ("no", "so", "no"):
        qtbot.keyClicks(button(segments, "contradicts"), "c")
        assert segments.current == expected
