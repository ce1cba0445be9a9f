"""The timeline of a case: lanes, words, brush and play, from an event to its passage."""

import csv
from dataclasses import replace
from datetime import UTC, datetime

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QFileDialog, QLineEdit

from caseboard.analysis.sifting import Asked
from caseboard.analysis.timeline import Clock
from caseboard.commands.bin_clips import BinClips
from caseboard.commands.claims import AddClaim, AddReport
from caseboard.commands.editing import Bin
from caseboard.commands.sources import Named
from caseboard.model.claim import Dispute
from caseboard.model.terms import SourceKind, Stance
from caseboard.store import dossiers
from caseboard.ui.timeline.event_rows import EventRow
from caseboard.ui.timeline.narrowing import NarrowedBar
from caseboard.ui.timeline.strip import TimelineStrip
from caseboard.ui.views.claims import ClaimsView
from caseboard.ui.views.timeline import TimelineView
from support import settled, until

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


def utc(*date):
    return datetime(*date, tzinfo=UTC)


@pytest.fixture
def told(work):
    """Two claims in dispute, each with its day; DeepState supports one the night before."""

    async def told():
        case = await work.open()
        work.clip_id = await work.clip()
        await work.tag(work.clip_id)
        place_id = work.read(dossiers.read, case).locations[0].id
        draft = work.report(work.clip_id, exact="All assaults")
        add = AddClaim(case, "The attack was repelled", draft, "2024-11-14", (place_id,))
        work.one = await work.history.run(add)
        draft = replace(
            work.report(work.clip_id, relays=(), exact="Two columns"),
            claimant=Named("DeepState", SourceKind.MONITOR),
            stance=Stance.SUPPORTS,
            said_when="2024-11-13T23:00Z",
        )
        add = AddClaim(case, "Two columns got in", draft, "2024-11-12~")
        work.two = await work.history.run(add)
        await work.dispute(work.one, work.two)

    return told


@pytest.fixture
def shown_timeline(qtbot, case_desk, navigator, work, told):
    async def shown_timeline(desk=None):
        if work.case is None:
            await told()
        view = TimelineView(desk or await case_desk(work.case), navigator)
        qtbot.addWidget(view)
        view.resize(1260, 820)
        view.show()
        view.activateWindow()
        await until(view.isActiveWindow)
        view.said = []
        view.told.connect(view.said.append)
        await until(lambda: view.model.timeline is not None)
        await settled()
        return view

    return shown_timeline


def key_of(view, label):
    return next(each.key for each in view.shown.occurrences if each.label == label)


def rows(section):
    return [each.accessibleName() for each in section.findChildren(EventRow) if each.isVisible()]


async def test_a_case_without_times_says_how_to_begin(shown_timeline, work, navigator, qtbot):
    await work.open()
    view = await shown_timeline()
    await until(view.empty.isVisible)
    qtbot.mouseClick(view.empty.button, LEFT)
    assert navigator.seen[-1][0] == "clip"


async def test_everything_with_a_time_is_counted_and_listed(shown_timeline):
    view = await shown_timeline()
    assert view.count.text() == "4"
    assert [each.clock for each in view.panel.events.rows] == [
        Clock.HAPPENED, Clock.REPORTED, Clock.HAPPENED, Clock.CAPTURED,
    ]  # fmt: skip
    assert "Happened 2, Reported 1, Captured 1" in view.canvas.accessibleName()


async def test_what_is_selected_is_told_with_its_reports_its_clips_and_its_clashes(shown_timeline):
    view = await shown_timeline()
    view.canvas.select(key_of(view, "Two columns got in"))
    panel = view.panel
    assert panel.name.text() == "Two columns got in"
    assert panel.when.text() == "about 12 Nov 2024 · EDTF 2024-11-12~"
    assert "disputed" in panel.ref.text()
    assert rows(panel.sections[Clock.REPORTED]) == ["supports, DeepState, 13 Nov 2024 23:00 UTC"]
    assert rows(panel.sections[Clock.CAPTURED]) == ["E001 Two accounts, 14 Nov 2024 12:00 UTC"]
    assert rows(panel.clashes) == ["open, The attack was repelled"]
    assert not panel.sections[Clock.HAPPENED].isVisible()


async def test_a_row_of_the_panel_leads_to_that_event(shown_timeline, qtbot):
    view = await shown_timeline()
    view.canvas.select(key_of(view, "Two columns got in"))
    row = view.panel.clashes.findChildren(EventRow)[0]
    qtbot.mouseClick(row, LEFT)
    assert view.panel.name.text() == "The attack was repelled"


async def test_a_report_opens_at_its_passage_and_a_claim_where_claims_are(
    shown_timeline, navigator, work, qtbot
):
    view = await shown_timeline()
    view.canvas.select(next(o.key for o in view.shown.occurrences if o.clock is Clock.REPORTED))
    qtbot.mouseClick(view.panel.open, LEFT)
    kind, clip_id, anchor_id = navigator.seen[-1]
    assert (kind, clip_id) == ("clip", work.clip_id)
    assert anchor_id is not None
    view.canvas.select(key_of(view, "Two columns got in"))
    qtbot.mouseClick(view.panel.open, LEFT)
    assert navigator.seen[-1][:2] == ("claim", work.two)


