"""Lengths and areas on the ellipsoid, and in words."""

import pytest

from caseboard import i18n
from caseboard.ui.map.measuring import (
    area_words,
    course,
    in_words,
    length_words,
    measured,
    round_length,
)
from caseboard.ui.map.tools import SketchKind

KUPIANSK, KYIV, NEW_YORK = (49.71, 37.6158), (50.4501, 30.5234), (40.71, -74.0)


def test_a_minute_of_latitude_is_a_nautical_mile_at_45_degrees():
    found = measured([(45.0 - 1 / 120, 10.0), (45.0 + 1 / 120, 10.0)], SketchKind.LINE)
    assert found.length == pytest.approx(1852.2, abs=0.2)
    assert found.bearing == pytest.approx(0.0, abs=1e-6)


def test_the_way_of_several_legs_tells_the_last_of_them():
    found = measured([KUPIANSK, KYIV, KUPIANSK], SketchKind.LINE)
    assert found.length == pytest.approx(2 * found.last, abs=0.01)
    assert in_words(found, SketchKind.LINE) == "1,028 km · last 514 km at 96°"


def test_what_is_measured_is_written_as_ukrainian_has_it():
    with i18n.speaking("uk"):
        assert length_words(1_028_000) == "1\u202f028 км"
        assert length_words(3210) == "3,21 км"
        assert area_words(12_400_000) == "12,4 км²"


def test_a_leg_that_has_no_length_yet_is_not_told():
    found = measured([KUPIANSK, KYIV, KYIV], SketchKind.LINE)
    assert in_words(found, SketchKind.LINE) == "514 km"


def test_an_area_is_the_same_whichever_way_round():
    ring = [(49.0, 37.0), (49.0, 37.1), (49.1, 37.1), (49.1, 37.0)]
    found = measured(ring, SketchKind.AREA)
    assert found.area == pytest.approx(81.3e6, rel=0.01)
    assert measured(ring[::-1], SketchKind.AREA).area == pytest.approx(found.area)
    assert in_words(found, SketchKind.AREA).startswith("81.3 km² · around 36.9 km")


def test_one_point_measures_nothing():
    assert measured([KYIV], SketchKind.LINE).length == 0
    assert measured([KYIV], SketchKind.AREA).area == 0


def test_a_long_way_bends_and_a_short_one_does_not():
    far = course([KYIV, NEW_YORK])
    assert len(far) > 20
    assert max(lat for lat, _lon in far) > 55
    assert course([KUPIANSK, (49.72, 37.62)]) == [KUPIANSK, (49.72, 37.62)]


def test_a_closed_course_ends_where_it_began():
    ring = [(49.0, 37.0), (49.0, 37.1), (49.1, 37.1)]
    assert course(ring, closed=True)[-1] == ring[0]


@pytest.mark.parametrize(
    ("metres", "words"), [(0, "0 m"), (349.6, "350 m"), (3214, "3.21 km"), (123_900, "124 km")]
)
def test_lengths_have_three_figures(metres, words):
    assert length_words(metres) == words


@pytest.mark.parametrize(
    ("metres2", "words"), [(800, "800 m²"), (124_000, "12.4 ha"), (1_600_000, "1.60 km²")]
)
def test_areas_are_in_the_unit_that_fits(metres2, words):
    assert area_words(metres2) == words


@pytest.mark.parametrize(("most", "length"), [(7.9, 5), (1, 1), (2300, 2000), (999_999, 500_000)])
def test_a_scale_bar_is_of_a_round_length(most, length):
    assert round_length(most) == length
