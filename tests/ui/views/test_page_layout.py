"""Where the pages of a briefing stand."""

import pytest
from PySide6.QtCore import QPointF, QSizeF

from caseboard.ui.briefing.page_layout import GAP, PER_POINT, SIDE, Fit, PageLayout

A4 = (595.0, 842.0)


def laid_out(count, zoom, width=970, height=760):
    return PageLayout((A4,) * count, zoom, QSizeF(width, height))


def test_two_pages_side_by_side_fill_the_width():
    layout = laid_out(5, Fit.TWO)
    first, second = layout.rect(0), layout.rect(1)
    assert layout.columns == 2
    assert first.top() == second.top()
    assert second.left() - first.right() == pytest.approx(GAP, abs=1)
    assert first.left() == pytest.approx(SIDE, abs=1)
    assert second.right() == pytest.approx(970 - SIDE, abs=1)
    assert layout.rect(2).top() > first.bottom()
    assert layout.rect(2).left() == first.left()


def test_two_pages_too_narrow_to_be_read_stand_below_each_other():
    layout = laid_out(2, Fit.TWO, width=600)
    assert layout.columns == 1
    assert layout.rect(0).width() == pytest.approx(600 - 2 * SIDE, abs=1)


def test_a_page_that_fits_is_seen_whole():
    layout = laid_out(3, Fit.PAGE)
    assert layout.rect(0).height() <= 760 - 2 * GAP + 1


def test_as_many_pages_stand_side_by_side_as_there_is_room_for():
    assert laid_out(9, 50, width=1500).columns == 3
    assert laid_out(2, 50, width=1500).columns == 2
    assert laid_out(9, 100, width=970).columns == 1
    assert laid_out(9, 100).rect(0).width() == pytest.approx(595 * PER_POINT, abs=1)


def test_only_pages_of_the_rows_in_sight_are_seen():
    layout = laid_out(7, Fit.TWO)
    row = layout.rect(2)
    assert layout.seen(row.top() + 1, row.bottom() - 1) == range(2, 4)
    assert layout.seen(0, layout.height) == range(7)
    assert not layout.seen(layout.height + 10, layout.height + 20)


def test_a_page_is_found_under_a_point_but_not_beside_it():
    layout = laid_out(3, Fit.TWO)
    assert layout.page_at(layout.rect(1).center()) == 1
    assert layout.page_at(QPointF(2, 40)) is None
    assert layout.page_at(QPointF(layout.rect(1).center().x(), layout.rect(2).center().y())) is None


def test_a_document_without_pages_takes_no_room():
    layout = laid_out(0, Fit.TWO)
    assert layout.height == 0
    assert not layout.seen(0, 100)
