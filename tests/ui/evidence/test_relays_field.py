"""The relays of a report, put in order by mouse and keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caseboard.model.entities import Source
from caseboard.model.terms import SourceKind
from caseboard.ui.forms.relays_field import RelaysField
from support import settled, until

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier
NAMES = ("Ukrinform", "Kyiv Wire", "Daily Courier")


@pytest.fixture
def field(qtbot, open_case):
    """Three relays in a window of their own."""

    async def field(names=NAMES):
        desk = await open_case()
        relays = [Source(name=name, kind=SourceKind.AGENCY) for name in names]
        made = RelaysField(desk, relays)
        qtbot.addWidget(made)
        made.resize(420, 220)
        made.show()
        made.activateWindow()
        await until(made.isActiveWindow)
        await settled()
        return made

    return field


def order(field):
    return [line.field.text() for line in field.lines]


def on_screen(field):
    return [line.field.text() for line in sorted(field.lines, key=lambda line: line.y())]


def drag(line, to):
    """Press the grip of `line`, move to a point of its field's, and let go."""
    grip = line.grip
    QTest.mousePress(grip, LEFT, pos=grip.rect().center())
    start = grip.mapTo(line.parentWidget(), grip.rect().center())
    for step in range(1, 9):
        place = start + (to - start) * step / 8
        QTest.mouseMove(grip, grip.mapFrom(line.parentWidget(), place))
    QTest.mouseRelease(grip, LEFT, pos=grip.mapFrom(line.parentWidget(), to))


async def test_a_relay_is_dragged_below_the_others_and_back_to_the_top(field):
    shown = await field()
    first = shown.lines[0]
    drag(first, QPoint(10, shown.height() - 1))
    assert order(shown) == on_screen(shown) == ["Kyiv Wire", "Daily Courier", "Ukrinform"]
    drag(first, QPoint(10, 0))
    assert order(shown) == on_screen(shown) == list(NAMES)


async def test_a_drag_of_a_few_pixels_moves_nothing(field):
    shown = await field()
    grip = shown.lines[1].grip
    here = grip.rect().center()
    QTest.mousePress(grip, LEFT, pos=here)
    QTest.mouseMove(grip, here + QPoint(0, 3))
    QTest.mouseRelease(grip, LEFT, pos=here + QPoint(0, 3))
    assert order(shown) == list(NAMES)


async def test_alt_with_an_arrow_moves_the_line_that_is_typed_in(field):
    shown = await field()
    line = shown.lines[2].field.line
    line.setFocus()
    QTest.keyClick(line, Qt.Key.Key_Up, ALT)
    assert order(shown) == ["Ukrinform", "Daily Courier", "Kyiv Wire"]
    assert line.hasFocus()
    QTest.keyClick(line, Qt.Key.Key_Up, ALT)
    QTest.keyClick(line, Qt.Key.Key_Up, ALT)  # past the top there is nothing
    assert order(shown) == ["Daily Courier", "Ukrinform", "Kyiv Wire"]
    QTest.keyClick(line, Qt.Key.Key_Down, ALT)
    assert order(shown) == ["Ukrinform", "Daily Courier", "Kyiv Wire"]


async def test_the_grip_takes_the_arrow_keys_alone_and_says_what_it_moves(field):
    shown = await field()
    grip = shown.lines[0].grip
    assert grip.accessibleName() == "Move relay 1 of 3"
    grip.setFocus()
    QTest.keyClick(grip, Qt.Key.Key_Down)
    assert order(shown) == ["Kyiv Wire", "Ukrinform", "Daily Courier"]
    assert grip.accessibleName() == "Move relay 2 of 3"
    assert grip.hasFocus()


async def test_tab_goes_through_the_lines_in_the_order_they_have_now(field):
    shown = await field()
    QTest.keyClick(shown.lines[0].grip, Qt.Key.Key_Down)
    shown.lines[0].grip.setFocus()
    reached = []
    for _step in range(9):
        reached.append(QApplication.focusWidget())
        QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Tab)
    lines = [line.field.line for line in shown.lines]
    assert [each for each in reached if each in lines] == lines
    assert QApplication.focusWidget() is shown.add_button


async def test_one_relay_alone_cannot_be_moved(field):
    shown = await field(NAMES[:1])
    assert not shown.lines[0].grip.isEnabled()


async def test_a_relay_is_taken_away_and_the_others_are_numbered_anew(field):
    shown = await field()
    QTest.mouseClick(shown.lines[0].remove, LEFT)
    assert order(shown) == ["Kyiv Wire", "Daily Courier"]
    assert shown.lines[0].field.line.accessibleName() == "Relay 1"
