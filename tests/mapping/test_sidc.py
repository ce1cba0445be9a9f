"""Symbol codes, against codes as APP-6 D has them."""

import pytest

from caseboard.mapping.sidc import Meaning, code, fitted, is_code, read
from caseboard.model.terms import Branch, Echelon, Side, UnitStatus


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


def test_what_is_written_reads_back():
    for side in Side:
        for echelon in Echelon:
            for branch in set(Branch) - {Branch.TERRITORIAL}:
                for status in UnitStatus:
                    for staff in (True, False):
                        made = code(side, echelon, branch, status, is_headquarters=staff)
                        assert read(made) == Meaning(side, echelon, branch, status, staff)


def test_territorial_defence_is_drawn_as_the_infantry_it_reads_as():
    made = code(Side.FRIEND, Echelon.BRIGADE, Branch.TERRITORIAL)
    assert read(made) == Meaning(Side.FRIEND, Echelon.BRIGADE, Branch.INFANTRY)


def test_planned_units_and_headquarters_have_digits_of_their_own():
    made = code(
        Side.FRIEND, Echelon.BRIGADE, Branch.INFANTRY, UnitStatus.PLANNED, is_headquarters=True
    )
    assert made == "10031012181211000000"


@pytest.mark.parametrize(
    ("sidc", "expected"),
    [
        ("10021000181211000000", Meaning(Side.FRIEND, Echelon.BRIGADE, Branch.INFANTRY)),
        ("10051000161205020000", Meaning(Side.HOSTILE, Echelon.BATTALION, Branch.ARMOUR)),
        ("10031004181211021503", Meaning(Side.FRIEND, Echelon.BRIGADE, Branch.MECHANIZED)),
        (
            "10031007251207000000",
            Meaning(Side.FRIEND, branch=Branch.AVIATION, is_headquarters=True),
        ),
        ("10031030181101000000", Meaning(Side.FRIEND, Echelon.BRIGADE)),
    ],
)
def test_codes_of_others_read_as_far_as_there_are_words(sidc, expected):
    assert read(sidc) == expected


@pytest.mark.parametrize(
    "text",
    ["", "SFGPUCI----D", "1003100018121100000", "10031500181211000000", "10091000181211000000"],
)
def test_what_is_no_land_unit_does_not_read(text):
    assert not is_code(text)
    assert read(text) is None


def test_a_change_leaves_alone_what_it_does_not_speak_of():
    signal_task_force = "10021034251110000000"
    wanted = Meaning(Side.HOSTILE, Echelon.UNKNOWN, Branch.UNKNOWN)
    assert fitted(signal_task_force, wanted) == "10061034251110000000"
    sized = Meaning(Side.FRIEND, Echelon.BRIGADE, Branch.INFANTRY, UnitStatus.PLANNED)
    assert fitted(signal_task_force, sized) == "10021014181211000000"


def test_nothing_is_kept_of_what_is_no_code():
    wanted = Meaning(Side.FRIEND, Echelon.BRIGADE, Branch.INFANTRY)
    assert fitted("", wanted) == code(Side.FRIEND, Echelon.BRIGADE, Branch.INFANTRY)
