"""Moving about in a picture by mouse and by keys."""

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QVBoxLayout, QWidget

from caseboard.ui.graph.canvas import Canvas
from caseboard.ui.graph.picture import Picture

LEFT = Qt.MouseButton.LeftButton
SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def canvas(theme, qtbot, picture):
    """A canvas with a field before it and one after it, and the keyboard in it."""
    around = QWidget()
    column = QVBoxLayout(around)
    around.before, around.after = QLineEdit(around), QLineEdit(around)
    canvas = Canvas(theme, around)
    for widget in (around.before, canvas, around.after):
        column.addWidget(widget)
    QWidget.setTabOrder(canvas, around.after)
    qtbot.addWidget(around)
    around.resize(900, 800)
    with qtbot.waitActive(around):
        around.show()
        around.activateWindow()
    canvas.show_picture(picture, frozenset())
    canvas.setFocus()
    canvas.around = around
    return canvas


def point(canvas, node_id):
    return canvas.camera.to_view(canvas.picture.places[node_id]).toPoint()


def press(canvas, *keys):
    for key in keys:
        QTest.keyClick(canvas, key)


def drag(canvas, start, end, modifiers=NONE):
    QTest.mousePress(canvas, LEFT, modifiers, start)
    for step in range(1, 5):
        QTest.mouseMove(canvas, start + (end - start) * step / 4)
    QTest.mouseRelease(canvas, LEFT, modifiers, end)


def turn_wheel(canvas, at, clicks):
    event = QWheelEvent(
        QPointF(at),
        QPointF(canvas.mapToGlobal(at)),
        QPoint(),
        QPoint(0, 120 * clicks),
        Qt.MouseButton.NoButton,
        NONE,
        Qt.ScrollPhase.NoScrollPhase,
        False,
    )
    QApplication.sendEvent(canvas, event)


def test_the_first_picture_is_seen_whole_and_stays_so_while_the_window_grows(canvas):
    assert canvas.camera.rect().contains(canvas.picture.bounds())
    canvas.around.resize(500, 420)
    assert canvas.camera.rect().contains(canvas.picture.bounds())


def test_a_click_selects_and_one_beside_all_nodes_lets_go(canvas):
    told = []
    canvas.chosen.connect(told.append)
    QTest.mouseClick(canvas, LEFT, NONE, point(canvas, "town"))
    assert canvas.selected == {"town"}
    QTest.mouseClick(canvas, LEFT, NONE, QPoint(5, 5))
    assert canvas.selected == frozenset()
    assert told == [{"town"}, frozenset()]


def test_ctrl_adds_and_takes_away(canvas):
    QTest.mouseClick(canvas, LEFT, NONE, point(canvas, "town"))
    QTest.mouseClick(canvas, LEFT, CTRL, point(canvas, "clip"))
    assert canvas.selected == {"town", "clip"}
    QTest.mouseClick(canvas, LEFT, CTRL, point(canvas, "town"))
    assert canvas.selected == {"clip"}


def test_a_box_takes_what_is_in_it(canvas):
    corner = point(canvas, "clip") - QPoint(60, 60)
    drag(canvas, corner, point(canvas, "claim") + QPoint(60, 60), SHIFT)
    assert canvas.selected == {"clip", "claim"}


def test_dragging_the_ground_moves_the_picture_and_selects_nothing(canvas):
    before = point(canvas, "claim")
    drag(canvas, QPoint(5, 5), QPoint(65, 45))
    assert point(canvas, "claim") - before == QPoint(60, 40)
    assert canvas.selected == frozenset()


def test_with_space_a_drag_on_a_node_moves_the_picture(canvas):
    before, places = point(canvas, "claim"), dict(canvas.picture.places)
    QTest.keyPress(canvas, Qt.Key.Key_Space)
    drag(canvas, before, before + QPoint(30, 20))
    QTest.keyRelease(canvas, Qt.Key.Key_Space)
    assert point(canvas, "claim") - before == QPoint(30, 20)
    assert canvas.picture.places == places


def test_a_node_that_is_dragged_is_told_and_its_edges_follow(canvas):
    told = []
    canvas.moved.connect(told.append)
    start = point(canvas, "town")
    drag(canvas, start, start + QPoint(80, 0))
    (moved,) = told
    assert moved.keys() == {"town"}
    assert (moved["town"].x(), moved["town"].y()) == pytest.approx(
        (80 / canvas.camera.scale, 250.0), abs=1e-6
    )
    (line,) = canvas.picture.lines_at("town")
    assert canvas.picture.drawn(line).p2() == moved["town"]


def test_a_click_that_strays_a_little_moves_nothing(canvas):
    told = []
    canvas.moved.connect(told.append)
    start = point(canvas, "town")
    drag(canvas, start, start + QPoint(2, 1))
    assert (told, canvas.selected) == ([], {"town"})


