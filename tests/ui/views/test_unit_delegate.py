"""How a row of the tree of units is shared between the name and what stands beside it."""

import pytest

from caseboard.ui.delegates.unit import room_beside


@pytest.mark.parametrize(
    ("name", "room", "beside"),
    [
        (100, 300, 200),
        (250, 300, 100),
        (0, 300, 300),
        (400, 300, 100),
    ],
)
def test_the_name_has_what_it_wants_but_for_a_third(name, room, beside):
    assert room_beside(name, room) == beside
