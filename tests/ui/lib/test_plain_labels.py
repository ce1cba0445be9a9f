"""Words on the screen."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QAction, QTextDocument
from PySide6.QtWidgets import QWidget

from caseboard.ui.lib.labels import (
    ElidedLabel,
    breakable,
    plain_label,
    plain_tip,
    plain_tooltip,
    set_tone,
)

MARKUP = "<b>Кругом</b> <img src='file:///etc/hostname'> & more"


def shown(tip):
    document = QTextDocument()
    document.setHtml(tip)
    return document.toPlainText()


def test_a_label_shows_markup_as_letters_whatever_it_is_given_later(qtbot):
    label = plain_label("first")
    qtbot.addWidget(label)
    label.setText(MARKUP)
    assert label.textFormat() is Qt.TextFormat.PlainText
    assert label.text() == MARKUP


def test_markup_in_a_label_takes_the_room_of_its_letters(qtbot):
    label, same = plain_label("<b>x</b>"), plain_label("(b)x(/b)")
    qtbot.addWidget(label)
    qtbot.addWidget(same)
    assert label.sizeHint().width() > plain_label("x").sizeHint().width() * 3


def test_a_tooltip_shows_markup_as_letters(qtbot):
    widget = QWidget()
    qtbot.addWidget(widget)
    plain_tooltip(widget, MARKUP)
    assert shown(widget.toolTip()) == MARKUP


def test_an_action_can_have_a_plain_tooltip(qapp):
    action = QAction("Open", qapp)
    plain_tooltip(action, MARKUP)
    assert shown(action.toolTip()) == MARKUP


def test_lines_of_a_tooltip_stay_lines():
    assert shown(plain_tip("one\ntwo")).split() == ["one", "two"]
    assert "one\ntwo" in plain_tip("one\ntwo")
    assert plain_tip("") == ""


def test_a_long_line_is_elided_and_whole_in_its_tooltip(qtbot):
    label = ElidedLabel("A line that is much too long for the room it has been given here")
    qtbot.addWidget(label)
    label.resize(60, 20)
    label.show()
    assert label.minimumSizeHint().width() < 60
    assert "room it has been given" in shown(label.toolTip())
    picture = label.grab().toImage()
    label.resize(600, 20)
    assert label.grab().toImage() != picture


def test_an_elided_label_is_one_line_of_letters(qtbot):
    label = ElidedLabel("<i>one\ntwo</i>")
    qtbot.addWidget(label)
    assert label.text() == "<i>one two</i>"
    assert label.textFormat() is Qt.TextFormat.PlainText


def test_selectable_words_are_reached_by_keyboard(qtbot):
    label = plain_label("9f2c", selectable=True)
    qtbot.addWidget(label)
    assert label.focusPolicy() & Qt.FocusPolicy.TabFocus


def test_a_tone_can_change(worn, qtbot):
    label = plain_label("Saved")
    qtbot.addWidget(label)
    set_tone(label, "bad")
    label.ensurePolished()
    assert label.palette().windowText().color() == worn.tokens.contradicts


def test_what_has_no_spaces_can_be_broken_and_reads_the_same():
    address = "https://example.org/war/2024/11/14/" + "a" * 64
    broken = breakable(address)
    assert broken.replace("\u200b", "") == address
    assert max(map(len, broken.split("\u200b"))) <= 20
    assert breakable("short words stay as they are") == "short words stay as they are"
