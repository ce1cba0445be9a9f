"""A note one writes in, while the library answers late."""

import asyncio

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from caseboard.commands.history import History
from caseboard.commands.notes import WriteNote
from caseboard.model.columns import new_id
from caseboard.store import notes
from caseboard.ui.forms.note_editor import NoteEditor
from late_read import LateRead
from support import settled, until


@pytest.fixture
def editor(open_case, navigator, history, qtbot):
    """An editor of a note that says “One”."""

    async def editor():
        desk = await open_case()
        note_id = new_id()
        await history.run(WriteNote(desk.case_id, note_id, "One"))
        editor = NoteEditor(desk, navigator, await desk.read(notes.by_id, note_id))
        qtbot.addWidget(editor)
        editor.show()
        editor.desk = desk
        return editor

    return editor


def append(editor, words):
    editor.text.moveCursor(editor.text.textCursor().MoveOperation.End)
    QTest.keyClicks(editor.text, words)


async def test_of_two_undone_one_after_the_other_the_last_is_shown(editor, history, monkeypatch):
    shown = await editor()
    for words in (" two", " three"):
        append(shown, words)
        await shown.keep()
    late = LateRead(monkeypatch, notes.by_id)
    await history.undo(shown.desk.case_id)
    await late.come()
    await history.undo(shown.desk.case_id)
    await until(lambda: shown.text.toPlainText() == "One")
    await late.answer()
    assert shown.text.toPlainText() == "One"


async def test_what_is_taken_out_while_it_is_written_is_taken_out(editor, monkeypatch):
    shown = await editor()
    before = await shown.desk.read(notes.by_id, shown.note_id)
    may_write, record = asyncio.Event(), History.record

    async def late(history, command, **more):
        await may_write.wait()
        return await record(history, command, **more)

    monkeypatch.setattr(History, "record", late)
    append(shown, "!")
    shown.autosave.flush()
    shown.show_note(before)
    QTest.keyClick(shown.text, Qt.Key.Key_Backspace)
    may_write.set()
    await shown.keep()
    await settled()
    assert (await shown.desk.read(notes.by_id, shown.note_id)).text == "One"
    await until(lambda: shown.text.toPlainText() == "One")
