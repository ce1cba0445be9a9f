"""Marks become one where they would lie upon each other, and part nearer by."""

from caseboard.mapping.clusters import clustered, single
from caseboard.mapping.view import Bounds, fitting
from caseboard.model.spots import Spot, SpotKey, SpotKind

FAR = fitting(Bounds(30.0, 46.0, 40.0, 52.0), 800, 600)


def spot(label, lat, lon, count=1):
    return Spot(SpotKey(SpotKind.PLACE, label), lat, lon, label, count=count)


TOWN = spot("Kupiansk", 49.71, 37.6158, 9)
STATION = spot("Kupiansk-Vuzlovyi", 49.6706, 37.6432, 2)
FARTHER = spot("Kharkiv", 49.99, 36.23, 1)


def labels(found):
    return [tuple(each.label for each in cluster.spots) for cluster in found]


def test_near_spots_share_a_mark_where_the_weightiest_is():
    found = clustered(FAR, (STATION, TOWN, FARTHER), 26)
    assert labels(found) == [("Kupiansk", "Kupiansk-Vuzlovyi"), ("Kharkiv",)]
    assert (found[0].x, found[0].y) == FAR.to_view(TOWN.lat, TOWN.lon)
    assert found[0].count == 11


def test_they_part_when_the_map_comes_nearer():
    near = FAR.zoomed(6, *FAR.to_view(TOWN.lat, TOWN.lon))
    assert labels(clustered(near, (STATION, TOWN), 26)) == [("Kupiansk",), ("Kupiansk-Vuzlovyi",)]


def test_dragging_the_map_changes_no_cluster():
    spots = [spot(str(n), 48 + n * 0.037, 36 + n * 0.041, 1 + n % 3) for n in range(40)]
    here = {frozenset(each) for each in labels(clustered(FAR, spots, 26))}
    moved = {frozenset(each) for each in labels(clustered(FAR.moved(-31, 17), spots, 26))}
    assert here == moved


def test_no_spot_is_lost_and_none_is_twice():
    spots = [spot(str(n), 48 + n * 0.01, 36 + n * 0.02) for n in range(60)]
    found = [label for cluster in clustered(FAR, spots, 40) for label in labels([cluster])[0]]
    assert sorted(found) == sorted(str(n) for n in range(60))


def test_what_is_out_of_sight_has_no_mark():
    assert not clustered(FAR, [spot("Perth", -31.9, 115.9)], 26)


def test_alone_each_has_its_own():
    assert len(single(FAR, (TOWN, STATION))) == 2
