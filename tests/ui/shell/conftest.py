"""A window with a library open in it, as the program puts them together."""

from contextlib import asynccontextmanager
from dataclasses import dataclass, field

import pytest
from PySide6.QtGui import QPixmapCache

from caseboard.capture import tasks
from caseboard.capture.reading import Reading
from caseboard.commands.suggesting import Choices, Suggesting
from caseboard.commands.taking_in import TakingIn
from caseboard.runtime.jobs import Jobs
from caseboard.runtime.settings import SettingsFile
from caseboard.store import cases
from caseboard.ui.deeds import Deeds
from caseboard.ui.desk import CaseDesk, Desk
from caseboard.ui.lib.theme import Theme
from caseboard.ui.session import Session
from caseboard.ui.window import MainWindow
from caseworker import Casework


@dataclass
class TextWorker:
    """Reads anything as text, from memory and at once."""

    read_so_far: list = field(default_factory=list)

    def read(self, _kind, media_type, data, **_more):
        self.read_so_far.append(media_type)
        return Reading(text=data.decode(errors="replace")[:1000])

    def do(self, task, data, options=None, _limits=None):
        return tasks.TASKS[task](data, options or {})

    def close(self):
        pass


@pytest.fixture
def theme(qapp):
    theme = Theme(qapp)
    theme.choose("light")
    yield theme
    theme.deleteLater()


@pytest.fixture
def settings(tmp_path):
    return SettingsFile(tmp_path / "settings.json")


@pytest.fixture
def worker():
    return TextWorker()


@pytest.fixture
def desk(library, history, theme, settings, worker):
    jobs = Jobs()
    taking_in = TakingIn(library, history, worker, jobs)
    desk = Desk(
        library,
        history,
        taking_in,
        jobs,
        settings,
        theme,
        worker,
        Suggesting(library, history, jobs, lambda: Choices(is_on=False)),
    )
    yield desk
    desk.symbols.close()


@pytest.fixture
def work(library, history):
    return Casework(library, history)


@pytest.fixture
def window(theme, settings):
    QPixmapCache.clear()
    window = MainWindow(theme, settings)
    window.resize(1440, 900)
    window.show()
    yield window
    window.let_go()
    window.deleteLater()


@pytest.fixture
def opened(window, desk):
    """A context: the library open in the window, with every action connected."""

    @asynccontextmanager
    async def opened(case_id=""):
        session = Session(window, desk)
        session.deeds = Deeds(session)
        await session.begin(case_id)
        try:
            yield session
        finally:
            await session.close()

    return opened


@pytest.fixture
def case_desk(desk, library):
    """The desk of one case, by its id."""
    return lambda case_id: CaseDesk(desk, library.database.read_now(cases.by_id, case_id))
