"""The cells that the ground is cut into."""

import pytest

from caseboard.mapping.view import Bounds, View, fitting
from caseboard.ui.map.cells import Block, Cell, Grid, first_block

UKRAINE = fitting(Bounds(22, 44, 40.3, 52.5), 1600, 1000)


@pytest.mark.parametrize("ratio", [1.0, 1.25, 2.0])
def test_cells_cover_the_view_and_little_more(ratio):
    grid = Grid(UKRAINE.zoom, ratio)
    block = grid.covering(UKRAINE)
    left, top, right, bottom = grid.view(block).box()
    seen = UKRAINE.box()
    assert left <= seen[0]
    assert top <= seen[1]
    assert right >= seen[2]
    assert bottom >= seen[3]
    inner = Block(block.left + 1, block.top + 1, block.right - 1, block.bottom - 1)
    assert grid.view(inner).width < UKRAINE.width
    assert grid.view(inner).height < UKRAINE.height


def test_a_block_is_as_many_dots_as_its_cells():
    grid = Grid(6.708, 1.25)
    view = grid.view(Block(10, 12, 13, 14))
    assert view.width * grid.ratio == pytest.approx(3 * grid.side)
    assert view.height * grid.ratio == pytest.approx(2 * grid.side)


def test_there_are_no_cells_beyond_the_world():
    grid = Grid(1.0, 1.0)
    block = grid.covering(View(0.5, 0.5, 1.0, 4000, 4000))
    assert (block.left, block.top) == (0, 0)
    assert (block.right, block.bottom) == (grid.count, grid.count)
    assert block.grown(1, grid.count) == block


def test_missing_cells_are_taken_as_one_block_that_holds_no_others():
    missing = [cell for cell in Block(0, 0, 4, 3) if cell != Cell(3, 1)]
    block = first_block(missing, 100)
    assert block == Block(0, 0, 4, 1)
    assert set(block) <= set(missing)
    assert first_block(list(Block(2, 2, 6, 6)), 8) == Block(2, 2, 6, 4)


def test_no_more_cells_are_taken_than_one_piece_may_have():
    assert len(first_block(list(Block(0, 0, 50, 1)), 20)) == 20
