"""What has been drawn of a map, and has it drawn."""

import threading

import numpy as np
import pytest
from PySide6.QtGui import QColor

from caseboard.mapping.content import Content, Feature, Overlay, Style
from caseboard.mapping.placing import Rect
from caseboard.mapping.scene import Words
from caseboard.mapping.view import View
from caseboard.model.terms import LayerKind
from caseboard.ui.map import atlas as atlases
from caseboard.ui.map.atlas import MARGIN, Atlas
from caseboard.ui.map.composing import Composing
from caseboard.ui.map.painter import ScenePainter
from caseboard.ui.map.pieces import Layer
from support import settled, until

VIEW = View(0.6, 0.342, 7.0, 500, 300)


def overlay(color="#ff0000"):
    ring = np.array([[20.0, 30.0], [60.0, 30.0], [60.0, 70.0], [20.0, 70.0], [20.0, 30.0]])
    feature = Feature(polygons=((ring,),), style=Style(fill=color, fill_opacity=1.0))
    return Overlay(id=color, ref="L1", name="Area", kind=LayerKind.DRAWN, features=(feature,))


@pytest.fixture
def atlas(theme, ground):
    composing = Composing(ground, is_dark=False, language="en", grid="none")
    atlas = Atlas(composing, ScenePainter(tuple(theme.ui_font().families())))
    yield atlas
    atlas.stop()


