"""How both of two accounts could hold, as sentences offered to the analyst."""

import pytest

from caseboard.analysis.reconciling import MOST, Account, ways
from caseboard.model.terms import DiffersOn

REPELLED = Account("All attacks on the town were repelled", said="2024-11-14")
COLUMNS = Account("Two columns entered the town and lost heavily", said="2024-11-13?")
BOTH = (DiffersOn.ENTRY, DiffersOn.OUTCOME)
DRIVEN_OUT = "Both can hold if columns entered and were driven out."


def test_columns_may_have_entered_and_been_driven_out_whichever_side_comes_first():
    assert ways(BOTH, REPELLED, COLUMNS)[0] == DRIVEN_OUT
    assert ways(BOTH, COLUMNS, REPELLED)[0] == DRIVEN_OUT


@pytest.mark.parametrize(
    ("statement", "who"),
    [
        ("Дві колони увійшли до міста", "columns"),
        ("В город вошли две колонны", "columns"),
        ("An assault group broke into the town", "small groups"),
        ("ДРГ зайшла в місто", "small groups"),
        ("Three armoured vehicles broke in", "vehicles"),
        ("The enemy is in the town", "some forces"),
    ],
)
def test_who_entered_is_named_as_the_account_names_it(statement, who):
    found = ways((DiffersOn.ENTRY,), REPELLED, Account(statement))
    assert found[0] == f"Both can hold if {who} entered and were driven out."


def test_the_words_of_the_reports_are_read_too():
    told = Account("The town was entered", words=("two columns got in",))
    assert ways(BOTH, REPELLED, told)[0] == DRIVEN_OUT


def test_an_outcome_alone_may_be_a_beginning_and_an_end():
    found = ways((DiffersOn.OUTCOME,), Account("The bridge was hit"), Account("It stands"))
    assert found == ["Both can hold if one tells how it began and the other how it ended."]
    shot = ways((DiffersOn.OUTCOME,), Account("Drones hit the depot"), Account("All were downed"))
    assert shot[0] == "Both can hold if some were shot down and others got through."


def test_losses_of_vehicles_and_of_people_are_two_things():
    tanks, men = Account("20 tanks were lost"), Account("300 soldiers were killed")
    assert "vehicles" in ways((DiffersOn.LOSSES,), tanks, men)[0]
    assert "seen in pictures" in ways((DiffersOn.LOSSES,), tanks, tanks)[0]


def test_days_are_named_where_both_accounts_tell_one():
    night, day = Account("x", happened="2024-11-13?"), Account("y", happened="2024-11-14T06:00")
    assert ways((DiffersOn.TIME,), day, night) == [
        "Both can hold if one speaks of 13 Nov 2024 and the other of 14 Nov 2024."
    ]
    assert ways((DiffersOn.TIME,), night, night) == [
        "Both can hold if they speak of different hours of the day."
    ]
    months = Account("x", happened="2024-09/2024-11-14")
    assert "13 Nov" not in " ".join(ways((DiffersOn.TIME,), months, night))


def test_what_was_said_on_one_day_may_be_over_on_another():
    said = ways(BOTH, REPELLED, COLUMNS)
    assert "Both can hold if what was said on 13 Nov 2024 was over by 14 Nov 2024." in said


def test_places_are_named_only_where_both_are_about_them():
    one, other = Account("x", places=("Oskil", "Kupiansk")), Account("y", places=("Kupiansk",))
    assert ways((DiffersOn.PLACE,), one, other) == [
        "Both can hold if they mean different parts of Kupiansk."
    ]
    assert "one place" in ways((DiffersOn.PLACE,), one, Account("z", places=("Dvorichna",)))[0]


def test_nothing_is_offered_where_nothing_is_known_to_differ():
    assert ways((), Account("x"), Account("y")) == []


def test_only_a_few_are_offered_each_once():
    found = ways(tuple(DiffersOn), REPELLED, COLUMNS)
    assert len(found) == MOST == len(set(found))
    assert found[0] == DRIVEN_OUT
