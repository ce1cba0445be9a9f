import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QPoint, QPointF, QRectF, QSizeF, Qt
from PySide6.QtGui import QWheelEvent
from reader_pages import make_clip, make_picture, plain_image, region, shade, shades

from caseboard.ui.reader.camera import Camera
from caseboard.ui.reader.page import MarkKind
from caseboard.ui.reader.picture import PictureView
from caseboard.ui.reader.regions import adjusted, spanned

LEFT, MIDDLE = Qt.MouseButton.LeftButton, Qt.MouseButton.MiddleButton
SHIFT = Qt.KeyboardModifier.ShiftModifier
FILE = make_picture(make_clip())
FRACTION = st.floats(0, 1)
SIDE = st.floats(1, 5000)


@pytest.fixture
def view(theme, show):
    """A picture of 400 × 200 in a view of 600 × 400: it stands at 100, 100."""
    view = show(PictureView(theme), 600, 400)
    view.show_image(plain_image())
    return view


def drag(qtbot, view, start, end, button=LEFT):
    qtbot.mousePress(view, button, pos=QPoint(*start))
    qtbot.mouseMove(view, QPoint(*end))
    qtbot.mouseRelease(view, button, pos=QPoint(*end))


def told_by(signal):
    told = []
    signal.connect(lambda *args: told.append(args))
    return told


def test_a_drag_makes_a_region_in_fractions_of_the_picture(view, qtbot):
    told = told_by(view.region_drawn)
    drag(qtbot, view, (200, 150), (300, 250))
    assert told == [pytest.approx((0.25, 0.25, 0.25, 0.5))]


def test_a_region_drawn_backwards_and_over_the_edge_stays_in_the_picture(view, qtbot):
    told = told_by(view.region_drawn)
    drag(qtbot, view, (300, 250), (20, 390))
    assert told == [pytest.approx((0, 0.75, 0.5, 0.25))]


def test_a_zoomed_picture_gives_the_same_fractions(view, qtbot):
    view.show_pixels()
    view.zoom(2)
    corners = [view.camera.to_view(QRectF(x, x, 0, 0)).topLeft().toPoint() for x in (0.4, 0.6)]
    drag(qtbot, view, corners[0].toTuple(), corners[1].toTuple())
    assert view.pending.getRect() == pytest.approx((0.4, 0.4, 0.2, 0.2), abs=0.01)


@given(FRACTION, FRACTION, FRACTION, FRACTION)
def test_a_region_has_a_size_and_lies_within_the_picture(ax, ay, bx, by):
    rect = spanned(QPointF(ax, ay), QPointF(bx, by))
    assert rect.width() > 0
    assert rect.height() > 0
    assert 0 <= rect.left() <= rect.right() <= 1 + 1e-9
    assert 0 <= rect.top() <= rect.bottom() <= 1 + 1e-9


@given(st.floats(-2, 2), st.floats(-2, 2), st.booleans())
def test_an_adjusted_region_lies_within_the_picture(dx, dy, sizing):
    rect = adjusted(QRectF(0.4, 0.4, 0.2, 0.2), QPointF(dx, dy), sizing=sizing)
    assert rect.width() > 0
    assert rect.height() > 0
    assert QRectF(-1e-9, -1e-9, 1 + 2e-9, 1 + 2e-9).contains(rect)


@given(SIDE, SIDE, SIDE, SIDE, FRACTION, FRACTION, st.floats(0.1, 10))
def test_a_point_goes_into_the_picture_and_back(pw, ph, vw, vh, x, y, factor):
    camera = Camera(QSizeF(pw, ph), QSizeF(vw, vh)).zoomed(factor, QPointF(vw / 3, vh / 3))
    back = camera.to_fraction(camera.to_view(QRectF(x, y, 0, 0)).topLeft())
    assert (back.x(), back.y()) == pytest.approx((x, y), abs=1e-6)


