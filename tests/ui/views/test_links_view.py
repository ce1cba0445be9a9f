"""The view of links, driven by mouse and keys, from a node to its words in the clip."""

import asyncio

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from caseboard.commands.claims import AddReport
from caseboard.commands.editing import Bin
from caseboard.errors import CaseError
from caseboard.model.claim import Dispute
from caseboard.model.network import EdgeKind, NodeKind
from caseboard.model.terms import Stance
from caseboard.ui.graph import laying
from caseboard.ui.views.links import LinksView
from support import settled, until

LEFT = Qt.MouseButton.LeftButton
NONE = Qt.KeyboardModifier.NoModifier


@pytest.fixture
def drawn(qtbot, case_desk, navigator):
    """Shows the links of a case and waits until they are drawn."""

    async def drawn(case_id, desk=None):
        view = LinksView(desk or await case_desk(case_id), navigator)
        qtbot.addWidget(view)
        view.resize(1260, 820)
        view.show()
        view.activateWindow()
        await until(view.isActiveWindow)
        view.said = []
        view.told.connect(view.said.append)
        await settled()
        return view

    return drawn


@pytest.fixture
def links_view(drawn, work):
    """A case with a clip, two claims in dispute, a place and two sources."""

    async def links_view():
        await work.open()
        work.clip_id = await work.clip()
        await work.tag(work.clip_id)
        work.one = await work.claim(work.clip_id)
        work.two = await work.claim(work.clip_id, "Two columns got in", exact="Two columns")
        work.clash = await work.dispute(work.one, work.two)
        return await drawn(work.case)

    return links_view


def node(view, title):
    return next(n for n in view.model.network.nodes.values() if n.title == title)


def point(view, node_id):
    return view.canvas.camera.to_view(view.canvas.picture.places[node_id]).toPoint()


def click(view, node_id):
    QTest.mouseClick(view.canvas, LEFT, NONE, point(view, node_id))


def click_row(listed, row):
    rect = listed.visualRect(listed.model().index(row, 0))
    QTest.mouseClick(listed.viewport(), LEFT, NONE, rect.center())


def rows_of(model):
    return [model.data(model.index(row, 0)) for row in range(model.rowCount())]


async def answer(view, path):
    dialog = await until(lambda: view.findChild(QFileDialog))
    await until(dialog.isVisible)
    dialog.findChild(QLineEdit).setText(str(path))
    dialog.accept()


async def test_a_small_case_is_shown_whole_with_its_legend_and_every_node_in_words(links_view):
    view = await links_view()
    assert len(view.canvas.picture) == 6
    assert view.count.text() == "6"
    assert {"claim", "source", "clip", "location", "disputed", "supports", "dispute"} <= set(
        view.legend.words
    )
    assert view.panel.nodes.rowCount() == 6
    assert any("The attack was repelled" in row for row in rows_of(view.panel.nodes))


async def test_from_a_node_to_its_words_in_the_clip_in_two_clicks(links_view, work, navigator):
    view = await links_view()
    click(view, work.one)
    await settled()
    assert view.panel.node.id == work.one
    said = next(i for i, row in enumerate(view.panel.links.rows) if row.edge.kind is EdgeKind.SAYS)
    click_row(view.panel.link_list, said)
    await settled()
    (row,) = view.panel.evidence.rows
    assert row.words == "“All assaults”"
    assert row.way == "E001 · General Staff → Ukrinform"
    navigator.seen.clear()
    click_row(view.panel.evidence_list, 0)
    ((kind, clip_id, anchor_id),) = navigator.seen
    assert (kind, clip_id, anchor_id) == ("clip", work.clip_id, row.evidence.anchor_id)
    assert navigator.can_go_back


