"""Coroutines and Qt: slots that await, and dialogs that can be awaited."""

import asyncio
import functools
import logging
import sys
from collections.abc import Callable, Coroutine
from typing import Any, Concatenate, ParamSpec, TypeVar, cast
from weakref import WeakKeyDictionary

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from shiboken6 import isValid

from caseboard.errors import CaseError
from caseboard.ui.lib.messages import ErrorDialog, QuestionDialog

P = ParamSpec("P")
W = TypeVar("W", bound=QObject)
CoroMethod = Callable[Concatenate[W, P], Coroutine[Any, Any, None]]

log = logging.getLogger(__name__)

_running: set[asyncio.Task[None]] = set()  # the loop itself holds tasks only weakly


def async_slot(*types: type) -> Callable[[CoroMethod[W, P]], Callable[Concatenate[W, P], None]]:
    """Let a coroutine method be a slot, and show its `CaseError` over its own window.

    Any other exception is a bug and goes to `sys.excepthook`. The task is kept until it is done,
    which `qasync.asyncSlot` up to 0.28 does not do.
    """

    def decorate(method: CoroMethod[W, P]) -> Callable[Concatenate[W, P], None]:
        @functools.wraps(method)
        def slot(self: W, *args: P.args, **kwargs: P.kwargs) -> None:
            start(self, method(self, *args, **kwargs))

        return cast("Callable[Concatenate[W, P], None]", Slot(*types)(slot))

    return decorate


def newest_slot(*types: type) -> Callable[[CoroMethod[W, P]], Callable[Concatenate[W, P], None]]:
    """As `async_slot`, for what only shows: a call ends the one before it on the same object.

    Answers of several readers need not come in the order they were asked for, and the older must
    never be shown over the newer. Nothing that writes may be such a slot: it would end half done.
    """

    def decorate(method: CoroMethod[W, P]) -> Callable[Concatenate[W, P], None]:
        newest: WeakKeyDictionary[W, asyncio.Task[None]] = WeakKeyDictionary()

        @functools.wraps(method)
        def slot(self: W, *args: P.args, **kwargs: P.kwargs) -> None:
            before = newest.get(self)
            if before is not None:
                before.cancel()
            newest[self] = start(self, method(self, *args, **kwargs))

        return cast("Callable[Concatenate[W, P], None]", Slot(*types)(slot))

    return decorate


def start(
    owner: QObject,
    work: Coroutine[Any, Any, None],
    on_error: Callable[[CaseError], None] | None = None,
) -> asyncio.Task[None]:
    """Run `work` for `owner`; its `CaseError` goes to `on_error`, or over the owner's window."""
    task = asyncio.ensure_future(_guarded(owner, work, on_error))
    _running.add(task)
    task.add_done_callback(_running.discard)
    task.add_done_callback(lambda _done: work.close())  # cancelled before its turn, it never began
    return task


async def finish() -> None:
    """Cancel every slot still waiting and see it end; the last thing before the loop closes."""
    tasks = _running - {asyncio.current_task()}
    for task in tasks:
        task.cancel()
    await asyncio.gather(*tasks, return_exceptions=True)


async def _guarded(
    owner: QObject,
    work: Coroutine[Any, Any, None],
    on_error: Callable[[CaseError], None] | None,
) -> None:
    try:
        await work
    except CaseError as error:
        if not isValid(owner):
            log.warning("an error came after its window had gone", exc_info=error)
        elif on_error is not None:
            on_error(error)
        else:
            await show_error(_window_of(owner), error)
    except Exception as error:  # here is where bugs end
        if isinstance(error, RuntimeError) and not isValid(owner):  # Qt's word for: it is gone
            log.warning("a slot found its widget gone when it went on", exc_info=error)
        else:
            sys.excepthook(*sys.exc_info())


async def ask(dialog: QDialog) -> int:
    """Show `dialog` over its window and wait for its result; 0 if its window goes meanwhile.

    `dialog.exec()` must not be called from a coroutine: its inner event loop would step into
    other tasks while this one runs, and those tasks would never wake again.
    """
    answer: asyncio.Future[int] = asyncio.get_running_loop().create_future()

    def settle(result: int) -> None:
        if not answer.done():
            answer.set_result(result)

    dialog.finished.connect(settle)
    dialog.destroyed.connect(lambda: settle(0))
    dialog.open()
    return await answer


async def show_error(parent: QWidget | None, error: CaseError) -> None:
    """Tell the user what went wrong, what may help, and let the details be copied."""
    await _ask_and_forget(ErrorDialog(error, parent))


async def confirm(parent: QWidget | None, question: str, detail: str, action: str) -> bool:
    """Ask before what undo cannot take back; `action` is the word on the button that does it."""
    return bool(await _ask_and_forget(QuestionDialog(question, detail, action, parent)))


async def _ask_and_forget(dialog: QDialog) -> int:
    try:
        return await ask(dialog)
    finally:
        if isValid(dialog):
            dialog.deleteLater()


def _window_of(owner: QObject) -> QWidget | None:
    parent: QObject | None = owner
    while parent is not None and not isinstance(parent, QWidget):
        parent = parent.parent()
    return parent or QApplication.activeWindow()
