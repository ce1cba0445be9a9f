"""The paged table model."""

import asyncio

import pytest
from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester, QSignalSpy

from caseboard.errors import CaseError
from caseboard.ui.itemmodels.paged import Column, PagedModel, Role
from support import settled


class Rows:
    """Answers pages from memory and remembers what was asked."""

    def __init__(self):
        self.asked = []
        self.gone = set()
        self.edition = "row"
        self.error = None

    async def fetch(self, ids):
        self.asked.append((ids[0], len(ids)))
        edition = self.edition
        await asyncio.sleep(0)
        if self.error is not None:
            raise self.error
        return {i: f"{edition} {i}" for i in ids if i not in self.gone}


def names(numbers):
    return [f"c{number}" for number in numbers]


@pytest.fixture
def rows():
    return Rows()


@pytest.fixture
def errors():
    return []


@pytest.fixture
def bare(loop, rows, errors):
    """A model nobody looks at but the test."""
    columns = [
        Column("Name", str, tip=str),
        Column("Length", lambda row: str(len(row)), right=True),
    ]
    model = PagedModel(columns, rows.fetch, errors.append)
    yield model
    model.forget()
    loop.run_until_complete(asyncio.sleep(0))


@pytest.fixture
def model(bare):
    """A model whose every row and signal Qt's own tester looks at."""
    tester = QAbstractItemModelTester(bare, QAbstractItemModelTester.FailureReportingMode.Fatal)
    yield bare
    del tester


async def test_row_count_is_exact_before_any_row_is_read(model):
    model.set_ids(names(range(500)))
    assert model.rowCount() == 500


async def test_only_the_page_in_sight_is_read(bare, rows):
    bare.set_ids(names(range(1000)))
    assert bare.index(450, 0).data() == ""
    await settled()
    assert bare.index(450, 0).data() == "row c450"
    assert rows.asked == [("c400", 100)]


async def test_views_are_told_when_a_page_arrives(model):
    model.set_ids(names(range(10)))
    await settled()
    model.forget()
    spy = QSignalSpy(model.dataChanged)
    model.index(3, 0).data()
    await settled()
    assert spy.count() == 1
    first, last = spy.at(0)[:2]
    assert (first.row(), last.row(), last.column()) == (0, 9, 1)


async def test_delegates_get_the_row_itself_and_its_id(model):
    model.set_ids(names(range(3)))
    index = model.index(1, 0)
    assert index.data(Role.ID) == "c1"
    await settled()
    assert index.data(Role.ROW) == "row c1"


async def test_a_tooltip_shows_markup_as_letters(model, rows):
    rows.edition = "<img src='file:///etc/passwd'>"
    model.set_ids(["c0"])
    await settled()
    tip = model.index(0, 0).data(Qt.ItemDataRole.ToolTipRole)
    assert "&lt;img" in tip
    assert "<img" not in tip
    assert model.index(0, 1).data(Qt.ItemDataRole.ToolTipRole) is None


async def test_refresh_reads_only_rows_already_here(bare, rows):
    bare.set_ids(names(range(1000)))
    bare.index(0, 0).data()
    await settled()
    rows.asked.clear()
    rows.edition = "new"
    bare.refresh(["c5", "c700"])
    assert bare.index(5, 0).data() == "row c5"
    await settled()
    assert bare.index(5, 0).data() == "new c5"
    assert bare.index(6, 0).data() == "row c6"
    assert rows.asked == [("c5", 1)]


async def test_the_newest_of_two_readings_wins(model, rows):
    model.set_ids(names(range(3)))
    model.index(0, 0).data()
    await asyncio.sleep(0)  # the first reading is on its way with the old edition
    rows.edition = "new"
    model.refresh(["c0"])
    await settled()
    assert model.index(0, 0).data() == "new c0"
    assert model.index(1, 0).data() == "row c1"


async def test_a_row_at_the_top_keeps_the_selection_and_what_was_read(model, rows):
    model.set_ids(names(range(200)))
    await settled()
    selection = QItemSelectionModel(model)
    selection.select(model.index(3, 0), QItemSelectionModel.SelectionFlag.Select)
    resets, inserted = QSignalSpy(model.modelReset), QSignalSpy(model.rowsInserted)
    rows.asked.clear()
    model.set_ids(["new", *names(range(200))])
    assert [index.data(Role.ID) for index in selection.selectedIndexes()] == ["c3"]
    assert (resets.count(), inserted.count()) == (0, 1)
    assert model.index(4, 0).data() == "row c3"
    await settled()
    assert model.index(0, 0).data() == "row new"
    assert rows.asked == [("new", 1)]


