"""Markings in the colours of TLP 2.0."""

import pytest

from caseboard.ui.lib.marking import MarkingBadge, marking_color


@pytest.mark.parametrize(
    ("marking", "color"),
    [
        ("TLP:CLEAR", "#ffffff"),
        ("TLP:GREEN", "#33ff00"),
        ("TLP:AMBER", "#ffc000"),
        ("TLP:AMBER+STRICT", "#ffc000"),
        ("TLP:RED", "#ff2b2b"),
    ],
)
def test_each_label_has_its_colour_on_black(theme, qtbot, marking, color):
    badge = MarkingBadge(theme, marking)
    qtbot.addWidget(badge)
    badge.resize(badge.sizeHint())
    image = badge.grab().toImage()
    seen = {
        image.pixelColor(x, y).name() for x in range(image.width()) for y in range(image.height())
    }
    assert marking_color(marking).name() == color
    assert image.pixelColor(4, image.height() // 2).name() == "#000000"
    assert color in seen
    assert badge.accessibleName() == marking


def test_another_label_is_shown_and_a_false_one_refused(theme, qtbot):
    badge = MarkingBadge(theme, "TLP:CLEAR")
    qtbot.addWidget(badge)
    badge.set_marking("TLP:RED")
    assert badge.marking() == "TLP:RED"
    with pytest.raises(KeyError):
        badge.set_marking("TLP:WHITE")
    assert badge.marking() == "TLP:RED"
