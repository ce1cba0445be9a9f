"""A choice that stands in a line of words."""

import pytest

from caseboard.ui.briefing.menu_choice import MenuChoice


@pytest.fixture
def choice(qtbot):
    widget = MenuChoice("Paper", [("a4", "A4"), ("rd", "R&D")], None)
    qtbot.addWidget(widget)
    widget.told = []
    widget.chosen.connect(lambda: widget.told.append(widget.current))
    return widget


def lines(choice):
    choice.menu().aboutToShow.emit()
    return choice.menu().actions()


def test_the_first_stands_until_another_is_taken(choice):
    assert choice.current == "a4"
    lines(choice)[1].trigger()
    assert choice.current == "rd"
    assert choice.told == ["rd"]


def test_what_is_chosen_is_ticked_and_said(choice):
    choice.choose("rd")
    assert choice.told == []
    assert [line.isChecked() for line in lines(choice)] == [False, True]
    assert choice.text() == "R&&D"
    assert choice.accessibleName() == "Paper: R&D"


def test_taking_what_is_chosen_already_tells_nothing(choice):
    lines(choice)[0].trigger()
    assert choice.told == []


def test_what_is_not_offered_leaves_the_first(choice):
    choice.choose("rd")
    choice.choose("of a newer program")
    assert choice.current == "a4"
