"""The view of the map: list, map and inspector show one selection of what is there then."""

from datetime import UTC, datetime

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMenu

from caseboard.commands.editing import Bin, Edit
from caseboard.errors import CaseError
from caseboard.mapping.coordinates import Notation
from caseboard.mapping.options import Grid
from caseboard.model.claim import Claim
from caseboard.model.entities import Location
from caseboard.model.spots import SpotKey, SpotKind
from caseboard.store import spots
from caseboard.ui.lib.banner import Banner
from caseboard.ui.map.menu import MapMenu
from caseboard.ui.views.map import MapView
from late_read import LateRead
from spotwork import Spotwork
from support import settled, until

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def work(library, history):
    return Spotwork(library, history)


@pytest.fixture
def shown_map(qtbot, navigator):
    """Makes the view of a case, shows it and waits until it is read."""
    made = []

    async def shown_map(desk):
        view = MapView(desk, navigator)
        qtbot.addWidget(view)
        made.append(view)
        view.resize(1260, 820)
        view.show()
        view.said = []
        view.told.connect(view.said.append)
        await until(lambda: view.model.is_read or view.notice.isVisible())
        await settled()
        return view

    yield shown_map
    for view in made:
        view.canvas.stop()


@pytest.fixture
def map_view(shown_map, case_desk, work):
    """A case with something of every kind."""

    async def map_view():
        await work.fill()
        return await shown_map(await case_desk(work.case))

    return map_view


def listed(view):
    return [spot.label for spot in view.list.model.rows]


def place(work):
    return SpotKey(SpotKind.PLACE, work.kupiansk)


def click_row(view, row):
    rect = view.list.list.visualRect(view.list.model.index(row, 0))
    QTest.mouseClick(view.list.list.viewport(), LEFT, NONE, rect.center())


def brush(view, first, last):
    view._desk.brush.put(
        datetime(2024, 11, first, tzinfo=UTC), datetime(2024, 11, last, tzinfo=UTC)
    )


def facts(view):
    grid = view.inspector.facts._labels
    return {key.text(): value.text() for key, value, _n in grid if not key.isHidden()}


async def test_everything_that_is_somewhere_is_listed_by_kind(map_view):
    view = await map_view()
    assert listed(view)[:2] == ["Kupiansk", "Petropavlivka"]
    assert listed(view)[-2:] == ["Khartia Brigade", "A photo"]
    assert view.list.count.text() == "7"
    assert {spot.key for spot in view.canvas.content.spots} == {
        spot.key for spot in view.list.model.rows
    }


async def test_a_row_that_is_taken_is_selected_on_the_map_and_told_in_words(map_view, work):
    view = await map_view()
    click_row(view, 0)
    await settled()
    assert view.canvas.selected == {place(work)}
    page = view.inspector
    assert page.name.text() == "Kupiansk"
    assert page.second.text() == "Куп’янськ · Купянск · settlement"
    found = facts(view)
    assert found["Position"] == "49.7100°\u00a0N, 37.6158°\u00a0E"
    assert found["MGRS"] == "37U DR 00204 07307"
    assert found["Precision"] == "the settlement itself, ± 3 km"
    assert found["Gazetteer"] == "703656"
    assert [row.claim.id for row in page.claims.rows.rows] == [work.later_id, work.claim_id]
    assert [row.clip.id for row in page.clips.rows.rows] == [work.clip_id]
    assert [row.unit.id for row in page.positions.rows.rows] == [work.unit_id]
    assert [spot.label for spot in page.photos.rows.rows] == ["A photo"]


async def test_what_is_chosen_on_the_map_is_selected_in_the_list(map_view, work):
    view = await map_view()
    claim = SpotKey(SpotKind.CLAIM, work.claim_id, work.kupiansk)
    view.canvas.select({claim})
    view.canvas.chosen.emit(frozenset({claim}))
    assert view.list.selected == {claim}
    assert view.inspector.name.text() == "The attack was repelled"
    assert "single source" in view.inspector.second.text()
    both = frozenset({claim, place(work)})
    view.canvas.select(both)
    view.canvas.chosen.emit(both)
    assert view.list.selected == both
    assert view.inspector.several.rows.rowCount() == 2
    view.inspector.several.taken.emit(view.inspector.several.rows.rows[0])
    assert view.canvas.selected == {place(work)} == view.list.selected


