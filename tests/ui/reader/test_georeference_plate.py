"""Points and areas on a picture, by mouse and by keys."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QColor
from reader_pages import plain_image

from caseboard.mapping.georeferencing import ControlPoint
from caseboard.model.terms import GeoreferenceKind
from caseboard.ui.georeference import words
from caseboard.ui.georeference.plate import Plate
from caseboard.ui.georeference.plot import Area, Plot, Tool
from caseboard.ui.reader.picture import PictureView

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
Key = Qt.Key
POINTS = (
    ControlPoint(0.2, 0.5, 49.71, 37.60, 4_000.0, "Kupiansk"),
    ControlPoint(0.5, 0.9, 49.66, 37.65, 2_500.0, "Kupiansk-Vuzlovyi"),
    ControlPoint(0.8, 0.4, 49.72, 37.70, 2_500.0, "Petropavlivka"),
    ControlPoint(0.7, 0.1, 49.75, 37.69, 10_000.0, "Synkivka"),
)


@pytest.fixture
def plate(theme, show, qapp):  # noqa: ARG001  Qt comes first
    """A plate over a picture of 400 × 200 in a view of 600 × 400: it stands at 100, 100."""
    picture = PictureView(theme)
    plot = Plot(picture)
    plate = Plate(theme, plot, picture)
    plate.plot, plate.picture = plot, picture
    show(picture, 600, 400)
    picture.show_image(plain_image())
    plate.lay(on=True)
    plate.setFocus()
    plate.told = []
    for name in (
        *("point_wanted", "name_wanted", "point_moved", "point_removed", "corner_moved"),
        *("outline_ended", "left"),
    ):
        getattr(plate, name).connect(lambda *args, name=name: plate.told.append((name, *args)))
    return plate


def at(x, y):
    """Where a place of the picture, in fractions, stands."""
    return QPoint(round(100 + 400 * x), round(100 + 200 * y))


def placed(plate, count=4):
    plate.plot.show(POINTS[:count], GeoreferenceKind.AFFINE, ())


def click(qtbot, plate, x, y):
    qtbot.mouseClick(plate, LEFT, pos=at(x, y))


def test_a_click_asks_what_is_there(plate, qtbot):
    click(qtbot, plate, 0.25, 0.75)
    assert plate.told == [("point_wanted", pytest.approx(0.25), pytest.approx(0.75))]
    assert plate.plot.pending == pytest.approx((0.25, 0.75))


def test_a_press_may_be_corrected_until_it_is_let_go(plate, qtbot):
    qtbot.mousePress(plate, LEFT, pos=at(0.25, 0.75))
    assert plate.told == []
    qtbot.mouseMove(plate, at(0.5, 0.5))
    qtbot.mouseRelease(plate, LEFT, pos=at(0.5, 0.5))
    assert plate.told == [("point_wanted", pytest.approx(0.5), pytest.approx(0.5))]


def test_a_point_is_dragged_with_its_residual_live(plate, qtbot):
    placed(plate)
    before = plate.plot.fit.rms_m
    qtbot.mousePress(plate, LEFT, pos=at(0.8, 0.4))
    qtbot.mouseMove(plate, at(0.6, 0.4))
    assert plate.plot.fit.rms_m > before
    assert plate.told == []
    qtbot.mouseRelease(plate, LEFT, pos=at(0.6, 0.4))
    assert plate.told == [("point_moved", 2)]
    assert plate.plot.points[2].x == pytest.approx(0.6)
    assert plate.plot.points[2].name == "Petropavlivka"


def test_clicking_a_point_marks_it_and_moves_nothing_much(plate, qtbot):
    placed(plate)
    click(qtbot, plate, 0.2, 0.5)
    assert plate.plot.selected == 0
    assert (plate.plot.points[0].x, plate.plot.points[0].y) == pytest.approx((0.2, 0.5))


def test_tab_goes_through_the_points_and_delete_removes_the_marked_one(plate, qtbot):
    placed(plate)
    for expected in range(4):
        qtbot.keyClick(plate, Key.Key_Tab)
        assert plate.plot.selected == expected
    qtbot.keyClick(plate, Key.Key_Backtab)
    assert plate.plot.selected == 2
    qtbot.keyClick(plate, Key.Key_Delete)
    assert plate.told == [("point_removed", 2)]


def test_arrows_move_the_marked_point_and_tell_when_the_key_is_let_go(plate, qtbot):
    placed(plate)
    plate.plot.select(0)
    qtbot.keyPress(plate, Key.Key_Right)
    qtbot.keyPress(plate, Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert plate.plot.points[0].x == pytest.approx(0.2 + 11 / 400)
    assert plate.told == []
    qtbot.keyRelease(plate, Key.Key_Right)
    assert plate.told == [("point_moved", 0)]


def test_enter_names_the_marked_point_anew(plate, qtbot):
    placed(plate)
    plate.plot.select(1)
    qtbot.keyClick(plate, Key.Key_Return)
    assert plate.told == [("name_wanted", 1)]


def test_a_point_is_set_by_keys_alone(plate, qtbot):
    qtbot.keyClick(plate, Key.Key_Up)
    start = plate.plot.cursor
    qtbot.keyClick(plate, Key.Key_Right)
    assert plate.plot.cursor[0] == pytest.approx(start[0] + 4 / 400)
    qtbot.keyClick(plate, Key.Key_Return)
    assert plate.told == [("point_wanted", *plate.plot.cursor)]


def test_the_picture_is_still_zoomed_turned_and_moved(plate, qtbot):
    scale = plate.picture.camera.scale
    qtbot.keyClick(plate, Key.Key_Plus)
    assert plate.picture.camera.scale > scale
    qtbot.keyClick(plate, Key.Key_BracketRight)
    assert plate.picture.quarters == 1
    plate.picture.show_pixels()
    before = plate.picture.camera.rect().topLeft()
    qtbot.mousePress(plate, MIDDLE, pos=QPoint(300, 200))
    qtbot.mouseMove(plate, QPoint(340, 220))
    qtbot.mouseRelease(plate, MIDDLE, pos=QPoint(340, 220))
    assert (plate.picture.camera.rect().topLeft() - before).toTuple() == (40, 20)
    assert plate.told == []


def test_points_stay_where_they_are_on_a_turned_picture(plate, qtbot):
    placed(plate)
    plate.picture.turn(1)
    where = plate.place_of((0.2, 0.5))
    assert plate.picture.to_picture(where).toTuple() == pytest.approx((0.2, 0.5), abs=1e-6)
    qtbot.mouseClick(plate, LEFT, pos=where.toPoint())
    assert plate.plot.selected == 0


def test_an_area_is_clicked_corner_by_corner_and_ended_by_enter(plate, qtbot):
    placed(plate)
    plate.plot.take(Tool.AREA)
    corners = ((0.3, 0.1), (0.9, 0.1), (0.9, 0.8))
    for corner in corners:
        click(qtbot, plate, *corner)
    assert plate.plot.outline == tuple(pytest.approx(corner) for corner in corners)
    assert plate.plot.area_km2 > 0
    assert "3 corners" in words.plate_words(plate.plot)
    qtbot.keyClick(plate, Key.Key_Return)
    assert plate.told == [("outline_ended",)]


def test_a_double_click_ends_the_area_where_it_is(plate, qtbot):
    placed(plate)
    plate.plot.take(Tool.AREA)
    for corner in ((0.3, 0.1), (0.9, 0.1), (0.9, 0.8)):
        click(qtbot, plate, *corner)
    qtbot.mouseDClick(plate, LEFT, pos=at(0.9, 0.8))
    assert plate.told == [("outline_ended",)]
    assert len(plate.plot.outline) == 3


def test_a_corner_is_dragged_and_the_last_one_taken_back(plate, qtbot):
    plate.plot.take(Tool.AREA)
    for corner in ((0.3, 0.1), (0.9, 0.1), (0.9, 0.8)):
        click(qtbot, plate, *corner)
    qtbot.mousePress(plate, LEFT, pos=at(0.9, 0.1))
    qtbot.mouseMove(plate, at(0.7, 0.2))
    qtbot.mouseRelease(plate, LEFT, pos=at(0.7, 0.2))
    assert plate.plot.outline[1] == pytest.approx((0.7, 0.2))
    assert len(plate.plot.outline) == 3
    qtbot.keyClick(plate, Key.Key_Backspace)
    assert len(plate.plot.outline) == 2


def test_an_area_is_traced_by_keys_alone(plate, qtbot):
    plate.plot.take(Tool.AREA)
    for key in (Key.Key_Up, Key.Key_Right, Key.Key_Down):
        qtbot.keyClick(plate, key, Qt.KeyboardModifier.ShiftModifier)
        qtbot.keyClick(plate, Key.Key_Return)
    assert len(set(plate.plot.outline)) == 3
    qtbot.keyClick(plate, Key.Key_Return)
    assert plate.told == [("outline_ended",)]


def test_escape_drops_the_area_then_the_tool_then_leaves(plate, qtbot):
    plate.plot.take(Tool.AREA)
    click(qtbot, plate, 0.3, 0.1)
    qtbot.keyClick(plate, Key.Key_Escape)
    assert (plate.plot.outline, plate.plot.tool, plate.told) == ((), Tool.AREA, [])
    qtbot.keyClick(plate, Key.Key_Escape)
    assert (plate.plot.tool, plate.told) == (Tool.POINTS, [])
    qtbot.keyClick(plate, Key.Key_Escape)
    assert plate.told == [("left",)]


def test_a_corner_of_a_layer_is_dragged(plate, qtbot):
    outline = ((0.3, 0.1), (0.9, 0.1), (0.9, 0.8))
    plate.plot.show(POINTS, GeoreferenceKind.AFFINE, [Area("layer", "L1", outline)])
    plate.plot.take(Tool.AREA)
    qtbot.mousePress(plate, LEFT, pos=at(0.9, 0.8))
    qtbot.mouseMove(plate, at(0.8, 0.7))
    qtbot.mouseRelease(plate, LEFT, pos=at(0.8, 0.7))
    assert plate.told == [("corner_moved", "layer")]
    assert plate.plot.areas[0].outline[2] == pytest.approx((0.8, 0.7))
    assert plate.plot.outline == ()


def test_where_nothing_may_be_written_points_are_only_looked_at(plate, qtbot):
    plate.is_writable = False
    placed(plate)
    click(qtbot, plate, 0.35, 0.3)
    click(qtbot, plate, 0.2, 0.5)
    assert plate.plot.selected == 0
    for key in (Key.Key_Right, Key.Key_Delete, Key.Key_Return):
        qtbot.keyClick(plate, key)
    assert plate.told == []
    assert plate.plot.points == POINTS


def test_what_is_drawn_is_seen_and_a_rough_place_is_hollow(plate, qtbot):
    placed(plate)
    shown = plate.picture.grab().toImage()
    sure, rough = (shown.pixelColor(at(each.x, each.y)) for each in (POINTS[0], POINTS[3]))
    assert sure == QColor("#0c6f61")
    assert rough == QColor("#ffffff")
    plate.lay(on=False)
    bare = plate.picture.grab().toImage()
    assert bare.pixelColor(at(0.2, 0.5)) != QColor("#0c6f61")
    qtbot.keyClick(plate.picture, Key.Key_R)
    assert plate.picture.pending is not None  # the keys are the picture's again


def test_a_screen_reader_is_told_what_is_marked(plate):
    placed(plate)
    assert plate.accessibleDescription() == "4 control points"
    plate.plot.select(3)
    said = plate.accessibleDescription()
    assert said.startswith("4 Synkivka · ")
    assert said.endswith("± 10 km place")
