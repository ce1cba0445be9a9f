"""Hundreds of proposals in one list: a few rows in sight, and what is gone taken out."""

from PySide6.QtCore import Qt
from PySide6.QtTest import QSignalSpy, QTest

from caseboard.tagging.proposals import Proposal, proposals
from caseboard.tagging.suggestions import Kind
from caseboard.ui.inspector.suggestions_list import MOST, SuggestionList
from caseboard.ui.inspector.suggestions_model import SuggestionsModel
from proposed_clip import found, towns


def many(count):
    (town, *_others) = towns()
    return tuple(Proposal(Kind.LOCATION, f"{n}", f"Place {n}", (town,)) for n in range(count))


def shown_list(qtbot, theme, rows):
    shown = SuggestionList(theme, None)
    qtbot.addWidget(shown)
    shown.rows.show(rows)
    shown.fit()
    shown.resize(290, shown.height())
    shown.show()
    return shown


def test_five_hundred_rows_take_the_room_of_eight(qtbot, theme):
    shown = shown_list(qtbot, theme, many(500))
    assert shown.height() == MOST * theme.px(26)
    shown.choose(499)
    assert shown.currentIndex().row() == 499
    assert shown.visualRect(shown.currentIndex()).bottom() <= shown.viewport().height()


def test_a_few_that_are_answered_are_taken_out_and_the_rest_stays():
    model = SuggestionsModel()
    rows = many(20)
    model.show(rows)
    removed, reset = QSignalSpy(model.rowsRemoved), QSignalSpy(model.modelReset)
    model.show(rows[:3] + rows[4:])
    assert (removed.count(), reset.count(), model.rowCount()) == (1, 0, 19)
    model.show(rows[:3] + rows[4:])
    assert removed.count() == 1
    model.show(many(5))
    assert (reset.count(), model.rowCount()) == (1, 5)


def test_a_row_says_all_of_it_to_a_screen_reader_and_shows_the_reason_in_its_tooltip():
    model = SuggestionsModel()
    model.show(proposals(found()))
    index = model.index(0, 0)
    assert index.data(Qt.ItemDataRole.AccessibleTextRole).startswith("Location, Kupiansk")
    assert "population" in index.data(Qt.ItemDataRole.ToolTipRole)


def test_what_is_chosen_for_it_is_not_told_back(qtbot, theme):
    shown = shown_list(qtbot, theme, many(3))
    picked = QSignalSpy(shown.picked)
    shown.choose(1)
    shown.choose(-1)
    assert (picked.count(), shown.currentIndex().isValid()) == (0, False)
    QTest.keyClick(shown, Qt.Key.Key_Down)
    assert picked.count() == 1


def test_letters_do_not_jump_to_names(qtbot, theme):
    shown = shown_list(qtbot, theme, many(3))
    shown.choose(0)
    QTest.keyClicks(shown, "p")
    assert shown.currentIndex().row() == 0


def test_rows_are_painted_in_both_looks(qtbot, theme):
    shown = shown_list(qtbot, theme, tuple(proposals(found())))
    light = shown.grab().toImage()
    theme.choose("dark")
    assert shown.grab().toImage() != light