async def test_a_bare_point_is_told_with_its_position_and_what_lies_there(map_view):
    view = await map_view()
    view.canvas.mark((49.71, 37.6158))
    page = view.inspector.ground
    assert view.inspector.currentWidget().isAncestorOf(page)
    shown = {key.text(): value.text() for key, value, _n in page.facts._labels}
    assert shown["MGRS"] == "37U DR 00204 07307"
    await until(lambda: [row.area for row in page.layers.rows.rows] == ["Ukraine"])
    view.canvas.mark(None)
    assert view.inspector.currentIndex() == 0
    await until(lambda: not page.layers.rows.rows)


async def test_who_asks_about_a_point_asks_about_nothing_else(map_view, work):
    view = await map_view()
    view.choose({place(work)})
    view.canvas.mark((49.0, 38.0))
    assert view.selected == frozenset()
    assert view.list.list.selectionModel().selectedIndexes() == []
    view.choose({place(work)})
    assert view.inspector.page.spot.key == place(work)


async def test_a_bare_point_is_written_in_the_notation_that_is_chosen(map_view):
    view = await map_view()
    view.canvas.mark((49.0, 38.0))
    view._use_notation(Notation.UTM)
    assert "UTM" in {key.text() for key, _v, _n in view.inspector.ground.facts._labels}


async def test_rows_of_the_inspector_lead_to_clip_claim_and_location(map_view, work, navigator):
    view = await map_view()
    view.choose({place(work)})
    page = view.inspector
    navigator.seen.clear()
    page.clips.list.setCurrentIndex(page.clips.rows.index(0, 0))
    QTest.keyClick(page.clips.list, Qt.Key.Key_Return)
    QTest.mouseClick(
        page.claims.list.viewport(),
        LEFT,
        NONE,
        page.claims.list.visualRect(page.claims.rows.index(0, 0)).center(),
    )
    page.positions.list.taken.emit(page.positions.rows.rows[0])
    page.open.click()
    assert [seen[:2] for seen in navigator.seen] == [
        ("clip", work.clip_id),
        ("claim", work.later_id),
        ("clip", work.clip_id),
        ("location", work.kupiansk),
    ]
    assert navigator.seen[0][2] is not None


async def test_enter_and_a_double_click_open_what_a_spot_is_of(map_view, work, navigator):
    view = await map_view()
    navigator.seen.clear()
    photo = next(spot.key for spot in view.canvas.content.spots if spot.key.kind is SpotKind.PHOTO)
    view.canvas.opened.emit(SpotKey(SpotKind.POSITION, work.position_id))
    view.list.opened.emit(photo)
    assert [seen[:2] for seen in navigator.seen] == [
        ("unit", work.unit_id),
        ("clip", work.photo_clip_id),
    ]


async def test_brushed_time_leaves_what_belongs_to_it_and_says_what_it_cannot_tell(map_view, work):
    view = await map_view()
    await work.claim_at(work.clip_id, "Nobody says when", work.oskil, when="", exact="map")
    await settled()
    brush(view, 14, 15)
    await settled()
    assert "Two columns got in" in listed(view)
    assert "The attack was repelled" not in listed(view)
    assert "Khartia Brigade" not in listed(view)  # it was there until the 13th
    assert view.bar.undated.text() == "1 without a time is not shown"
    brush(view, 12, 14)
    await settled()
    assert {"The attack was repelled", "Khartia Brigade", "A photo"} <= set(listed(view))
    view._desk.brush.clear()
    await settled()
    assert len(listed(view)) == 8
    assert view.bar.undated.text() == ""