@given(SIDE, SIDE, SIDE, SIDE)
def test_a_fitted_picture_stands_within_the_view_or_is_tiny(pw, ph, vw, vh):
    camera = Camera(QSizeF(pw, ph), QSizeF(vw, vh))
    rect = camera.rect()
    fits = rect.width() <= vw + 1e-6 and rect.height() <= vh + 1e-6
    assert fits or camera.scale == pytest.approx(0.02)
    assert camera.scale <= 1


def test_the_wheel_keeps_what_is_under_the_mouse(view):
    at = QPointF(250, 180)
    before = view.camera.to_fraction(at)
    wheel(view, at, 240)
    assert view.camera.scale > 1.5
    after = view.camera.to_fraction(at)
    assert (after.x(), after.y()) == pytest.approx((before.x(), before.y()))


def wheel(view, at, turn):
    no_button, no_key = Qt.MouseButton.NoButton, Qt.KeyboardModifier.NoModifier
    phase = Qt.ScrollPhase.NoScrollPhase
    turned = QPoint(0, turn)
    event = QWheelEvent(at, at, QPoint(), turned, no_button, no_key, phase, False)
    view.wheelEvent(event)


def test_keys_zoom_and_fit(theme, show, qtbot):
    view = show(PictureView(theme), 600, 400)
    view.show_image(plain_image(width=1200, height=800))
    fitted = view.camera.scale
    qtbot.keyClick(view, "1")
    assert view.camera.scale == 1
    qtbot.keyClick(view, "+")
    assert view.camera.scale == pytest.approx(1.25)
    qtbot.keyClick(view, "-")
    assert view.camera.scale == pytest.approx(1)
    qtbot.keyClick(view, "0")
    assert view.camera.scale == pytest.approx(fitted) == 0.5


@pytest.mark.parametrize("way", ["middle", "space"])
def test_the_picture_is_moved_and_no_region_made(view, qtbot, way):
    told = told_by(view.region_drawn)
    before = view.camera.rect().topLeft()
    if way == "space":
        qtbot.keyPress(view, Qt.Key.Key_Space)
    drag(qtbot, view, (200, 150), (230, 190), MIDDLE if way == "middle" else LEFT)
    moved = view.camera.rect().topLeft() - before
    assert (moved.x(), moved.y()) == (30, 40)
    assert told == []


def test_regions_are_painted_in_the_colour_of_their_kind(view, theme):
    view.show_regions([region(FILE, kind=MarkKind.CLAIM)])
    image, wanted = shades(view), shade(theme.tokens.claim)
    assert sum(image.pixel(x, 150) == wanted for x in range(600)) > 50
    assert image.pixel(120, 120) == shade("#804020")


def test_a_click_on_a_region_tells_the_smallest(view, qtbot):
    view.show_regions([region(FILE, "small", 0.4, 0.4, 0.1, 0.1), region(FILE, "big", 0, 0, 1, 1)])
    with qtbot.waitSignal(view.region_clicked) as told:
        qtbot.mouseClick(view, LEFT, pos=QPoint(280, 190))
    assert told.args == ["small"]
    with qtbot.waitSignal(view.region_clicked) as told:
        qtbot.mouseClick(view, LEFT, pos=QPoint(120, 120))
    assert told.args == ["big"]
    assert view.active == "big"


def test_tab_goes_through_the_regions_and_enter_picks_one(view, qtbot):
    view.show_regions([region(FILE, "low", y=0.6, h=0.2), region(FILE, "high", y=0.1, h=0.2)])
    view.setFocus()
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert view.active == "high"
    qtbot.keyClick(view, Qt.Key.Key_Tab)
    assert view.active == "low"
    with qtbot.waitSignal(view.region_clicked) as told:
        qtbot.keyClick(view, Qt.Key.Key_Return)
    assert told.args == ["low"]
    qtbot.keyClick(view, Qt.Key.Key_Backtab)
    assert view.active == "high"


