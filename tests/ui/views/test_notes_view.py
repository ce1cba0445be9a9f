"""The notes view, driven by keys and mouse."""

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtGui import QTextCursor
from PySide6.QtTest import QTest

from caseboard.commands.editing import Bin
from caseboard.commands.notes import WriteNote
from caseboard.model.columns import new_id
from caseboard.model.work import Note
from caseboard.store import notes
from caseboard.ui.views.notes import NotesView
from late_read import LateRead
from support import settled, until

LEFT = Qt.MouseButton.LeftButton
WORDS = Qt.ItemDataRole.AccessibleTextRole


@pytest.fixture
def notes_view(shown, case_desk, work, history):
    """A view of two notes: the second, on a clip, changed last."""

    async def notes_view():
        await work.open()
        work.clip_id = await work.clip()
        work.ids = [new_id(), new_id()]
        await history.run(WriteNote(work.case, work.ids[0], "# Weather\n\nFog all night"))
        where = work.at("columns")
        await history.run(WriteNote(work.case, work.ids[1], "Ask for imagery", work.clip_id, where))
        return await shown(NotesView, await case_desk(work.case))

    return notes_view


def firsts(view):
    rows = range(view.model.rowCount())
    return [view.model.index(row, 0).data(WORDS).rpartition(",")[0] for row in rows]


async def kept(view, note_id):
    return await view._desk.read(notes.by_id, note_id)


async def test_the_note_changed_last_comes_first_and_is_open(notes_view):
    view = await notes_view()
    assert firsts(view) == ["Ask for imagery", "Weather"]
    assert view.editor.text.toPlainText() == "Ask for imagery"


async def test_a_note_on_a_clip_leads_to_its_words(notes_view, work, navigator):
    view = await notes_view()
    assert view.clip.text() == "On E001"
    anchor = (await kept(view, work.ids[1])).anchor_id
    QTest.mouseClick(view.clip, LEFT)
    assert navigator.seen == [("clip", work.clip_id, anchor)]


async def test_a_note_begun_is_listed_from_its_first_letter_on(notes_view):
    view = await notes_view()
    QTest.mouseClick(view.new, LEFT)
    editor = view.editor
    assert editor.text.hasFocus()
    await settled()
    assert view.model.rowCount() == 2
    QTest.keyClicks(editor.text, "A third")
    await until(lambda: view.model.rowCount() == 3)
    await settled()
    assert view.editor is editor
    assert editor.text.hasFocus()
    assert view.pane.current_id == editor.note_id
    assert firsts(view)[0] == "A third"


async def test_a_note_begun_and_left_empty_never_was(notes_view, work):
    view = await notes_view()
    QTest.mouseClick(view.new, LEFT)
    QTest.mouseClick(view.pane.list.viewport(), LEFT, pos=QPoint(40, 20))
    await settled()
    assert view.model.rowCount() == 2
    assert view.editor.note_id == work.ids[1]


async def test_nothing_moves_while_one_types(notes_view, work):
    view = await notes_view()
    QTest.keyClick(view.pane.list, Qt.Key.Key_Down)
    await until(lambda: view.editor.note_id == work.ids[0])
    view.editor.text.setFocus()
    view.editor.text.moveCursor(QTextCursor.MoveOperation.End)
    QTest.keyClicks(view.editor.text, " and day")
    await view.keep()
    await settled()
    assert firsts(view) == ["Ask for imagery", "Weather"]
    assert (await kept(view, work.ids[0])).text.endswith("Fog all night and day")


async def test_what_is_typed_is_kept_when_another_note_is_opened(notes_view, work):
    view = await notes_view()
    view.editor.text.setFocus()
    QTest.keyClicks(view.editor.text, "Now: ")
    view.show_row(work.ids[0])
    await settled()
    assert (await kept(view, work.ids[1])).text == "Now: Ask for imagery"
    assert view.editor.note_id == work.ids[0]


async def test_a_note_changed_elsewhere_is_shown_as_it_is_now(notes_view, work, history):
    view = await notes_view()
    view.pane.list.setFocus()
    await history.run(WriteNote(work.case, work.ids[1], "Imagery has come"))
    await until(lambda: view.editor.text.toPlainText() == "Imagery has come")
    await until(lambda: firsts(view)[0] == "Imagery has come")


