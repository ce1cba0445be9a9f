import pytest
from casework_edits import Broken
from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication

from caseboard.errors import CaseError
from caseboard.store import clips
from caseboard.ui.forms.autosave import Autosave
from caseboard.ui.forms.tag_popup import TagPopup
from caseboard.ui.reader.page import MarkKind, TextSelection
from caseworker import TEXT
from support import settled, until


@pytest.fixture
def popup(window, open_case, navigator, work):
    async def popup(selection=None):
        desk = await open_case()
        popup = TagPopup(desk, navigator, window)
        popup.desk = desk
        popup.clip_id = await work.clip()
        view = await desk.read(clips.view, popup.clip_id)
        near = QRect(window.mapToGlobal(QPoint(100, 100)), QSize(80, 20))
        popup.open_for(MarkKind.NOTE, view.clip, selection, near)
        return popup

    return popup


async def notes_of(popup):
    return (await popup.desk.read(clips.view, popup.clip_id)).notes


async def test_a_note_on_a_passage_keeps_its_place(popup):
    start = TEXT.index("Two columns")
    shown = await popup(TextSelection(start, start + 11, "Two columns"))
    assert shown.note.isVisible()
    assert shown.note.quote.text() == "“Two columns”"
    QTest.keyClicks(QApplication.focusWidget(), "Really")
    QTest.keyClick(
        QApplication.focusWidget(), Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier
    )
    assert not shown.note.isVisible()
    await settled()
    view = await shown.desk.read(clips.view, shown.clip_id)
    assert [note.text for note in view.notes] == ["Really"]
    assert view.anchors[0].id == view.notes[0].anchor_id
    assert view.anchors[0].exact == "Two columns"


async def test_escape_keeps_what_was_typed(popup):
    shown = await popup()
    QTest.keyClicks(QApplication.focusWidget(), "A thought")
    QTest.keyClick(QApplication.focusWidget(), Qt.Key.Key_Escape)
    await settled()
    assert [note.text for note in await notes_of(shown)] == ["A thought"]


async def test_two_brackets_offer_what_can_be_linked_to(popup):
    shown = await popup()
    editor = shown.note.editor.text
    QTest.keyClicks(editor, "See [[")
    await until(editor.offered.isVisible)
    QTest.keyClicks(editor.offered, "e0")
    QTest.keyClick(editor.offered, Qt.Key.Key_Return)
    assert editor.toPlainText() == "See [[E001]]"
    await shown.note.editor.keep()


async def test_a_link_leads_to_what_it_names(popup, navigator):
    shown = await popup()
    editor = shown.note.editor.text
    editor.setPlainText("See [[E001]]")
    cursor = editor.textCursor()
    cursor.setPosition(6)
    assert editor.link_at(cursor) == "E001"
    place = editor.cursorRect(cursor).center()
    QTest.mouseClick(
        editor.viewport(),
        Qt.MouseButton.LeftButton,
        Qt.KeyboardModifier.ControlModifier,
        place,
    )
    await until(lambda: navigator.seen)
    assert navigator.seen == [("clip", shown.clip_id, None)]
    await shown.note.editor.keep()


async def test_what_cannot_be_written_is_told_and_written_as_soon_as_it_can(history, window):
    broken = Broken()
    autosave = Autosave(history, lambda: broken, window)
    told = []
    autosave.failed.connect(told.append)
    autosave.touch()
    autosave.flush()
    await settled()
    assert isinstance(told[0], CaseError)
    assert not autosave.is_saved
    broken.is_mended.append(True)
    autosave.flush()
    await settled()
    assert autosave.is_saved