def test_a_region_is_made_and_adjusted_by_keys_alone(view, qtbot):
    told = told_by(view.region_drawn)
    qtbot.keyClick(view, Qt.Key.Key_R)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    qtbot.keyClick(view, Qt.Key.Key_Down, SHIFT)
    assert told == [
        pytest.approx((0.4, 0.4, 0.2, 0.2)),
        pytest.approx((0.41, 0.4, 0.2, 0.2)),
        pytest.approx((0.41, 0.4, 0.2, 0.22)),
    ]


def test_escape_drops_the_region_that_was_drawn(view, qtbot):
    drag(qtbot, view, (200, 150), (300, 250))
    with qtbot.waitSignal(view.region_cleared):
        qtbot.keyClick(view, Qt.Key.Key_Escape)
    assert view.pending is None


def test_another_picture_has_none_of_the_regions_before(view, qtbot):
    view.show_regions([region(FILE)])
    drag(qtbot, view, (110, 110), (150, 150))
    view.show_image(plain_image())
    assert view.pending is None
    assert view.region_at(QPointF(250, 200)) is None


def test_nothing_is_drawn_on_a_picture_that_is_not_there(theme, show, qtbot):
    view = show(PictureView(theme), 600, 400)
    told = told_by(view.region_drawn)
    drag(qtbot, view, (200, 150), (300, 250))
    qtbot.keyClick(view, Qt.Key.Key_R)
    assert told == []
    assert view.pending is None


def test_a_region_drawn_on_a_turned_picture_is_told_of_the_upright_one(view, qtbot):
    view.turn(1)  # 200 × 400 in a view of 600 × 400: it stands at 200, 0
    told = told_by(view.region_drawn)
    drag(qtbot, view, (300, 0), (400, 100))  # its top right quarter of a half: the old top left
    assert told == [pytest.approx((0, 0, 0.25, 0.5), abs=0.01)]


def test_a_region_stays_on_what_it_marks_when_the_picture_turns(view):
    marked = region(FILE, x=0, y=0, w=0.25, h=0.5)
    view.show_regions([marked])
    assert view.region_at(QPointF(110, 110)) is not None
    view.turn(1)
    assert view.region_at(QPointF(390, 10)) is not None
    assert view.region_at(QPointF(210, 10)) is None


def test_a_turn_and_a_turn_back_leave_all_as_it_was(view, qtbot):
    before = view.camera.rect()
    qtbot.keyClicks(view, "]")
    assert view.quarters == 1
    assert view.camera.rect() != before
    qtbot.keyClicks(view, "[")
    assert (view.quarters, view.camera.rect()) == (0, before)


def test_another_picture_comes_upright(view):
    view.turn(1)
    view.show_image(plain_image())
    assert view.quarters == 0


def test_the_lens_enlarges_what_is_under_the_mouse(view, qtbot):
    toggled = told_by(view.lens_toggled)
    view.show_regions([])
    qtbot.mouseMove(view, QPoint(300, 200))
    before = view.grab().toImage()
    qtbot.keyClick(view, Qt.Key.Key_M)
    assert (view.has_lens, toggled) == (True, [(True,)])
    assert view.grab().toImage() != before
    qtbot.keyClick(view, Qt.Key.Key_M)
    assert view.grab().toImage() == before


def test_another_look_of_a_picture_leaves_regions_and_place(view):
    view.show_regions([region(FILE)])
    view.zoom(2)
    before = view.camera
    view.retouch(plain_image())
    assert view.camera == before
    assert view.region_at(view._place(view._regions[0]).center()) is not None


def test_arrow_keys_move_a_region_as_it_is_seen(view, qtbot):
    qtbot.keyClick(view, Qt.Key.Key_R)
    view.turn(1)
    before = view._in_view(view.pending)
    qtbot.keyClick(view, Qt.Key.Key_Right)
    after = view._in_view(view.pending)
    assert after.x() > before.x()
    assert after.y() == pytest.approx(before.y())
