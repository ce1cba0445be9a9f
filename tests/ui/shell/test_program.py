"""Opening a library when it cannot be had, closing it when all is written."""

import asyncio
import sys

import pytest
from PySide6.QtWidgets import QApplication

from caseboard.errors import CaseError
from caseboard.store.library import Library
from caseboard.store.lock import LibraryBusy
from caseboard.ui import program as programs
from caseboard.ui.crash import BugCatcher
from caseboard.ui.program import ANOTHER, Program, TroubleDialog
from support import until


@pytest.fixture
def program(window, settings, tmp_path, monkeypatch):
    """The program, with a log of its own and the hooks of the test run put back."""
    monkeypatch.setattr(programs.paths, "state_folder", lambda: tmp_path / "state")
    hook = sys.excepthook
    yield lambda: Program(window, settings)
    sys.excepthook = hook


def dialog():
    return QApplication.activeModalWidget()


async def test_closing_the_window_ends_the_program_and_lets_the_library_go(
    program, window, tmp_path
):
    folder = tmp_path / "mine"
    running = asyncio.ensure_future(program().run(folder))
    await until(lambda: window.status.saved.text() == "● Saved")
    window.close()
    await running
    assert not window.isVisible()
    Library.open(folder, "another").close()  # raises if it were still held


async def test_a_library_in_use_names_its_holder_and_offers_to_read_only(program, window, library):
    running = asyncio.ensure_future(program().run(library.folder))
    await until(dialog)
    assert "in use" in dialog().text.text()
    assert "process" in dialog().text.text()
    dialog().read_only.click()
    await until(lambda: window.status.saved.text() == "○ Open to read only")
    window.close()
    await running


async def test_a_damaged_library_is_said_in_words_and_can_be_left(program, tmp_path):
    folder = tmp_path / "broken"
    folder.mkdir()
    (folder / "library.sqlite").write_bytes(b"this is no database, not by any means" * 100)
    running = asyncio.ensure_future(program().run(folder))
    await until(dialog)
    assert not dialog().read_only.isVisible()
    assert "Nothing was changed" in dialog().detail.text()
    dialog().quit.click()
    await running
    assert (folder / "library.sqlite").read_bytes().startswith(b"this is no database")


async def test_another_library_takes_the_place_of_the_first(program, window, tmp_path):
    running_program = program()
    running = asyncio.ensure_future(running_program.run(tmp_path / "one"))
    await until(lambda: window.status.saved.text() == "● Saved")
    running_program._on_library_wanted(tmp_path / "two")
    await until(lambda: running_program._settings.settings.last_library.endswith("two"))
    Library.open(tmp_path / "one", "another").close()
    await until(lambda: window.status.saved.text() == "● Saved")
    window.close()
    await running


def test_only_a_busy_library_can_be_opened_to_read(qtbot):
    busy, broken = TroubleDialog(LibraryBusy("busy")), TroubleDialog(CaseError("broken"))
    for each in (busy, broken):
        qtbot.addWidget(each)
        each.show()
    assert busy.read_only.isVisible()
    assert not broken.read_only.isVisible()
    with qtbot.waitSignal(broken.finished) as told:
        broken.another.click()
    assert told.args == [ANOTHER]


def raised():
    try:
        int("no number")
    except ValueError as error:
        return type(error), error, error.__traceback__


def test_a_bug_is_told_once_with_the_log_at_hand(theme, tmp_path, caplog):
    assert not theme.tokens.dark  # there is a program to show a window in
    catcher = BugCatcher(tmp_path / "caseboard.log", lambda: None)
    catcher(*raised())
    first = catcher.dialog
    catcher(*raised())
    assert catcher.dialog is first
    assert "Your work is kept" in first.text.text()
    assert "ValueError" in first.trace.toPlainText()
    assert [record.levelname for record in caplog.records] == ["CRITICAL", "CRITICAL"]
    first.accept()
    assert catcher.dialog is None


def test_ctrl_c_is_no_bug(tmp_path):
    catcher = BugCatcher(tmp_path / "caseboard.log", lambda: None)
    catcher(KeyboardInterrupt, KeyboardInterrupt(), None)
    assert catcher.dialog is None
