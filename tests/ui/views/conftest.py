"""A desk with a case on it, and views shown as large as a window has room for them."""

from dataclasses import replace

import pytest

from caseboard.capture.worker import Worker
from caseboard.commands.claims import AddReport
from caseboard.commands.sources import Named
from caseboard.commands.suggesting import Choices, Suggesting
from caseboard.commands.taking_in import TakingIn
from caseboard.model.terms import SourceKind, Stance
from caseboard.runtime.events import Event
from caseboard.runtime.jobs import Jobs
from caseboard.runtime.settings import SettingsFile
from caseboard.store import cases, source_pages
from caseboard.store.library import Library
from caseboard.ui.desk import CaseDesk, Desk
from caseboard.ui.lib.theme import Theme
from caseboard.ui.navigation import Navigator
from caseboard.ui.views.sources import SourcesView
from caseworker import Casework
from support import settled, until


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
def make_press():
    """What prints briefings: nothing, unless a test wants pages."""
    return IdlePress


class IdlePress:
    """Answers that something newer was asked for, always."""

    def __init__(self, _folder):
        pass

    async def render(self, _briefing, _ceiling=None):
        return None

    async def findings(self, _briefing):
        return None

    async def left_out(self, _briefing, _ceiling):
        return None

    def close(self):
        pass


@pytest.fixture
def make_desk(theme, tmp_path, make_press):
    """Makes a desk for a library that is open."""
    made = []

    def make_desk(library, history):
        worker, jobs = Worker(), Jobs()
        settings = SettingsFile(tmp_path / "settings.json")
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
            make_press=make_press,
        )
        made.append(desk)
        return desk

    yield make_desk
    for desk in made:
        desk.symbols.close()


@pytest.fixture
def desk(make_desk, library, history):
    return make_desk(library, history)


@pytest.fixture
def case_desk(desk):
    """The desk of one case, by its id."""

    async def case_desk(case_id):
        return CaseDesk(desk, await desk.read(cases.by_id, case_id))

    return case_desk


@pytest.fixture
def reader_desk(make_desk, tmp_path):
    """The same library opened by someone who may only read it, and a case of it."""
    opened = []

    async def reader_desk(case_id):
        library = Library.open(tmp_path / "library", "reader", read_only=True)
        opened.append(library)
        made = make_desk(library, history=FrozenHistory())
        return CaseDesk(made, await made.read(cases.by_id, case_id))

    yield reader_desk
    for library in opened:
        library.close()


class FrozenHistory:
    """Nothing happens in it."""

    def __init__(self):
        self.changed = Event()
        self.pending = Event()


@pytest.fixture
def navigator(qapp):  # noqa: ARG001  Qt comes first
    navigator = Navigator()
    navigator.seen = []
    navigator.opened.connect(lambda *place: navigator.seen.append(place))
    yield navigator
    navigator.deleteLater()


@pytest.fixture
def shown(qtbot, navigator):
    """Makes a view of a case, shows it and waits until it has read itself."""

    async def shown(make, desk):
        view = make(desk, navigator)
        qtbot.addWidget(view)
        view.resize(1260, 820)
        view.show()
        view.activateWindow()
        await until(view.isActiveWindow)
        view.said = []
        if hasattr(view, "told"):
            view.told.connect(view.said.append)
        await settled()
        if hasattr(view, "model"):
            counted = getattr(view, "pane", view)  # a view without a list counts by itself
            await until(lambda: counted.count.text() == f"{view.model.rowCount()}")
        return view

    return shown


@pytest.fixture
def sources(shown, case_desk, work):
    """The staff says two things through Ukrinform; DeepState supports one, contradicts one."""

    async def sources():
        await work.open()
        work.clip_id = await work.clip()
        work.claims = [
            await work.claim(work.clip_id),
            await work.claim(work.clip_id, "Two columns got in", "columns"),
        ]
        stances = (Stance.CONTRADICTS, Stance.SUPPORTS)
        for claim, stance in zip(work.claims, stances, strict=True):
            draft = replace(
                work.report(work.clip_id, relays=(), exact="the map said"),
                claimant=Named("DeepState", SourceKind.MONITOR),
                stance=stance,
                said_when="2024-11-13",
            )
            await work.history.run(AddReport(work.case, claim, draft))
        lines = work.read(source_pages.lines, work.case)
        work.ids = {line.source.name: line.id for line in lines}
        view = await shown(SourcesView, await case_desk(work.case))
        await until(lambda: view.facts.history.entries)
        return view

    return sources