async def test_some_are_listed_alone_until_a_click_beside_them(shown_timeline):
    view = await shown_timeline()
    some = list(view.shown.occurrences[:2])
    view.canvas.list_wanted.emit(some)
    assert list(view.panel.events.rows) == some
    view.canvas.list_wanted.emit([])
    assert view.panel.events.rowCount() == len(view.shown.occurrences) > 2


async def test_a_row_asked_for_from_elsewhere_is_selected(shown_timeline, work):
    view = await shown_timeline()
    view.show_row(work.one)
    assert view.canvas.selected == f"claim:{work.one}"


async def test_filters_leave_out_and_bring_back(shown_timeline):
    view = await shown_timeline()
    kinds = {action.text(): action for action in view.filters.kinds_menu.actions()}
    kinds["Claims"].trigger()
    await settled()
    assert view.count.text() == "2"
    view.filters.reset.click()
    await settled()
    assert view.count.text() == "4"


async def test_a_place_and_a_source_can_be_asked_for(shown_timeline):
    view = await shown_timeline()
    filters = view.filters
    filters.places_menu.aboutToShow.emit()
    offered = [action.text() for action in filters.places_menu.actions()]
    assert offered == ["All", "Kupiansk  ·  2"]
    filters.places_menu.actions()[1].trigger()
    await settled()
    assert {each.label for each in view.shown.occurrences} == {
        "The attack was repelled", "Two accounts",
    }  # fmt: skip
    assert filters.places.text() == "Location: Kupiansk"
    filters.changed.emit(Asked())
    filters.show_asked(Asked())
    filters.sources_menu.aboutToShow.emit()
    assert [a.text() for a in filters.sources_menu.actions()] == ["All", "DeepState  ·  1"]


async def test_a_change_of_the_case_is_shown_with_what_is_selected_kept(shown_timeline, work):
    view = await shown_timeline()
    view.canvas.select(key_of(view, "Two columns got in"))
    draft = replace(work.report(work.clip_id), said_when="2024-11-15")
    await work.history.run(AddReport(work.case, work.two, draft))
    await until(lambda: view.count.text() == "5")
    assert view.canvas.selected == f"claim:{work.two}"
    await until(lambda: len(rows(view.panel.sections[Clock.REPORTED])) == 2)
    await work.history.run(BinClips(work.case, frozenset({work.clip_id})))
    await until(view.empty.isVisible)


async def test_playing_goes_from_day_to_day_with_something_and_stops_after_the_last(
    shown_timeline,
):
    view = await shown_timeline()
    view.player._timer.setInterval(0)
    days = []
    view._desk.brush.changed.connect(lambda brushed: days.append(brushed.start))
    view.play.click()
    assert view.play.text() == "Pause"
    await until(lambda: not view.player.is_playing)
    assert days == [utc(2024, 11, 12), utc(2024, 11, 14)]
    assert view.play.text() == "Play by day"


async def test_steps_go_forth_and_back(shown_timeline):
    view = await shown_timeline()
    view.canvas.setFocus()
    for key in (Qt.Key.Key_Period, Qt.Key.Key_Period):
        QTest.keyClick(view.canvas, key)
    assert view._desk.brush.brushed.start == utc(2024, 11, 14)
    QTest.keyClick(view.canvas, Qt.Key.Key_Comma)
    assert view._desk.brush.brushed.start == utc(2024, 11, 12)


async def test_the_chip_says_what_is_brushed_and_lets_it_go(shown_timeline, qtbot):
    view = await shown_timeline()
    assert not view.filters.chip.isVisible()
    view._desk.brush.put(utc(2024, 11, 12), utc(2024, 11, 14))
    assert view.filters.chip.isVisible()
    assert "Happened 12–13 Nov 2024" in view.filters.chip.text()
    qtbot.mouseClick(view.filters.chip, LEFT)
    assert view._desk.brush.brushed.is_all


async def type_target(path):
    dialog = await until(lambda: next(iter(dialogs()), None))
    dialog.findChild(QLineEdit).setText(str(path))
    dialog.accept()
    await settled()


def dialogs():
    return [w for w in QApplication.topLevelWidgets() if isinstance(w, QFileDialog)]


async def test_events_are_written_as_a_table(shown_timeline, tmp_path):
    view = await shown_timeline()
    view.save("csv")
    await type_target(tmp_path / "events.csv")
    await until(lambda: view.said)
    with (tmp_path / "events.csv").open(encoding="utf-8-sig", newline="") as file:
        found = list(csv.DictReader(file))
    assert [row["clock"] for row in found] == ["happened", "reported", "happened", "captured"]
    first = found[0]
    assert (first["when"], first["start"], first["end"], first["approximate"]) == (
        "2024-11-12~", "2024-11-12T00:00:00Z", "2024-11-13T00:00:00Z", "yes",
    )  # fmt: skip
    assert (first["status"], first["marking"]) == ("disputed", "TLP:AMBER")
    assert found[1]["source"] == "DeepState"


