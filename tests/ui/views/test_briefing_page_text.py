"""Where the letters of a page stand, and what is selected of them."""

import pytest
from PySide6.QtCore import QPointF

from caseboard.ui.briefing import page_picks
from caseboard.ui.briefing.page_picks import Pick, Reach, Stretch, Unit
from caseboard.ui.briefing.page_text import Letter, PageText


def text_of(*lines):
    """Letters a hundredth of the page wide; each line is its words, where it begins, its top."""
    letters = []
    for words, left, top in lines:
        for n, char in enumerate(words):
            letters.append(Letter(char, left + n / 100, top, left + (n + 1) / 100, top + 0.02))
        letters.append(Letter("\n", left + len(words) / 100, top, left + len(words) / 100, top))
    return PageText(letters[:-1], (600.0, 800.0))


TWO = text_of(("the bridge’s", 0.1, 0.1), ("‘east’ pier", 0.1, 0.2), ("second column", 0.6, 0.1))


@pytest.mark.parametrize(
    ("x", "y", "place"),
    [
        (0.121, 0.11, 2),
        (0.128, 0.11, 3),  # nearer to the end of the letter
        (0.0, 0.11, 0),
        (0.35, 0.11, 12),  # between the columns, nearer the first
        (0.58, 0.11, 25),
        (0.15, 0.19, 18),  # above the second line
        (0.9, 0.99, 24),
    ],
)
def test_the_place_between_letters_that_is_meant_is_the_nearest(x, y, place):
    assert TWO.at(QPointF(x, y)) == place


@pytest.mark.parametrize(
    ("place", "word"), [(1, "the"), (3, "the"), (6, "bridge’s"), (14, "east"), (18, "east")]
)
def test_a_word_is_taken_without_the_marks_around_it(place, word):
    start, end = TWO.word(place)
    assert TWO.text[start:end] == word


def test_a_sign_by_itself_is_taken_alone():
    text = text_of(("a ● b", 0.1, 0.1))
    assert text.word(2) == (2, 3)
    assert text_of().word(0) == (0, 0)


def test_a_line_that_begins_without_a_break_is_another_line():
    joined = [*text_of(("one", 0.1, 0.1))._letters, *text_of(("two", 0.1, 0.2))._letters]
    text = PageText(joined, (600.0, 800.0))
    assert [box.top() for box in text.boxes(0, 6)] == pytest.approx([0.1, 0.2])


def test_boxes_cover_what_is_selected_line_by_line():
    boxes = list(TWO.boxes(4, 19))
    assert [(round(box.left(), 3), round(box.right(), 3)) for box in boxes] == [
        (0.14, 0.22),
        (0.1, 0.16),
    ]


def test_a_page_without_words_holds_none():
    empty = text_of()
    assert empty.at(QPointF(0.5, 0.5)) == 0
    assert list(empty.boxes(0, 5)) == []
    assert not empty.is_on(QPointF(0.5, 0.5))


def test_pages_whose_words_are_not_known_are_left_out():
    pick = Pick(Reach(0, QPointF(0.6, 0.11)), Reach(2, QPointF(0.131, 0.11)), Unit.LETTER)
    known = {0: TWO, 2: TWO}
    assert pick.stretches(known.get) == [Stretch(0, 25, 38), Stretch(2, 0, 3)]
    assert page_picks.words(pick.stretches(known.get), known.get) == "second column\nthe"
