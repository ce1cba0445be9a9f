"""A grid's lines are where their names say."""

import pytest

from caseboard import i18n
from caseboard.mapping import look as looks
from caseboard.mapping.graticule import drawn
from caseboard.mapping.options import Grid
from caseboard.mapping.placing import Rect, Room
from caseboard.mapping.scene import Line, Words
from caseboard.mapping.view import Bounds, fitting

VIEW = fitting(Bounds(37.2, 49.4, 38.0, 50.0), 900, 700)


def a_grid(grid, room=None):
    return drawn(VIEW, looks.LIGHT, grid, room or Room(VIEW.width, VIEW.height))


def test_meridians_are_named_where_they_stand():
    shapes = a_grid(Grid.DEGREES)
    named = [shape for shape in shapes if isinstance(shape, Words) and shape.text.endswith("E")]
    assert named
    for words in named:
        x, _y = VIEW.to_view(0.0, float(words.text.split("°")[0]))
        assert words.x - 3 == pytest.approx(x, abs=0.01)


def test_a_ukrainian_map_names_its_lines_in_ukrainian():
    view = fitting(Bounds(-0.3, -0.2, 0.3, 0.2), 900, 700)
    with i18n.speaking("uk"):
        shapes = drawn(view, looks.LIGHT, Grid.DEGREES, Room(view.width, view.height))
    texts = {shape.text for shape in shapes if isinstance(shape, Words)}
    assert {"0°", "0,25° сх.\u00a0д."} <= texts


def test_the_utm_grid_names_eastings_and_northings():
    texts = [shape.text for shape in a_grid(Grid.UTM) if isinstance(shape, Words)]
    assert any(text.startswith("37U") and text.endswith("km E") for text in texts)
    assert any(text.endswith("km N") for text in texts)


def test_no_grid_is_no_grid():
    assert a_grid(Grid.NONE) == []


def test_a_line_keeps_its_place_though_there_is_no_room_for_its_name():
    room = Room(VIEW.width, VIEW.height)
    room.take(Rect(0, 0, VIEW.width, VIEW.height))
    shapes = a_grid(Grid.DEGREES, room)
    assert [type(shape) for shape in shapes] == [Line]
