"""Moving about on a map by mouse and by keys, selecting, measuring and drawing."""

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, QRectF, Qt
from PySide6.QtGui import (
    QContextMenuEvent,
    QGuiApplication,
    QMouseEvent,
    QNativeGestureEvent,
    QPointingDevice,
    QWheelEvent,
)
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget
from small_world import IZIUM, KUPIANSK, SPOTS

from caseboard.mapping.content import Content
from caseboard.mapping.placing import Rect
from caseboard.mapping.view import Bounds
from caseboard.ui.map import targets
from caseboard.ui.map.canvas import MapCanvas
from caseboard.ui.map.tools import Sketch, SketchKind, Tool
from support import settled, until

LEFT = Qt.MouseButton.LeftButton
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
ALT, NONE = Qt.KeyboardModifier.AltModifier, Qt.KeyboardModifier.NoModifier
EMPTY = QPoint(590, 390)


@pytest.fixture
def canvas_of_two(shown):
    """Shows the two places, and collects what the canvas tells."""

    async def canvas_of_two():
        canvas = await shown(Content(SPOTS))
        canvas.told = []
        canvas.chosen.connect(lambda keys: canvas.told.append(("chosen", set(keys))))
        canvas.opened.connect(lambda key: canvas.told.append(("opened", key)))
        canvas.drawn.connect(lambda sketch: canvas.told.append(("drawn", sketch)))
        return canvas

    return canvas_of_two


def at(canvas, key):
    here = targets.of_keys(canvas.scene, canvas.view, frozenset({key}))
    return QPoint(round(here.x), round(here.y))


def drag(canvas, start, end, modifiers=NONE):
    QTest.mousePress(canvas, LEFT, modifiers, start)
    for step in range(1, 5):
        move(canvas, start + (end - start) * step / 4, LEFT)
    QTest.mouseRelease(canvas, LEFT, modifiers, end)


def move(canvas, where, buttons=Qt.MouseButton.NoButton):
    """As `QTest.mouseMove`, which lets the loop turn and so loses what tasks wait for."""
    event = QMouseEvent(
        QEvent.Type.MouseMove,
        QPointF(where),
        QPointF(canvas.mapToGlobal(where)),
        Qt.MouseButton.NoButton,
        buttons,
        NONE,
    )
    QApplication.sendEvent(canvas, event)


def turn_wheel(canvas, where, clicks):
    event = QWheelEvent(
        QPointF(where),
        QPointF(canvas.mapToGlobal(where)),
        QPoint(),
        QPoint(0, 120 * clicks),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def pinch(canvas, where, value):
    event = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2,
        QPointF(where),
        QPointF(where),
        QPointF(canvas.mapToGlobal(where)),
        value,
        QPointF(),
    )
    QApplication.sendEvent(canvas, event)


async def test_all_that_is_shown_is_in_sight_and_stays_so_while_the_window_grows(canvas_of_two):
    canvas = await canvas_of_two()
    for size in ((600, 400), (300, 500)):
        canvas.resize(*size)
        for spot in SPOTS:
            x, y = canvas.view.to_view(spot.lat, spot.lon)
            assert 0 < x < size[0]
            assert 0 < y < size[1]


async def test_without_anything_to_show_the_world_is_in_sight(shown):
    canvas = await shown()
    assert canvas.view.zoom < 2
    assert canvas.accessibleName() == "Map with 0 places"


async def test_a_drag_moves_the_ground_with_the_pointer(canvas_of_two):
    canvas = await canvas_of_two()
    before = at(canvas, KUPIANSK)
    drag(canvas, QPoint(20, 20), QPoint(80, 60))
    assert at(canvas, KUPIANSK) - before == QPoint(60, 40)
    assert canvas.told == []


