"""Towns worth a name, by how near one is."""

import sqlite3
from contextlib import closing

import pytest

from caseboard.mapping.distances import metres
from caseboard.mapping.towns import DISTRICTS, MOST, Towns
from caseboard.mapping.view import Bounds, View, fitting
from caseboard.paths import resources

UKRAINE = Bounds(22, 44.3, 40.3, 52.4)
KUPIANSK = Bounds(37.3, 49.5, 38.0, 49.9)


@pytest.fixture(scope="module")
def towns():
    made = Towns(resources() / "gazetteer.sqlite")
    yield made
    made.close()


def names(towns, bounds, language="en"):
    return [town.name for town in towns.within(fitting(bounds, 1400, 900), language)]


def test_the_whole_country_shows_its_great_towns_the_greatest_first(towns):
    found = names(towns, UKRAINE)
    assert found[0] == "Kyiv"
    assert {"Kharkiv", "Odesa", "Kupiansk"} <= {*found}
    assert "Kindrashivka" not in found


def test_near_a_town_its_villages_have_names_too(towns):
    found = names(towns, KUPIANSK)
    assert found[0] == "Kupiansk"
    assert {"Kivsharivka", "Petropavlivka", "Kindrashivka"} <= {*found}


def test_a_great_town_is_first_whichever_way_it_is_looked_up(towns):
    assert names(towns, Bounds(35, 48.8, 38, 50.4))[0] == "Kharkiv"
    assert names(towns, Bounds(36.1, 49.9, 36.4, 50.1))[0] == "Kharkiv"


def test_a_district_of_a_town_does_not_stand_for_it(towns):
    found = names(towns, UKRAINE)
    assert "Mariupol" in found
    assert "Pravyi Bereh" not in found


def test_the_districts_are_those_in_a_larger_town_that_the_classifier_has_not():
    with closing(sqlite3.connect(resources() / "gazetteer.sqlite")) as gazetteer:
        rows = gazetteer.execute(
            "SELECT id, lat / 1e5, lon / 1e5, coalesce(population, 0), code IS NULL FROM place"
            " WHERE country = 'UA' AND kind <= 2"
        ).fetchall()
    towns = [row for row in rows if row[3] and not row[4]]
    assert {
        id_
        for id_, lat, lon, people, is_unlisted in rows
        if is_unlisted
        for _id, town_lat, town_lon, more, _unlisted in towns
        if more > people / 2 and metres(lat, lon, town_lat, town_lon) < 7_000
    } == DISTRICTS


def test_a_town_that_the_classifier_has_not_is_named_where_it_stands_alone(towns):
    assert "Dobropillia" in names(towns, Bounds(36.8, 48.3, 37.4, 48.6))


def test_names_follow_the_language(towns):
    assert names(towns, KUPIANSK, "uk")[0] == "Куп’янськ"
    assert "Київ" in names(towns, UKRAINE, "uk")


def test_what_is_known_only_by_its_hromada_is_no_dot(towns):
    assert "Synkivka" not in names(towns, KUPIANSK)


def test_the_world_has_no_more_names_than_can_be_placed(towns):
    assert len(towns.within(View(0.5, 0.4, 2.5, 1600, 1000))) == MOST


@pytest.mark.parametrize("zoom", [0.0, 6.9, 7.0, 9.99, 10.0, 18.0])
def test_towns_are_in_sight_at_every_step(towns, zoom):
    view = View(0.604, 0.338, zoom, 800, 600)
    bounds = view.bounds()
    for town in towns.within(view):
        assert bounds.south - 1e-4 <= town.lat <= bounds.north + 1e-4
        assert bounds.west - 1e-4 <= town.lon <= bounds.east + 1e-4


def test_the_corner_of_the_world_is_no_error(towns):
    assert isinstance(towns.within(View(1.0, 0.999, 9.0, 1400, 900)), list)
