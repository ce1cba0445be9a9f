"""Slots that await, and dialogs that are awaited."""

import asyncio
import gc
import warnings
import weakref

import pytest
from PySide6.QtCore import QObject, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QApplication, QDialog, QPushButton, QWidget
from shiboken6 import isValid

from caseboard.errors import CaseError
from caseboard.ui.lib import asyncui
from caseboard.ui.lib.asyncui import ask, async_slot, confirm, newest_slot
from caseboard.ui.lib.messages import ErrorDialog, QuestionDialog
from support import settled, until


class Button(QPushButton):
    def __init__(self, error):
        super().__init__()
        self._error = error
        self.clicked.connect(self._fail)

    @async_slot()
    async def _fail(self):
        error = self._error
        await asyncio.sleep(0.02)
        raise error


async def test_a_case_error_is_shown_over_its_window(qtbot):
    button = Button(CaseError("The <b>page</b> did not answer.", "Try again later."))
    qtbot.addWidget(button)
    button.click()
    box = await until(lambda: button.findChild(ErrorDialog))
    assert box.text.text() == "The <b>page</b> did not answer."
    assert box.text.textFormat() is Qt.TextFormat.PlainText
    assert box.detail.text() == "Try again later."
    assert box.isModal()
    box.accept()


async def test_the_details_of_an_error_can_be_copied(qtbot):
    error = CaseError("The page did not answer.", "Try again later.")
    error.__cause__ = TimeoutError("after 30 s")
    button = Button(error)
    qtbot.addWidget(button)
    button.click()
    box = await until(lambda: button.findChild(ErrorDialog))
    box.copy.click()
    copied = QGuiApplication.clipboard().text()
    assert "The page did not answer.\nTry again later." in copied
    assert "TimeoutError: after 30 s" in copied
    box.accept()


async def test_a_bug_reaches_the_excepthook(qtbot):
    button = Button(ZeroDivisionError("oops"))
    qtbot.addWidget(button)
    with qtbot.capture_exceptions() as caught:
        button.click()
        await until(lambda: caught)
    assert caught[0][0] is ZeroDivisionError
    assert not [w for w in QApplication.topLevelWidgets() if isinstance(w, QDialog)]


async def test_an_error_after_its_window_has_gone_is_logged(caplog):
    button = Button(CaseError("The page did not answer."))
    button.click()
    button.deleteLater()
    await until(lambda: not isValid(button))
    await settled()
    assert "after its window had gone" in caplog.text


class Latecomer(QPushButton):
    @async_slot()
    async def write(self):
        await asyncio.sleep(0.02)
        self.setText("late")


async def test_a_slot_whose_widget_has_gone_meanwhile_is_no_bug(qtbot, caplog):
    late = Latecomer()
    with qtbot.capture_exceptions() as caught:
        late.write()
        late.deleteLater()
        await until(lambda: not isValid(late))
        await settled()
    assert not caught
    assert "found its widget gone" in caplog.text


async def test_a_runtime_error_of_a_widget_that_is_there_is_a_bug(qtbot):
    button = Button(RuntimeError("oops"))
    qtbot.addWidget(button)
    with qtbot.capture_exceptions() as caught:
        button.click()
        await until(lambda: caught)
    assert caught[0][0] is RuntimeError


class Waiter(QPushButton):
    def __init__(self, woken):
        super().__init__()
        self._woken = woken
        self.clicked.connect(self._wait)

    @async_slot()
    async def _wait(self):
        answer = asyncio.get_running_loop().create_future()
        self.answer = weakref.ref(answer)
        self._woken.append(await answer)


async def test_a_waiting_slot_survives_garbage_collection(qtbot):
    woken = []
    button = Waiter(woken)
    qtbot.addWidget(button)
    button.click()
    await asyncio.sleep(0)
    gc.collect()
    button.answer().set_result("yes")
    await settled()
    assert woken == ["yes"]


async def test_work_that_is_cancelled_before_its_turn_is_dropped_without_a_word():
    async def work():
        await asyncio.sleep(0)

    task = asyncui.start(QObject(), work())
    task.cancel()
    await asyncio.wait([task])
    with warnings.catch_warnings(record=True) as told:
        warnings.simplefilter("always")
        del task
        gc.collect()
    assert not told


async def test_finish_ends_every_slot_that_waits(qtbot):
    woken = []
    button = Waiter(woken)
    qtbot.addWidget(button)
    button.click()
    await asyncio.sleep(0)
    await asyncui.finish()
    assert woken == []
    assert asyncio.all_tasks() == {asyncio.current_task()}


class Controller(QObject):
    """Has no window of its own but lives in one."""

    @async_slot(str)
    async def fail(self, text):
        raise CaseError(text)


async def test_an_error_of_a_controller_shows_over_the_window_it_lives_in(qtbot):
    window = QWidget()
    qtbot.addWidget(window)
    Controller(window).fail("The disk is full.")
    box = await until(lambda: window.findChild(ErrorDialog))
    assert box.text.text() == "The disk is full."
    box.reject()


async def test_a_dialog_is_awaited(qtbot):
    dialog = QDialog()
    qtbot.addWidget(dialog)
    answer = asyncio.create_task(ask(dialog))
    await until(dialog.isVisible)
    dialog.accept()
    assert await answer == QDialog.DialogCode.Accepted


async def test_a_dialog_whose_window_goes_counts_as_refused():
    window = QWidget()
    dialog = QDialog(window)
    answer = asyncio.create_task(ask(dialog))
    await until(dialog.isVisible)
    window.deleteLater()
    assert await answer == QDialog.DialogCode.Rejected


class Shown(QObject):
    def __init__(self):
        super().__init__()
        self.words = []
        self.answers = {}

    @newest_slot(str)
    async def show_words(self, asked):
        self.answers[asked] = asyncio.get_running_loop().create_future()
        self.words.append(await self.answers[asked])


async def test_an_answer_that_comes_after_a_newer_one_was_asked_for_is_not_shown():
    one, other = Shown(), Shown()
    one.show_words("old")
    other.show_words("of another")
    await asyncio.sleep(0)
    one.show_words("new")
    await asyncio.sleep(0)
    one.answers["new"].set_result("new")
    other.answers["of another"].set_result("of another")
    await settled()
    assert one.answers["old"].cancelled()
    assert (one.words, other.words) == (["new"], ["of another"])


@pytest.mark.parametrize(("button", "answer"), [("act", True), ("cancel", False)])
async def test_a_question_is_answered_by_its_buttons(qtbot, button, answer):
    window = QWidget()
    qtbot.addWidget(window)
    asked = asyncio.create_task(confirm(window, "Empty the bin?", "3 clips go.", "Empty the bin"))
    box = await until(lambda: window.findChild(QuestionDialog))
    assert box.cancel.isDefault()
    assert box.act.text() == "Empty the bin"
    getattr(box, button).click()
    assert await asked is answer