async def test_the_wheel_and_a_pinch_zoom_at_the_pointer(canvas_of_two):
    canvas = await canvas_of_two()
    where, zoom = at(canvas, IZIUM), canvas.view.zoom
    turn_wheel(canvas, where, 2)
    assert canvas.view.zoom == pytest.approx(zoom + 1)
    assert (at(canvas, IZIUM) - where).manhattanLength() <= 1
    pinch(canvas, where, 1.0)
    assert canvas.view.zoom == pytest.approx(zoom + 2)
    assert (at(canvas, IZIUM) - where).manhattanLength() <= 4, "four times a rounded pixel"


async def test_a_box_is_zoomed_into(canvas_of_two):
    canvas = await canvas_of_two()
    west, north = canvas.view.to_ground(100, 100)[1], canvas.view.to_ground(100, 100)[0]
    east, south = canvas.view.to_ground(220, 180)[1], canvas.view.to_ground(220, 180)[0]
    drag(canvas, QPoint(100, 100), QPoint(220, 180), SHIFT)
    seen = canvas.view.bounds()
    assert seen.west < west < east < seen.east
    assert seen.south < south < north < seen.north
    assert seen.east - seen.west < 2 * (east - west)


async def test_a_click_selects_and_one_beside_lets_go(canvas_of_two):
    canvas = await canvas_of_two()
    QTest.mouseClick(canvas, LEFT, NONE, at(canvas, KUPIANSK))
    QTest.mouseClick(canvas, LEFT, CTRL, at(canvas, IZIUM))
    assert canvas.selected == {KUPIANSK, IZIUM}
    QTest.mouseClick(canvas, LEFT, CTRL, at(canvas, KUPIANSK))
    QTest.mouseClick(canvas, LEFT, NONE, EMPTY)
    assert [keys for _name, keys in canvas.told] == [
        {KUPIANSK}, {KUPIANSK, IZIUM}, {IZIUM}, set(),
    ]  # fmt: skip


async def test_a_click_on_bare_ground_marks_it_and_escape_lets_it_go(canvas_of_two):
    canvas = await canvas_of_two()
    marked = []
    canvas.pin_moved.connect(lambda: marked.append(canvas.pinned))
    QTest.mouseClick(canvas, LEFT, NONE, EMPTY)
    assert marked == [canvas.view.to_ground(EMPTY.x(), EMPTY.y())]
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert marked[1:] == [None]


async def test_a_click_that_lets_go_or_selects_marks_nothing(canvas_of_two):
    canvas = await canvas_of_two()
    QTest.mouseClick(canvas, LEFT, NONE, EMPTY)
    QTest.mouseClick(canvas, LEFT, NONE, at(canvas, KUPIANSK))
    assert canvas.pinned is None
    QTest.mouseClick(canvas, LEFT, NONE, EMPTY)
    assert canvas.selected == frozenset()
    assert canvas.pinned is None


async def test_a_double_click_that_zooms_leaves_no_mark(canvas_of_two):
    canvas = await canvas_of_two()
    QTest.mouseClick(canvas, LEFT, NONE, EMPTY)
    QTest.mouseDClick(canvas, LEFT, NONE, EMPTY)
    assert canvas.pinned is None


async def test_selecting_from_elsewhere_shows_it_and_tells_nobody(canvas_of_two):
    canvas = await canvas_of_two()
    canvas.go_to(10.0, 10.0, 8.0)
    canvas.select({IZIUM}, show=True)
    assert canvas.view.lat == pytest.approx(49.2)
    assert canvas.told == []
    await until(lambda: canvas.atlas.is_done)
    assert canvas.content.selected == {IZIUM}


async def test_another_content_keeps_what_is_selected_while_it_is_there(canvas_of_two):
    canvas = await canvas_of_two()
    canvas.select({KUPIANSK, IZIUM})
    view = canvas.view
    canvas.go_to(view.lat, view.lon, view.zoom + 1)
    canvas.show_content(Content(SPOTS[:1]))
    assert canvas.selected == {KUPIANSK}
    assert canvas.view.zoom == view.zoom + 1, "one stands where one stood"


