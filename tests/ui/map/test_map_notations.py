"""Positions in each notation."""

from caseboard.mapping.coordinates import Notation
from caseboard.ui.map.notations import all_shown, shown

KUPIANSK = (49.71003, 37.61581)


def test_a_position_is_shown_in_every_notation():
    found = dict(all_shown(*KUPIANSK))
    assert found == {
        Notation.DECIMAL: "49.71003, 37.61581",
        Notation.DMS: "49°42′36.1″N 37°36′56.9″E",
        Notation.MGRS: "37U DR 00205 07310",
        Notation.UTM: "37U 400205 5507310",
        Notation.PLUS: "8GXVPJ68+28",
    }


def test_near_a_pole_there_are_degrees_alone():
    assert shown(84.9, 10.0, Notation.UTM) == "84.90000, 10.00000"
    assert Notation.UTM not in dict(all_shown(84.9, 10.0))


def test_beyond_180_degrees_the_world_goes_round():
    assert shown(10.0, 190.0, Notation.DECIMAL) == "10.00000, -170.00000"
