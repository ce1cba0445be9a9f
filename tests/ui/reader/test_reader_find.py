from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import Qt

from caseboard.ui.reader.find import FindBar
from caseboard.ui.reader.folding import matches

APOSTROPHES = "'’ʼ‘`"


class Book:
    """Something to look in that remembers what it was told to mark."""

    def __init__(self, text):
        self.text = text
        self.marked = ((), -1)

    def searched_text(self):
        return self.text

    def show_matches(self, found, current):
        self.marked = (tuple(found), current)


@pytest.fixture
def bar(theme, show):
    bar = FindBar(theme)
    bar.hide()
    return show(bar, 500, 40)


def found(text, words):
    return [text[start:end] for start, end in matches(text, words)]


def test_case_does_not_matter_in_any_script():
    assert found("Оскіл, ОСКІЛ, Straße", "оскіл") == ["Оскіл", "ОСКІЛ"]
    assert found("Die STRASSE, die Straße", "straße") == ["STRASSE", "Straße"]


@pytest.mark.parametrize("apostrophe", APOSTROPHES)
def test_apostrophes_do_not_matter(apostrophe):
    assert found("біля Куп’янська", f"куп{apostrophe}янськ") == ["Куп’янськ"]
    assert found(f"біля Куп{apostrophe}янська", "купянськ") == [f"Куп{apostrophe}янськ"]


def test_a_line_break_or_hard_space_is_a_space():
    assert found("industrial\nedge and industrial\u00a0edge", "industrial edge") == [
        "industrial\nedge",
        "industrial\u00a0edge",
    ]


def test_nothing_is_found_for_no_words():
    assert matches("text", "") == []
    assert matches("text", " '’ ") == []


@given(st.text(max_size=30), st.integers(0, 29), st.integers(1, 8))
def test_any_piece_of_a_text_is_found_in_it(text, start, length):
    piece = text[start : start + length]
    hits = matches(text, piece)
    if found(piece, piece):
        assert hits
    assert all(0 <= one < other <= len(text) for one, other in hits)
    assert all(one[1] <= other[0] for one, other in pairwise(hits))


def test_words_are_counted_and_gone_through_round_and_round(bar, qtbot):
    book = Book("one two one two one")
    bar.open_on(book, "one")
    assert (bar.count.text(), book.marked[1]) == ("1 of 3", 0)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return)
    assert (bar.count.text(), book.marked[1]) == ("2 of 3", 1)
    qtbot.keyClick(bar.field, Qt.Key.Key_Return, Qt.KeyboardModifier.ShiftModifier)
    bar.previous.click()
    assert (bar.count.text(), book.marked[1]) == ("3 of 3", 2)
    bar.next.click()
    assert bar.count.text() == "1 of 3"


def test_typing_searches_and_says_when_there_is_nothing(bar, qtbot):
    book = Book("one two")
    bar.open_on(book)
    qtbot.keyClicks(bar.field, "TWO")
    assert book.marked == (((4, 7),), 0)
    qtbot.keyClicks(bar.field, "x")
    assert (bar.count.text(), book.marked) == ("Not found", ((), 0))
    assert not bar.next.isEnabled()


def test_escape_takes_the_words_then_the_bar_and_its_marks(bar, qtbot):
    book = Book("one two")
    bar.open_on(book, "one")
    qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert bar.isVisible()
    with qtbot.waitSignal(bar.closed):
        qtbot.keyClick(bar.field, Qt.Key.Key_Escape)
    assert not bar.isVisible()
    assert book.marked == ((), -1)


def test_another_text_is_searched_with_the_same_words(bar):
    first, second = Book("one one"), Book("one")
    bar.open_on(first, "one")
    bar.aim_at(second)
    bar.search()
    assert first.marked == ((), -1)
    assert bar.count.text() == "1 of 1"
