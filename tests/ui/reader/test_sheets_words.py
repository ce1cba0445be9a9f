"""Words of a drawn page and the same words in a clip's text, each found by the other."""

import pytest

from caseboard.model.parts import Part
from caseboard.model.terms import PartKind
from caseboard.ui.reader.sheets_words import Box, PageText, Word, across, lines

LINES = ("The bridge near the", "«port» was re-", "opened. The bridge", "held.")
TEXT = "Bridges\n\nThe bridge near the «port» was reopened. The bridge held.\n\nThe end."
BODY = Part(PartKind.PARAGRAPH, 9, 67, body=True, page=2)


def words(*rows):
    """Words set in one type: letters a fiftieth of the page wide, lines a tenth of it apart."""
    found = []
    for number, row in enumerate(rows):
        at = 0
        for word in row.split(" "):
            found.append(Word(word, Box(at / 50, number / 10, len(word) / 50, 0.05)))
            at += len(word) + 1
    return found


@pytest.fixture
def page():
    return PageText(words(*LINES), TEXT, [BODY])


def index_of(page, text, nth=0):
    return [i for i, word in enumerate(page.words) if word.text == text][nth]


def test_words_picked_are_found_in_the_text(page):
    passage = page.passage(index_of(page, "bridge"), index_of(page, "near"))
    assert TEXT[slice(*passage)] == "bridge near"


def test_a_word_broken_at_the_end_of_a_line_is_whole_in_the_text(page):
    passage = page.passage(index_of(page, "was"), index_of(page, "opened."))
    assert TEXT[slice(*passage)] == "was reopened."


def test_marks_around_what_is_picked_come_along(page):
    place = index_of(page, "«port»")
    assert TEXT[slice(*page.passage(place, place))] == "«port»"


def test_the_second_of_two_like_words_is_the_second_in_the_text(page):
    place = index_of(page, "bridge", 1)
    start, _end = page.passage(place, place)
    assert start == TEXT.index("bridge held")


def test_a_passage_stands_in_one_box_a_line(page):
    start = TEXT.index("was reopened")
    first, second = page.boxes(start, start + len("was reopened"))
    assert (first.y, second.y) == (0.1, 0.2)
    assert first.x == pytest.approx(7 / 50)
    assert second.w == pytest.approx(len("opened") / 50)  # without the full stop


def test_what_stands_on_another_page_has_no_box(page):
    start = TEXT.index("The end")
    assert page.boxes(start, start + 7) == []


def test_words_that_the_text_lacks_are_no_passage():
    page = PageText(words("Stamped secret"), TEXT, [BODY])
    assert page.passage(0, 1) is None


def test_words_the_text_lacks_elsewhere_do_no_harm():
    page = PageText(words("DRAFT", *LINES), TEXT, [BODY])
    place = index_of(page, "held.")
    assert TEXT[slice(*page.passage(place, place))] == "held."
    second = index_of(page, "bridge", 1)
    assert page.passage(second, second)[0] == TEXT.index("bridge held")


def test_where_it_is_not_sure_nothing_is_found():
    assert across("abxab", "abab" * 3, 0, 2) is None
    assert across("abc", "abc", 2, 2) is None


def test_what_stands_around_tells_two_places_apart():
    source, target = "thebridgestoodoldbridge", "newbridgethebridgestoodoldbridge"
    start = source.rindex("bridge")
    assert target[slice(*across(source, target, start, start + 6))] == "bridge"
    assert across(source, target, start, start + 6)[0] == target.rindex("bridge")


def test_a_point_is_of_the_word_around_it_or_the_nearest(page):
    assert page.words[page.word_at(0.1, 0.02)].text == "bridge"
    assert page.word_at(0.9, 0.9) is None
    assert page.words[page.nearest(0.9, 0.02)].text == "the"
    assert page.words[page.nearest(0.0, 0.99)].text == "held."
    assert PageText([], "", []).nearest(0.5, 0.5) is None


def test_a_word_of_another_column_is_not_on_the_line():
    left, right = Box(0.1, 0.5, 0.1, 0.02), Box(0.7, 0.5, 0.1, 0.02)
    assert lines([left, right]) == [left, right]
    assert len(lines([left, Box(0.21, 0.5, 0.1, 0.02)])) == 1
