"""Which place of GeoNames a settlement of the classifier is."""

import pytest

from gazetteer_build import classifier
from gazetteer_build.geonames import City
from gazetteer_build.joining import join

EAST, WEST = ("UA6302", "UA630201"), ("UA6304", "UA630401")
"""Raion and hromada."""


def settlement(number, name, category="C", area=EAST):
    raion, hromada = area
    return classifier.Settlement(f"UA63{number:015}", name, category, raion, hromada)


def city(number, name, lat, lon, population=900, *aliases):
    return City(number, name, aliases, (lat, lon), "UA", "07", population)


def joined(settlements, cities):
    return {code: place.id for code, place in join(settlements, cities).matches.items()}


@pytest.fixture
def towns():
    """A town in the east and one in the west, which say where their hromadas are."""
    settlements = [
        settlement(1, "Куп’янськ", "M"),
        settlement(2, "Дворічна", "X"),
        settlement(3, "Лозова", "M", WEST),
        settlement(4, "Близнюки", "X", WEST),
    ]
    cities = [
        city(1, "Kupyansk", 49.7, 37.6, 27_000, "Куп’янськ"),
        city(2, "Dvorichna", 49.8, 37.7),
        city(3, "Lozova", 48.9, 36.3, 55_000),
        city(4, "Blyzniuky", 48.9, 36.5),
    ]
    return settlements, cities


def test_name_that_stands_once_on_either_side_is_the_place(towns):
    assert len(joined(*towns)) == 4


def test_namesakes_go_to_the_nearest_hromada(towns):
    settlements, cities = towns
    east, west = settlement(5, "Іванівка"), settlement(6, "Іванівка", area=WEST)
    cities = [*cities, city(5, "Ivanivka", 49.72, 37.7), city(6, "Ivanivka", 48.92, 36.4)]
    found = joined([*settlements, east, west], cities)
    assert (found[east.code], found[west.code]) == (5, 6)


def test_namesakes_in_one_hromada_are_not_guessed(towns):
    settlements, cities = towns
    twins = [settlement(5, "Іванівка"), settlement(6, "Іванівка")]
    found = joined([*settlements, *twins], [*cities, city(5, "Ivanivka", 49.72, 37.7)])
    assert not {twin.code for twin in twins} & set(found)


def test_large_place_is_the_town_and_never_a_hamlet(towns):
    settlements, cities = towns
    hamlet = settlement(5, "Лозова")
    found = joined([*settlements, hamlet], cities)
    assert found[settlements[2].code] == 3
    assert hamlet.code not in found


def test_place_far_from_its_raion_is_a_mistake(towns):
    settlements, cities = towns
    astray = settlement(5, "Рідкісне")
    found = joined([*settlements, astray], [*cities, city(5, "Ridkisne", 50.9, 34.0)])
    assert astray.code not in found


def test_hromada_lies_in_the_middle_of_what_was_matched(towns):
    result = join(*towns)
    assert result.hromadas[EAST[1]] == pytest.approx((49.75, 37.65))
    assert result.raions[WEST[0]] == pytest.approx((48.9, 36.4))
