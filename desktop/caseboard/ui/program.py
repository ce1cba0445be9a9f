"""The program once it is painted: opens a library, hands its parts to the window, closes it."""

import asyncio
import getpass
import logging
import sys
from pathlib import Path
from typing import Any

from PySide6.QtCore import QObject, QTimer, Slot
from PySide6.QtWidgets import QPushButton, QWidget

from caseboard import paths
from caseboard.capture.worker import Worker
from caseboard.commands import outward
from caseboard.commands.history import History
from caseboard.commands.suggesting import Choices, Suggesting
from caseboard.commands.taking_in import TakingIn
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.runtime import logs
from caseboard.runtime.jobs import Jobs
from caseboard.runtime.settings import SettingsFile
from caseboard.store.library import Library
from caseboard.store.lock import LibraryBusy
from caseboard.ui.crash import BugCatcher
from caseboard.ui.deeds import Deeds
from caseboard.ui.desk import Desk
from caseboard.ui.jobs_strip import JobsStrip
from caseboard.ui.lib import asyncui
from caseboard.ui.lib.banner import Kind
from caseboard.ui.lib.collector import MainThreadCollector
from caseboard.ui.lib.files import choose_folder
from caseboard.ui.lib.messages import MessageDialog
from caseboard.ui.session import Session
from caseboard.ui.window import MainWindow

log = logging.getLogger(__name__)

QUIET = 1_500
"""Milliseconds after the start until what nobody waits for is done."""

READ_ONLY, ANOTHER = 2, 3
"""Answers of `TroubleDialog`; 0 is to quit."""


class Program(QObject):
    """Runs until the window is closed, one library after another."""

    def __init__(self, window: MainWindow, settings: SettingsFile) -> None:
        super().__init__(window)
        self._window = window
        self._settings = settings
        self._next: asyncio.Future[Path | None] | None = None
        MainThreadCollector(self)
        sys.excepthook = BugCatcher(logs.start(paths.state_folder()), lambda: window)
        asyncio.get_running_loop().set_exception_handler(_on_lost_task)
        window.wants_to_close.connect(self._on_wants_to_close)

    async def run(self, folder: Path | None, *, sample: bool = False) -> None:
        """Open a library, then what the user opens instead, until they close the window."""
        wanted: Path | None = folder or self._usual()
        if self._settings.notice:
            self._window.banner.show_notice(Kind.CARE, self._settings.notice)
        while wanted is not None:
            self._next = asyncio.get_running_loop().create_future()
            library = await self._open(wanted)
            if library is None:
                break
            wanted = await self._work_on(library, sample=sample)
            sample = False
        await asyncui.finish()
        self._window.let_go()

    async def _work_on(self, library: Library, *, sample: bool) -> Path | None:
        """Show a library until the user wants another, or (None) to quit."""
        desk = self._make_desk(library)
        session = Session(self._window, desk)
        deeds = Deeds(session)
        deeds.library_wanted.connect(self._on_library_wanted)
        strip = JobsStrip(self._window.theme, desk.jobs)
        self._window.status.add_jobs(strip)
        try:
            settings = self._settings.settings
            is_last = settings.last_library == str(library.folder)
            await session.begin(settings.last_case if is_last else "")
            if sample:
                session.open_sample()
            QTimer.singleShot(QUIET, deeds, deeds.verify_if_small)
            assert self._next is not None  # noqa: S101  # `run` made it
            return await self._next
        finally:
            await session.close()
            strip.deleteLater()
            await desk.suggesting.stop()
            await asyncio.to_thread(desk.worker.end)  # threads of what was stopped may still ask
            await asyncio.to_thread(desk.viewer.end)
            await asyncio.to_thread(desk.symbols.close)
            await asyncio.to_thread(library.close)

    def _make_desk(self, library: Library) -> Desk:
        jobs, worker = Jobs(), Worker()
        history = History(library.database)
        net = outward.net(worker, lambda: outward.choices(self._settings.settings))
        taking_in = TakingIn(library, history, worker, jobs, net)
        suggesting = Suggesting(library, history, jobs, self._how_to_suggest)
        theme = self._window.theme
        return Desk(library, history, taking_in, jobs, self._settings, theme, worker, suggesting)

    def _how_to_suggest(self) -> Choices:
        settings = self._settings.settings
        return Choices(settings.suggest, settings.spacy_model)

    async def _open(self, folder: Path) -> Library | None:
        """The library in `folder`, or the one chosen where that cannot be had; None to quit."""
        who = self._settings.settings.analyst or _user()
        is_read_only = False
        while True:
            try:
                library = await asyncio.to_thread(Library.open, folder, who, read_only=is_read_only)
            except CaseError as error:
                answer = await self._ask_about(error)
            else:
                self._remember(folder)
                return library
            if answer == ANOTHER:
                folder = await self._choose() or folder
            elif answer != READ_ONLY:
                return None
            is_read_only = answer == READ_ONLY

    async def _ask_about(self, error: CaseError) -> int:
        dialog = TroubleDialog(error, self._window)
        try:
            return await asyncui.ask(dialog)
        finally:
            dialog.deleteLater()

    def _usual(self) -> Path:
        """The library open last, if it is still there; else the one everybody has."""
        last = self._settings.settings.last_library
        return Path(last) if last and Path(last).exists() else paths.default_library()

    async def _choose(self) -> Path | None:
        return await choose_folder(self._window, _("Open the folder of a library"))

    def _remember(self, folder: Path) -> None:
        kept = self._settings.settings
        recent = (str(folder), *(each for each in kept.recent_libraries if each != str(folder)))
        last_case = kept.last_case if kept.last_library == str(folder) else ""
        self._settings.change(
            last_library=str(folder), recent_libraries=recent[:10], last_case=last_case
        )

    @Slot(object)
    def _on_library_wanted(self, folder: Path) -> None:
        self._settle(folder)

    @Slot()
    def _on_wants_to_close(self) -> None:
        self._settle(None)

    def _settle(self, answer: Path | None) -> None:
        if self._next is not None and not self._next.done():
            self._next.set_result(answer)


class TroubleDialog(MessageDialog):
    """A library could not be opened: says why, and offers what can be done instead."""

    def __init__(self, error: CaseError, parent: QWidget | None = None) -> None:
        super().__init__(str(error), error.hint, parent)
        self.quit = self._button(_("Quit"), 0)
        self.buttons.addStretch()
        self.another = self._button(_("Choose another…"), ANOTHER)
        self.read_only = self._button(_("Open to read only"), READ_ONLY)
        self.read_only.setVisible(isinstance(error, LibraryBusy))
        best = self.read_only if isinstance(error, LibraryBusy) else self.another
        best.setProperty("primary", True)
        best.setDefault(True)
        best.setFocus()

    def _button(self, text: str, answer: int) -> QPushButton:
        button = QPushButton(text, self)
        button.clicked.connect(lambda: self.done(answer))
        self.buttons.addWidget(button)
        return button


def _on_lost_task(_loop: asyncio.AbstractEventLoop, context: dict[str, Any]) -> None:
    error = context.get("exception")
    if isinstance(error, Exception):
        sys.excepthook(type(error), error, error.__traceback__)
    else:
        log.error("%s", context["message"])


def _user() -> str:
    try:
        return getpass.getuser()
    except (KeyError, OSError):  # a system without a user data base
        return _("unknown")
