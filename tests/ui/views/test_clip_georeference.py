"""Placing the picture of a clip on the ground, in the window."""

import subprocess
import sys

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtWidgets import QApplication

from caseboard.commands.anchoring import RegionPlace
from caseboard.commands.layers import LayerFacts
from caseboard.commands.sources import Named
from caseboard.commands.tags import AddTag
from caseboard.commands.tracing import PictureLayer, TraceArea, trace
from caseboard.mapping.georeferencing import points_of
from caseboard.model.entities import Location
from caseboard.model.terms import GeoreferenceKind, LayerKind, SourceKind
from caseboard.store import georeferences
from caseboard.ui.georeference.map_dialog import MapDialog
from caseboard.ui.georeference.plot import Tool
from caseboard.ui.georeference.trace_form import TraceForm
from caseboard.ui.reader.tabs import Tab
from caseboard.ui.views.reading import ReadingView
from placed_pictures import AREA, POINTS, map_clip, place
from support import child_environment, settled, until

KUPIANSK = {"name": "Kupiansk", "lat": 49.71, "lon": 37.616}
LEFT, Key = Qt.MouseButton.LeftButton, Qt.Key


@pytest.fixture
def opened(work, case_desk, navigator, qtbot):
    """Opens the reading view on a clip with a picture of a map."""

    async def opened(points=(), *, desk=None):
        await work.open()
        clip_id, file = await map_clip(work)
        if points:
            await place(work, file, points)
        return await shown(clip_id, file, await (desk or case_desk)(work.case))

    async def shown(clip_id, file, desk):
        view = ReadingView(desk, navigator)
        view.inspector.similar._rest.setInterval(0)  # it looks at once, while tests wait
        qtbot.addWidget(view)
        view.resize(1260, 820)
        view.show()
        view.activateWindow()
        await until(view.isActiveWindow)
        view.show_row(clip_id)
        await until(view.page.reader.images.bar.isEnabled)
        await settled()
        view.page.reader.show_tab(Tab.IMAGES)
        view.clip_id, view.file = clip_id, file
        return view

    opened.shown = shown
    return opened


async def begin(view):
    """Press the button; the tab is in front then."""
    view.page.reader.images.bar.place.click()
    work = await until(lambda: view.georeference.work)
    await until(work.plate.isVisible)
    return work


def kept(work, view):
    found = work.read(georeferences.of_clip, view.clip_id)
    return found[0] if found else None


def names(work, view):
    placed = kept(work, view)
    return [each.name for each in points_of(placed.georeference.points)] if placed else []


def at(plate, x, y):
    return plate.place_of((x, y)).toPoint()


def tab_titles(view):
    tabs = view.inspector.tabs
    return [tabs.tabText(n) for n in range(tabs.count()) if tabs.isTabVisible(n)]


async def named(qtbot, georeference, x, y, words):
    """Click the picture and take the first place of that name."""
    qtbot.mouseClick(georeference.plate, LEFT, pos=at(georeference.plate, x, y))
    assert georeference.popup.isVisible()
    georeference.popup.line.setText(words)
    qtbot.keyClick(georeference.popup.line, Key.Key_Return)
    await until(lambda: not georeference.popup.isVisible())
    await settled()


async def test_the_tab_comes_with_the_button_and_leaves_reading_as_it_was(opened):
    view = await opened()
    assert "Georeference" not in tab_titles(view)
    assert view.georeference.work is None
    georeference = await begin(view)
    assert tab_titles(view)[0] == "Georeference"
    assert view.inspector.tabs.currentWidget() is georeference.tab
    assert georeference.plate.isVisible()
    view.inspector.tabs.setCurrentWidget(view.inspector.tags)
    assert not georeference.plate.isVisible()


async def test_a_picture_that_is_placed_has_the_tab_at_once_but_not_in_front(opened):
    view = await opened(POINTS)
    assert tab_titles(view)[0] == "Georeference"
    assert view.inspector.tabs.currentWidget() is view.inspector.tags
    assert not view.georeference.work.plate.isVisible()