async def test_the_filter_finds_notes_by_any_of_their_words(notes_view):
    view = await notes_view()
    QTest.keyClicks(view.pane.filter, "FOG")
    await until(lambda: view.model.rowCount() == 1)
    assert firsts(view) == ["Weather"]


async def test_a_link_in_a_note_opens_what_it_names(notes_view, work, history, navigator):
    view = await notes_view()
    view.pane.list.setFocus()
    await history.run(WriteNote(work.case, work.ids[1], "[[E001]]"))
    text = view.editor.text
    await until(lambda: text.toPlainText() == "[[E001]]")
    cursor = text.textCursor()
    cursor.setPosition(4)
    place = text.cursorRect(cursor).center()
    QTest.mouseClick(text.viewport(), LEFT, Qt.KeyboardModifier.ControlModifier, place)
    await until(lambda: navigator.seen)
    assert navigator.seen == [("clip", work.clip_id, None)]


async def test_a_note_is_deleted_by_key_and_brought_back_by_undo(notes_view, work, history):
    view = await notes_view()
    QTest.keyClick(view.pane.list, Qt.Key.Key_Delete)
    await until(lambda: view.said)
    assert view.said[0].text == "Delete note. It is in the bin."
    await until(lambda: view.editor.note_id == work.ids[0])
    await history.undo(work.case)
    await until(lambda: view.model.rowCount() == 2)


async def test_the_last_note_deleted_leaves_the_page_empty(notes_view, work, history):
    view = await notes_view()
    await history.run(Bin(Note, frozenset(work.ids), "Delete notes", work.case))
    await until(lambda: view.editor is None)
    assert view.pane.empty.isVisible()
    QTest.mouseClick(view.pane.empty.button, LEFT)
    assert view.editor is not None
    QTest.keyClicks(view.editor.text, "Again")
    await until(lambda: view.model.rowCount() == 1)


async def test_a_library_open_to_read_only_lets_notes_be_read(notes_view, work, reader_desk, shown):
    await notes_view()
    view = await shown(NotesView, await reader_desk(work.case))
    assert view.editor.text.isReadOnly()
    assert not view.new.isEnabled()
    assert not view.delete.isVisible()


def chosen_in(menu, words):
    """Take a line of a menu or of one inside it."""
    for action in menu.actions():
        if action.text() == words:
            action.trigger()
            return True
        if action.menu() and chosen_in(action.menu(), words):
            return True
    return False


async def test_a_note_is_kept_private_and_marked_in_its_head(notes_view, work):
    view = await notes_view()
    button = view.marks.button
    assert button.text() == "Marked as the case"
    assert chosen_in(button.menu(), "Private: never printed")
    await until(lambda: button.text() == "Private")
    assert (await kept(view, work.ids[1])).is_private
    assert chosen_in(button.menu(), "TLP:RED")
    await until(lambda: button.text() == "Private · TLP:RED")
    await until(lambda: view.model.index(0, 0).data(WORDS).endswith("private · TLP:RED"))
    assert "Private · TLP:RED" in button.accessibleName()
    QTest.mouseClick(view.new, LEFT)
    assert not view.marks.isVisible()  # there is nothing to mark yet


async def test_a_note_that_is_begun_is_not_left_for_one_that_comes_late(
    notes_view, work, monkeypatch
):
    view = await notes_view()
    late = LateRead(monkeypatch, notes.rows)
    view.show_row(work.ids[0])
    await late.come()
    QTest.mouseClick(view.new, LEFT)
    begun = view.editor
    await late.answer()
    assert view.editor is begun
    assert begun.text.hasFocus()


async def test_what_comes_late_is_not_shown_where_no_note_is_left(notes_view, work, monkeypatch):
    view = await notes_view()
    late = LateRead(monkeypatch, notes.rows)
    view.show_row(work.ids[0])
    await late.come()
    QTest.keyClicks(view.pane.filter, "zeppelin")
    await until(lambda: view.editor is None)
    await late.answer()
    assert view.editor is None