async def test_a_kind_that_is_unticked_is_neither_listed_nor_drawn_and_stays_so(
    map_view, shown_map
):
    view = await map_view()
    view.layers.ticks[SpotKind.CLAIM].click()
    assert "The attack was repelled" not in listed(view)
    assert all(spot.key.kind is not SpotKind.CLAIM for spot in view.canvas.content.spots)
    again = await shown_map(view._desk)
    assert not again.layers.ticks[SpotKind.CLAIM].isChecked()
    assert listed(again) == listed(view)


@pytest.mark.parametrize(
    ("asked", "label"),
    [
        ("kupiansk", "Kupiansk"),
        ("later_id", "Two columns got in"),
        ("unit_id", "Khartia Brigade"),
        ("position_id", "Khartia Brigade"),
        ("photo_clip_id", "A photo"),
    ],
)
async def test_another_view_may_ask_to_see_a_row_on_the_map(
    shown_map, case_desk, work, asked, label
):
    await work.fill()
    view = await shown_map(await case_desk(work.case))
    view.show_row(getattr(work, asked))
    await settled()
    (key,) = view.canvas.selected
    assert view.inspector.name.text() == label
    spot = next(spot for spot in view.canvas.content.spots if spot.key == key)
    x, y = view.canvas.view.to_view(spot.lat, spot.lon)
    assert abs(x - view.canvas.view.width / 2) < 2
    assert abs(y - view.canvas.view.height / 2) < 2


async def test_a_claim_about_two_places_selects_both(map_view, work):
    view = await map_view()
    view.show_row(work.claim_id)
    assert {key.at for key in view.canvas.selected} == {work.kupiansk, work.oskil}


async def test_what_has_no_coordinates_is_said_to_have_none(map_view, work):
    view = await map_view()
    view.show_row(work.unplaced)
    assert view.notice.isVisible()
    assert "Somewhere" in view.notice.text.text()


async def test_what_was_brushed_away_can_be_shown_all_the_same(map_view, work):
    view = await map_view()
    brush(view, 20, 21)
    await settled()
    view.show_row(work.claim_id)
    assert not view.canvas.selected
    assert "brushed" in view.notice.text.text()
    _act(view.notice)
    view.shelf.changed.emit()  # its layers are there before its spots
    await settled()
    assert {key.row_id for key in view.canvas.selected} == {work.claim_id}
    assert view._desk.brush.brushed.is_all


async def test_a_kind_that_is_hidden_is_shown_when_a_row_of_it_is_wanted(map_view, work):
    view = await map_view()
    view.layers.ticks[SpotKind.CLAIM].click()
    view.show_row(work.claim_id)
    _act(view.notice)
    await settled()
    assert {key.row_id for key in view.canvas.selected} == {work.claim_id}
    assert view.layers.ticks[SpotKind.CLAIM].isChecked()


async def test_a_change_of_the_case_changes_the_map(map_view, work):
    view = await map_view()
    view.choose({place(work)})
    edit = Edit(Location, work.kupiansk, {"name": "Kupiansk city"}, "Rename", work.case)
    await work.history.run(edit)
    await settled()
    assert view.inspector.name.text() == "Kupiansk city"
    await work.history.run(Bin(Location, frozenset({work.kupiansk}), "Delete", work.case))
    await settled()
    assert "Kupiansk city" not in listed(view)
    assert view.inspector.currentIndex() == 0
    assert not view.canvas.selected


async def test_nothing_is_read_while_nobody_looks(map_view, work):
    view = await map_view()
    view.hide()
    edit = Edit(Claim, work.claim_id, {"statement": "It was repelled"}, "Edit", work.case)
    await work.history.run(edit)
    await settled()
    assert "It was repelled" not in listed(view)
    view.show()
    await settled()
    assert "It was repelled" in listed(view)


async def test_the_list_is_filtered_by_what_is_typed(map_view):
    view = await map_view()
    view.list.filter.setText("khartia")
    assert listed(view) == ["Khartia Brigade"]
    view.list.filter.setText("nowhere")
    assert view.list.empty.isVisible()
    assert "nowhere" in view.list.empty.sentence.text()


