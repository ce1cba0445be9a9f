"""In which country a place lies, by borders that are generalised."""

import pytest

from caseboard.mapping.ground import ShippedGround
from caseboard.mapping.lands import land_at
from caseboard.paths import resources
from lands_of_tests import Countries

NEIGHBOURS = Countries(("UA", "Ukraine", 30, 37), ("RU", "Russia", 37, 45))


@pytest.fixture(scope="module")
def ground():
    return ShippedGround(resources())


@pytest.mark.parametrize(("lon", "country"), [(36.9, "UA"), (36.97, ""), (37.03, ""), (37.1, "RU")])
def test_within_three_kilometres_of_a_border_no_polygon_tells_the_side(lon, country):
    assert land_at(NEIGHBOURS, 49.7, lon).country == country


@pytest.mark.parametrize("lon", [33.5, 60])
def test_far_from_every_border_and_off_all_land_there_is_nothing_to_tell(lon):
    assert land_at(NEIGHBOURS, 49.7, lon) is None


def test_a_place_abroad_is_not_taken_for_ours(ground):
    assert land_at(ground, 50.595, 36.587).country == "RU"  # Belgorod
    assert land_at(ground, 50.204, 36.43, "uk").name == "Україна"  # Lyptsi, 7 km before the border
    assert land_at(ground, 44.95, 34.10).country == "UA"  # Simferopol


def test_a_town_in_the_border_strip_is_left_to_the_gazetteer(ground):
    found = land_at(ground, 50.2866, 36.9333)  # Vovchansk
    assert found.border_m < 7_000
    assert found.country in {"UA", ""}