@pytest.mark.parametrize("ending", ["png", "svg"])
async def test_what_is_in_sight_is_written_as_a_picture(shown_timeline, tmp_path, ending):
    view = await shown_timeline()
    view.save(ending)
    await type_target(tmp_path / f"timeline.{ending}")
    await until(lambda: view.said)
    written = tmp_path / f"timeline.{ending}"
    if ending == "png":
        assert QImage(str(written)).width() == 2800
    else:
        assert "Two columns got in" in written.read_text("utf-8")


# --- the strip ---


@pytest.fixture
def strip(qtbot, case_desk, work, told):
    async def strip():
        await told()
        strip = TimelineStrip(await case_desk(work.case))
        qtbot.addWidget(strip)
        strip.resize(900, 110)
        strip.show()
        await until(lambda: strip.model.timeline is not None)
        await settled()
        return strip

    return strip


async def test_the_strip_counts_by_the_clock_that_is_brushed(strip):
    strip = await strip()
    assert len(strip.bars.tally) == 2
    strip._desk.brush.use(Clock.CAPTURED)
    assert len(strip.bars.tally) == 1
    assert strip.bars.tally.bounds[0] == utc(2024, 11, 14, 12).timestamp()


async def test_a_click_on_a_bar_brushes_its_day_and_a_click_beside_all_of_time(strip):
    strip = await strip()
    bars = strip.bars
    x = round(bars.axis.x(utc(2024, 11, 14, 12).timestamp()))
    QTest.mouseClick(bars, LEFT, NONE, QPoint(x, 30))
    brushed = strip._desk.brush.brushed
    assert (brushed.start, brushed.end) == (utc(2024, 11, 14), utc(2024, 11, 15))
    assert strip.chip.isVisible()
    x = round(bars.axis.x(utc(2024, 11, 13, 12).timestamp()))
    QTest.mouseClick(bars, LEFT, NONE, QPoint(x, 30))
    assert strip._desk.brush.brushed.is_all


async def test_arrows_move_the_brush_and_shift_its_end(strip):
    strip = await strip()
    strip.bars.setFocus()
    QTest.keyClick(strip.bars, Qt.Key.Key_Right)
    QTest.keyClick(strip.bars, Qt.Key.Key_Right)
    brush = strip._desk.brush
    assert brush.brushed.start == utc(2024, 11, 13)
    QTest.keyClick(strip.bars, Qt.Key.Key_Right, Qt.KeyboardModifier.ShiftModifier)
    assert (brush.brushed.start, brush.brushed.end) == (utc(2024, 11, 13), utc(2024, 11, 15))
    for _press in range(4):
        QTest.keyClick(strip.bars, Qt.Key.Key_Left, Qt.KeyboardModifier.ShiftModifier)
    assert brush.brushed.end == utc(2024, 11, 14)
    QTest.keyClick(strip.bars, Qt.Key.Key_Escape)
    assert brush.brushed.is_all


async def test_the_strip_counts_and_plays_by_the_unit_chosen(strip):
    strip = await strip()
    week = next(action for action in strip.menu.actions() if action.text() == "Week")
    week.trigger()
    assert strip.units.text() == "Week"
    strip.play.click()
    brushed = strip._desk.brush.brushed
    assert (brushed.start, brushed.end) == (utc(2024, 11, 11), utc(2024, 11, 18))
    assert strip.play.text() == "Pause"
    strip.hide()
    assert not strip.player.is_playing


# --- lists ---


async def test_claims_are_narrowed_to_what_is_brushed_and_the_chip_says_so(
    shown, case_desk, work, told, qtbot
):
    await told()
    desk = await case_desk(work.case)
    view = await shown(ClaimsView, desk)
    assert not view.narrowed.isVisible()
    desk.brush.put(utc(2024, 11, 14), utc(2024, 11, 15))
    await until(lambda: list(view.model.ids) == [work.one])
    bar = view.findChild(NarrowedBar)
    assert bar.isVisible()
    qtbot.mouseClick(bar.chip, LEFT)
    await until(lambda: len(view.model.ids) == 2)


async def test_where_no_claim_is_of_that_time_the_view_offers_all_of_time(
    shown, case_desk, work, told, qtbot
):
    await told()
    desk = await case_desk(work.case)
    view = await shown(ClaimsView, desk)
    desk.brush.put(utc(2020, 1, 1), utc(2020, 1, 2))
    await until(view.empty.isVisible)
    assert view.empty.button.text() == "Show all of time"
    qtbot.mouseClick(view.empty.button, LEFT)
    await until(lambda: len(view.model.ids) == 2)


async def test_a_dispute_that_is_settled_while_nobody_looks_is_seen_by_whoever_looks_again(
    shown_timeline, work
):
    view = await shown_timeline()
    view.canvas.select(key_of(view, "Two columns got in"))
    assert rows(view.panel.clashes)
    view.hide()
    clash = work.read(dossiers.read, work.case).disputes[0]
    await work.history.run(Bin(Dispute, frozenset({clash.id}), "Settle", work.case))
    await settled()
    view.show()
    await until(lambda: not rows(view.panel.clashes))