async def test_points_are_named_by_the_gazetteer_and_by_coordinates(opened, work, qtbot):
    view = await opened()
    georeference = await begin(view)
    await named(qtbot, georeference, 0.2, 0.5, "Куп'янськ")
    await named(qtbot, georeference, 0.3, 0.85, "49.66, 37.65")
    assert names(work, view) == ["Kupiansk", "49.66000, 37.65000"]
    point = points_of(kept(work, view).georeference.points)[0]
    assert (point.x, point.y) == pytest.approx((0.2, 0.5), abs=0.01)
    assert (point.lat, point.lon) == pytest.approx((49.71, 37.616), abs=0.01)
    rows = georeference.tab.points.rows
    assert [row.chip.text() for row in rows] == names(work, view)
    assert "1 point more" in georeference.tab.points.guidance.text()
    assert georeference.plot.pending is None


async def test_a_place_near_the_other_points_comes_before_a_larger_one_far_away(opened, qtbot):
    view = await opened(POINTS[:1])
    georeference = await begin(view)
    qtbot.mouseClick(georeference.plate, LEFT, pos=at(georeference.plate, 0.5, 0.5))
    georeference.popup.line.setText("Куп")
    await settled()
    offered = [found.name for found in georeference.popup.model.rows]
    assert offered[0] == "Kupiansk"
    assert georeference.popup.current().name == "Kupiansk"
    georeference.popup.close_popup()


async def test_what_is_tagged_in_the_clip_is_offered_before_anything_is_typed(opened, work, qtbot):
    view = await opened()
    place, kupiansk = RegionPlace(view.file.id, 0.1, 0.1, 0.3, 0.3), Location(**KUPIANSK)
    await work.history.run(AddTag(work.case, view.clip_id, place, kupiansk))
    await settled()
    georeference = await begin(view)
    qtbot.mouseClick(georeference.plate, LEFT, pos=at(georeference.plate, 0.5, 0.5))
    await settled()
    (only,) = georeference.popup.model.rows
    assert only.name == "Kupiansk"
    qtbot.keyClick(georeference.popup.line, Key.Key_Return)
    await settled()
    point = points_of(kept(work, view).georeference.points)[0]
    assert point.location_id == only.location_id != ""
    qtbot.mouseClick(georeference.plate, LEFT, pos=at(georeference.plate, 0.8, 0.8))
    await settled()
    assert not georeference.popup.model.rows  # it is a point already
    georeference.popup.close_popup()


async def test_residuals_and_their_mean_are_shown(opened):
    view = await opened(POINTS)
    georeference = await begin(view)
    await settled()
    points = georeference.tab.points
    fit = georeference.plot.fit
    assert points.heading.text().startswith("CONTROL POINTS · 4 · RMS ")
    assert points.rows[0].off.text() == words_of(fit.residuals[0])
    assert points.rows[3].off.text() == f"{words_of(fit.residuals[3])} · ± 10 km place"
    said = [line.words.text() for line in points.doubts if line.isVisibleTo(points)]
    assert said == ["Places known only roughly pull the picture as much as the others."]


def words_of(metres):
    return f"{metres:.0f} m" if metres < 999.5 else f"{metres / 1000:.1f} km"


async def test_three_points_say_no_error_but_that_nothing_checks_them(opened):
    view = await opened(POINTS[:3])
    georeference = await begin(view)
    await settled()
    points = georeference.tab.points
    assert points.heading.text() == "CONTROL POINTS · 3"
    assert points.rows[0].off.text() == ""
    said = [line.words.text() for line in points.doubts if line.isVisibleTo(points)]
    assert said[0].startswith("Nothing checks these points")
    assert not points.kinds._buttons["projective"].isEnabled()


async def test_a_dragged_point_is_kept_and_undone(opened, work, qtbot):
    view = await opened(POINTS)
    georeference = await begin(view)
    await settled()
    plate = georeference.plate
    start, end = at(plate, POINTS[0].x, POINTS[0].y), at(plate, 0.4, 0.6)
    qtbot.mousePress(plate, LEFT, pos=start)
    qtbot.mouseMove(plate, end)
    qtbot.mouseRelease(plate, LEFT, pos=end)
    await settled()
    point = points_of(kept(work, view).georeference.points)[0]
    assert (point.x, point.y) == pytest.approx((0.4, 0.6), abs=0.01)
    assert await work.history.undo(work.case) == "Move control point Kupiansk"
    await settled()
    assert georeference.plot.points == POINTS


