"""An open library in the window, worked on as a user would."""

import threading

import pytest
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QGuiApplication
from PySide6.QtWidgets import QApplication

from caseboard.commands.cases import NewCase
from caseboard.commands.editing import Edit
from caseboard.commands.gaps import AddGap, AnswerGap
from caseboard.commands.history import History
from caseboard.commands.suggesting import Choices, Suggesting
from caseboard.commands.taking_in import TakingIn
from caseboard.model.case import Case
from caseboard.model.terms import ClipState
from caseboard.runtime.jobs import Jobs
from caseboard.store import cases, clips
from caseboard.store.library import Library
from caseboard.ui.desk import Desk
from caseboard.ui.dropping import Payload
from caseboard.ui.navigation import Place
from caseboard.ui.session import Session
from recapturing import Recaptures
from support import settled, until

LEFT = Qt.MouseButton.LeftButton


def drag_onto(window, mime):
    held = (Qt.DropAction.CopyAction, mime, LEFT, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(window, QDragEnterEvent(QPoint(600, 400), *held))
    QApplication.sendEvent(window, QDropEvent(QPointF(600, 400), *held))


def words(text):
    mime = QMimeData()
    mime.setText(text)
    return mime


def files(*paths):
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
    return mime


def clip_ids(library, case_id):
    return library.database.read_now(clips.ids, case_id)


@pytest.fixture
def note(tmp_path):
    path = tmp_path / "ferry.txt"
    path.write_text("Artillery was heard near the ferry.")
    return path


async def test_a_library_begins_on_its_cases(opened, window, work):
    await work.open()
    async with opened() as session:
        await until(lambda: len(session.start_view.cases.rows) == 2)
        assert not window.rail.isVisible()
        assert window.top.new_case.isVisible()


async def test_it_begins_on_the_case_that_was_open_last(opened, window, work):
    await work.open("Rail strikes")
    async with opened(work.case) as session:
        assert session.case.title == "Rail strikes"
        assert window.rail.isVisible()
        assert window.top.case.text() == "Rail strikes"
        assert window.windowTitle() == "Rail strikes – Caseboard"


async def test_a_case_that_is_gone_leads_to_the_start(opened):
    async with opened("0190-not-there") as session:
        assert session.case is None
        assert session.start_view is not None


async def test_a_click_on_a_card_opens_the_case(opened, work, qtbot):
    await work.open()
    async with opened() as session:
        view = session.start_view
        await until(lambda: len(view.cases.rows) == 2)
        await settled()
        place = view.list.visualRect(view.cases.index(0, 0)).center()
        qtbot.mouseClick(view.list.viewport(), LEFT, pos=place)
        await until(lambda: session.case_id == work.case)


async def test_a_dropped_file_is_a_row_in_the_list(opened, window, work, note):
    await work.open()
    async with opened(work.case) as session:
        drag_onto(window, files(note))
        pane = session.case_view.reading.clips
        await until(lambda: pane.model.rowCount() == 1)
        await settled()
        row = pane.model.row(pane.model.index(0, 0))
        assert row.title == "ferry"
        assert window.rail.item("clip").count == 1
        assert window.status.message.text() == "Clipped 1 thing."


async def test_several_files_and_folders_come_in_one_drop(opened, window, work, library, tmp_path):
    await work.open()
    folder = tmp_path / "folder"
    folder.mkdir()
    for name in ("a.txt", "b.txt"):
        (folder / name).write_text(name)
    single = tmp_path / "c.txt"
    single.write_text("c")
    async with opened(work.case):
        drag_onto(window, files(folder, single))
        await until(lambda: len(clip_ids(library, work.case)) == 3)
        await settled()


async def test_pasting_takes_the_same_as_a_drop(opened, window, work, library):
    await work.open()
    async with opened(work.case):
        QGuiApplication.clipboard().setText("Two columns were seen at dusk.")
        window.actions_["paste"].trigger()
        await until(lambda: clip_ids(library, work.case))
        await settled()
        view = library.database.read_now(clips.view, clip_ids(library, work.case)[0])
        assert view.clip.text == "Two columns were seen at dusk."


async def test_a_drop_without_data_is_said_in_the_status_line(opened, window, work, library):
    await work.open()
    async with opened(work.case) as session:
        session.take(Payload())
        await until(window.status.message.text)
        assert window.status.message.text() == "There was nothing to keep in what was dropped."
        assert clip_ids(library, work.case) == []


async def test_an_empty_clipboard_is_said_in_the_status_line(opened, window, work):
    await work.open()
    async with opened(work.case):
        QGuiApplication.clipboard().clear()
        window.actions_["paste"].trigger()
        assert window.status.message.text() == "There is nothing on the clipboard."


async def test_a_duplicate_is_kept_and_said(opened, window, work, library, note):
    await work.open()
    async with opened(work.case):
        drag_onto(window, files(note))
        await until(lambda: len(clip_ids(library, work.case)) == 1)
        await settled()
        drag_onto(window, files(note))
        await until(window.banner.isVisible)
        assert len(clip_ids(library, work.case)) == 2
        assert window.banner.text.text() == "Same file as E001."
        await settled()


async def test_a_picture_of_a_page_that_comes_again_is_said_as_such(
    opened, window, library, history, note
):
    work = Recaptures(library, history)
    await work.open()
    await work.capture(pictures=[(note.read_bytes(), "")])
    async with opened(work.case):
        drag_onto(window, files(note))
        await until(window.banner.isVisible)
        assert window.banner.text.text() == "Same file as a picture in E001."
        await settled()


async def test_the_new_one_of_two_can_be_deleted_from_the_notice(
    opened, window, work, library, note
):
    await work.open()
    async with opened(work.case):
        for count in (1, 2):
            drag_onto(window, files(note))
            await until(lambda count=count: len(clip_ids(library, work.case)) == count)
            await settled()
        buttons = {b.text(): b for b in window.banner.findChildren(type(window.top.brief))}
        buttons["Delete the new one"].click()
        await until(lambda: len(clip_ids(library, work.case)) == 1)
        assert not window.banner.isVisible()
        await settled()


async def test_what_cannot_be_read_is_named_and_the_rest_comes_in(
    opened, window, work, library, note, tmp_path
):
    await work.open()
    async with opened(work.case):
        drag_onto(window, files(note, tmp_path / "gone.txt"))
        await until(window.banner.isVisible)
        assert "gone.txt" in window.banner.text.text()
        assert len(clip_ids(library, work.case)) == 1
        await settled()


async def test_a_drop_on_the_start_screen_starts_a_case(opened, window, library, note):
    async with opened() as session:
        await settled()
        assert session._drop_sentence("1 file") == "Start a new case from 1 file"
        drag_onto(window, files(note))
        await until(lambda: session.case is not None)
        await until(lambda: clip_ids(library, session.case_id))
        assert session.case.title == "ferry"
        await settled()


async def test_deleting_offers_undo_and_undo_names_what_it_took_back(opened, window, work, qtbot):
    await work.open()
    await work.clip()
    async with opened(work.case) as session:
        pane = session.case_view.reading.clips
        await until(lambda: pane.model.rowCount() == 1)
        await settled()
        qtbot.keyClick(pane.list, Qt.Key.Key_Delete)
        await until(window.status.offer.isVisible)
        assert window.status.message.text() == "Delete 1 clip. It is in the bin."
        qtbot.mouseClick(window.status.offer, LEFT)
        await until(lambda: pane.model.rowCount() == 1)
        await settled()
        assert window.status.message.text() == "Undone: Delete 1 clip"


async def test_undo_and_redo_by_key(opened, window, work, library, qtbot):
    await work.open()
    await work.clip()
    async with opened(work.case):
        await settled()
        window.activateWindow()
        await until(window.isActiveWindow)
        qtbot.keyClick(window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
        await until(lambda: not clip_ids(library, work.case))
        await settled()
        control_shift = Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier
        qtbot.keyClick(window, Qt.Key.Key_Z, control_shift)
        await until(lambda: clip_ids(library, work.case))
        await settled()


async def test_with_nothing_to_undo_it_says_so(opened, window):
    async with opened():
        window.actions_["undo"].trigger()
        await until(window.status.message.text)
        assert window.status.message.text() == "There is nothing to undo."
        await settled()


async def test_back_returns_to_the_clip_one_came_from(opened, window, work):
    await work.open()
    first = await work.clip(data=b"1", title="First")
    second = await work.clip(data=b"2", title="Second")
    async with opened(work.case) as session:
        reading = session.case_view.reading
        await settled()
        session.navigator.open_clip(first)
        await until(lambda: reading.page.clip_id == first)
        session.navigator.open(Place("change_set"))
        assert window.rail.current == "change_set"
        window.actions_["back"].trigger()
        assert window.rail.current == "clip"
        assert reading.clips.current_id == first
        window.actions_["back"].trigger()
        await until(lambda: reading.page.clip_id == second)
        await settled()


async def test_a_gap_that_is_answered_is_counted_no_longer(opened, window, work):
    await work.open()
    async with opened(work.case):
        gap_id = await work.history.run(AddGap(work.case, "Who filmed it?"))
        await until(lambda: window.rail.item("gap").count == 1)
        await work.history.run(AnswerGap(work.case, gap_id, "A local channel"))
        await until(lambda: window.rail.item("gap").count == 0)
        await settled()


async def test_the_counts_follow_the_work(opened, window, work):
    await work.open()
    async with opened(work.case):
        await settled()
        clip_id = await work.clip()
        await work.tag(clip_id)
        await work.claim(clip_id)
        await until(lambda: window.rail.item("claim").count == 1)
        await settled()
        assert window.status.counts.text() == "1 clip · 1 location · 0 units · 1 claim"


async def test_a_library_open_to_read_only_takes_and_changes_nothing(
    window, theme, settings, worker, library, work
):
    await work.open()
    reading = Library.open(library.folder, "reader", read_only=True)
    jobs = Jobs()
    history = History(reading.database)
    taking_in = TakingIn(reading, history, worker, jobs)
    other = Desk(
        reading,
        history,
        taking_in,
        jobs,
        settings,
        theme,
        worker,
        Suggesting(reading, history, jobs, lambda: Choices(is_on=False)),
    )
    session = Session(window, other)
    await session.begin("")
    await settled()
    assert not window.drops.is_open
    assert window.status.saved.text() == "○ Open to read only"
    assert "read only" in session.start_view.about.text()
    session.palette.discard()
    session.deleteLater()
    window.show_waiting()
    await settled()
    reading.close()


async def test_other_cases_are_in_the_menu_of_the_name(opened, work, history, library):
    await work.open("First & last")
    other = await history.run(NewCase("Second"))
    async with opened(work.case) as session:
        await settled()
        found = [card.case for card in library.database.read_now(cases.cards)]
        menu = session.deeds.case_menu(found)
        titles = [action.text() for action in menu.actions()]
        assert titles[0] == "Second"
        assert "All cases" in titles
        menu.actions()[0].trigger()
        await until(lambda: session.case_id == other)
        await settled()
        menu.deleteLater()


async def test_the_name_in_the_bar_follows_the_case(opened, window, work, history):
    await work.open("Before")
    async with opened(work.case):
        await settled()
        await history.run(Edit(Case, work.case, {"title": "After"}, "Edit case", work.case))
        await until(lambda: window.top.case.text() == "After")
        await settled()


async def test_a_note_about_a_slow_write_appears_only_when_it_is_slow(opened, window, work):
    await work.open()
    async with opened(work.case) as session:
        await settled()
        session._on_pending(1)
        assert window.status.saved.text() == "● Saved"
        await until(lambda: window.status.saved.text() == "○ Saving…")
        session._on_pending(0)
        assert window.status.saved.text() == "● Saved"


async def test_a_reading_that_is_cancelled_says_so_and_can_be_done_again(
    opened, window, work, library, note, worker, desk
):
    await work.open()
    go = threading.Event()
    read = worker.read
    worker.read = lambda *args, **more: go.wait(10) and read(*args, **more)
    async with opened(work.case) as session:
        drag_onto(window, files(note))
        pane = session.case_view.reading.clips
        await until(lambda: desk.jobs.running and pane.model.rowCount())
        desk.jobs.running[0].cancel()
        await until(lambda: stopped(library, work.case))
        go.set()
        await settled()
        clip_id = pane.model.ids[0]
        menu = pane.menu([clip_id])
        again = next(action for action in menu.actions() if action.text() == "Fetch or read again")
        assert again.isEnabled()
        again.trigger()
        await until(lambda: not stopped(library, work.case))
        await settled()
        assert pane.model.row(pane.model.index(0, 0)).state is ClipState.READY
        menu.deleteLater()


def stopped(library, case_id):
    view = library.database.read_now(clips.view, clip_ids(library, case_id)[0])
    return view.clip.state is ClipState.UNREAD and "stopped" in view.clip.problem


async def test_a_link_is_shown_whole_before_it_is_opened(opened, work):
    await work.open()
    await work.clip()
    async with opened(work.case) as session:
        await settled()
        session.case_view.reading.page.reader.link_clicked.emit("https://example.org/a?b=c")
        await until(QApplication.activeModalWidget)
        dialog = QApplication.activeModalWidget()
        assert dialog.detail.text() == "https://example.org/a?b=c"
        dialog.cancel.click()
        await settled()


async def test_verifying_names_a_file_that_was_changed_behind_our_back(
    opened, window, work, library
):
    await work.open()
    clip_id = await work.clip()
    async with opened(work.case) as session:
        await settled()
        session.deeds.verify_clips([clip_id])
        await until(lambda: window.status.message.text() == "Every file is as it was stored.")
        file = library.database.read_now(clips.view, clip_id).files[0]
        library.files.path(file.sha256).write_bytes(b"changed")
        window.actions_["verify"].trigger()
        await until(window.banner.isVisible)
        assert "E001" in window.banner.text.text()
        assert window.status.integrity.property("tone") == "bad"
        await settled()


async def test_a_sound_library_is_said_to_be_verified_with_the_hour(opened, window, work):
    await work.open()
    async with opened() as session:
        await settled()
        window.actions_["verify"].trigger()
        await until(lambda: window.status.integrity.text().startswith("Integrity verified"))
        assert session.start_view.about.text().endswith("UTC")
        await settled()
