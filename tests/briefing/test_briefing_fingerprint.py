from dataclasses import replace

import pytest
from briefing_cases import kupiansk, outline

from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.fingerprint import fingerprint


@pytest.fixture(scope="module")
def made():
    return outline(kupiansk())


def test_it_is_four_groups_of_four_digits(made):
    groups = fingerprint(made).split(" ")

    assert [len(group) for group in groups] == [4, 4, 4, 4]
    assert set("".join(groups)) <= set("0123456789abcdef")


def test_the_same_words_have_the_same_one(made):
    assert fingerprint(made) == fingerprint(outline(kupiansk()))


@pytest.mark.parametrize(
    "changes",
    [
        {"bottom_line": "Nothing is known."},
        {"title": "Another"},
        {"language": "uk"},
        {"sections": [{"kind": SectionKind.CLAIMS.value, "on": True}]},
        {"classification": "RESTRICTED"},
    ],
)
def test_other_words_anywhere_make_another(made, changes):
    assert fingerprint(outline(kupiansk(), **changes)) != fingerprint(made)


def test_moving_a_word_from_one_field_to_the_next_makes_another(made):
    head = made.head
    moved = replace(head, title=head.title[:-1], question=head.title[-1] + head.question)

    assert fingerprint(replace(made, head=moved)) != fingerprint(made)