async def test_all_of_it_can_be_reached_by_keyboard_without_the_picture(
    links_view, work, navigator
):
    view = await links_view()
    panel = view.panel
    place = next(i for i, each in enumerate(panel.nodes.rows) if each.id == work.two)
    panel.node_list.setFocus()
    panel.node_list.setCurrentIndex(panel.nodes.index(place, 0))
    QTest.keyClick(panel.node_list, Qt.Key.Key_Return)
    await settled()
    assert (panel.node.id, view.canvas.selected) == (work.two, {work.two})
    panel.link_list.setFocus()
    assert "dispute: entry" in rows_of(panel.links)[0]
    QTest.keyClick(panel.link_list, Qt.Key.Key_Return)
    await settled()
    assert panel.node.id == work.one
    panel.evidence_list.setFocus()
    panel.evidence_list.setCurrentIndex(panel.evidence.index(0, 0))
    navigator.seen.clear()
    QTest.keyClick(panel.evidence_list, Qt.Key.Key_Return)
    assert navigator.seen[0][:2] == ("clip", work.clip_id)


async def test_enter_and_a_double_click_open_what_is_there(links_view, work, navigator):
    view = await links_view()
    click(view, work.one)
    navigator.seen.clear()
    QTest.keyClick(view.canvas, Qt.Key.Key_Return)
    QTest.mouseDClick(view.canvas, LEFT, NONE, point(view, work.clip_id))
    staff = node(view, "General Staff").id
    view.canvas.select({staff}, staff)
    await settled()
    QTest.mouseClick(view.panel.open, LEFT)
    assert [place[:2] for place in navigator.seen] == [
        ("claim", work.one),
        ("clip", work.clip_id),
        ("source", staff),
    ]


async def test_kinds_can_be_left_out_and_what_stays_does_not_move(links_view):
    view = await links_view()
    before = dict(view.canvas.picture.places)
    QTest.mouseClick(view.filters.kinds[NodeKind.SOURCE], LEFT)
    await settled()
    kinds = {each.kind for each in view.canvas.picture.network.nodes.values()}
    assert kinds == set(NodeKind) - {NodeKind.SOURCE, NodeKind.UNIT, NodeKind.PERSON}
    assert all(before[i] == place for i, place in view.canvas.picture.places.items())
    QTest.mouseClick(view.filters.kinds[NodeKind.SOURCE], LEFT)
    await settled()
    assert view.canvas.picture.places == before
    assert view.filters.kinds[NodeKind.SOURCE].accessibleName() == "Sources 2"
    assert not view.filters.kinds[NodeKind.UNIT].isEnabled()


async def test_statuses_filter_claims_alone(links_view, work):
    view = await links_view()
    for action in view.filters.menu.actions():
        if action.data() == "disputed":
            action.trigger()
    await settled()
    assert not {work.one, work.two} & view.canvas.picture.places.keys()
    assert work.clip_id in view.canvas.picture.places
    assert view.filters.statuses.text() == "Status · 3"


async def test_only_so_many_steps_around_what_is_selected(links_view, work):
    view = await links_view()
    town = node(view, "Kupiansk").id
    view.canvas.select({town}, town)
    QTest.mouseClick(view.filters.steps._buttons["1"], LEFT)
    await settled()
    assert set(view.canvas.picture.places) == {town, work.clip_id}
    click(view, work.clip_id)
    await settled()
    assert set(view.canvas.picture.places) == {town, work.clip_id, work.one, work.two}


async def test_a_hub_is_collapsed_and_expanded_by_keys(links_view, work):
    view = await links_view()
    click(view, work.clip_id)
    QTest.keyClick(view.canvas, Qt.Key.Key_C)
    await settled()
    assert view.canvas.picture.folds == {work.clip_id: 1}
    assert node(view, "Kupiansk").id not in view.canvas.picture.places
    QTest.keyClick(view.canvas, Qt.Key.Key_E)
    await settled()
    assert view.canvas.picture.folds == {}
    assert node(view, "Kupiansk").id in view.canvas.picture.places


async def test_what_is_hidden_can_be_had_back(links_view, work):
    view = await links_view()
    click(view, work.two)
    QTest.keyClick(view.canvas, Qt.Key.Key_Delete)
    await settled()
    assert work.two not in view.canvas.picture.places
    assert view.filters.reset.text() == "Show 1 hidden"
    QTest.mouseClick(view.filters.reset, LEFT)
    await settled()
    assert work.two in view.canvas.picture.places
    assert not view.filters.reset.isVisible()


