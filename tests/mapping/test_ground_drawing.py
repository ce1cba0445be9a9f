"""Land, water and borders as they ship, drawn."""

import itertools

import numpy as np
import pytest

from caseboard.mapping import ground
from caseboard.mapping import look as looks
from caseboard.mapping.clipping import lines_within
from caseboard.mapping.ground import ShippedGround, detail_at, rivers_at
from caseboard.mapping.scene import Area, Line
from caseboard.mapping.view import Bounds, View, fitting
from caseboard.paths import resources

LOOK = looks.LIGHT
UKRAINE = Bounds(22.0, 44.2, 40.4, 52.5)
pytestmark = pytest.mark.skipif(
    not (resources() / "basemap.sqlite").exists(), reason="the ground is not built"
)


@pytest.fixture(scope="module")
def reader():
    return ShippedGround(resources())


def drawn(reader, view, color):
    """The lines of a colour."""
    shapes = ground.drawn(view, reader, LOOK)
    return [
        line
        for shape in shapes
        if isinstance(shape, Line) and shape.pen.color == color
        for line in shape.lines
    ]


def is_crossed(lines, view, south_west, north_east):
    """Whether any of the lines passes through a box in degrees."""
    left, bottom = view.to_view(*south_west)
    right, top = view.to_view(*north_east)
    return any(lines_within(line, (left, top, right, bottom)) for line in lines)


def test_no_border_of_a_country_crosses_the_neck_of_crimea(reader):
    view = fitting(UKRAINE, 1600, 1000)
    borders = drawn(reader, view, LOOK.border)
    assert borders
    assert not is_crossed(borders, view, (45.8, 33.2), (46.3, 34.6))
    assert is_crossed(drawn(reader, view, LOOK.region), view, (45.8, 33.2), (46.3, 34.6))


def test_the_border_north_of_kharkiv_is_one(reader):
    view = fitting(UKRAINE, 1600, 1000)
    assert is_crossed(drawn(reader, view, LOOK.border), view, (50.2, 36.0), (50.6, 36.6))


def test_a_coast_is_no_border(reader):
    view = fitting(Bounds(30.5, 46.2, 31.2, 46.7), 800, 600)  # Odesa
    assert not drawn(reader, view, LOOK.border)
    assert drawn(reader, view, LOOK.coast)


def test_the_oskil_passes_kupiansk(reader):
    view = View(*_square(49.71, 37.6158), 11.6, 800, 600)
    rivers = drawn(reader, view, LOOK.river)
    nearest = min(np.hypot(*(line - (400, 300)).T).min() for line in rivers)
    assert nearest * view.metres < 2_000


def test_nothing_is_drawn_far_out_of_sight(reader):
    view = View(*_square(49.71, 37.6158), 9.0, 800, 600)
    for shape in ground.drawn(view, reader, LOOK):
        if isinstance(shape, Area):
            for ring in shape.rings:
                assert ring.min() >= -ground.MARGIN - 0.01
                assert (
                    ring.max(axis=0) <= (800 + ground.MARGIN + 0.01, 600.01 + ground.MARGIN)
                ).all()


def test_the_whole_world_is_drawn_without_its_specks(reader):
    view = View(0.5, 0.5, 1.5, 800, 800)
    shapes = ground.drawn(view, reader, LOOK)
    land = next(shape for shape in shapes if isinstance(shape, Area) and shape.fill == LOOK.land)
    assert sum(map(len, land.rings)) < 25_000
    assert all(np.ptp(ring, axis=0).max() >= ground.SPECK / 2 for ring in land.rings)


def test_nearer_by_there_is_more_detail_and_no_fewer_rivers():
    zooms = np.linspace(0, 18, 73).tolist()
    for further, nearer in itertools.pairwise(zooms):
        assert detail_at(further) <= detail_at(nearer)
        assert rivers_at(further) <= rivers_at(nearer)
    assert {detail_at(zoom) for zoom in zooms} == {0, 1, 2}


def test_two_tiles_meet_at_their_edge(reader):
    left = View(*_square(50.3, 36.0), 8.0, 512, 512)
    right = left.moved(-512, 0)
    there = [line + [512, 0] for line in drawn(reader, right, LOOK.border)]  # noqa: RUF005 numbers
    here = np.concatenate(drawn(reader, left, LOOK.border))
    beyond = here[(here[:, 0] > 512) & (here[:, 0] < 512 + ground.MARGIN)]
    assert len(beyond)
    for point in beyond:
        assert min(_away(point, line) for line in there) < 1.0


def _away(point, line):
    """Pixels from a point to the nearest step of a line."""
    start, step = line[:-1], np.diff(line, axis=0)
    square = np.maximum((step**2).sum(axis=1), 1e-12)
    along = np.clip(((point - start) * step).sum(axis=1) / square, 0, 1)
    return np.hypot(*(start + along[:, None] * step - point).T).min()


def _square(lat, lon):
    view = View(0.0, 0.0, 0.0, 1, 1)
    x, y = view.to_view(lat, lon)
    return (x - 0.5) / 256, (y - 0.5) / 256
