"""Which marking binds more."""

import pytest

from caseboard.model import markings
from caseboard.model.terms import Marking


@pytest.mark.parametrize(
    ("marking", "ceiling", "above"),
    [
        (Marking.RED, Marking.AMBER_STRICT, True),
        (Marking.AMBER_STRICT, Marking.AMBER, True),
        (Marking.GREEN, Marking.GREEN, False),
        (Marking.CLEAR, Marking.GREEN, False),
        (None, Marking.CLEAR, False),
    ],
)
def test_a_marking_is_above_those_that_more_may_read(marking, ceiling, above):
    assert markings.is_above(marking, ceiling) is above


def test_the_highest_binds():
    assert markings.highest(Marking.GREEN, None, Marking.AMBER) is Marking.AMBER
    assert markings.highest(None) is None