async def test_rows_taken_out_of_the_middle_keep_the_selection(model):
    model.set_ids(names(range(20)))
    await settled()
    selection = QItemSelectionModel(model)
    selection.select(model.index(15, 0), QItemSelectionModel.SelectionFlag.Select)
    removed = QSignalSpy(model.rowsRemoved)
    model.set_ids(names([*range(5), *range(8, 20)]))
    assert removed.at(0)[1:3] == [5, 7]
    assert [index.data(Role.ID) for index in selection.selectedIndexes()] == ["c15"]


async def test_a_new_order_keeps_the_selection(model):
    model.set_ids(names(range(20)))
    await settled()
    selection = QItemSelectionModel(model)
    selection.select(model.index(2, 1), QItemSelectionModel.SelectionFlag.Select)
    model.set_ids(names(reversed(range(20))))
    assert [(i.row(), i.column()) for i in selection.selectedIndexes()] == [(17, 1)]
    assert model.index(17, 0).data() == "row c2"


async def test_other_rows_altogether_reset_the_model(model):
    model.set_ids(names(range(5)))
    resets = QSignalSpy(model.modelReset)
    model.set_ids(["x", "c1", "y"])
    assert resets.count() == 1
    assert list(model.ids) == ["x", "c1", "y"]
    await settled()


async def test_the_same_ids_again_tell_nobody(model):
    model.set_ids(names(range(5)))
    resets = QSignalSpy(model.modelReset)
    model.set_ids(names(range(5)))
    assert resets.count() == 0
    await settled()


async def test_a_page_that_cannot_be_read_is_told_once_and_read_on_retry(model, rows, errors):
    rows.error = CaseError("The library cannot be read.")
    model.set_ids(names(range(10)))
    model.index(0, 0).data()
    await settled()
    model.index(0, 0).data()
    await settled()
    assert [str(error) for error in errors] == ["The library cannot be read."]
    rows.error = None
    spy = QSignalSpy(model.dataChanged)
    model.retry()
    assert spy.count() == 1
    model.index(0, 0).data()
    await settled()
    assert model.index(0, 0).data() == "row c0"


async def test_a_refresh_that_fails_leaves_what_was_shown(model, rows, errors):
    model.set_ids(names(range(3)))
    await settled()
    model.index(0, 0).data()
    await settled()
    rows.error = CaseError("The library cannot be read.")
    model.refresh(["c0"])
    await settled()
    assert len(errors) == 1
    assert model.index(0, 0).data() == "row c0"


async def test_a_row_that_is_gone_is_not_asked_for_again_and_again(model, rows):
    rows.gone = {"c1"}
    model.set_ids(names(range(3)))
    model.index(1, 0).data()
    await settled()
    asked = len(rows.asked)
    assert model.index(1, 0).data() == ""
    await settled()
    assert len(rows.asked) == asked


async def test_a_row_that_came_back_is_shown_after_a_refresh(model, rows):
    rows.gone = {"c1"}
    model.set_ids(names(range(3)))
    model.index(1, 0).data()
    await settled()
    rows.gone = set()
    model.refresh(["c1"])
    model.index(1, 0).data()
    await settled()
    assert model.index(1, 0).data() == "row c1"


async def test_rows_long_out_of_sight_are_let_go(bare, rows, monkeypatch):
    monkeypatch.setattr(PagedModel, "KEPT_ROWS", 150)
    bare.set_ids(names(range(300)))
    for row in (0, 100, 200):
        bare.index(row, 0).data()
        await settled()
    rows.asked.clear()
    assert bare.index(250, 0).data() == "row c250"
    assert bare.index(0, 0).data() == ""
    await settled()
    assert [first for first, _count in rows.asked] == ["c0"]


async def test_an_index_is_found_by_id(model):
    model.set_ids(names(range(5)))
    assert model.index_of("c4").row() == 4
    assert not model.index_of("elsewhere").isValid()
    await settled()


async def test_numbers_stand_at_the_right(model):
    right = model.headerData(1, Qt.Orientation.Horizontal, Qt.ItemDataRole.TextAlignmentRole)
    assert right & Qt.AlignmentFlag.AlignRight
    assert model.headerData(1, Qt.Orientation.Horizontal) == "Length"
