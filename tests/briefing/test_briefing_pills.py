"""Words on a rounded ground."""

from io import BytesIO

import pytest

from caseboard.briefing.pdf.shapes import PillBox
from caseboard.briefing.pdf.sheet import Sheet


def drawn(word, room):
    """Where a pill's text begins and ends, in a column from 0."""
    sheet = Sheet(BytesIO(), (200, 400), language="en", targets=frozenset())
    written = []
    sheet.lines = written.extend
    PillBox(word, "#FFFFFF", "#000000", room).draw(sheet, 0.0, 100.0)
    ((x, _y, line),) = written
    return x, x + line.width, line.spans[0].ink.size


def test_a_word_has_air_on_either_side():
    left, _right, size = drawn("open", 100)
    assert (left, size) == (PillBox.pad, PillBox.size)


def test_a_word_that_fills_its_column_gives_up_air_before_it_is_set_smaller():
    wide = drawn("corroborated", 100)
    room = wide[1] - wide[0] + 6.0
    left, right, size = drawn("corroborated", room)
    assert (left, size) == (pytest.approx(3.0), PillBox.size)
    assert right <= room


def test_a_word_too_wide_for_its_column_is_set_smaller_rather_than_cut():
    _left, right, size = drawn("corroborated", 30)
    assert size < PillBox.size
    assert right <= 30
