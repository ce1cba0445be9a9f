"""A page as a tree."""

import pytest

from caseboard.capture import tree


@pytest.mark.parametrize(
    ("markup", "short"),
    [
        ("<div>a few words</div>", True),
        (f"<div>{'words ' * 200}</div>", False),
        (f"<div>{'<b></b>' * 1_000}</div>", False),
        (f"<div>a</div>{'words ' * 200}", True),
    ],
)
def test_an_element_is_short_by_its_words_and_its_elements(markup, short):
    element = tree.parse(f"<body>{markup}</body>").find(".//div")
    assert tree.is_short(element, 400) is short
