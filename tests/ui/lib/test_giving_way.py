"""What can be spared is hidden where a row has no room."""

import pytest
from PySide6.QtCore import QSize
from PySide6.QtWidgets import QHBoxLayout, QWidget

from caseboard.ui.lib.giving_way import GivingWay


class Box(QWidget):
    """As wide as it is told."""

    def __init__(self, width):
        super().__init__()
        self.width_wanted = width

    def sizeHint(self):
        return QSize(self.width_wanted, 20)


@pytest.fixture
def head(qtbot):
    """A heading of 80, a count of 20 and tools of 100 pixels, with margins and gaps of 5."""
    head = QWidget()
    qtbot.addWidget(head)
    row = QHBoxLayout(head)
    row.setContentsMargins(5, 0, 5, 0)
    row.setSpacing(5)
    head.heading, head.count, head.tools = Box(80), Box(20), Box(100)
    row.addWidget(head.heading)
    row.addWidget(head.count)
    row.addStretch(1)
    row.addWidget(head.tools)
    GivingWay(head, row, head.heading, head.count)
    head.resize(400, 30)
    head.show()
    return head


def seen(head):
    boxes = {"heading": head.heading, "count": head.count, "tools": head.tools}
    return [name for name, box in boxes.items() if box.isVisibleTo(head)]


@pytest.mark.parametrize(
    ("width", "names"),
    [
        (220, ["heading", "count", "tools"]),
        (219, ["count", "tools"]),
        (135, ["count", "tools"]),
        (134, ["tools"]),
        (60, ["tools"]),
    ],
)
def test_the_first_that_is_spare_is_hidden_first(head, width, names):
    head.resize(width, 30)
    assert seen(head) == names
    head.resize(400, 30)
    assert seen(head) == ["heading", "count", "tools"]


def test_what_wants_more_room_later_is_given_it(head, qtbot):
    head.resize(230, 30)
    assert "heading" in seen(head)
    head.tools.width_wanted = 150
    head.tools.updateGeometry()
    qtbot.waitUntil(lambda: seen(head) == ["count", "tools"])


def test_what_is_hidden_by_others_counts_for_nothing(head):
    head.tools.hide()
    head.resize(115, 30)
    assert seen(head) == ["heading", "count"]
