"""Positions as people write them."""

import math

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from caseboard.errors import CaseError
from caseboard.mapping.coordinates import Notation, parse, show

KUPIANSK = (49.71003, 37.61581)


def metres_apart(one, other):
    north = (one[0] - other[0]) * 111_195
    east = (one[1] - other[1]) % 360
    return math.hypot(north, min(east, 360 - east) * 111_195 * math.cos(math.radians(one[0])))


@pytest.mark.parametrize(
    ("text", "precision"),
    [
        ("49.71003, 37.61581", 1.1),
        ("49.71003,37.61581", 1.1),
        ("49.71003 37.61581", 1.1),
        ("49,71003 37,61581", 1.1),
        ("49,71003, 37,61581", 1.1),
        ("49,71003,37,61581", 1.1),
        ("49,71003; 37,61581", 1.1),
        ("(49.71003, 37.61581)", 1.1),
        ("+49.71003 / +37.61581", 1.1),
        ("49.71003°, 37.61581°", 1.1),
        ("49.71003°,37.61581°", 1.1),
        ("49.71003° N, 37.61581° E", 1.1),
        ("N49.71003 E37.61581", 1.1),
        ("n 49.71003, e 37.61581", 1.1),
        ("37.61581 E, 49.71003 N", 1.1),
        ("49.71003 north 37.61581 east", 1.1),
        ("lat: 49.71003, lon: 37.61581", 1.1),
        ("lon=37.61581 lat=49.71003", 1.1),
        ("Широта: 49,71003 Довгота: 37,61581", 1.1),
        ("geo:49.71003,37.61581?z=12", 1.1),
        ("https://www.google.com/maps/place/x/@49.71003,37.61581,14z/data=1", 1.1),
        ("https://maps.google.com/?q=49.71003,37.61581", 1.1),
        ("https://www.openstreetmap.org/#map=14/49.71003/37.61581", 1.1),
        ("https://www.openstreetmap.org/?mlat=49.71003&mlon=37.61581#map=1/0.0/0.0", 1.1),
        ("49°42′36″N 37°36′57″E", 30.9),
        ("49° 42' 36\" N, 37° 36' 57\" E", 30.9),
        ("49°42’36”N, 37°36’57”E", 30.9),
        ("49º42'36'' N 37º36'57'' E", 30.9),
        ("N 49° 42′ 36″ E 37° 36′ 57″", 30.9),
        ("49°42′36″ 37°36′57″", 30.9),
        ("49 42 36 N 37 36 57 E", 30.9),
        ("49 42 36 37 36 57", 30.9),
        ("49:42:36, 37:36:57", 30.9),
        ("49d42m36s N 37d36m57s E", 30.9),
        ("49d42m36s, 37d36m57s", 30.9),
        ("49°42′36″ пн. ш. 37°36′57″ сх. д.", 30.9),
        ("49°42′36″ пн.ш., 37°36′57″ сх.д.", 30.9),
        ("49°42′36″ північної широти, 37°36′57″ східної довготи", 30.9),
        ("49°42′36″ с. ш. 37°36′57″ в. д.", 30.9),
        ("49°42,6′ N 37°36,95′ E", 185.3),
        ("49°42.602′N 37°36.949′E", 1.9),
        ("37UDR0020507310", 1.0),
        ("37U DR 00205 07310", 1.0),
        ("37udr 00205 07310", 1.0),
        ("37UDR00200731", 10.0),
        ("37UDR0007", 1_000),
        ("37U 400205 5507310", 1.0),
        ("37 U 400205 5507310", 1.0),
        ("Zone 37U, 400205mE, 5507310mN", 1.0),
        ("37N 400205 5507310", 1.0),
        ("8GXVPJ68+28", 13.9),
        ("8gxvpj68+28", 13.9),
    ],
)
def test_kupiansk_is_found_however_it_is_written(text, precision):
    point = parse(text)
    assert point.precision_m == pytest.approx(precision, abs=0.06)
    assert metres_apart((point.lat, point.lon), KUPIANSK) <= max(3, 1.5 * precision)


