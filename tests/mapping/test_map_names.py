"""Names stand in, at or along what they name."""

import math

import numpy as np
import pytest

from caseboard.mapping import area_names, mercator, names, overlay_names, river_names, seas
from caseboard.mapping import look as looks
from caseboard.mapping.basemap import Ground, GroundFeature
from caseboard.mapping.content import Feature, Overlay
from caseboard.mapping.ground import ShippedGround, rivers_at, sheet
from caseboard.mapping.naming import Naming
from caseboard.mapping.options import Options
from caseboard.mapping.placing import Room
from caseboard.mapping.scene import Disc
from caseboard.mapping.towns import Town
from caseboard.mapping.view import View
from caseboard.model.terms import LayerKind
from caseboard.paths import resources

VIEW = View(0.5, 0.5, 9.0, 800, 600)


def at(*pixels):
    """Pixels of the view on the unit square."""
    return np.array([VIEW.unplace(x, y) for x, y in pixels])


class Reader:
    """One feature of one kind."""

    attribution = ""

    def __init__(self, ground, part, rank=0, name="Oskil", name_uk="Оскіл"):
        box = np.array([(*part.min(axis=0), *part.max(axis=0))])
        self._feature = GroundFeature(1, ground, rank, name, name_uk, "UA", (part,), box)

    def features(self, ground, _detail, _box):
        return [self._feature] if ground is self._feature.ground else []

    def towns(self, _view, _language):
        return []


def naming(reader, language="en"):
    room = Room(VIEW.width, VIEW.height)
    return Naming(sheet(VIEW, 0.0), reader, looks.LIGHT, language, room)


def a_river(*pixels, **more):
    return Reader(Ground.RIVER, at(*pixels), **more)


@pytest.mark.parametrize("angle", [0, 30, 60, 89, -45, 120, 180, 240])
def test_a_rivers_name_runs_along_its_course_and_never_upside_down(angle):
    turn = math.radians(angle)
    dx, dy = 180 * math.cos(turn), 180 * math.sin(turn)
    (words, *_more) = river_names.drawn(naming(a_river((400 - dx, 300 - dy), (400 + dx, 300 + dy))))
    assert -90 <= words.angle <= 90
    assert math.sin(math.radians(words.angle) - turn) == pytest.approx(0, abs=1e-6)
    away = abs((words.x - 400) * math.sin(turn) - (words.y - 300) * math.cos(turn))
    assert 2 < away < 12


def test_a_rivers_name_has_no_place_at_its_bends():
    zigzag = [(300 + 18 * (n % 2), 100 + 8 * n) for n in range(50)]
    assert not list(river_names.drawn(naming(a_river(*zigzag))))


def test_a_short_stream_stays_without_name():
    assert not list(river_names.drawn(naming(a_river((400, 300), (415, 300)))))


def test_only_rivers_that_are_drawn_are_named():
    far = VIEW.zoomed(-3.5)
    reader = a_river((100, 300), (700, 300), rank=4)
    room = Room(VIEW.width, VIEW.height)
    found = river_names.drawn(Naming(sheet(far, 0.0), reader, looks.LIGHT, "en", room))
    assert rivers_at(far.zoom) < 4
    assert not list(found)


def test_names_follow_the_language():
    river = a_river((100, 300), (700, 300))
    assert next(river_names.drawn(naming(river, "uk"))).text == "Оскіл"
    plain = a_river((100, 300), (700, 300), name_uk="")
    assert next(river_names.drawn(naming(plain, "uk"))).text == "Oskil"


def test_a_region_is_named_inside_of_what_is_in_sight():
    half = at((500, -900), (2000, -900), (2000, 1500), (500, 1500))
    (words,) = area_names.drawn(naming(Reader(Ground.REGION, half)), area_names.REGIONS)
    assert words.text == "OSKIL"
    assert 500 < words.x < 800
    assert 0 < words.y < 600


def test_a_region_too_small_for_its_name_has_none():
    small = at((500, 300), (530, 300), (530, 330), (500, 330))
    assert not list(area_names.drawn(naming(Reader(Ground.REGION, small)), area_names.REGIONS))


def test_a_country_has_no_name_so_near():
    half = at((500, -900), (2000, -900), (2000, 1500), (500, 1500))
    assert not list(area_names.drawn(naming(Reader(Ground.COUNTRY, half)), area_names.COUNTRIES))


