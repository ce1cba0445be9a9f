import pytest

from caseboard import i18n
from caseboard.ui.inspector.distance_words import direction, from_place, length


@pytest.mark.parametrize(
    ("metres", "words"),
    [(7, "7 m"), (347, "350 m"), (3204, "3.2 km"), (3000, "3 km"), (12_340, "12 km")],
)
def test_a_length_has_two_figures(metres, words):
    assert length(metres) == words


def test_a_length_is_written_as_ukrainian_has_it():
    with i18n.speaking("uk"):
        assert [length(each) for each in (3204, 9996, 1_234_000)] == [
            "3,2 км",
            "10 км",
            "1\u202f234 км",
        ]


def test_the_compass_has_eight_points_and_closes():
    assert [direction(each) for each in (0, 44, 91, 200, 359)] == [
        "north",
        "north-east",
        "east",
        "south",
        "north",
    ]


def test_within_its_own_reach_one_is_in_a_place_or_beside_it():
    assert from_place("Kupiansk", 800, 90, 1000) == "in or beside Kupiansk"
    assert from_place("Kupiansk", 3204, 45, 1000) == "3.2 km north-east of Kupiansk"