def middle(atlas, layer, view=VIEW):
    """The colour in the middle of what is in sight."""
    grid = atlas._wanted.grid
    block = grid.covering(view)
    cell = list(block)[len(block) // 2]
    image = atlas.cell(layer, grid, cell)
    return None if image is None or image.isNull() else image.pixelColor(100, 100).name()


async def test_what_is_looked_at_is_drawn_and_told(atlas):
    told = []
    atlas.drawn.connect(lambda: told.append(True))
    atlas.look(VIEW, 1.0)
    await until(lambda: atlas.is_done)
    assert told
    assert middle(atlas, Layer.GROUND) == "#f1f3f1"
    assert any(shape.text == "Kharkiv" for shape in atlas.scene.names if hasattr(shape, "text"))


def names(atlas):
    """Where each town's name begins, in the pixels of the view."""
    x, y = VIEW.width * MARGIN, VIEW.height * MARGIN
    found = (shape for shape in atlas.scene.names if isinstance(shape, Words))
    return {shape.text: (shape.x - x, shape.y - y) for shape in found}


async def test_no_name_is_put_under_what_covers_the_view(atlas):
    atlas.look(VIEW, 1.0)
    await until(lambda: atlas.is_done)
    x, y = names(atlas)["Kharkiv"]
    card = Rect(x - 1, y - 1, x + 1, y + 1)
    atlas.cover(card)
    await until(lambda: atlas.is_done)
    assert names(atlas).get("Kharkiv") != (x, y)
    atlas.cover()
    await until(lambda: atlas.is_done)
    assert names(atlas)["Kharkiv"] == (x, y)


async def test_what_covers_the_view_as_before_draws_nothing_anew(atlas, ground):
    atlas.cover(Rect(0, 0, 10, 10))
    atlas.look(VIEW, 1.0)
    await settled()
    before = ground.asked
    atlas.cover(Rect(0, 0, 10, 10))
    assert atlas.is_done
    await settled()
    assert ground.asked == before


async def test_a_small_move_draws_nothing_anew_that_was_in_sight(atlas, ground):
    atlas.look(VIEW, 1.0)
    await settled()
    before = ground.asked
    atlas.look(VIEW.moved(20, 10), 1.0)
    await settled()
    assert atlas.is_done
    assert ground.asked == before


async def test_names_wait_for_a_moving_map_until_too_many_are_missing(atlas):
    atlas.look(VIEW, 1.0)
    await settled()
    first = atlas.scene
    atlas.look(VIEW.moved(150, 0), 1.0, moving=True)
    await settled()
    assert atlas.scene is first
    atlas.look(VIEW.moved(150, 0), 1.0)
    await settled()
    assert atlas.scene is not first
    second = atlas.scene
    atlas.look(VIEW.moved(450, 0), 1.0, moving=True)
    await settled()
    assert atlas.scene is not second


async def test_what_lies_around_is_drawn_once_nothing_is_missing(atlas):
    atlas.look(VIEW, 1.0)
    await settled()
    grid = atlas._wanted.grid
    for cell in grid.covering(VIEW).grown(1, grid.count):
        assert atlas.cell(Layer.GROUND, grid, cell) is not None


async def test_another_layer_is_drawn_and_the_ground_is_left_alone(atlas):
    atlas.look(VIEW, 1.0)
    await settled()
    ground = atlas.cell(Layer.GROUND, atlas._wanted.grid, next(iter(_cells(atlas))))
    atlas.show_content(Content(overlays=(overlay("#ff0000"),)))
    await settled()
    assert middle(atlas, Layer.OVERLAYS) == "#ff0000"
    assert atlas.cell(Layer.GROUND, atlas._wanted.grid, next(iter(_cells(atlas)))) is ground


async def test_a_layer_stays_in_sight_until_the_next_is_drawn_and_goes_with_the_last(atlas):
    atlas.look(VIEW, 1.0)
    atlas.show_content(Content(overlays=(overlay("#ff0000"),)))
    await settled()
    atlas.show_content(Content(overlays=(overlay("#0000ff"),)))
    assert middle(atlas, Layer.OVERLAYS) == "#ff0000"
    await settled()
    assert middle(atlas, Layer.OVERLAYS) == "#0000ff"
    atlas.show_content(Content())
    assert middle(atlas, Layer.OVERLAYS) is None


async def test_a_layer_that_goes_while_it_is_drawn_is_not_seen(atlas, monkeypatch):
    is_drawn, may_come, drawn = threading.Event(), threading.Event(), atlases._drawn

    def late(piece):
        found = drawn(piece)
        if piece.layer is Layer.OVERLAYS:
            is_drawn.set()
            assert may_come.wait(30)
        return found

    monkeypatch.setattr(atlases, "_drawn", late)
    atlas.show_content(Content(overlays=(overlay(),)))
    atlas.look(VIEW, 1.0)
    await until(is_drawn.is_set)
    atlas.show_content(Content())
    may_come.set()
    await settled()
    assert atlas.is_done
    assert atlas.grids(Layer.OVERLAYS) == []


async def test_the_very_same_layers_are_not_drawn_again(atlas):
    shown = overlay()
    atlas.look(VIEW, 1.0)
    atlas.show_content(Content(overlays=(shown,)))
    await settled()
    before = atlas.cell(Layer.OVERLAYS, atlas._wanted.grid, next(iter(_cells(atlas))))
    atlas.show_content(Content(overlays=(shown,)))
    await settled()
    assert atlas.cell(Layer.OVERLAYS, atlas._wanted.grid, next(iter(_cells(atlas)))) is before


async def test_a_layer_of_which_more_has_come_is_drawn_again(atlas):
    atlas.look(VIEW, 1.0)
    atlas.show_content(Content(overlays=(overlay(),)))
    await settled()
    before = atlas.cell(Layer.OVERLAYS, atlas._wanted.grid, next(iter(_cells(atlas))))
    atlas.redraw(Layer.OVERLAYS)
    await settled()
    assert atlas.cell(Layer.OVERLAYS, atlas._wanted.grid, next(iter(_cells(atlas)))) is not before


async def test_what_was_drawn_in_another_scale_is_kept(atlas):
    atlas.look(VIEW, 1.0)
    await settled()
    first = atlas._wanted.grid
    atlas.look(VIEW.zoomed(0.5), 1.0)
    await settled()
    assert atlas.grids(Layer.GROUND) == [first, atlas._wanted.grid]


async def test_what_is_in_sight_is_kept_though_there_is_no_room_for_it(atlas, monkeypatch):
    monkeypatch.setattr("caseboard.ui.map.atlas.KEPT", 1)
    atlas.look(VIEW, 1.0)
    await settled()
    assert atlas.is_done
    for place in range(1, 6):
        atlas.look(VIEW.moved(900 * place, 0), 1.0)
        await settled()
        assert atlas.is_done
    assert len(atlas._cells) <= 2 * 2 * len(atlas._wanted.grid.covering(VIEW)) + 12


async def test_once_stopped_it_draws_no_more(atlas, ground):
    atlas.stop()
    atlas.look(VIEW, 1.0)
    await settled()
    assert ground.asked == 0
    assert not atlas.is_done


async def test_what_nobody_wants_any_more_ends_before_it_is_painted(atlas):
    atlas.look(VIEW, 1.0)
    piece = atlas._piece
    atlas.look(VIEW.zoomed(2.0), 1.0)
    assert piece.dropped.is_set()
    await settled()
    assert atlas.is_done
    assert piece.grid not in atlas.grids(Layer.GROUND)


async def test_by_night_everything_is_drawn_anew(atlas):
    atlas.look(VIEW, 1.0)
    await settled()
    night = Composing(atlas.composing.reader, is_dark=True, language="en", grid="none")
    atlas.compose_as(night, atlas.painter)
    assert middle(atlas, Layer.GROUND) == "#f1f3f1"
    await settled()
    assert QColor(middle(atlas, Layer.GROUND)).lightness() < 60


async def test_a_grid_is_drawn_where_it_is_wanted(atlas):
    atlas.look(VIEW, 1.0)
    await settled()
    assert atlas.over(Layer.GRID) is None
    gridded = Composing(atlas.composing.reader, is_dark=False, language="en", grid="utm")
    atlas.compose_as(gridded, atlas.painter)
    await settled()
    assert not atlas.over(Layer.GRID).image.isNull()


def _cells(atlas):
    return atlas._wanted.grid.covering(VIEW)
