"""The program's own window, off the screen, with a library open in it."""

import asyncio
import os
import time
from collections.abc import Callable, Coroutine
from pathlib import Path
from typing import Any, TypeVar

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
os.environ.setdefault("QT_API", "pyside6")  # before qasync looks for a binding

import qasync
from PySide6.QtCore import QEvent, QObject, SignalInstance
from PySide6.QtWidgets import QAbstractItemView, QApplication, QWidget
from typing_extensions import override

from caseboard.capture.worker import Worker
from caseboard.commands.history import History
from caseboard.commands.suggesting import Choices, Suggesting
from caseboard.commands.taking_in import TakingIn
from caseboard.model.ids import CaseId
from caseboard.runtime.jobs import Jobs
from caseboard.runtime.settings import SettingsFile
from caseboard.store.library import Library
from caseboard.ui.desk import Desk
from caseboard.ui.itemmodels.paged import Role
from caseboard.ui.lib import asyncui
from caseboard.ui.lib.collector import MainThreadCollector
from caseboard.ui.lib.theme import Theme
from caseboard.ui.session import Session
from caseboard.ui.views.clips import ClipsPane
from caseboard.ui.window import MainWindow

T = TypeVar("T")
PATIENCE = 60.0  # seconds


class Stage:
    """Opens a library as the program does; `close` takes everything away again."""

    def __init__(self, folder: Path, settings: Path, patience: float = PATIENCE) -> None:
        """`patience`: seconds that any one thing may take."""
        self._patience = patience
        self.app = QApplication.instance() or QApplication([])
        assert isinstance(self.app, QApplication)  # noqa: S101  no other kind is made here
        self.app.setQuitOnLastWindowClosed(False)
        self.loop = qasync.QEventLoop(self.app)
        asyncio.set_event_loop(self.loop)
        self.theme = Theme(self.app)
        self.theme.choose("light")
        self.theme.apply(self.app)
        self.library = Library.open(folder, "bench")
        kept = SettingsFile(settings / "settings.json")
        self.window = MainWindow(self.theme, kept)
        self.desk = self.run(self._make_desk(kept))
        self.session = Session(self.window, self.desk)
        self.window.show()
        self.window.activateWindow()  # what has no focus shows no hits
        self._collector = MainThreadCollector(self.window)

    @property
    def clips(self) -> ClipsPane:
        """The list of the case that is open."""
        assert self.session.case_view is not None  # noqa: S101  asked for with a case open
        return self.session.case_view.reading.clips

    def run(self, work: Coroutine[Any, Any, T]) -> T:
        """Let the loop turn until `work` is done, and hand back what it answers."""

        async def within() -> T:
            async with asyncio.timeout(self._patience):
                return await work

        # `run_until_complete` turns once more when asyncio no longer knows of any loop.
        task: asyncio.Task[T] = self.loop.create_task(within())
        task.add_done_callback(lambda _task: self.loop.stop())
        self.loop.run_forever()
        return task.result()

    def open_case(self, case_id: CaseId) -> float:
        """Open a case; seconds until the list stands painted."""
        return self.run(self._open_case(case_id))

    def close(self) -> None:
        """Close library, window and loop."""
        self.run(self._close())
        self.library.close()
        self.window.let_go()
        self.window.deleteLater()
        self.app.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
        self.loop.close()
        asyncio.set_event_loop(None)

    async def _make_desk(self, settings: SettingsFile) -> Desk:
        jobs, worker = Jobs(), Worker()
        history = History(self.library.database)
        taking_in = TakingIn(self.library, history, worker, jobs)
        return Desk(
            self.library,
            history,
            taking_in,
            jobs,
            settings,
            self.theme,
            worker,
            Suggesting(self.library, history, jobs, lambda: Choices(is_on=False)),
        )

    async def _open_case(self, case_id: CaseId) -> float:
        start = time.perf_counter()
        await self.session.begin(case_id)
        clips = self.clips
        await painted(clips.list, lambda: is_here(clips.list, 0))
        return time.perf_counter() - start

    async def _close(self) -> None:
        await self.session.close()
        await asyncui.finish()
        await asyncio.to_thread(self.desk.worker.close)


def is_here(view: QAbstractItemView, row: int) -> bool:
    """Whether a row of a list is there and has been read."""
    model = view.model()
    return row < model.rowCount() and model.index(row, 0).data(Role.ROW) is not None


async def painted(view: QAbstractItemView, claim: Callable[[], bool]) -> None:
    """Wait until the list has painted itself while `claim` held."""
    watch = _Watch(view.viewport(), claim)
    try:
        await watch.seen
    finally:
        view.viewport().removeEventFilter(watch)


async def heard(signal: SignalInstance, work: Callable[[], object]) -> None:
    """Do `work` and wait until that signal has been sent."""
    sent = asyncio.get_running_loop().create_future()

    def settle() -> None:
        if not sent.done():
            sent.set_result(None)

    signal.connect(settle)
    try:
        work()
        await sent
    finally:
        signal.disconnect(settle)


class _Watch(QObject):
    """Looks at each paint of a widget; `seen` is done after the first in which `claim` holds."""

    def __init__(self, widget: QWidget, claim: Callable[[], bool]) -> None:
        super().__init__(widget)
        self._claim = claim
        self._loop = asyncio.get_running_loop()
        self.seen = self._loop.create_future()
        widget.installEventFilter(self)
        widget.update()  # it may stand there already

    @override
    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.Paint and not self.seen.done() and self._claim():
            self._loop.call_soon(self._settle)  # the filter sees a paint before it is done
        return False

    def _settle(self) -> None:
        if not self.seen.done():
            self.seen.set_result(None)
