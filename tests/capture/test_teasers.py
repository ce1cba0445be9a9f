"""Boxes that advertise another article."""

import pytest

from caseboard.capture import layout, teasers
from caseboard.model.terms import PartKind

BEFORE = "The bridge is open again, and lorries cross it day and night."


def related(text):
    blocks = layout.blocks(text)
    teasers.mark(blocks)
    return [block.text for block in blocks if block.kind is PartKind.RELATED]


@pytest.mark.parametrize(
    "card",
    [
        "Ferry fares double as rivers fall\n“Nobody asked us,” the mayor said.\nThe PostJane Doe",
        "Пором подорожчав удвічі через мілину\nСелища лишилися без зв’язку.\nРічкаОксана Білик",
        "Паром подорожал вдвое из-за мели\nРекаОксана Белик",
    ],
)
def test_a_card_with_a_glued_foot_is_marked_whole(card):
    assert related(f"{BEFORE}\n\n{card}\nLast words of the page.") == card.split("\n")


@pytest.mark.parametrize(
    "text",
    [
        f"{BEFORE}\n\nYouTube and Facebook",
        f"{BEFORE}\n\nDeepState Map\n\n{BEFORE}",
        f"{BEFORE}\n\nOksana McDonald",
        BEFORE,
        "The PostJane Doe",
    ],
)
def test_names_written_in_one_word_are_no_cards(text):
    assert related(text) == []
