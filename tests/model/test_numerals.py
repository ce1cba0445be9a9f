from decimal import Decimal

import pytest

from caseboard import i18n
from caseboard.analysis import figures, weights
from caseboard.briefing import words
from caseboard.mapping import coordinates, scale_bar
from caseboard.mapping.coordinates import Notation
from caseboard.model import numerals
from caseboard.tagging.places.coordinates import mentions

KUPIANSK = (49.71003, 37.61581)


@pytest.fixture
def in_ukrainian():
    with i18n.speaking("uk"):
        yield


def test_english_has_a_decimal_point_and_commas_for_thousands():
    assert numerals.count(1_234_567) == "1,234,567"
    assert numerals.fixed(1234.5, 2) == "1,234.50"
    assert numerals.figure(1234.5) == "1,234.5"


@pytest.mark.usefixtures("in_ukrainian")
def test_ukrainian_has_a_decimal_comma_and_a_narrow_space_that_does_not_break():
    assert numerals.count(1_234_567) == "1\u202f234\u202f567"
    assert numerals.fixed(1234.5, 2) == "1\u202f234,50"
    assert numerals.figure(1234.5) == "1\u202f234,5"


@pytest.mark.parametrize("language", ["en", "uk"])
def test_no_number_is_written_with_an_exponent(language):
    with i18n.speaking(language):
        written = [numerals.figure(each, 6) for each in (1e-5, 1e9, 1_234_567.0)]
    plain = [
        each.replace("\u202f", "").replace(",", "" if language == "en" else ".") for each in written
    ]
    assert plain == ["0.00001", "1000000000", "1234570"]


def test_exact_sizes_are_spaced_alike_in_any_language():
    with i18n.speaking("uk"):
        ukrainian = numerals.spaced(1_234_567)
    assert ukrainian == numerals.spaced(1_234_567) == "1\u202f234\u202f567"


def test_a_position_names_its_sides_by_a_letter_in_english():
    assert numerals.position(-33.5, -70.25, 2) == "33.50°\u00a0S, 70.25°\u00a0W"
    assert numerals.position(*KUPIANSK, 3) == "49.710°\u00a0N, 37.616°\u00a0E"


@pytest.mark.usefixtures("in_ukrainian")
def test_a_position_names_its_sides_in_ukrainian_as_atlases_do():
    assert numerals.position(-33.5, -70.25, 2) == "33,50°\u00a0пд.\u00a0ш., 70,25°\u00a0зх.\u00a0д."
    assert numerals.position(*KUPIANSK, 3) == "49,710°\u00a0пн.\u00a0ш., 37,616°\u00a0сх.\u00a0д."


@pytest.mark.parametrize("language", ["en", "uk"])
@pytest.mark.parametrize("place", [KUPIANSK, (-33.5, -70.25)])
def test_a_position_that_is_printed_can_be_read_again(language, place):
    with i18n.speaking(language):
        written = numerals.position(*place, 5)
    point = coordinates.parse(written)
    assert (point.lat, point.lon) == pytest.approx(place)


@pytest.mark.parametrize("language", ["en", "uk"])
def test_a_position_that_is_printed_is_found_in_a_text(language):
    with i18n.speaking(language):
        written = numerals.position(*KUPIANSK, 5)
    (found,) = mentions(f"Координати: {written}")
    assert found.place
    assert (found.place.lat, found.place.lon) == pytest.approx(KUPIANSK)


@pytest.mark.usefixtures("in_ukrainian")
def test_what_is_told_in_ukrainian_has_its_commas():
    assert weights.show(Decimal("0.18")) == "0,18"
    assert weights.show(Decimal(0)) == "0"
    assert figures.bounded(1200, 3.5) == "1\u202f200–3,5"
    assert words.distance(2500) == "2,5 км"
    assert words.distance(120_000) == "120 км"
    assert scale_bar.told(2_000_000) == "2\u202f000 км"


@pytest.mark.usefixtures("in_ukrainian")
@pytest.mark.parametrize("notation", Notation)
def test_what_a_tool_reads_is_the_same_in_ukrainian(notation):
    ukrainian = coordinates.show(*KUPIANSK, notation)
    with i18n.speaking("en"):
        assert coordinates.show(*KUPIANSK, notation) == ukrainian