def test_hemispheres_south_and_west_are_negative():
    expected = pytest.approx((-33.5, -70.25))
    for text in (
        "33.5 S 70.25 W",
        "-33.5, -70.25",
        "−33,5 −70,25",
        "33°30′ пд. ш. 70°15′ зх. д.",
        "33°30′ ю. ш. 70°15′ з. д.",
    ):
        point = parse(text)
        assert (point.lat, point.lon) == expected


def test_a_southern_utm_zone_may_be_written_with_a_band_or_a_hemisphere():
    band, hemisphere = parse("19H 350000 6290000"), parse("19S 350000 6290000")
    assert (band.lat, band.lon) == (hemisphere.lat, hemisphere.lon)
    assert band.lat < -33


def test_band_s_is_north_where_its_northing_fits():
    assert 32 <= parse("38S 444000 3688000").lat <= 40


def test_a_bare_square_is_known_to_a_hundred_kilometres():
    assert parse("37UDR").precision_m == 100_000


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Kupiansk",
        "49.71003",
        "49.71003 N",
        "49 N 50 N",
        "-49 S 37 E",
        "49°75′N 37°36′E",
        "49 42 36 37 36",
        "1 2 3 4 5 6 7 8",
        "49.7.1 37.6",
        "37UDR002050731",
        "99UDR0020507310",
        "37TDR0020507310",
        "37UDR 0020507310 and on",
        "37U 50 5507310",
        "61U 400205 5507310",
        "37K 400205 5507310",
        "PJ68+28",
        "8GXVPJ68+2",
        "<b>49</b> 37",
    ],
)
def test_what_is_no_position_is_refused_with_a_hint(text):
    with pytest.raises(CaseError) as refused:
        parse(text)
    assert refused.value.hint


@pytest.mark.parametrize("text", ["91, 37", "137.6, 49.7", "49, 181", "91 N 10 E"])
def test_what_is_off_the_globe_is_refused_by_its_number(text):
    with pytest.raises(CaseError, match="does not exist"):
        parse(text)


def test_kupiansk_is_shown_in_every_notation():
    assert {notation.value: show(*KUPIANSK, notation) for notation in Notation} == {
        "decimal": "49.71003, 37.61581",
        "dms": "49°42′36.1″N 37°36′56.9″E",
        "mgrs": "37UDR0020507310",
        "utm": "37U 400205 5507310",
        "plus": "8GXVPJ68+28",
    }


def test_seconds_never_round_up_to_sixty():
    assert show(9.9999999, -0.0000001, "dms") == "10°00′00.0″N 0°00′00.0″E"


def test_utm_ends_before_the_poles_in_words():
    with pytest.raises(CaseError, match="84°"):
        show(89, 0, "utm")


# --- everywhere ---

LAT = st.floats(-79.9, 83.9)
LON = st.floats(-179.99, 179.99)


@given(LAT, LON, st.sampled_from(Notation))
def test_what_is_shown_is_read_back_to_its_precision(lat, lon, notation):
    shown = show(lat, lon, notation)
    # Within a metre of a band's edge the letter of one side meets the northing of the other.
    assume(notation is not Notation.UTM or abs(lat % 8) > 0.1)
    point = parse(shown)
    assert point.notation is notation
    assert metres_apart((lat, lon), (point.lat, point.lon)) <= 1.5 * point.precision_m + 1


@given(st.text())
def test_any_text_is_a_position_on_the_globe_or_is_refused(text):
    try:
        point = parse(text)
    except CaseError:
        return
    assert abs(point.lat) <= 90
    assert abs(point.lon) <= 180


@given(st.text("0123456789.,;:/ °'\"+-NSEWU", max_size=30))
def test_any_scraps_of_a_position_are_read_or_refused(text):
    test_any_text_is_a_position_on_the_globe_or_is_refused.hypothesis.inner_test(text)
