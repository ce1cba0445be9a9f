"""The matrix of claims, driven by keys and mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest

from caseboard.analysis.matrix import Grouping
from caseboard.commands.claims import AddReport, ReportDraft
from caseboard.commands.gaps import AddGap
from caseboard.commands.sources import Named
from caseboard.errors import CaseError
from caseboard.model.terms import Credibility, SourceKind, Stance
from caseboard.store import clips
from caseboard.store.gaps import Target
from caseboard.ui.itemmodels.claims import FIRST, Fixed
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.views.claims import ClaimsView
from caseboard.ui.views.claims_bar import HYPOTHESES, LIST, MATRIX
from support import settled, until

LEFT = Qt.MouseButton.LeftButton
Key = Qt.Key
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def matrix(shown, case_desk, work, history):
    """Three claims; the staff supports all, the map contradicts the first, twice."""

    async def matrix():
        await work.open()
        work.clip_id = await work.clip()
        work.ids = [
            await work.claim(work.clip_id),
            await work.claim(work.clip_id, "Two columns entered the town", "Two columns got in"),
            await work.claim(work.clip_id, "Nobody entered the town", "stopped"),
        ]
        for exact in ("the map said", "Two columns"):
            await history.run(contradiction(work, exact))
        view = await shown(ClaimsView, await case_desk(work.case))
        view.focus()
        return view

    return matrix


def contradiction(work, exact, credibility=Credibility.POSSIBLE):
    claimant = Named("DeepState", SourceKind.MONITOR)
    at = work.at(exact)
    draft = ReportDraft(work.clip_id, at, Stance.CONTRADICTS, claimant, credibility=credibility)
    return AddReport(work.case, work.ids[0], draft)


def column_of(view, name):
    columns = range(FIRST, view.model.columnCount())
    header = view.model.headerData
    return next(c for c in columns if header(c, Qt.Orientation.Horizontal) == name)


def cell(view, claim_id, name):
    return view.model.index(view.model.place_of(claim_id), column_of(view, name))


def stand_on(view, index):
    """Go there by keys, as a hand would."""
    table = view.matrix.table
    current = table.currentIndex()
    across, down = index.column() - current.column(), index.row() - current.row()
    for _step in range(abs(down)):
        QTest.keyClick(table, Key.Key_Down if down > 0 else Key.Key_Up)
    for _step in range(abs(across)):
        QTest.keyClick(table, Key.Key_Right if across > 0 else Key.Key_Left)
    assert table.currentIndex() == index


def said(view, index):
    return view.model.data(index, Qt.ItemDataRole.AccessibleTextRole)


def marked(view):
    return [card.said.claimant.name for card in view.detail.reports if card.is_active]


async def test_the_matrix_comes_first_with_who_said_most_in_the_first_column(matrix):
    view = await matrix()
    assert view.mode == MATRIX
    assert view.matrix.table.isVisible()
    assert view.matrix.table.hasFocus()
    names = [column.voice.name for column in view.model.board.columns]
    assert names == ["General Staff", "DeepState"]


async def test_a_cell_says_stance_and_both_grades_and_how_many_reports(matrix, work):
    view = await matrix()
    index = cell(view, work.ids[0], "DeepState")
    assert said(view, index) == "C1, DeepState: contradicts, grade F\u00a03, 2 reports"
    empty = cell(view, work.ids[1], "DeepState")
    assert said(view, empty) == "C2, DeepState: says nothing of it"


async def test_fixed_cells_say_what_they_are(matrix, work):
    view = await matrix()
    row = view.model.place_of(work.ids[0])
    assert said(view, view.model.index(row, Fixed.STATUS)) == "C1, Status: disputed"
    assert said(view, view.model.index(row, Fixed.ASSESSED)) == "C1, Assessed: —"


async def test_a_header_tells_reliability_and_interest(matrix):
    view = await matrix()
    words = view.model.headerData(
        column_of(view, "DeepState"),
        Qt.Orientation.Horizontal,
        Qt.ItemDataRole.AccessibleTextRole,
    )
    assert words == "DeepState: F, cannot be judged; 2 reports"


async def test_keys_lead_to_a_cell_and_the_inspector_marks_what_it_stands_for(matrix, work):
    view = await matrix()
    await until(lambda: view.sheet is not None and len(view.detail.reports) == 3)
    stand_on(view, cell(view, work.ids[0], "DeepState"))
    await until(lambda: marked(view) == ["DeepState", "DeepState"])
    stand_on(view, view.model.index(view.model.place_of(work.ids[0]), 0))
    await until(lambda: not marked(view))


@pytest.mark.parametrize("by", ["enter", "double click"])
async def test_a_cell_of_one_report_opens_the_clip_at_its_words(matrix, work, navigator, by):
    view = await matrix()
    index = cell(view, work.ids[1], "General Staff")
    table = view.matrix.table
    if by == "enter":
        stand_on(view, index)
        QTest.keyClick(table, Key.Key_Return)
    else:
        place = table.visualRect(index).center()
        QTest.mouseClick(table.viewport(), LEFT, pos=place)
        QTest.mouseDClick(table.viewport(), LEFT, pos=place)
    clip = await view._desk.read(clips.view, work.clip_id)
    anchor = next(each for each in clip.anchors if each.exact == "Two columns got in")
    assert navigator.seen == [("clip", work.clip_id, anchor.id)]


async def test_a_cell_of_several_reports_offers_their_words(matrix, work, navigator):
    view = await matrix()
    stand_on(view, cell(view, work.ids[0], "DeepState"))
    QTest.keyClick(view.matrix.table, Key.Key_Return)
    menu = await until(lambda: view.opening.menu)
    offered = [action.text() for action in menu.actions()]
    assert offered == [
        "contradicts “the map said” · DeepState · E001",
        "contradicts “Two columns” · DeepState · E001",
    ]
    menu.actions()[1].trigger()
    menu.close()
    clip = await view._desk.read(clips.view, work.clip_id)
    anchor = next(each for each in clip.anchors if each.exact == "Two columns")
    assert navigator.seen == [("clip", work.clip_id, anchor.id)]


async def test_an_empty_cell_opens_nothing(matrix, work, navigator):
    view = await matrix()
    stand_on(view, cell(view, work.ids[1], "DeepState"))
    QTest.keyClick(view.matrix.table, Key.Key_Return)
    await settled()
    assert navigator.seen == []
    assert view.opening.menu is None


async def test_back_from_a_clip_finds_the_same_cell(matrix, work, navigator):
    view = await matrix()
    index = cell(view, work.ids[1], "General Staff")
    stand_on(view, index)
    QTest.keyClick(view.matrix.table, Key.Key_Return)
    navigator.back()
    kind, row_id, _anchor = navigator.seen[-1]
    assert (kind, row_id) == ("claim", work.ids[1])
    view.show_row(row_id)
    await settled()
    assert view.matrix.table.currentIndex() == index


async def test_the_cell_is_kept_when_claims_are_weighed_anew(matrix, work, history):
    view = await matrix()
    stand_on(view, cell(view, work.ids[0], "DeepState"))
    await history.run(contradiction(work, "said", Credibility.PROBABLE))
    await until(lambda: "3 reports" in said(view, cell(view, work.ids[0], "DeepState")))
    assert view.standing.claim_id == work.ids[0]
    assert view.model.source_at(view.matrix.table.currentIndex().column()) is not None
    assert view.matrix.table.currentIndex() == cell(view, work.ids[0], "DeepState")


async def test_a_click_on_the_columns_that_stay_selects_the_claim(matrix, work):
    view = await matrix()
    above = view.matrix.table.above
    index = view.model.index(view.model.place_of(work.ids[2]), Fixed.WHEN)
    QTest.mouseClick(above.viewport(), LEFT, pos=above.visualRect(index).center())
    assert view.standing.claim_id == work.ids[2]
    assert view.matrix.table.hasFocus()
    await until(lambda: view.sheet is not None and view.sheet.claim.id == work.ids[2])


async def test_the_header_of_a_claimant_leads_to_the_source(matrix, navigator):
    view = await matrix()
    column = column_of(view, "DeepState")
    header = view.matrix.table.horizontalHeader()
    x = header.sectionViewportPosition(column) + 20
    QTest.mouseClick(header.viewport(), LEFT, pos=QPoint(x, 20))
    assert navigator.seen == [("source", view.model.source_at(column), None)]


async def test_delete_moves_the_claim_of_a_cell_to_the_bin(matrix, work, history):
    view = await matrix()
    stand_on(view, cell(view, work.ids[1], "General Staff"))
    QTest.keyClick(view.matrix.table, Key.Key_Delete)
    await until(lambda: view.said)
    assert view.said[0].is_undoable
    await until(lambda: work.ids[1] not in view.model.ids)
    assert view.standing.claim_id in {work.ids[0], work.ids[2]}
    await history.undo(work.case)
    await until(lambda: work.ids[1] in view.model.ids)


async def test_letters_typed_on_a_cell_go_to_the_filter(matrix):
    view = await matrix()
    QTest.keyClicks(view.matrix.table, "n")
    assert view.filter.hasFocus()
    QTest.keyClicks(view.filter, "obody")
    await until(lambda: view.model.rowCount() == 1)
    assert [column.voice.name for column in view.model.board.columns] == ["General Staff"]
    QTest.keyClick(view.filter, Key.Key_Down)
    assert view.matrix.table.hasFocus()


async def test_a_status_is_chosen_in_the_menu_and_all_are_shown_again(matrix, work):
    view = await matrix()
    corroborated = view.bar.statuses.menu().actions()[2]
    assert corroborated.text() == "Corroborated"
    corroborated.trigger()
    await until(view.empty.isVisible)
    assert view.empty.sentence.text() == "No claim meets the filter."
    assert view.bar.statuses.accessibleName() == "Status: 1 chosen"
    QTest.mouseClick(view.empty.button, LEFT)
    await until(view.matrix.table.isVisible)
    assert set(view.model.ids) == set(work.ids)
    assert not corroborated.isChecked()


@pytest.mark.parametrize("mode", [MATRIX, LIST])
async def test_groups_fold_under_their_headings_by_mouse_and_by_keys(matrix, mode):
    view = await matrix()
    view.show_mode(mode)
    view.bar._group_by(Grouping.STATUS)
    await until(lambda: view.model.rowCount() == 5)
    heading = view.model.index(0, 0)
    assert said(view, heading) == "Disputed, 1 claim, unfolded"
    table = view.list if mode == LIST else view.matrix.table
    clicked = view.list if mode == LIST else table.above
    QTest.mouseClick(clicked.viewport(), LEFT, pos=clicked.visualRect(heading).center())
    assert view.model.rowCount() == 4
    assert said(view, heading) == "Disputed, 1 claim, folded"
    QTest.keyClick(table, Key.Key_Right)
    assert view.model.rowCount() == 5
    QTest.keyClick(table, Key.Key_Return)
    assert view.model.rowCount() == 4
    assert view.count.text() == "3"


async def test_a_claim_in_a_folded_group_is_brought_out_when_asked_for(matrix, work):
    view = await matrix()
    view.bar._group_by(Grouping.STATUS)
    await until(lambda: view.model.rowCount() == 5)
    view.model.fold("single source", folded=True)
    assert work.ids[2] not in view.model.ids
    view.show_row(work.ids[2])
    assert view.standing.claim_id == work.ids[2]


async def test_mode_order_and_group_are_there_the_next_time(matrix, qtbot):
    view = await matrix()
    view.bar._group_by(Grouping.PLACE)
    QTest.keyClick(view, Key.Key_2, ALT)
    assert view.mode == LIST
    again = ClaimsView(view._desk, view._navigator)
    qtbot.addWidget(again)
    await settled()
    assert again.mode == LIST
    assert again.model.asked.grouping is Grouping.PLACE
    assert again.bar.grouping.text() in {"Group by: place", "Place"}


async def test_widths_are_kept_and_claimants_share_one(matrix, qtbot):
    view = await matrix()
    table = view.matrix.table
    table.setColumnWidth(FIRST, 150)
    table.above.setColumnWidth(Fixed.WHEN, 95)
    assert table.columnWidth(FIRST + 1) == 150
    assert table.columnWidth(Fixed.WHEN) == 95
    table.save()
    again = ClaimsView(view._desk, view._navigator)
    qtbot.addWidget(again)
    await settled()
    widths = [again.matrix.table.columnWidth(column) for column in (Fixed.WHEN, FIRST, FIRST + 1)]
    assert widths == [95, 150, 150]


async def test_the_sentence_below_counts_the_claim_that_is_stood_on(matrix, work):
    view = await matrix()
    view.show_row(work.ids[0])
    assert view.matrix.rests_on.text() == "3 reports, 2 independent origins."
    view.show_row(work.ids[1])
    assert view.matrix.rests_on.text() == "1 report, 1 independent origin."


async def test_a_gap_told_elsewhere_is_shown_at_once(matrix, work, history):
    view = await matrix()
    view.show_row(work.ids[0])
    await until(lambda: view.sheet is not None and view.sheet.claim.id == work.ids[0])
    gap = AddGap(work.case, "Imagery of 13 November?", target=Target("claim", work.ids[0]))
    await history.run(gap)
    await until(lambda: len(view.sheet.page.gaps) == 1)


async def test_hypotheses_show_their_claims_in_the_same_inspector(matrix, work):
    view = await matrix()
    QTest.keyClick(view, Key.Key_3, ALT)
    assert view.mode == HYPOTHESES
    assert view.hypotheses.isVisible()
    assert not view.filter.isVisible()
    await settled()
    view.hypotheses.claim_chosen.emit(work.ids[2])
    await until(lambda: view.sheet is not None and view.sheet.claim.id == work.ids[2])
    QTest.keyClick(view, Key.Key_1, ALT)
    await until(lambda: view.sheet.claim.id == view.standing.claim_id)


async def test_the_menu_of_a_cell_holds_what_can_be_done(matrix, work):
    view = await matrix()
    index = cell(view, work.ids[0], "DeepState")
    view.matrix.table.menu_wanted.emit(index, QPoint(5, 5))
    offered = [action.text() for action in view.opening.menu.actions() if action.text()]
    view.opening.menu.close()
    assert offered == [
        "Open the evidence",
        "Show the source DeepState",
        "Edit…",
        "Add dispute with…",
        "Delete",
    ]


async def test_a_narrow_window_lets_only_the_claims_stay(matrix):
    view = await matrix()
    view.resize(640, 500)
    await settled()
    table = view.matrix.table
    assert 1 <= table.frozen < FIRST
    table.setCurrentIndex(view.model.index(0, view.model.columnCount() - 1))
    QTest.keyClick(table, Key.Key_Home)
    stand = view.model.index(0, table.frozen)
    table.setCurrentIndex(stand)
    assert table.visualRect(stand).left() >= table.above.width() - 1
    assert view.model.data(stand, Role.ID) == view.standing.claim_id


async def test_what_could_not_be_read_says_so_and_is_tried_again(matrix):
    view = await matrix()
    view.model.failed.emit(CaseError("The library cannot be read.", "Is the disk there?"))
    assert view.empty.isVisible()
    assert view.empty.sentence.text() == "The library cannot be read."
    assert view.empty.second.text() == "Is the disk there?"
    QTest.mouseClick(view.empty.button, LEFT)
    await until(view.matrix.table.isVisible)