def test_the_wheel_zooms_at_the_pointer(canvas):
    at = point(canvas, "other")
    scale = canvas.camera.scale
    turn_wheel(canvas, at, 2)
    assert canvas.camera.scale == pytest.approx(scale * 1.5625)
    assert (point(canvas, "other") - at).manhattanLength() <= 1
    turn_wheel(canvas, at, -2)
    assert canvas.camera.scale == pytest.approx(scale)


def test_plus_minus_and_f(canvas):
    scale = canvas.camera.scale
    press(canvas, Qt.Key.Key_Plus)
    assert canvas.camera.scale > scale
    press(canvas, Qt.Key.Key_Minus, Qt.Key.Key_Minus)
    assert canvas.camera.scale < scale
    press(canvas, Qt.Key.Key_F)
    assert canvas.camera.scale == scale


def test_arrows_lead_to_the_neighbour_that_way(canvas):
    press(canvas, Qt.Key.Key_Right)
    assert canvas.selected == {"claim"}, "the heaviest is where one begins"
    for key, there in (
        (Qt.Key.Key_Up, "clip"),
        (Qt.Key.Key_Down, "claim"),
        (Qt.Key.Key_Right, "other"),
        (Qt.Key.Key_Left, "claim"),
        (Qt.Key.Key_Left, "staff"),
    ):
        press(canvas, key)
        assert canvas.selected == {there}


def test_tab_goes_round_the_neighbours_and_then_on(canvas):
    canvas.select({"claim"}, "claim")
    seen = []
    while canvas.hasFocus():
        press(canvas, Qt.Key.Key_Tab)
        if canvas.hasFocus():
            seen.extend(canvas.selected)
    assert seen == ["clip", "other", "town", "staff"]
    assert canvas.around.after.hasFocus()


def test_tab_leaves_at_once_where_nothing_is_selected(canvas):
    press(canvas, Qt.Key.Key_Tab)
    assert canvas.around.after.hasFocus()


def test_keys_ask_for_what_is_done_with_the_selection(canvas):
    told = []
    for name in ("expand_wanted", "collapse_wanted", "hide_wanted", "pin_wanted"):
        getattr(canvas, name).connect(lambda ids, name=name: told.append((name, set(ids))))
    canvas.opened.connect(lambda node_id: told.append(("opened", node_id)))
    keys = (Qt.Key.Key_E, Qt.Key.Key_C, Qt.Key.Key_P, Qt.Key.Key_Delete, Qt.Key.Key_Return)
    press(canvas, *keys)
    assert told == []
    canvas.select({"town"}, "town")
    press(canvas, *keys)
    assert told == [
        ("expand_wanted", {"town"}),
        ("collapse_wanted", {"town"}),
        ("pin_wanted", {"town"}),
        ("hide_wanted", {"town"}),
        ("opened", "town"),
    ]


def test_a_double_click_opens(canvas):
    told = []
    canvas.opened.connect(told.append)
    QTest.mouseDClick(canvas, LEFT, NONE, point(canvas, "clip"))
    assert told == ["clip"]


def test_a_click_on_a_line_chooses_it(canvas):
    told = []
    canvas.line_chosen.connect(told.append)
    middle = (point(canvas, "claim") + point(canvas, "other")) / 2
    QTest.mouseClick(canvas, LEFT, NONE, middle)
    assert [(edge.one, edge.other) for edge in told] == [("claim", "other")]


def test_a_screen_reader_is_told_where_the_keyboard_is(canvas):
    assert canvas.accessibleName() == "Graph of links, 5 nodes"
    canvas.select({"staff"}, "staff")
    assert canvas.accessibleName() == "source, General Staff, B, usually reliable, 1 link"


def test_another_picture_keeps_what_is_selected_and_where_one_stands(canvas, network):
    canvas.select({"town", "clip"}, "town")
    canvas.zoom(1.5)
    camera = canvas.camera
    fewer = network.only({"claim", "town", "other"})
    places = {i: p.toTuple() for i, p in canvas.picture.places.items()}
    canvas.show_picture(Picture(fewer, places), frozenset())
    assert (canvas.selected, canvas.camera) == ({"town"}, camera)


@pytest.mark.parametrize("look", ["light", "dark"])
def test_it_paints_at_every_scale(canvas, theme, look):
    theme.choose(look)
    canvas.select({"claim"}, "claim")
    pictures = []
    for scale in (0.05, 0.2, 0.5, 0.9, 2.0):
        canvas.fit()
        canvas.zoom(scale / canvas.camera.scale)
        pictures.append(canvas.grab().toImage())
    theme.choose("light")
    ground = pictures[0].pixelColor(3, 200)
    assert all(image.pixelColor(3, 200) == ground for image in pictures[:3])
    assert len({image.constBits().tobytes() for image in pictures}) == len(pictures)
