"""Where units were, no finer than may be told."""

import math
from dataclasses import replace

import pytest
from casework import Casework
from hypothesis import given
from hypothesis import strategies as st

from caseboard.analysis import spots
from caseboard.analysis.releasing import coarsened, released, snapped, too_fine_places
from caseboard.model.claim import ClaimLocation, ClaimUnit
from caseboard.model.entities import Location
from caseboard.model.terms import LocationKind

DEGREE = 111_320.0


@pytest.fixture
def work():
    """A brigade at a town whose place is known to 300 m, to be released to 10 km."""
    work = Casework()
    work.clip("E001")
    work.position("1 Bde", "Town", "2024-11-13", "E001")
    town = work.rows["locations"][0]
    town.lat, town.lon, town.precision_m = 49.71, 37.61, 300
    return work


def only(dossier):
    """The one position, and the place it is at."""
    (position,) = dossier.positions
    return position, next(p for p in dossier.locations if p.id == position.location_id)


def apart(one, other):
    """Metres between two positions, near enough."""
    across = math.cos(math.radians(one[0]))
    return DEGREE * math.hypot(one[0] - other[0], (one[1] - other[1]) * across)


def test_a_position_that_is_too_fine_becomes_an_area(work):
    position, place = only(released(work.dossier).dossier)
    assert (position.lat, position.lon, position.precision_m) == (None, None, None)
    assert place.name == "the Town area"
    assert place.precision_m >= 10_000
    assert (place.lat, place.lon) != (49.71, 37.61)
    assert apart((place.lat, place.lon), (49.71, 37.61)) < place.precision_m


def test_the_map_shows_it_there_and_the_town_where_it_is(work):
    (spot,) = spots.of(released(work.dossier).dossier)
    assert (spot.lat, spot.lon) == snapped(49.71, 37.61, 10_000)
    assert spot.precision_m >= 10_000


def test_the_dossier_itself_is_left_as_it_is(work):
    dossier = work.dossier
    released(dossier)
    assert dossier.positions[0].location_id == "Town"
    assert [place.lat for place in dossier.locations] == [49.71]


def test_it_is_told_which_units_were_coarsened(work):
    done = released(work.dossier)
    assert (dict(done.coarsened), done.positions) == ({"1 Bde": 10_000}, 1)


@pytest.mark.parametrize(("release", "precision"), [(0, 300), (300, 300), (10_000, 12_000)])
def test_what_is_known_no_finer_than_it_may_be_told_stays(work, release, precision):
    work.rows["units"][0].release_m = release
    work.rows["locations"][0].precision_m = precision
    dossier = work.dossier
    assert released(dossier).dossier is dossier


def test_a_place_whose_name_would_tell_is_called_by_its_square(work):
    town = work.rows["locations"][0]
    town.name, town.kind = "49.71000, 37.61000", LocationKind.POINT
    _position, place = only(released(work.dossier).dossier)
    assert "49.71000" not in place.name
    lat, lon = map(float, place.name.split(", "))
    assert (lat, lon) == (round(place.lat, 2), round(place.lon, 2))


def test_a_point_of_which_nobody_knows_where_it_is_is_withheld(work):
    town = work.rows["locations"][0]
    town.kind, town.lat, town.lon, town.precision_m = LocationKind.POINT, None, None, None
    _position, place = only(released(work.dossier).dossier)
    assert place.name == "a place that is withheld"


def test_a_region_without_a_position_tells_nothing_finer(work):
    region = work.rows["locations"][0]
    region.kind, region.lat, region.lon, region.precision_m = LocationKind.REGION, None, None, None
    assert released(work.dossier).coarsened == {}


def test_degrees_of_its_own_are_coarsened_in_a_region_too(work):
    work.rows["locations"][0] = Location(id="Town", name="Oblast", kind=LocationKind.REGION)
    position = work.rows["positions"][0]
    position.lat, position.lon = 49.7123, 37.6123
    moved, place = only(released(work.dossier).dossier)
    assert moved.lat is None
    assert place.lat == snapped(49.7123, 37.6123, 10_000)[0]


@given(st.floats(-80, 80), st.floats(-179, 179), st.sampled_from([500.0, 10_000.0, 50_000.0]))
def test_positions_of_one_square_cannot_be_told_apart(lat, lon, metres):
    middle = snapped(lat, lon, metres)
    assert apart(middle, (lat, lon)) <= metres * 0.72
    assert snapped(*middle, metres) == middle


def test_a_site_of_a_unit_is_too_fine_and_a_town_is_not(work):
    town = work.rows["locations"][0]
    assert too_fine_places(work.dossier) == {}
    town.kind = LocationKind.SITE
    assert too_fine_places(work.dossier) == {"Town": 10_000}
    town.precision_m = 10_000
    assert too_fine_places(work.dossier) == {}


def test_a_site_that_a_claim_ties_to_a_unit_is_too_fine(work):
    site = Location(id="Depot", name="Depot", kind=LocationKind.POINT, lat=49.7, lon=37.6)
    work.rows["locations"].append(site)
    work.claim("C1")
    about = [ClaimLocation(claim_id="C1", location_id="Depot")]
    fought = [ClaimUnit(claim_id="C1", unit_id="1 Bde")]
    dossier = replace(work.dossier, claim_locations=about)
    assert too_fine_places(dossier) == {}
    assert too_fine_places(replace(dossier, claim_units=fought)) == {"Depot": 10_000}


def test_a_coarsened_place_keeps_its_id_and_nothing_that_tells():
    site = Location(
        id="Depot",
        name="Depot 7",
        aliases=["The mill"],
        kind=LocationKind.SITE,
        lat=49.71234,
        lon=37.61234,
        precision_m=20,
        gazetteer_id="g1",
    )
    coarse = coarsened(site, 10_000)
    assert coarse.id == "Depot"
    assert (coarse.lat, coarse.lon) == snapped(49.71234, 37.61234, 10_000)
    assert coarse.precision_m >= 7_000
    told = repr(coarse)
    assert not [word for word in ("Depot 7", "mill", "49.71234", "g1") if word in told]
    assert site.name == "Depot 7"


def test_a_site_of_no_known_place_loses_its_name():
    coarse = coarsened(Location(name="Depot 7", kind=LocationKind.SITE), 10_000)
    assert (coarse.name, coarse.lat) == ("a place that is withheld", None)
