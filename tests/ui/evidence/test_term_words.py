"""Closed terms in the user's language."""

import pytest

from caseboard.model.terms import DiffersOn, Fit, QuantityKind, Reliability
from caseboard.ui import words


def test_members_of_two_sets_with_one_value_keep_words_of_their_own():
    assert QuantityKind.LOSSES == DiffersOn.LOSSES  # as strings
    assert words.term(QuantityKind.LOSSES) == "losses of people"
    assert words.term(DiffersOn.LOSSES) == "losses"
    assert words.term(Fit.CONSISTENT) == "consistent"
    assert words.term(Reliability.C) != "consistent"


@pytest.mark.parametrize("kind", [DiffersOn, QuantityKind, Fit])
def test_every_member_has_words(kind):
    assert all(words.term(each) for each in kind)