def test_a_second_name_finds_the_room_taken():
    course = a_river((100, 300), (700, 300))
    one = naming(course)
    first = list(river_names.drawn(one))
    again = list(river_names.drawn(one))
    assert first
    assert not {(each.x, each.y) for each in first} & {(each.x, each.y) for each in again}


def an_area(kind, name="Gained, 1.6 km²"):
    corners = [VIEW.to_ground(x, y) for x, y in ((380, 280), (420, 280), (420, 320), (380, 320))]
    ring = np.array([(lon, lat) for lat, lon in corners])
    feature = Feature(names=(("en", name),), polygons=((ring,),))
    return Overlay("1", "L1", "Layer", kind, (feature,))


def overlay_words(overlay, view=VIEW):
    room = Room(VIEW.width, VIEW.height)
    reader = a_river((0, 0), (1, 1))
    naming = Naming(sheet(view, 0.0), reader, looks.LIGHT, "en", room)
    return list(overlay_names.drawn(naming, [overlay]))


def test_what_changed_is_named_where_it_did():
    near = VIEW.zoomed(1)
    (words,) = overlay_words(an_area(LayerKind.CHANGE), near)
    assert words.text == "Gained, 1.6 km²"
    assert 440 < words.x < 460
    assert abs(words.y - 300) < 10
    assert not overlay_words(an_area(LayerKind.IMPORTED), near)
    assert not overlay_words(an_area(LayerKind.CHANGE), VIEW.zoomed(-1))


def test_a_long_name_of_a_layers_point_is_cut():
    name = "744th self-propelled artillery regiment of the territorial troops"
    (words,) = overlay_words(an_area(LayerKind.DRAWN, name), VIEW.zoomed(1))
    assert len(words.text) <= 40
    assert words.text.endswith("…")


def test_seas_are_named_where_water_is():
    from_space = View(0.5, 0.5, 3.7, 2600, 2600)
    reader = a_river((0, 0), (1, 1))
    room = Room(from_space.width, from_space.height)
    found = {
        words.text: words
        for words in seas.drawn(Naming(sheet(from_space, 0.0), reader, looks.LIGHT, "uk", room))
    }
    x, y = from_space.to_view(43.3, 34.2)
    assert abs(found["Чорне море"].x - x) < 2
    assert abs(found["Чорне море"].y - y) < 2
    assert "Азовське море" not in found  # too small for its name so far away


@pytest.mark.parametrize("sea", seas.SEAS)
def test_no_sea_lies_on_land(sea, ground):
    view = View(mercator.x_of(sea.lon), mercator.y_of(sea.lat), 7.0, 60, 40)
    land = [
        ring
        for country in ground.features(Ground.COUNTRY, 0, view.box())
        for ring in sheet(view, 0.0).rings(country)
    ]
    assert not any(within(ring, 30.0, 20.0) for ring in land)


def within(ring, x, y):
    """Even-odd: whether a point lies in a ring."""
    ends = np.roll(ring, -1, axis=0)
    above = (ring[:, 1] > y) != (ends[:, 1] > y)
    rise = np.where(ends[:, 1] == ring[:, 1], 1.0, ends[:, 1] - ring[:, 1])
    at_x = ring[:, 0] + (y - ring[:, 1]) / rise * (ends[:, 0] - ring[:, 0])
    return bool((above & (at_x > x)).sum() % 2)


@pytest.fixture(scope="module")
def ground():
    if not (resources() / "basemap.sqlite").exists():
        pytest.skip("the ground is not built")
    return ShippedGround(resources())


class Many:
    """A hundred towns in rows, and no ground."""

    attribution = ""

    def features(self, _ground, _detail, _box):
        return []

    def towns(self, view, _language):
        corners = ((20 + 40 * (n % 10), 10 + 25 * (n // 10)) for n in range(100))
        return [
            Town(n, "Ug", *view.to_ground(*corner), 100_000 - n, is_capital=False)
            for n, corner in enumerate(corners)
        ]


def test_a_small_map_names_only_the_greatest_towns():
    small = View(0.6, 0.34, 7.0, 450, 300)
    room = Room(small.width, small.height)
    found = names.drawn(small, Many(), looks.LIGHT, Options(), room, ())
    dots = [shape for shape in found if isinstance(shape, Disc)]
    assert len(dots) == 450 * 300 // 5_000
    assert all(dot.y < 150 for dot in dots)