async def test_a_double_click_opens_one_and_brings_all_of_a_cluster_into_sight(canvas_of_two):
    canvas = await canvas_of_two()
    QTest.mouseDClick(canvas, LEFT, NONE, at(canvas, KUPIANSK))
    assert canvas.told[-1] == ("opened", KUPIANSK)
    canvas.go_to(49.45, 37.45, 3.0)
    await until(lambda: canvas.atlas.is_done)
    (cluster,) = canvas.scene.targets
    assert cluster.keys == {KUPIANSK, IZIUM}
    QTest.mouseDClick(canvas, LEFT, NONE, at(canvas, KUPIANSK))
    seen = canvas.view.bounds()
    assert seen.west < SPOTS[1].lon < SPOTS[0].lon < seen.east < 41


async def test_keys_move_zoom_and_fit(canvas_of_two):
    canvas = await canvas_of_two()
    view = canvas.view
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.view.x > view.x
    QTest.keyClick(canvas, Qt.Key.Key_Down, SHIFT)
    assert canvas.view.y - view.y == pytest.approx(4 * (canvas.view.x - view.x))
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.view.zoom == view.zoom + 0.5
    QTest.keyClick(canvas, Qt.Key.Key_Minus)
    assert canvas.view.zoom == view.zoom
    QTest.keyClick(canvas, Qt.Key.Key_Home)
    assert canvas.view == view
    canvas.select({IZIUM})
    QTest.keyClick(canvas, Qt.Key.Key_F)
    assert (canvas.view.lat, canvas.view.lon) == pytest.approx((49.2, 37.27))


async def test_one_goes_back_and_forward_by_keys(canvas_of_two):
    canvas = await canvas_of_two()
    canvas._on_rest()
    first = canvas.view
    canvas.go_to(10.0, 10.0, 6.0)
    canvas._on_rest()
    second = canvas.view
    QTest.keyClick(canvas, Qt.Key.Key_Left, ALT)
    assert canvas.view == first
    QTest.keyClick(canvas, Qt.Key.Key_Right, ALT)
    assert canvas.view == second
    QTest.keyClick(canvas, Qt.Key.Key_Backspace)
    assert canvas.view == first


async def test_tab_goes_through_what_is_in_sight_and_then_on(canvas_of_two, qtbot):
    canvas = await canvas_of_two()
    around = QWidget()
    qtbot.addWidget(around)
    column, after = QVBoxLayout(around), QLineEdit(around)
    column.addWidget(canvas)
    column.addWidget(after)
    around.resize(600, 440)
    around.show()
    around.activateWindow()
    canvas.setFocus()
    await until(lambda: canvas.atlas.is_done and canvas.hasFocus())
    seen = []
    for _step in range(3):
        assert canvas.hasFocus()
        QTest.keyClick(canvas, Qt.Key.Key_Tab)
        seen.append(canvas.selected)
    assert seen == [{KUPIANSK}, {IZIUM}, {IZIUM}]
    assert after.hasFocus()


async def test_enter_opens_where_the_keyboard_is(canvas_of_two):
    canvas = await canvas_of_two()
    QTest.keyClick(canvas, Qt.Key.Key_Tab)
    assert (
        canvas.accessibleName()
        == targets.of_keys(canvas.scene, canvas.view, frozenset({KUPIANSK})).target.tip
    )
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    assert canvas.told == [("chosen", {KUPIANSK}), ("opened", KUPIANSK)]


async def test_a_distance_is_measured_by_clicks_and_ended_by_a_double_click(canvas_of_two):
    canvas = await canvas_of_two()
    canvas.set_tool(Tool.DISTANCE)
    for place in (QPoint(100, 100), QPoint(300, 100)):
        QTest.mouseClick(canvas, LEFT, NONE, place)
    QTest.mouseDClick(canvas, LEFT, NONE, QPoint(300, 100))
    assert canvas.trace.is_ended
    expected = 200 * canvas.view.metres
    assert canvas.measure.length == pytest.approx(expected, rel=0.01)
    assert canvas.told == [], "what is measured is not kept"


