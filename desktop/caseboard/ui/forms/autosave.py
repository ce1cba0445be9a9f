"""Writes down what is typed without being asked: half a second after a key, and on leaving."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass

from PySide6.QtCore import QObject, QTimer, Signal, Slot
from shiboken6 import isValid

from caseboard.commands.history import Command, History
from caseboard.errors import CaseError
from caseboard.model.change import Change
from caseboard.model.terms import ChangeKind
from caseboard.ui.lib import asyncui
from caseboard.ui.listening import follow

PAUSE = 500  # milliseconds after the last key


@dataclass
class _Session:
    """One stretch of writing: all of it is taken back by one undo."""

    seq: int | None = None


class Autosave(QObject):
    """Runs `command` whenever `touch` has been called and the typing pauses.

    The first write of a session stands in the history by itself, those after it follow it. What
    could not be written stays to be written, and is told by `failed`.
    """

    saved = Signal()
    failed = Signal(object)
    """`CaseError`."""
    taken_back = Signal()
    """What was written here was undone or redone: what is shown is no longer what is kept."""

    def __init__(
        self, history: History, command: Callable[[], Command[object] | None], parent: QObject
    ) -> None:
        super().__init__(parent)
        self._history = history
        self._command = command
        self._session = _Session()
        self._is_dirty = False
        self._turn = asyncio.Lock()
        self._tasks: set[asyncio.Task[None]] = set()
        self._timer = QTimer(self, interval=PAUSE, singleShot=True)
        self._timer.timeout.connect(self.flush)
        follow(self, history.changed, self._on_changed)

    @property
    def is_saved(self) -> bool:
        """Whether everything typed is on disk."""
        return not self._is_dirty and not self._tasks

    @Slot()
    def touch(self) -> None:
        """Something was typed."""
        self._is_dirty = True
        self._timer.start()

    @Slot()
    def flush(self) -> None:
        """Write now what is not written yet."""
        self._timer.stop()
        if not self._is_dirty:
            return
        self._is_dirty = False
        command = self._command()
        if command is None:
            return
        task = asyncui.start(self, self._write(command, self._session), self._on_error)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    @Slot()
    def end(self) -> None:
        """Write now; what is typed after this is another thing to undo."""
        self.flush()
        self._session = _Session()

    async def keep(self) -> None:
        """Write now and wait until the disk has it."""
        self.end()
        while self._tasks:
            await asyncio.wait(set(self._tasks))

    async def _write(self, command: Command[object], session: _Session) -> None:
        async with self._turn:
            written = await self._history.record(command, follows=session.seq)
        if written.change is not None and session.seq is None:
            session.seq = written.change.seq
        if isValid(self):
            self.saved.emit()

    def _on_error(self, error: CaseError) -> None:
        self._is_dirty = True
        self.failed.emit(error)

    def _on_changed(self, change: Change) -> None:
        if change.kind in {ChangeKind.UNDO, ChangeKind.REDO, ChangeKind.REVERT}:
            self._session = _Session()
            self.taken_back.emit()
