"""Symbol codes, against codes as APP-6 D has them."""

import pytest

from caseboard.model.terms import Branch, Echelon, Side
from caseboard.tagging.units.sidc import code


@pytest.mark.parametrize(
    ("side", "echelon", "branch", "expected"),
    [
        (Side.FRIEND, Echelon.BRIGADE, Branch.INFANTRY, "10031000181211000000"),
        (Side.HOSTILE, Echelon.UNKNOWN, Branch.UNKNOWN, "10061000000000000000"),
        (Side.HOSTILE, Echelon.DIVISION, Branch.ARMOUR, "10061000211205000000"),
        (Side.HOSTILE, Echelon.BRIGADE, Branch.MOTORIZED, "10061000181211040000"),
        (Side.FRIEND, Echelon.BRIGADE, Branch.MECHANIZED, "10031000181211020000"),
        (Side.NEUTRAL, Echelon.BATTALION, Branch.ARTILLERY, "10041000161303000000"),
        (Side.UNKNOWN, Echelon.COMPANY, Branch.RECONNAISSANCE, "10011000151213000000"),
        (Side.FRIEND, Echelon.BRIGADE, Branch.AIRBORNE, "10031000181211000001"),
        (Side.FRIEND, Echelon.BATTALION, Branch.DRONE, "10031000161219000000"),
        (Side.HOSTILE, Echelon.ARMY, Branch.UNKNOWN, "10061000230000000000"),
        (Side.FRIEND, Echelon.CORPS, Branch.MARINE, "10031000221211010000"),
        (Side.HOSTILE, Echelon.BRIGADE, Branch.SPECIAL, "10061000181217000000"),
        (Side.FRIEND, Echelon.TEAM, Branch.LOGISTICS, "10031000111634000000"),
    ],
)
def test_a_code_tells_side_size_and_branch(side, echelon, branch, expected):
    assert code(side, echelon, branch) == expected


def test_every_combination_has_twenty_digits_and_a_land_unit():
    for side in Side:
        for echelon in Echelon:
            for branch in Branch:
                made = code(side, echelon, branch)
                assert made.isdecimal()
                assert len(made) == 20
                assert made[4:6] == "10"


def test_no_two_sizes_share_a_code():
    codes = {code(Side.FRIEND, echelon, Branch.INFANTRY) for echelon in Echelon}
    assert len(codes) == len(Echelon)