async def test_a_node_is_found_by_typing_and_brought_to_the_middle(links_view, work):
    view = await links_view()
    QTest.keyClick(view.canvas, Qt.Key.Key_F, Qt.KeyboardModifier.ControlModifier)
    assert view.search.hasFocus()
    QTest.keyClicks(view.search, "columns")
    await settled()
    assert view.canvas.selected == {work.two}
    assert view.hits.text() == "1 of 1"
    middle = view.canvas.rect().center()
    assert (point(view, work.two) - middle).manhattanLength() <= 2
    QTest.keyClicks(view.search, " nowhere")
    assert view.hits.text() == "none"


async def test_enter_brings_in_what_was_found_but_is_not_shown(links_view):
    view = await links_view()
    QTest.mouseClick(view.filters.kinds[NodeKind.LOCATION], LEFT)
    await settled()
    town = node(view, "Kupiansk").id
    QTest.keyClicks(view.search, "kupiansk")
    await settled()
    assert town not in view.canvas.picture.places
    QTest.keyClick(view.search, Qt.Key.Key_Return)
    await settled()
    assert view.canvas.selected == {town}


async def test_a_dragged_node_is_pinned_and_stands_there_in_the_next_view(
    links_view, drawn, work, desk
):
    view = await links_view()
    start = point(view, work.one)
    QTest.mousePress(view.canvas, LEFT, NONE, start)
    for step in (10, 40, 80):
        QTest.mouseMove(view.canvas, start + start.__class__(step, step // 2))
    QTest.mouseRelease(view.canvas, LEFT, NONE, start + start.__class__(80, 40))
    await settled()
    place = view.canvas.picture.places[work.one]
    assert view.canvas.marks.pinned == {work.one}
    again = await drawn(work.case)
    there = again.canvas.picture.places[work.one]
    assert (there - place).manhattanLength() <= 2
    again.canvas.select({work.one}, work.one)
    QTest.keyClick(again.canvas, Qt.Key.Key_P)
    assert again.canvas.marks.pinned == frozenset()
    assert desk.settings.settings.pins == {}


async def test_the_same_case_gives_the_same_picture(links_view, drawn, work):
    view = await links_view()
    again = await drawn(work.case)
    assert again.canvas.picture.places == view.canvas.picture.places


async def test_a_change_is_drawn_at_once_and_keeps_places_and_selection(links_view, work, history):
    view = await links_view()
    click(view, work.one)
    before = dict(view.canvas.picture.places)
    draft = work.report(work.clip_id, claimant="Monitor", relays=(), exact="stopped")
    await history.run(AddReport(work.case, work.one, draft))
    await until(lambda: len(view.canvas.picture) == 7)
    assert all(view.canvas.picture.places[i] == place for i, place in before.items())
    assert view.canvas.selected == {work.one}
    await settled()
    assert any("Monitor" in row for row in rows_of(view.panel.links))
    await history.run(Bin(Dispute, frozenset([work.clash]), "Delete dispute", work.case))
    await until(lambda: not any("dispute" in row for row in rows_of(view.panel.links)))
    await settled()


async def test_nothing_is_read_while_nobody_looks(links_view, work):
    view = await links_view()
    view.hide()
    await work.tag(work.clip_id, "map", "The map")
    await settled()
    assert len(view.model.network.nodes) == 6
    view.show()
    await until(lambda: len(view.model.network.nodes) == 7)
    await settled()


async def test_an_empty_case_says_what_to_do(drawn, work, navigator):
    await work.open()
    view = await drawn(work.case)
    assert view.empty.isVisible()
    QTest.mouseClick(view.empty.button, LEFT)
    assert navigator.seen[-1][0] == "clip"


async def test_nothing_left_by_the_filters_offers_all_again(links_view):
    view = await links_view()
    for toggle in view.filters.kinds.values():
        if toggle.isEnabled():
            QTest.mouseClick(toggle, LEFT)
    await settled()
    assert view.empty.isVisible()
    QTest.mouseClick(view.empty.button, LEFT)
    await settled()
    assert len(view.canvas.picture) == 6


async def test_a_picture_that_cannot_be_laid_out_says_so_and_can_be_tried_again(
    links_view, monkeypatch
):
    view = await links_view()
    whole = laying.lay_out

    async def fail(*_args):
        raise CaseError("The picture could not be laid out.", "Show fewer nodes.")

    monkeypatch.setattr(laying, "lay_out", fail)
    QTest.mouseClick(view.again, LEFT)
    await until(view.notice.isVisible)
    assert view.notice.text.text() == "The picture could not be laid out. Show fewer nodes."
    monkeypatch.setattr(laying, "lay_out", whole)
    (retry,) = [b for b in view.notice.findChildren(type(view.filters.reset)) if b.text()]
    QTest.mouseClick(retry, LEFT)
    await until(lambda: not view.notice.isVisible())
    await settled()
    assert len(view.canvas.picture) == 6


@pytest.mark.parametrize("ending", ["png", "svg", "pdf"])
async def test_the_graph_is_exported_where_the_user_says(links_view, tmp_path, ending):
    view = await links_view()
    action = next(a for a in view.export_menu.actions() if ending in a.text().lower())
    action.trigger()
    target = tmp_path / f"graph.{ending}"
    await answer(view, target)
    await until(lambda: view.said)
    await settled()
    heads = {"png": b"\x89PNG", "svg": b"<?xml", "pdf": b"%PDF"}
    assert target.read_bytes().startswith(heads[ending])
    assert view.said[0].text == f"Exported to {target}"


async def test_the_picture_can_be_copied(links_view):
    view = await links_view()
    view.export_menu.actions()[-1].trigger()
    await until(lambda: view.said)
    image = QImage(QGuiApplication.clipboard().image())
    assert image.width() > 1000
    QGuiApplication.clipboard().clear()


async def test_a_library_that_can_only_be_read_shows_its_links(
    links_view, drawn, work, reader_desk
):
    await links_view()
    view = await drawn(work.case, await reader_desk(work.case))
    assert len(view.canvas.picture) == 6


async def test_a_place_to_come_back_to_is_selected_again(links_view, work):
    view = await links_view()
    view.show_row(work.two)
    await settled()
    assert view.canvas.selected == {work.two}
    assert view.panel.node.id == work.two
    assert {row.edge.stance for row in view.panel.links.rows} == {None, Stance.SUPPORTS}


def held_layouts(monkeypatch):
    """From now on layouts are held back, each until its event is set."""
    held, lay_out = [], laying.lay_out

    async def late(*args):
        may_come = asyncio.Event()
        held.append(may_come)
        await may_come.wait()
        return await lay_out(*args)

    monkeypatch.setattr(laying, "lay_out", late)
    return held


async def test_what_is_moved_while_the_picture_is_laid_out_stays_where_it_was_put(
    links_view, work, monkeypatch
):
    view = await links_view()
    held = held_layouts(monkeypatch)
    view.again.click()
    await until(lambda: held)
    view.model.move({work.one: QPointF(900, 700)})
    held[0].set()
    await settled()
    assert view.canvas.picture.places[work.one] == QPointF(900, 700)


async def test_a_picture_that_is_being_laid_out_is_laid_out_anew_when_that_is_asked_for(
    links_view, work, monkeypatch
):
    view = await links_view()
    view.model.move({work.one: QPointF(900, 700)})
    view.model.toggle_pins({work.one})
    held = held_layouts(monkeypatch)
    view.model.ask(steps=0)
    await until(lambda: held)
    view.again.click()
    held[0].set()
    await until(lambda: len(held) == 2)
    held[1].set()
    await settled()
    assert view.canvas.picture.places[work.one] != QPointF(900, 700)
