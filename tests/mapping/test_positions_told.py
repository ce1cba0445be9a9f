"""Whatever tells a position: no notation may be missed, and plain numbers are let be."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from caseboard.mapping import coordinates, telling

NEAR = ((49.7, 37.6), (48.0, 37.8))
FINE = (
    "49.71003, 37.61581",
    "49.71003 37.61581",
    "４９．７１００３, ３７．６１５８１",
    "49·71003, 37·61581",
    "49,71003 37,61581",
    "49,71003,37,61581",
    "37.61581, 49.71003",
    "49°42'36\"N 37°36'57\"E",
    "49° 42.6′ N",
    "49°42′ and 37°36′",
    "49 42 36 N 37 36 57 E",
    "N49 42.600 E037 36.950",
    "494236N0373657E",
    "49d42m36s N 37d36m57s E",
    "37U DR 00205 07310",
    "37UDR0020507310",
    "37u dr 00205 07310",
    "DR 00205 07310",
    "37U 400205 5507310",
    "37U 400205E, 5507310N",
    "E400205 N5507310",
    "X=5507310 Y=7400205",
    "8GXVPJ68+28",
    "PJ68+28 Kupiansk",
    "///filled.count.soap",
    "https://www.google.com/maps/@49.71003,37.61581,15z",
    "https://maps.google.com/?q=49.71003%2C37.61581",
    "https://www.google.com/maps/place/49%C2%B042'36.1%22N+37%C2%B036'56.9%22E/",
    "https://www.google.com/maps/place/X/data=!3d49.71003!4d37.61581",
    "https://yandex.ru/maps/?ll=37.615810%2C49.710030&z=15",
    "https://www.openstreetmap.org/?mlat=49.71003&mlon=37.61581#map=15/49.71003/37.61581",
    "https://www.openstreetmap.org/#map=15/49.71/37.61",
    "https://maps.app.goo.gl/AbCdEf",
    "geo:49.71003,37.61581",
    "latitude 49.71003 and so on, longitude: 37.61581",
    "широта 49,71003",
    "49.71003° N, and then 37.61581° E",
    "49,71003° пн.ш., 37,61581° сх.д.",
    "**49.71003**, *37.61581*",
    "49.71\u200b003, 37.61581",
    "IMG_49.71003_37.61581.jpg",
    "only 49.71003 here",
    "49.71, 37.61",
    "[here](https://osm.org/go/0v8)",
    "49.710° північної широти",
)
"""In full, in part, in an address, in a file's name, under marks of emphasis."""
HARMLESS = (
    "Losses rose from 12.50, 13.75 on the day",
    "13 JAN 2024",
    "They were 2 to 3 km away",
    "D-20 howitzer 122 mm, 152,4 mm",
    "14 Nov 2024 11:39:20 UTC+2",
    "1,234,567 people and 12,345 others",
    "It was 37.5 °C",
    "version 1.20.35",
    "https://example.org/2024/11/14/story-49.html",
    "49.7 percent, 37.6 percent",
    "BM-21, KA-52, T-72B3 3456",
    "an increase of 3.1415 to 2.7182",
    "20.11.2024, 21.11.2024",
    "+380 44 123 45 67",
    "12 May 2024 at 5 p.m.",
    "45° turn",
    "1.5 x 2.5 m",
    "a share of 0,125, 0,250",
    "C3 against C4",
    "see www.example.org.ua",
    "12 km to 123456",
    "ISBN 978 1 2345",
)


@pytest.mark.parametrize("text", FINE)
def test_every_notation_is_found_however_it_is_written(text):
    assert min(each.step_m for each in telling.told(text, NEAR)) < 10_000


@pytest.mark.parametrize("text", FINE)
def test_nothing_of_its_digits_is_left(text):
    left = text
    for each in reversed(telling.told(text, NEAR)):
        left = left[: each.start] + left[each.end :]
    assert not [digits for digits in ("710", "615", "61581", "002", "07310") if digits in left]


@pytest.mark.parametrize("text", HARMLESS)
def test_numbers_that_tell_no_place_are_let_be(text):
    assert telling.told(text, NEAR) == ()


def test_a_position_told_roughly_says_how_roughly():
    (found,) = telling.told("about 49.7° N", NEAR)
    assert found.step_m > 10_000


def test_bare_numbers_are_a_position_only_beside_what_is_known():
    assert telling.told("49.71, 37.61", NEAR)
    assert not telling.told("49.71, 37.61", [(10.0, 10.0)])
    assert not telling.told("49.71, 37.61")


def test_an_address_keeps_its_host():
    text = "See https://www.google.com/maps/@49.71003,37.61581,15z."
    (found,) = telling.told(text)
    assert text[: found.start] == "See https://www.google.com/"
    assert text[found.end :] == "."


@given(
    st.floats(-79, 83),
    st.floats(-179, 179),
    st.sampled_from(coordinates.Notation),
    st.sampled_from(["{}", "at {}.", "“{}”", "({})", "near {}, they say", "\n{}\n", "С.ш. {} тут"]),
)
def test_what_the_program_itself_writes_is_found_anywhere(lat, lon, notation, around):
    text = around.format(coordinates.show(lat, lon, notation))
    assert telling.told(text)


@given(st.text(alphabet="0123456789.,°'\"NSEW +-/:_*`\u200bабвшд[]()", max_size=60))
def test_stretches_are_in_order_and_none_lies_over_another(text):
    found = telling.told(text, NEAR)
    places = [place for each in found for place in (each.start, each.end)]
    assert places == sorted(places)
    assert all(0 <= each.start < each.end <= len(text) for each in found)


@given(st.text(alphabet="0123456789.,°'NSEWudrDMSxyXY +-/:=abcшд", max_size=30))
def test_nothing_is_passed_over_at_the_first_look(text):
    """Most texts are let go before they are read: never one that tells something."""
    looked_at = telling.told(f"{text}\n\nzz 1.5 zz", NEAR)
    inside = [each.start for each in looked_at if each.start < len(text)]
    assert [each.start for each in telling.told(text, NEAR)] == inside
