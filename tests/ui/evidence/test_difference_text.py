"""What differs between two texts, set as one."""

import pytest
from PySide6.QtGui import QTextCursor

from caseboard.analysis.textdiff import Kind, diff
from caseboard.ui.differences.text import DifferenceText
from caseboard.ui.differences.window import in_words, summary

OLD = (
    "First there was this sentence in it.\n\nThe 14th Brigade held the town on Thursday.\n\n"
    "This paragraph has gone since then.\n\nThe last one stays as it is."
)
NEW = (
    "The 14th Brigade held the town on Friday.\n\nThe last one stays as it is.\n\n"
    "<b>Something</b> new <img src='file:///etc/passwd'>\n\nFirst there was this sentence in it."
)


@pytest.fixture
def shown(qtbot, theme):
    widget = DifferenceText(theme)
    qtbot.addWidget(widget)
    widget.resize(600, 400)
    widget.show_blocks(diff(OLD, NEW))
    widget.show()
    return widget


def formats(widget):
    """Each stretch of text with whether it is underlined and struck out."""
    found = []
    block = widget.document().begin()
    while block.isValid():
        pieces = block.begin()
        while not pieces.atEnd():
            piece = pieces.fragment()
            look = piece.charFormat()
            found.append((piece.text(), look.fontUnderline(), look.fontStrikeOut()))
            pieces += 1
        block = block.next()
    return found


def test_what_came_is_underlined_and_what_went_is_struck_out(shown):
    found = formats(shown)
    assert ("Friday", True, False) in found
    assert ("Thursday", False, True) in found
    assert ("This paragraph has gone since then.", False, True) in found
    assert ("The last one stays as it is.", False, False) in found


def test_markup_in_a_text_is_words(shown):
    assert "<b>Something</b> new <img src='file:///etc/passwd'>" in shown.toPlainText()


def test_changes_are_visited_one_after_another_and_round_the_ends(shown):
    places = []
    shown.moved_to.connect(places.append)
    count = len(shown.changes)
    assert count == 4
    for _ in range(count + 1):
        shown.go(1)
    shown.go(-1)
    assert places == [0, 1, 2, 3, 0, 3]
    block = shown.block_of(3)
    assert shown.textCursor().block().text() == "".join(run.text for run in block.runs)


def test_the_first_step_back_leads_to_the_last_change(shown):
    shown.go(-1)
    assert shown.current == len(shown.changes) - 1


def test_another_theme_keeps_the_change_that_is_shown(shown, theme):
    shown.go(1)
    shown.go(1)
    before = shown.textCursor().block().text()
    theme.choose("dark")
    assert shown.current == 1
    assert shown.textCursor().block().text() == before
    theme.choose("light")


def test_texts_without_a_difference_have_nowhere_to_go(qtbot, theme):
    widget = DifferenceText(theme)
    qtbot.addWidget(widget)
    widget.show_blocks(diff(OLD, OLD))
    widget.go(1)
    assert widget.current == -1
    assert summary(diff(OLD, OLD)) == "The two texts are the same."


def test_a_change_is_said_in_words():
    said = [in_words(block) for block in diff(OLD, NEW) if block.is_change]
    assert "Removed: “Thursday”. Added: “Friday”." in said
    assert "Removed: “This paragraph has gone since then”." in said
    assert "The paragraph was moved here." in said
    assert summary(diff(OLD, NEW)) == "10 words added · 7 words removed · 1 paragraph moved"


def test_a_sign_stands_beside_every_paragraph_that_changed(shown):
    kinds = [block.kind for block in diff(OLD, NEW)]
    assert kinds == [Kind.CHANGED, Kind.REMOVED, Kind.SAME, Kind.ADDED, Kind.MOVED]
    ground = shown.palette().base().color()

    def painted():
        image = shown.grab().toImage()
        column = range(2, 30)
        rows = []
        for number in range(0, 2 * len(kinds), 2):
            block = shown.document().findBlockByNumber(number)
            place = shown.blockBoundingGeometry(block).translated(shown.contentOffset())
            line = range(round(place.top()) + 2, round(place.top()) + 22)
            points = ((x, y + shown.viewport().y()) for x in column for y in line)
            rows.append(any(image.pixelColor(x, y) != ground for x, y in points))
        return rows

    shown.moveCursor(QTextCursor.MoveOperation.Start)
    assert painted() == [True, True, False, True, True]
