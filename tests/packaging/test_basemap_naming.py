"""Rivers have their names from points along them."""

import pytest
from shapely.geometry import LineString, box

from basemap_build.lakes import DRAINED, Lake, named
from basemap_build.naming import Named, Network, table
from basemap_build.river import River
from caseboard.paths import resources


def river(*points, rank=1):
    return River(rank, LineString(points))


MAIN = river((36.0, 50.0), (36.1, 49.9), (36.2, 49.8))
BELOW = river((36.2, 49.8), (36.3, 49.7), (36.4, 49.6))
TRIBUTARY = river((36.9, 49.9), (36.5, 49.85), (36.2, 49.8), rank=3)
OSKIL = Named("Oskil", "Оскіл", ((50.0, 36.0), (49.6, 36.4)))


def test_all_stretches_of_the_way_have_the_name_and_the_tributary_has_not():
    names = Network([MAIN, TRIBUTARY, BELOW], []).names([OSKIL])
    assert names == {0: OSKIL, 2: OSKIL}


def test_stretches_that_end_a_little_apart_are_one_river():
    apart = river((36.205, 49.805), (36.3, 49.7), (36.4, 49.6))
    assert Network([MAIN, apart], []).names([OSKIL]) == {0: OSKIL, 1: OSKIL}


def test_a_river_is_followed_through_a_reservoir():
    behind = river((36.3, 49.7), (36.35, 49.65), (36.4, 49.6))
    assert Network([MAIN, behind], []).names([OSKIL]) == {}
    filled = box(36.19, 49.69, 36.31, 49.81)
    assert Network([MAIN, behind], [filled]).names([OSKIL]) == {0: OSKIL, 1: OSKIL}


def test_a_point_far_from_every_river_names_nothing():
    away = Named("Elsewhere", "", ((52.0, 30.0), (52.1, 30.1)))
    assert Network([MAIN, BELOW], []).names([away]) == {}


def test_a_way_round_is_another_river():
    bow = river((36.0, 50.0), (37.5, 50.0), (37.5, 48.5), (36.4, 49.6))
    assert 0 not in Network([bow], []).names([OSKIL])


def test_the_table_of_regions_holds_rivers_with_points():
    rivers = {named.name: named for named in table(resources() / "tagging" / "regions.csv")}
    assert rivers["Oskil"].name_uk == "Оскіл"
    assert len(rivers) > 100
    assert all(len(named.points) > 1 for named in rivers.values())


@pytest.mark.parametrize("name", ["Kupiansk direction", "Donbas"])
def test_regions_are_no_rivers(name):
    assert name not in {n.name for n in table(resources() / "tagging" / "regions.csv")}


DNIPRO = Named("Dnipro", "Дніпро", ((48.2, 35.0), (47.84, 35.09), (47.2, 34.5)))


def test_a_water_with_points_of_a_river_is_the_river_and_its_drained_part_is_apart():
    chain, pond = Lake(900.0, box(34.0, 46.9, 35.2, 48.5)), Lake(3.0, box(30, 50, 30.1, 50.1))
    drained, river, other = named([chain, pond], [OSKIL, DNIPRO])
    assert drained.names == DRAINED
    assert drained.shape.bounds == (34.0, 46.9, 35.2, 47.75)
    assert river.names == ("Dnipro", "Дніпро")
    assert river.shape.bounds == (34.0, 47.75, 35.2, 48.5)
    assert other == pond