async def test_the_leg_to_the_pointer_is_measured_along(canvas_of_two):
    canvas = await canvas_of_two()
    canvas.set_tool(Tool.DISTANCE)
    QTest.mouseClick(canvas, LEFT, NONE, QPoint(100, 100))
    move(canvas, QPoint(200, 100))
    assert canvas.measure.length == pytest.approx(100 * canvas.view.metres, rel=0.01)


async def test_points_are_taken_back_and_escape_clears_then_leaves(canvas_of_two):
    canvas = await canvas_of_two()
    canvas.set_tool(Tool.MEASURED_AREA)
    for place in ((100, 100), (200, 100), (200, 200)):
        QTest.mouseClick(canvas, LEFT, NONE, QPoint(*place))
    QTest.keyClick(canvas, Qt.Key.Key_Backspace)
    assert len(canvas.trace.points) == 2
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.trace.points == []
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert (canvas.tool, canvas.trace) == (Tool.PAN, None)


async def test_an_area_is_drawn_by_hand_and_told_once(canvas_of_two):
    canvas = await canvas_of_two()
    canvas.set_tool(Tool.AREA)
    places = [(100, 100), (200, 100), (200, 200)]
    for place in places:
        QTest.mouseClick(canvas, LEFT, NONE, QPoint(*place))
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    ((_name, sketch),) = canvas.told
    assert sketch.kind is SketchKind.AREA
    expected = [canvas.view.to_ground(*place) for place in places]
    assert sketch.points == tuple(expected)
    assert canvas.tool is Tool.PAN


async def test_a_drag_with_a_tool_moves_the_map_and_sets_no_point(canvas_of_two):
    canvas = await canvas_of_two()
    canvas.set_tool(Tool.LINE)
    before = canvas.view
    drag(canvas, QPoint(100, 100), QPoint(160, 100))
    assert canvas.view != before
    assert canvas.trace.points == []


async def test_points_are_set_by_keys_in_the_middle(canvas_of_two):
    canvas = await canvas_of_two()
    canvas.set_tool(Tool.LINE)
    first = canvas.view
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    QTest.keyClick(canvas, Qt.Key.Key_Space)
    second = canvas.view
    QTest.keyClick(canvas, Qt.Key.Key_Return)
    line = Sketch(SketchKind.LINE, ((first.lat, first.lon), (second.lat, second.lon)))
    assert canvas.told == [("drawn", line)]


async def test_a_point_is_told_with_its_first_click(canvas_of_two):
    canvas = await canvas_of_two()
    canvas.set_tool(Tool.POINT)
    QTest.mouseClick(canvas, LEFT, NONE, QPoint(50, 60))
    ((_name, sketch),) = canvas.told
    assert sketch.points == (pytest.approx(canvas.view.to_ground(50, 60)),)


async def test_the_menu_copies_measures_and_is_offered_to_others(canvas_of_two):
    canvas = await canvas_of_two()
    asked, places = [], []
    canvas.menu_wanted.connect(asked.append)
    canvas.place_wanted.connect(lambda lat, lon: places.append((lat, lon)))
    where = at(canvas, KUPIANSK)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Mouse, where, canvas.mapToGlobal(where))
    QApplication.sendEvent(canvas, event)
    (menu,) = asked
    assert menu.keys == {KUPIANSK}
    assert (menu.lat, menu.lon) == pytest.approx((49.71, 37.6158), abs=0.01)
    actions = {action.text(): action for action in menu.menu.actions()}
    copies = actions["Copy position"].menu().actions()
    assert len(copies) == 5
    copies[0].trigger()
    assert QGuiApplication.clipboard().text() == f"{menu.lat:.5f}, {menu.lon:.5f}"
    actions["What is here"].trigger()
    assert canvas.pinned == (menu.lat, menu.lon)
    actions["Add place here…"].trigger()
    assert places == [(menu.lat, menu.lon)]
    actions["Measure distance from here"].trigger()
    assert canvas.trace.points == [(menu.lat, menu.lon)]
    menu.menu.close()


