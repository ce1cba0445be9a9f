"""Pages one under the other: where each stands."""

import pytest

from caseboard.ui.reader.sheets_layout import GAP, STEEPEST, TOP, SheetsLayout

A4, WIDE = (595.0, 842.0), (842.0, 595.0)


def test_every_page_is_as_wide_as_the_rest():
    layout = SheetsLayout([A4, WIDE, A4], 600)
    assert layout.height_of(1) == pytest.approx(600 * 842 / 595)
    assert layout.height_of(2) == pytest.approx(600 * 595 / 842)
    assert layout.top(1) == TOP
    assert layout.top(2) == pytest.approx(TOP + layout.height_of(1) + GAP)
    assert layout.height == pytest.approx(layout.top(3) + layout.height_of(3) + GAP)


def test_a_point_is_on_the_page_it_stands_on_or_below():
    layout = SheetsLayout([A4] * 5, 595)
    assert layout.page_at(0) == 1
    assert layout.page_at(layout.top(3)) == 3
    assert layout.page_at(layout.top(3) - 1) == 2
    assert layout.page_at(1e9) == 5


def test_only_what_is_in_sight_is_seen():
    layout = SheetsLayout([A4] * 1000, 595)
    assert layout.seen(0, 500) == range(1, 2)
    top = layout.top(400)
    assert layout.seen(top, top + 1000) == range(400, 402)
    assert layout.seen(top - 10, top + 10) == range(399, 401)


def test_no_pages_have_no_place():
    layout = SheetsLayout([], 600)
    assert (layout.page_at(10), layout.count, list(layout.seen(0, 99))) == (0, 0, [])


def test_an_absurd_page_leaves_room_for_the_others():
    layout = SheetsLayout([(1, 1e6), A4], 100)
    assert layout.height_of(1) == STEEPEST * 100
