"""The rail at the left."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor

from caseboard.ui.rail import Rail


@pytest.fixture
def rail(qtbot, theme):
    rail = Rail(theme)
    qtbot.addWidget(rail)
    rail.resize(rail.width(), 600)
    rail.show()
    return rail


def test_counts_are_shown_and_said(rail):
    rail.set_counts({"clip": 41, "claim": 12})
    assert rail.item("clip").count == 41
    assert rail.item("clip").accessibleName() == "Clips 41"
    assert rail.item("note").count is None


def test_a_click_chooses_and_tells(rail, qtbot):
    with qtbot.waitSignal(rail.chosen) as told:
        qtbot.mouseClick(rail.item("claim"), Qt.MouseButton.LeftButton)
    assert told.args == ["claim"]
    assert rail.current == "claim"


def test_the_keyboard_chooses_too(rail, qtbot):
    rail.item("note").setFocus()
    with qtbot.waitSignal(rail.chosen) as told:
        qtbot.keyClick(rail.item("note"), Qt.Key.Key_Space)
    assert told.args == ["note"]


def test_choosing_by_code_tells_nobody(rail, qtbot):
    with qtbot.assertNotEmitted(rail.chosen):
        rail.choose("unit")
    assert rail.current == "unit"


def test_narrow_it_keeps_names_for_readers_and_tooltips(rail):
    wide = rail.width()
    rail.set_counts({"clip": 3})
    rail.set_narrow(is_narrow=True)
    assert rail.width() < wide / 2
    assert "Clips 3" in rail.item("clip").toolTip()


def test_there_is_no_entry_for_what_has_no_view(rail):
    rail.show_only({"clip", "claim"})
    assert rail.item("claim").isVisible()
    assert not rail.item("unit").isVisible()


def test_open_disputes_are_shown_and_said_beside_the_claims(rail):
    rail.set_counts({"claim": 12})
    rail.set_open_disputes(2)
    claims = rail.item("claim")
    assert claims.accessibleName() == "Claims 12, 2 disputes open"
    assert "2 disputes open" in claims.toolTip()
    rail.set_open_disputes(0)
    assert claims.accessibleName() == "Claims 12"
    assert claims.toolTip() == ""
    assert claims.alert is None


@pytest.mark.parametrize("is_narrow", [False, True])
def test_a_click_on_the_open_disputes_tells_of_them_and_one_beside_does_not(rail, qtbot, is_narrow):
    rail.set_counts({"claim": 12})
    rail.set_open_disputes(2)
    rail.set_narrow(is_narrow=is_narrow)
    item = rail.item("claim")
    image = item.grab().toImage()
    red = QColor(rail._theme.tokens.contradicts)
    badge = next(
        QPoint(x, y)
        for x in range(image.width())
        for y in range(image.height())
        if image.pixelColor(x, y) == red
    )
    told = []
    rail.chosen.connect(told.append)
    rail.alert_chosen.connect(lambda kind: told.append(f"disputes of {kind}"))
    qtbot.mouseClick(item, Qt.MouseButton.LeftButton, pos=badge / image.devicePixelRatio())
    assert told == ["claim", "disputes of claim"]
    qtbot.mouseClick(item, Qt.MouseButton.LeftButton, pos=QPoint(4, item.height() // 2))
    qtbot.keyClick(item, Qt.Key.Key_Space)
    assert told[2:] == ["claim", "claim"]