async def test_where_nothing_can_be_written_no_place_is_offered(canvas_of_two):
    canvas = await canvas_of_two()
    canvas.can_add_places = False
    asked = []
    canvas.menu_wanted.connect(asked.append)
    event = QContextMenuEvent(QContextMenuEvent.Reason.Keyboard, EMPTY, EMPTY)
    QApplication.sendEvent(canvas, event)
    assert "Add place here…" not in [action.text() for action in asked[0].menu.actions()]
    asked[0].menu.close()


async def test_the_position_is_that_of_the_pointer_and_else_of_the_middle(canvas_of_two):
    canvas = await canvas_of_two()
    assert canvas.position == (canvas.view.lat, canvas.view.lon)
    move(canvas, QPoint(30, 40))
    assert canvas.position == pytest.approx(canvas.view.to_ground(30, 40))


async def test_what_covers_the_map_is_told_in_its_pixels(canvas_of_two, theme):
    canvas = await canvas_of_two()
    try:
        theme.set_scale(1.5)
        canvas.cover([QRectF(30, 15, 60, 45)])
        assert canvas.atlas.covered == (Rect(20, 10, 60, 40),)
    finally:
        theme.set_scale(1.0)
    await until(lambda: canvas.atlas.is_done)


async def test_larger_text_makes_the_whole_map_larger(canvas_of_two, theme):
    canvas = await canvas_of_two()
    middle = (canvas.view.x, canvas.view.y)
    try:
        theme.set_scale(2.0)
        assert (canvas.view.width, canvas.view.height) == (300, 200)
        assert (canvas.view.x, canvas.view.y) == pytest.approx(middle)
        await until(lambda: canvas.atlas.is_done)
        QTest.mouseClick(canvas, LEFT, NONE, at(canvas, IZIUM) * 2)
        assert canvas.selected == {IZIUM}
    finally:
        theme.set_scale(1.0)
    await until(lambda: canvas.atlas.is_done)


@pytest.mark.parametrize("look", ["light", "dark"])
async def test_it_paints_the_ground_and_what_is_over_it(canvas_of_two, theme, look):
    theme.choose(look)
    try:
        canvas = await canvas_of_two()
        canvas.go_to(49.5, 37.5, 6.0)
        await until(lambda: canvas.atlas.is_done)
        land = canvas.grab().toImage().pixelColor(20, 300)
        assert (land.lightness() > 200) == (look == "light")
        before = canvas.grab().toImage()
        canvas.fit(Bounds(-170, -58, 178, 76))
        scaled = canvas.grab().toImage()
        assert scaled != before, "what is there is scaled until more is drawn"
        await until(lambda: canvas.atlas.is_done)
        assert canvas.grab().toImage() != scaled
    finally:
        theme.choose("light")


async def test_nothing_is_drawn_until_there_is_something_to_show(theme, qtbot, ground):
    canvas = MapCanvas(theme, ground)
    qtbot.addWidget(canvas)
    canvas.resize(600, 400)
    canvas.show()
    await settled()
    assert ground.asked == 0
    canvas.show_content(Content(SPOTS))
    await settled()
    assert ground.asked > 0


async def test_nothing_is_drawn_while_nobody_looks(canvas_of_two, ground):
    canvas = await canvas_of_two()
    canvas.hide()
    await settled()
    before = ground.asked
    canvas.show_content(Content(SPOTS[:1]))
    await settled()
    assert ground.asked == before
    canvas.show()
    await settled()
    assert canvas.atlas.is_done
    assert [each.keys for each in canvas.scene.targets] == [{KUPIANSK}]
