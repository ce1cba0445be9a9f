"""The lines of the grid are where the zone's eastings and northings are."""

import pytest
import utm

from caseboard.mapping.utm_grid import Zone, lines, step, zones
from caseboard.mapping.view import Bounds

KUPIANSK = Bounds(37.5, 49.6, 37.8, 49.8)


def test_a_line_has_one_easting_or_northing_in_its_zone():
    found = list(lines(Zone(37, is_northern=True), KUPIANSK, 5000))
    assert {line.text for line in found if line.is_upright} >= {"37U 400 km E", "37U 395 km E"}
    for line in found:
        value = float(line.text.removeprefix("37U ").split()[0]) * 1000
        for lat, lon in line.positions:
            easting, northing, *_zone = utm.from_latlon(lat, lon, 37, "U")
            assert (easting if line.is_upright else northing) == pytest.approx(value, abs=0.1)


def test_lines_end_where_their_zone_does():
    edge = Bounds(35.5, 49.6, 36.5, 49.8)
    assert [zone.number for zone in zones(edge)] == [36, 37]
    for zone in zones(edge):
        for line in lines(zone, edge, 10_000):
            longitudes = line.positions[:, 1]
            assert longitudes.min() >= zone.west - 1e-5
            assert longitudes.max() <= zone.west + 6 + 1e-5


def test_both_sides_of_the_equator_have_zones_of_their_own():
    sides = [zone.is_northern for zone in zones(Bounds(9.1, -1, 9.2, 1))]
    assert sides == [True, False]


def test_there_are_never_more_lines_than_can_be_told_apart():
    assert not list(lines(Zone(37, is_northern=True), Bounds(36, 40, 42, 60), 100))


def test_a_step_is_round_and_wide_enough():
    assert [step(metres) for metres in (0.3, 3, 700, 1200, 4_000, 1e7)] == [
        1, 5, 1000, 2000, 5000, 100_000,
    ]  # fmt: skip