async def test_a_point_is_removed_from_the_list_by_its_key_and_its_menu(opened, work, qtbot):
    view = await opened(POINTS)
    georeference = await begin(view)
    await settled()
    qtbot.keyClick(georeference.tab.points.rows[3], Key.Key_Delete)
    await settled()
    assert names(work, view) == ["Kupiansk", "Kupiansk-Vuzlovyi", "Petropavlivka"]
    menu = georeference.menu_for(0)
    menu.actions()[-1].trigger()
    menu.deleteLater()
    await settled()
    assert names(work, view) == ["Kupiansk-Vuzlovyi", "Petropavlivka"]


async def test_points_removed_right_after_each_other_are_both_gone(opened, work):
    view = await opened(POINTS)
    georeference = await begin(view)
    await settled()
    georeference.tab.points.removed.emit(3)
    georeference.tab.points.removed.emit(0)
    await settled()
    assert names(work, view) == ["Kupiansk-Vuzlovyi", "Petropavlivka"]
    assert [point.name for point in georeference.plot.points] == names(work, view)


async def test_a_point_is_named_anew_and_stays_where_it_is(opened, work, qtbot):
    view = await opened(POINTS)
    georeference = await begin(view)
    await settled()
    georeference.plate.name_wanted.emit(3)
    assert georeference.popup.line.text() == "Synkivka"
    georeference.popup.line.setText("49.77, 37.70")
    qtbot.keyClick(georeference.popup.line, Key.Key_Return)
    await until(lambda: not georeference.popup.isVisible())
    await settled()
    point = points_of(kept(work, view).georeference.points)[3]
    assert (point.x, point.y) == (POINTS[3].x, POINTS[3].y)
    assert (point.lat, point.precision_m) == (49.77, pytest.approx(1112, rel=0.01))


async def test_a_projective_picture_falls_back_when_too_few_points_are_left(opened, work, qtbot):
    view = await opened(POINTS)
    georeference = await begin(view)
    await settled()
    qtbot.mouseClick(georeference.tab.points.kinds._buttons["projective"], LEFT)
    await settled()
    assert kept(work, view).georeference.kind is GeoreferenceKind.PROJECTIVE
    georeference.plate.point_removed.emit(0)
    await settled()
    assert kept(work, view).georeference.kind is GeoreferenceKind.AFFINE