async def test_where_one_looked_from_is_remembered(map_view, shown_map):
    view = await map_view()
    view.canvas.go_to(48.5, 35.25, 9.5)
    await until(lambda: view.kept.place is not None and view.kept.place[2] == 9.5)
    again = await shown_map(view._desk)
    assert (round(again.canvas.view.lat, 3), round(again.canvas.view.lon, 3)) == (48.5, 35.25)
    assert again.canvas.view.zoom == 9.5


async def test_grid_and_notation_are_chosen_in_the_menu_and_remembered(map_view, shown_map, work):
    view = await map_view()
    view.choose({place(work)})
    of_grid, _of_notation = _utm(view)
    of_grid.trigger()
    _utm(view)[1].trigger()
    assert facts(view)["UTM"].startswith("37U 4002")
    again = await shown_map(view._desk)
    assert (again.kept.grid, again.kept.notation) == (Grid.UTM, Notation.UTM)
    assert all(action.isChecked() for action in _utm(again))


async def test_an_empty_case_says_how_places_come_about(shown_map, case_desk, work, navigator):
    await work.open()
    view = await shown_map(await case_desk(work.case))
    assert view.notice.isVisible()
    navigator.seen.clear()
    _act(view.notice)
    assert navigator.seen[0][0] == "clip"


async def test_a_reading_that_fails_is_said_and_can_be_tried_again(
    shown_map, case_desk, work, monkeypatch
):
    await work.fill()
    desk = await case_desk(work.case)

    def broken(_session, _case_id):
        raise CaseError("The disk is gone.", "Plug it in.")

    with monkeypatch.context() as patched:
        patched.setattr(spots, "read", broken)
        view = await shown_map(desk)
        assert view.notice.text.text() == "The disk is gone. Plug it in."
    _act(view.notice)
    await settled()
    assert listed(view)


async def test_the_menu_of_a_spot_opens_it(map_view, work, navigator):
    view = await map_view()
    menu = QMenu(view)
    menu.addAction("Copy position")
    view.canvas.menu_wanted.emit(MapMenu(menu, frozenset({place(work)}), 49.71, 37.6158))
    navigator.seen.clear()
    menu.actions()[0].trigger()
    assert navigator.seen[0][:2] == ("location", work.kupiansk)


async def test_who_may_only_read_is_offered_no_layers_to_draw(shown_map, reader_desk, work):
    await work.fill()
    view = await shown_map(await reader_desk(work.case))
    assert listed(view)
    assert not view.canvas.can_add_places
    assert not view.layers.add.isEnabled()


async def test_in_a_small_window_the_layers_are_folded_until_one_says_otherwise(
    map_view, shown_map
):
    view = await map_view()
    assert not view.layers.is_folded
    view.hide()
    view.resize(1000, 640)
    view.show()
    await settled()
    assert view.layers.is_folded
    view.resize(1500, 900)
    assert not view.layers.is_folded
    view.resize(1000, 640)
    view.layers.fold.click()
    again = await shown_map(view._desk)
    again.hide()
    again.resize(1000, 640)
    again.show()
    await settled()
    assert not again.layers.is_folded


async def test_list_and_inspector_fold_away(map_view):
    view = await map_view()
    view.fold(0)
    assert view.panes.is_folded(0)
    assert not view.bar.list.isChecked()
    view.bar.list.click()
    assert not view.panes.is_folded(0)
    view.fold(2)
    assert view.panes.is_folded(2)


def _act(notice: Banner):
    """Press the first thing a notice offers."""
    notice._flow.itemAt(0).widget().click()


def _utm(view):
    """UTM as a grid, and as a notation."""
    return [action for action in view.bar.view_menu.actions() if action.data() == "utm"]


async def test_photos_that_come_late_are_not_shown_of_a_spot_without_any(map_view, monkeypatch):
    view = await map_view()
    late = LateRead(monkeypatch, spots.thumbnails)
    (photo,) = [s.key for s in view.model.content.spots if s.key.kind is SpotKind.PHOTO]
    view.choose({photo})
    await late.come()
    bare = next(
        each.key
        for each in view.model.content.spots
        if each.key != photo and not view.model.read.pages.page(each.key).photos
    )
    view.choose({bare})
    await late.answer()
    assert not view.inspector.photos.isVisible()
