"""A desk with a case on it, and a window to show widgets in."""

import pytest
from PySide6.QtWidgets import QWidget

from caseboard.capture.worker import Worker
from caseboard.commands.suggesting import Choices, Suggesting
from caseboard.commands.taking_in import TakingIn
from caseboard.runtime.jobs import Jobs
from caseboard.runtime.settings import SettingsFile
from caseboard.store import cases
from caseboard.ui.desk import CaseDesk, Desk
from caseboard.ui.lib.theme import Theme
from caseboard.ui.navigation import Navigator
from caseworker import Casework


@pytest.fixture(scope="session")
def theme(qapp):
    theme = Theme()
    theme.apply(qapp)
    theme.choose("light")
    return theme


@pytest.fixture
def work(library, history):
    return Casework(library, history)


@pytest.fixture
def desk(library, history, theme, tmp_path):
    worker = Worker()
    jobs = Jobs()
    taking_in = TakingIn(library, history, worker, jobs)
    settings = SettingsFile(tmp_path / "settings.json")
    return Desk(
        library,
        history,
        taking_in,
        jobs,
        settings,
        theme,
        worker,
        Suggesting(library, history, jobs, lambda: Choices(is_on=False)),
    )


@pytest.fixture
def open_case(desk, work):
    """Opens a case and hands back its desk."""

    async def open_case():
        case_id = await work.open()
        return CaseDesk(desk, await desk.read(cases.by_id, case_id))

    return open_case


@pytest.fixture
def navigator(qapp):  # noqa: ARG001  Qt comes first
    navigator = Navigator()
    navigator.seen = []
    navigator.opened.connect(lambda *place: navigator.seen.append(place))
    yield navigator
    navigator.deleteLater()


@pytest.fixture
def window(qtbot):
    """A window with room for popups."""
    window = QWidget()
    qtbot.addWidget(window)
    window.resize(900, 700)
    with qtbot.waitExposed(window):
        window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    return window