async def test_a_place_is_clicked_on_the_map(opened, work, qtbot):
    view = await opened(POINTS[:3])
    georeference = await begin(view)
    await settled()
    qtbot.mouseClick(georeference.plate, LEFT, pos=at(georeference.plate, 0.5, 0.2))
    await settled()
    georeference.popup.on_map.click()
    dialog = await until(lambda: form_of(MapDialog))
    guess = georeference.plot.fit.to_ground(0.5, 0.2)
    assert (dialog.canvas.view.lat, dialog.canvas.view.lon) == pytest.approx(guess, abs=0.01)
    assert len(dialog.canvas.content.spots) == 3
    assert not dialog.keep.isEnabled()
    middle = QPoint(dialog.canvas.width() // 2, dialog.canvas.height() // 2)
    qtbot.mouseClick(dialog.canvas, LEFT, pos=middle)
    assert dialog.keep.isEnabled()
    dialog.keep.click()
    await settled()
    point = points_of(kept(work, view).georeference.points)[3]
    assert (point.x, point.y) == pytest.approx((0.5, 0.2), abs=0.01)
    assert (point.lat, point.lon) == pytest.approx(guess, abs=0.01)
    assert point.name == f"{point.lat:.5f}, {point.lon:.5f}"
    assert georeference.plot.pending is None


async def test_a_map_that_is_left_sets_no_point(opened, work, qtbot):
    view = await opened()
    georeference = await begin(view)
    qtbot.mouseClick(georeference.plate, LEFT, pos=at(georeference.plate, 0.5, 0.2))
    await settled()
    georeference.popup.on_map.click()
    dialog = await until(lambda: form_of(MapDialog))
    dialog.cancel.click()
    await settled()
    assert kept(work, view) is None
    assert georeference.plot.pending is None


async def test_escape_in_the_question_drops_the_place(opened, work, qtbot):
    view = await opened()
    georeference = await begin(view)
    qtbot.mouseClick(georeference.plate, LEFT, pos=at(georeference.plate, 0.5, 0.5))
    await settled()
    qtbot.keyClick(georeference.popup.line, Key.Key_Escape)
    assert georeference.plot.pending is None
    assert kept(work, view) is None


def form_of(kind):
    return next((w for w in QApplication.topLevelWidgets() if isinstance(w, kind)), None)


async def test_an_area_becomes_a_layer_that_says_whose_word_it_is(opened, work, qtbot):
    view = await opened(POINTS)
    georeference = await begin(view)
    await settled()
    georeference.tab.areas.button.click()
    assert georeference.plot.tool is Tool.AREA
    for corner in AREA:
        qtbot.mouseClick(georeference.plate, LEFT, pos=at(georeference.plate, *corner))
    assert georeference.tab.areas.live.text().startswith("Area with 4 corners, ")
    qtbot.keyClick(georeference.plate, Key.Key_Return)
    form = await until(lambda: form_of(TraceForm))
    form.source.suggest("Monitor map", SourceKind.MONITOR)
    form.as_of.line.setText("13 Nov 2024")
    form.estimated.setText("estimated")
    assert form.name.text() == "Estimated advance per Monitor map, as of 13 Nov 2024"
    await settled_but(form)
    form.keep.click()
    await until(lambda: form_of(TraceForm) is None or not form.isVisible())
    await settled()
    (resting,) = kept(work, view).layers
    assert resting.layer.name == "Estimated advance per Monitor map, as of 13 Nov 2024"
    assert (resting.layer.kind, resting.layer.as_of) == (LayerKind.TRACED, "2024-11-13")
    assert georeference.plot.tool is Tool.POINTS
    assert [each.ref for each in georeference.plot.areas] == ["L1"]
    (card,) = georeference.tab.areas.cards.values()
    said = {key.text(): value.text() for key, value, _note in card.facts._labels}
    assert said["According to"] == "Monitor map"
    assert said["Area"].endswith(" km²")
    assert said["May be off by"].startswith("± ")


async def settled_but(form):
    """The form waits for its answer; all else is done."""
    await until(form.source.kind.isVisible)


async def test_a_name_of_ones_own_is_left_alone(opened, qtbot):
    view = await opened(POINTS)
    georeference = await begin(view)
    await settled()
    georeference.plot.take(Tool.AREA)
    georeference.plot.draw(AREA)
    georeference.tab.areas.keep.click()
    form = await until(lambda: form_of(TraceForm))
    assert form.name.text() == "Estimated advance"
    form.name.clear()
    qtbot.keyClicks(form.name, "Reach of guns")
    form.as_of.line.setText("2024-11-13")
    assert form.name.text() == "Reach of guns"
    form.reject()
    await settled()
    assert georeference.plot.outline == AREA  # nothing that was drawn is lost


async def traced(work, view):
    georeference_id = kept(work, view).georeference.id
    facts = LayerFacts("Advance", source_id=Named("Monitor map", SourceKind.MONITOR))
    wanted = TraceArea(work.case, georeference_id, AREA, facts)
    return await trace(work.library, work.history, wanted)


async def test_a_corner_of_an_area_is_moved(opened, work, qtbot):
    view = await opened(POINTS)
    await traced(work, view)
    georeference = await begin(view)
    await settled()
    georeference.plot.take(Tool.AREA)
    start, end = at(georeference.plate, *AREA[0]), at(georeference.plate, 0.4, 0.2)
    qtbot.mousePress(georeference.plate, LEFT, pos=start)
    qtbot.mouseMove(georeference.plate, end)
    qtbot.mouseRelease(georeference.plate, LEFT, pos=end)
    await settled()
    corner = kept(work, view).layers[0].anchor.polygon[0]
    assert corner == pytest.approx([0.4, 0.2], abs=0.01)


async def test_points_an_area_rests_on_come_back_when_they_cannot_go(opened, work, qapp):
    view = await opened(POINTS[:3])
    await traced(work, view)
    georeference = await begin(view)
    await settled()
    georeference.plate.point_removed.emit(0)
    dialog = await until(lambda: error_dialog(qapp))
    assert "L1 rests on these points" in dialog.text.text()
    dialog.close_button.click()
    await settled()
    assert georeference.plot.points == POINTS[:3]


def error_dialog(qapp):
    return next((w for w in qapp.topLevelWidgets() if hasattr(w, "close_button")), None)


async def test_an_area_is_removed_and_the_picture_is_laid_once(opened, work):
    view = await opened(POINTS)
    layer_id = await traced(work, view)
    georeference = await begin(view)
    await settled()
    told = []
    georeference.told.connect(lambda telling: told.append(telling.text))
    georeference.tab.areas.cards[layer_id].remove.click()
    await settled()
    assert told == ["Removed layer Advance"]
    assert kept(work, view).layers == ()
    assert georeference.tab.lay.isVisible()
    row = kept(work, view).georeference
    await work.history.run(PictureLayer(work.case, row.id, LayerFacts("Sketch")))
    await settled()
    assert not georeference.tab.lay.isVisible()
    (card,) = georeference.tab.areas.cards.values()
    assert card.facts._labels[0][1].text() == "L2 · Sketch"


async def test_show_on_map_leads_to_the_layer(opened, work, navigator):
    view = await opened(POINTS)
    layer_id = await traced(work, view)
    georeference = await begin(view)
    await settled()
    georeference.tab.areas.cards[layer_id].show_it.click()
    assert navigator.seen[-1][:2] == ("map", layer_id)


async def test_who_comes_for_an_area_finds_the_tab_in_front(opened, work):
    view = await opened(POINTS)
    await traced(work, view)
    await settled()
    anchor_id = kept(work, view).layers[0].anchor.id
    view.page.reader.show_tab(Tab.READER)
    view.show_row(view.clip_id, anchor_id)
    georeference = view.georeference.work
    assert view.inspector.tabs.currentWidget() is georeference.tab
    assert georeference.plate.isVisible()
    other = await work.clip()
    view.show_row(other)
    await settled()
    view.show_row(view.clip_id, anchor_id)
    await until(georeference.plate.isVisible)
    assert view.page.reader.tab is Tab.IMAGES


async def test_marks_of_the_picture_stand_back_while_points_are_set(opened, work):
    view = await opened(POINTS)
    images = view.page.reader.images
    place = RegionPlace(view.file.id, 0.1, 0.1, 0.3, 0.3)
    await work.history.run(AddTag(work.case, view.clip_id, place, Location(name="Kupiansk")))
    await until(lambda: images.picture._regions)
    await begin(view)
    assert not images.picture._regions
    view.inspector.tabs.setCurrentWidget(view.inspector.tags)
    assert len(images.picture._regions) == 1


async def test_another_clip_takes_the_tab_away(opened, work):
    view = await opened(POINTS)
    await begin(view)
    other = await work.clip()
    view.show_row(other)
    await until(lambda: "Georeference" not in tab_titles(view))
    assert not view.georeference.work.plate.isVisible()
    assert view.georeference.work.plot.points == ()


async def test_a_library_that_is_only_read_shows_points_and_offers_nothing(opened, reader_desk):
    view = await opened(POINTS, desk=reader_desk)
    georeference = await begin(view)
    await settled()
    assert len(georeference.tab.points.rows) == 4
    assert not georeference.plate.is_writable
    assert not georeference.tab.lay.isVisible()
    assert not georeference.tab.areas.button.isVisible()
    assert not georeference.tab.points.guidance.isVisible()


def test_reading_clips_brings_in_nothing_that_reckons():
    code = (
        "import sys, caseboard.ui.views.reading;"
        "sys.exit(any(name in sys.modules for name in"
        " ('caseboard.mapping.georeferencing', 'geographiclib', 'shapely')))"
    )
    ran = subprocess.run([sys.executable, "-c", code], check=False, env=child_environment())
    assert ran.returncode == 0
