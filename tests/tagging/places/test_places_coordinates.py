"""Positions in running text, in any common notation."""

from time import monotonic

import pytest

from caseboard.model.terms import LocationKind
from caseboard.tagging.engine import suggest
from caseboard.tagging.places.coordinates import mentions

WRITTEN = [
    "49.71003, 37.61581",
    "49.71003 N, 37.61581 E",
    "N49.71003 E37.61581",
    "49.71003°N 37.61581°E",
    "49°42′36″N 37°36′57″E",
    "49°42'36\"N, 37°36'57\"E",
    "49° 42.6′ N 37° 36.95′ E",
    "37U DR 00205 07310",
    "37UDR0020507310",
    "37U 400205 5507310",
    "8GXVPJ68+28",
]
NO_POSITIONS = [
    "He scored 95.123, 200.456 on the test.",
    "Call 555-1234, 555-9876 or write.",
    "Version 3.11.7, 3.12.1 and 3.13.0 were tried.",
    "About 1,500, 2,000 and 3,000 people came.",
    "In 2021, 2022 and 2023 it rained.",
    "The 92nd Brigade has 12 D-20 howitzers.",
]


@pytest.mark.parametrize("written", WRITTEN)
def test_a_position_is_found_in_a_sentence(written: str) -> None:
    text = f"The tank was filmed at {written} in the morning."
    (point,) = suggest(text, language="en").locations
    assert point.surface == written
    assert point.place.kind is LocationKind.POINT
    assert point.lat == pytest.approx(49.71, abs=0.01)
    assert point.lon == pytest.approx(37.616, abs=0.01)


@pytest.mark.parametrize("text", NO_POSITIONS)
def test_numbers_are_no_positions(text: str) -> None:
    assert list(mentions(text)) == []


def test_what_is_off_the_globe_is_not_proposed() -> None:
    assert list(mentions("Seen at 95.12345, 37.61581 and at 49.71003, 190.61581.")) == []


def test_fewer_digits_are_less_precise() -> None:
    (rough,) = mentions("at 37U DR 00 07 by noon")
    (fine,) = mentions("at 37U DR 00205 07310 by noon")
    assert rough.place is not None
    assert fine.place is not None
    assert (rough.place.precision_m, fine.place.precision_m) == (1000.0, 1.0)


def test_two_positions_are_two_points() -> None:
    found = list(mentions("From 49.71003, 37.61581 to 49.84417, 37.77889."))
    assert [each.surface for each in found] == ["49.71003, 37.61581", "49.84417, 37.77889"]


@pytest.mark.parametrize("piece", ["1.111, ", "11°", "37U DR ", "N 4", "1 2 3 4 5 ", "9" * 50])
def test_hostile_numbers_are_read_in_linear_time(piece: str) -> None:
    begun = monotonic()
    for _each in mentions(piece * (60_000 // len(piece))):
        pass
    assert monotonic() - begun < 20
