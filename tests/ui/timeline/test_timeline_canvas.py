"""The lanes, driven by mouse and keys."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, QPointF, Qt
from PySide6.QtGui import QNativeGestureEvent, QPointingDevice, QWheelEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caseboard.analysis import stretches
from caseboard.analysis.occurrences import EventKind, Occurrence, Tie, Timeline
from caseboard.analysis.timeline import Clock
from caseboard.model.terms import ClaimStatus, Stance
from caseboard.ui.brush import Brush, Brushed
from caseboard.ui.timeline import paint
from caseboard.ui.timeline.canvas import TimelineCanvas
from caseboard.ui.timeline.lanes import prepare
from caseboard.ui.timeline.look import Names
from caseboard.ui.timeline.scales import Scale, scale_of

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def event(name, when, kind=EventKind.CLAIM, clock=Clock.HAPPENED):
    stretch = stretches.of(when)
    return Occurrence(name, kind, clock, when, stretch, f"{name} it was", "", name, claim_id=name)


EVENTS = [
    event("cut", "2024-11-11T06:00Z/2024-11-11T09:00Z"),
    event("push", "2024-11-13/2024-11-14"),
    event("said", "2024-11-14T08:00Z", EventKind.REPORT, Clock.REPORTED),
    event("clipped", "2024-11-14T12:00Z", EventKind.CAPTURED, Clock.CAPTURED),
]
TIES = [Tie("push", "said", Stance.SUPPORTS)]


@pytest.fixture
def canvas(qtbot, theme):
    canvas = TimelineCanvas(theme, Brush())
    qtbot.addWidget(canvas)
    canvas.resize(1000, 600)
    canvas.show()
    canvas.show_timeline(prepare(Timeline(EVENTS, TIES)), Names({"push": ClaimStatus.DISPUTED}))
    canvas.fit()
    canvas.repaint()
    return canvas


def mark(canvas, key):
    canvas.repaint()
    return canvas.chart.rect(key).center().toPoint()


def ground(canvas, day, clock=Clock.HAPPENED):
    """A free spot low in a lane, at noon of a day of November 2024."""
    band = next(band for band in canvas.chart.bands() if band.clock is clock)
    x = canvas.axis.x(stretches.of(f"2024-11-{day}T12:00Z").start)
    return QPoint(round(x), round(band.top + band.height - 8))


def drag(canvas, start, end):
    QTest.mousePress(canvas, LEFT, NONE, start)
    QTest.mouseMove(canvas, (start + end) / 2)
    QTest.mouseMove(canvas, end)
    QTest.mouseRelease(canvas, LEFT, NONE, end)


def wheel(canvas, at, turns, modifier=NONE):
    event = QWheelEvent(
        QPointF(at), QPointF(canvas.mapToGlobal(at)), QPoint(), QPoint(0, 120 * turns),
        Qt.MouseButton.NoButton, modifier, Qt.ScrollPhase.NoScrollPhase, False,
    )  # fmt: skip
    QApplication.sendEvent(canvas, event)


def utc(*date):
    return datetime(*date, tzinfo=UTC)


def test_a_click_selects_and_a_click_beside_lets_go(canvas, qtbot):
    with qtbot.waitSignal(canvas.chosen) as chosen:
        QTest.mouseClick(canvas, LEFT, NONE, mark(canvas, "push"))
    assert chosen.args == ["push"]
    assert "push it was" in canvas.accessibleName()
    QTest.mouseClick(canvas, LEFT, NONE, ground(canvas, 12))
    assert canvas.selected == ""
    assert "Happened 2" in canvas.accessibleName()


def test_a_click_on_the_words_selects_too(canvas):
    at = mark(canvas, "said") + QPoint(30, -17)
    QTest.mouseClick(canvas, LEFT, NONE, at)
    assert canvas.selected == "said"


def test_a_double_click_opens(canvas, qtbot):
    with qtbot.waitSignal(canvas.opened) as opened:
        QTest.mouseDClick(canvas, LEFT, NONE, mark(canvas, "said"))
    assert opened.args == ["said"]


def test_dragging_across_a_lane_brushes_whole_units_on_its_clock(canvas):
    canvas.show_scale(Scale.DAYS)
    canvas.look(canvas.axis.centred(stretches.of("2024-11-13").start))
    lane = Clock.REPORTED
    drag(canvas, ground(canvas, 12, lane), ground(canvas, 13, lane))
    brushed = canvas._brush.brushed
    assert brushed == Brushed(utc(2024, 11, 12), utc(2024, 11, 14), lane)


def test_the_brush_can_be_moved_whole(canvas):
    canvas._brush.put(utc(2024, 11, 12), utc(2024, 11, 13))
    before = canvas._brush.brushed
    drag(canvas, ground(canvas, 12), ground(canvas, 13))
    after = canvas._brush.brushed
    assert after.end - after.start == before.end - before.start
    assert utc(2024, 11, 12, 20) <= after.start <= utc(2024, 11, 13, 4)


def test_the_dates_are_taken_hold_of_to_move_along(canvas):
    before = canvas.axis
    drag(canvas, QPoint(500, 10), QPoint(300, 10))
    assert canvas.axis.x(before.time(500)) == pytest.approx(300)
    assert canvas._brush.brushed.is_all


def test_the_wheel_zooms_where_the_pointer_is_and_moves_with_shift(canvas):
    at, before = QPoint(200, 300), canvas.axis
    wheel(canvas, at, 2)
    assert canvas.axis.scale == pytest.approx(before.scale / 1.25**2)
    assert canvas.axis.time(200) == pytest.approx(before.time(200))
    zoomed = canvas.axis
    wheel(canvas, at, -1, Qt.KeyboardModifier.ShiftModifier)
    assert canvas.axis.scale == zoomed.scale
    assert canvas.axis.start > zoomed.start


def test_arrows_go_from_event_to_event_and_from_lane_to_lane(canvas):
    canvas.setFocus()
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.selected == "cut"
    QTest.keyClick(canvas, Qt.Key.Key_Right)
    assert canvas.selected == "push"
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.selected == "said"
    QTest.keyClick(canvas, Qt.Key.Key_Down)
    assert canvas.selected == "clipped"
    QTest.keyClick(canvas, Qt.Key.Key_Up)
    QTest.keyClick(canvas, Qt.Key.Key_Left)
    assert canvas.selected == "said"


def test_keys_zoom_show_all_open_and_let_go(canvas, qtbot):
    before = canvas.axis
    QTest.keyClick(canvas, Qt.Key.Key_Plus)
    assert canvas.axis.scale < before.scale
    QTest.keyClick(canvas, Qt.Key.Key_F)
    assert canvas.axis.scale == pytest.approx(before.scale)
    canvas.select("push")
    with qtbot.waitSignal(canvas.opened):
        QTest.keyClick(canvas, Qt.Key.Key_Return)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas.selected == ""


def test_b_brushes_what_is_selected_and_escape_lets_that_go(canvas):
    canvas.show_scale(Scale.WEEKS)
    canvas.select("push")
    QTest.keyClick(canvas, Qt.Key.Key_B)
    brushed = canvas._brush.brushed
    assert (brushed.start, brushed.end) == (utc(2024, 11, 13), utc(2024, 11, 15))
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    QTest.keyClick(canvas, Qt.Key.Key_Escape)
    assert canvas._brush.brushed == Brushed()


def test_space_plays_and_full_stop_and_comma_step(canvas, qtbot):
    with qtbot.waitSignal(canvas.play_wanted):
        QTest.keyClick(canvas, Qt.Key.Key_Space)
    steps = []
    canvas.step_wanted.connect(steps.append)
    QTest.keyClick(canvas, Qt.Key.Key_Period)
    QTest.keyClick(canvas, Qt.Key.Key_Comma)
    assert steps == [1, -1]


@pytest.mark.parametrize("scale", Scale)
def test_each_scale_is_known_by_what_it_shows(canvas, scale):
    canvas.show_scale(scale)
    assert scale_of(canvas.axis.scale) is scale


def test_where_many_are_counted_a_click_comes_nearer(canvas):
    many = [event(f"{n}", f"2024-11-13T{n % 24:02}:00Z") for n in range(80)]
    canvas.show_timeline(prepare(Timeline(many)), Names())
    canvas.show_scale(Scale.MONTHS)
    canvas.look(canvas.axis.centred(stretches.of("2024-11-13").anchor))
    canvas.repaint()
    before, band = canvas.axis.scale, canvas.chart.bands()[0]
    heap, rect = next(iter(canvas.chart.heaps(band)))
    assert heap.total == 80
    QTest.mouseClick(canvas, LEFT, NONE, rect.center().toPoint())
    assert canvas.axis.scale < before / 5


def test_what_finds_no_room_is_listed_by_a_click_where_it_is_counted(canvas):
    long = [event(f"{n}", "2024-11-11/2024-11-15") for n in range(20)]
    canvas.show_timeline(prepare(Timeline(long)), Names())
    canvas.fit()
    canvas.repaint()
    band = canvas.chart.bands()[0]
    room, said = paint.left_over_room(canvas.chart, canvas.pens, band)
    listed = []
    canvas.list_wanted.connect(listed.append)
    QTest.mouseClick(canvas, LEFT, NONE, room.center().toPoint())
    (left_over,) = listed
    told = {placed.occurrence.key for placed, _rect in canvas.chart.visible(band)}
    assert said == f"+{len(left_over)} more"
    assert {each.key for each in left_over} == {each.key for each in long} - told
    QTest.mouseClick(canvas, LEFT, NONE, QPoint(300, round(band.top + 4)))
    assert listed[1:] == [[]]


def test_what_found_no_room_finds_it_once_it_is_selected(canvas):
    long = [event(f"{n}", "2024-11-11/2024-11-15") for n in range(20)]
    canvas.show_timeline(prepare(Timeline(long)), Names())
    canvas.fit()
    canvas.repaint()
    last = canvas.chart.left_over(canvas.chart.bands()[0])[-1].key
    canvas.select(last)
    canvas.repaint()
    assert canvas.chart.rect(last) is not None


def test_a_lane_with_room_for_all_counts_nothing(canvas):
    assert not any(
        paint.left_over_room(canvas.chart, canvas.pens, band) for band in canvas.chart.bands()
    )


def test_what_is_brushed_elsewhere_is_brought_into_sight(canvas):
    canvas.show_scale(Scale.HOURS)
    canvas._brush.put(utc(2023, 5, 1), utc(2023, 5, 2))
    assert canvas.axis.start < stretches.of("2023-05-01").anchor < canvas.axis.end


def test_one_event_of_another_year_does_not_push_the_others_together(canvas):
    far = [*EVENTS, event("old", "1991-08-24")]
    canvas._is_fitted = True
    canvas.show_timeline(prepare(Timeline(far)), Names())
    assert canvas.axis.start > stretches.of("2024-11-01").start


def test_events_faded_ties_and_signs_are_painted(canvas, theme):
    """What is vague looks other than what is not, and a tie is drawn where both ends are told."""
    canvas.repaint()
    plain = canvas.grab().toImage()
    vague = [event("push", "2024-11-13~/2024-11-14~"), *EVENTS[2:]]
    canvas.show_timeline(prepare(Timeline(vague)), Names({"push": ClaimStatus.DISPUTED}))
    assert canvas.grab().toImage() != plain
    rect = canvas.chart.rect("push")
    image = canvas.grab().toImage()
    edge = image.pixelColor(round(rect.left()) + 2, round(rect.center().y()))
    middle = image.pixelColor(round(rect.center().x()) + 20, round(rect.center().y()))
    assert middle.name() == theme.tokens.contradicts.name()
    assert edge.lightness() > middle.lightness() + 60


def test_a_pinch_zooms_where_it_is_made(canvas):
    before, at = canvas.axis, QPointF(300, 200)
    pinch = QNativeGestureEvent(
        Qt.NativeGestureType.ZoomNativeGesture,
        QPointingDevice.primaryPointingDevice(),
        2, at, at, QPointF(canvas.mapToGlobal(at)), 0.25, QPointF(),
    )  # fmt: skip
    QApplication.sendEvent(canvas, pinch)
    assert canvas.axis.scale == pytest.approx(before.scale / 1.25)
    assert canvas.axis.time(300) == pytest.approx(before.time(300))


def test_larger_text_enlarges_all_of_it_and_is_hit_where_it_is_seen(canvas, theme):
    try:
        theme.set_scale(2)
        canvas.fit()
        at = mark(canvas, "push") * 2
        assert canvas.axis.width == pytest.approx(500)
        assert canvas.rect().contains(at)
        QTest.mouseClick(canvas, LEFT, NONE, at)
        assert canvas.selected == "push"
    finally:
        theme.set_scale(1)
