"""Formations that are counted and not identified."""

import pytest

from caseboard.model.terms import Branch, Echelon, Side
from caseboard.tagging import units
from caseboard.tagging.context import EMPTY
from caseboard.tagging.document import Document


def counted(text):
    return [
        (unit.surface, unit.name, unit.count)
        for unit in units.find(Document(text), EMPTY)
        if unit.count
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Two columns of tanks moved.", ("Two columns", "column", (2, 2))),
        ("Several BTGs attacked.", ("Several BTGs", "BTG", (3, 9))),
        ("About 10 assault groups.", ("About 10 assault groups", "assault group", (8, 12))),
        ("a platoon of soldiers", ("a platoon", "platoon", (1, 1))),
        ("an armoured column", ("an armoured column", "armored column", (1, 1))),
        ("Dozens of assault groups.", ("Dozens of assault groups", "assault group", (24, 99))),
        ("a couple of platoons attacked", ("a couple of platoons", "platoon", (2, 4))),
        (
            "at least three tank companies",
            ("at least three tank companies", "tank company", (3, 6)),
        ),
        ("up to two battalions of troops", ("up to two battalions", "battalion", (1, 2))),
        ("до двох рот піхоти", ("до двох рот", "company", (1, 2))),
        ("близько п'яти штурмових груп", ("близько п'яти штурмових груп", "assault group", (4, 6))),
        ("четыре штурмовые группы", ("четыре штурмовые группы", "assault group", (4, 4))),
        ("колонна техники, две колонны танков", ("две колонны", "column", (2, 2))),
    ],
)
def test_a_count_is_a_range(text, expected):
    found = counted(text)
    assert [
        each if each[1] != "battalion tactical group" else (each[0], "BTG", each[2])
        for each in found
    ] == [expected]


@pytest.mark.parametrize(
    "text",
    [
        "He wrote two columns for the newspaper after the attack.",
        "A column of smoke rose over the tanks.",
        "A humanitarian convoy of forty vehicles left.",
        "Two companies signed a military contract.",
        "Three brigades of electricians repair the lines.",
        "The company's army of lawyers attacked the ruling.",
        "Several dozen armoured vehicles were destroyed.",
        "The battalion held the road.",
        "П'ять бригад медиків працюють на місці.",
        "Три бригады энергетиков восстановили свет.",
        "Several companies of the energy sector were attacked.",
    ],
)
def test_what_is_no_formation_of_soldiers_is_left_alone(text):
    assert counted(text) == []


def test_whose_they_are_is_told_with_them():
    (unit,) = units.find(
        Document("Two columns of Russian forces, with a tank, entered the town."), EMPTY
    )
    assert unit.surface == "Two columns of Russian forces"
    assert (unit.country, unit.side, unit.sidc) == ("RU", Side.HOSTILE, "10061000000000000000")
    assert 0.5 <= unit.score <= 0.75
    assert unit.reason


def test_size_and_branch_are_told_where_the_words_have_them():
    (unit,) = units.find(Document("Two Ukrainian tank battalions attacked."), EMPTY)
    assert (unit.echelon, unit.branch) == (Echelon.BATTALION, Branch.ARMOUR)
    assert unit.side is Side.FRIEND


def test_two_formations_of_one_kind_are_two_proposals():
    first, second = units.find(
        Document("Two columns of tanks came. Later two columns of tanks left."), EMPTY
    )
    assert first.name == second.name
    assert first.key != second.key
