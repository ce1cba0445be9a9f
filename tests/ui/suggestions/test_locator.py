"""The small map: what finds room on it, and what it says in words."""

import pytest

from caseboard.tagging.suggestions import Place
from caseboard.ui.inspector.locator import Locator
from caseboard.ui.inspector.locator_plan import Box, Neighbour, is_dot, plan, reach
from proposed_clip import RIVER, TOWN

SIZE = (280.0, 150.0)
NEAR = (
    Neighbour("Kivsharivka", 49.6303, 37.6775, 19_738),
    Neighbour("Kurylivka", 49.66, 37.7028, 3_620),
    Neighbour("Moskovka", 49.765, 37.55, 420),
    Neighbour("Petropavlivka", 49.7205, 37.7091, 2_486),
)


def measure(name):
    return 6.0 * len(name), 13.0


def crowd(count):
    return [Neighbour(f"Village {n}", 49.71 + n / 2000, 37.616 + n / 1500, n) for n in range(count)]


def boxes(made):
    return [made.label, *(dot.label for dot in made.dots)]


@pytest.mark.parametrize("neighbours", [NEAR, crowd(60), ()])
def test_names_lie_inside_the_map_and_on_nothing_else(neighbours):
    kept = (Box(260, 4, 16, 26), Box(6, 126, 90, 22))
    made = plan(TOWN, neighbours, SIZE, measure, kept)
    labels = boxes(made)
    frame = Box(0, 0, *SIZE)
    assert all(frame.holds(label) for label in labels)
    for number, label in enumerate(labels):
        others = [*labels[:number], *kept]
        assert not any(label.meets(other) for other in others)


def test_north_is_up_and_east_is_right():
    made = plan(TOWN, NEAR, SIZE, measure)
    dots = {dot.name: dot for dot in made.dots}
    assert dots["Moskovka"].y < made.y
    assert dots["Kivsharivka"].y > made.y
    assert dots["Petropavlivka"].x > made.x


def test_the_map_reaches_as_far_as_a_larger_place_and_the_ring_fits_in():
    assert reach(TOWN, NEAR) == 10e3
    assert reach(TOWN, NEAR[1:]) == 80e3  # nothing large near: so far that something may be
    wide = Place("Wide", TOWN.kind, TOWN.lat, TOWN.lon, 30_000.0)
    made = plan(wide, NEAR, SIZE, measure)
    assert made.ring < SIZE[1] / 2


def test_the_scale_bar_is_a_round_length_that_it_also_is_on_the_map():
    made = plan(TOWN, NEAR, SIZE, measure)
    assert made.scale_m == 10e3
    assert made.scale == pytest.approx(10e3 * (SIZE[1] / 2) / reach(TOWN, NEAR))


def test_a_river_or_a_region_is_no_dot_and_neither_is_what_lies_nowhere():
    assert is_dot(TOWN)
    assert not is_dot(RIVER)
    assert not is_dot(Place("Somewhere", TOWN.kind))


@pytest.mark.parametrize("look", ["light", "dark"])
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_it_is_painted_in_every_look_and_says_what_it_shows(qtbot, theme, look, scale):
    theme.choose(look)
    theme.set_scale(scale)
    locator = Locator(theme)
    qtbot.addWidget(locator)
    locator.resize(280, theme.px(150))
    locator.show()
    blank = locator.grab().toImage()
    locator.show_place(TOWN, NEAR)
    assert locator.grab().toImage() != blank
    assert locator.accessibleName().startswith("Map of Kupiansk, with Kivsharivka")
