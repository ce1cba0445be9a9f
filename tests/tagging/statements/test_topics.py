"""Whom `he` stands for in English."""

from collections.abc import Sequence

import pytest

from caseboard.tagging.document import Document
from caseboard.tagging.found import Found
from caseboard.tagging.statements import english
from caseboard.tagging.suggestions import PersonSuggestion

PEOPLE = ("Danylo Ruban", "Olena Hnatiuk", "Petro Melnyk")


def meant(text: str, people: Sequence[str] = PEOPLE) -> dict[str, str]:
    """For each pronoun that speaks, whom it stands for."""
    found = Found()
    for name in people:
        start = text.find(name)
        if start >= 0:
            end = start + len(name)
            found.people.append(PersonSuggestion(start=start, end=end, surface=name, name=name))
    return {
        text[one.speaker.start : one.speaker.end]: text[one.stands_for.start : one.stands_for.end]
        for one in english.find(Document(text, language="en"), found)
        if one.speaker is not None and one.stands_for is not None
    }


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("Danylo Ruban said the army met Petro Melnyk. He said it was over.", "Danylo Ruban"),
        ('"We are tired," said Danylo Ruban.\n\n"We will stay," he said.', "Danylo Ruban"),
        (
            "On Monday, Danylo Ruban went to Izium with Petro Melnyk. He said little.",
            "Danylo Ruban",
        ),
        ("The mayor said the bridge was gone. The army left. He said he was sorry.", "The mayor"),
        ("Danylo Ruban told the ministry he was tired. It rained. He said so.", "Danylo Ruban"),
    ],
)
def test_he_is_who_spoke_last_or_whom_it_is_about(text: str, who: str) -> None:
    assert {name for pronoun, name in meant(text).items() if pronoun in ("He", "he")} == {who}


def test_who_is_the_name_before_it() -> None:
    text = "Danylo Ruban, who has promised to stay, said it was over."
    assert meant(text) == {"who": "Danylo Ruban"}


def test_ministry_is_never_he() -> None:
    assert meant("The ministry said it was over. He said it was not.") == {}


def test_name_too_far_back_is_not_meant() -> None:
    text = "Danylo Ruban said it was over. " + "It rained all day. " * 80 + "He said so again."
    assert meant(text) == {}


def test_nobody_is_guessed_where_people_are_not_known() -> None:
    text = "Danylo Ruban said it was over. He said so again."
    assert all(one.stands_for is None for one in english.find(Document(text, language="en")))
