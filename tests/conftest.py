"""Fixtures that every test may use, and how `async def` tests are run."""

import asyncio
import gc
import inspect
import os

import hypothesis
import pytest

os.environ.setdefault("QT_API", "pyside6")  # before qasync looks for a binding

import qasync
from PySide6.QtCore import QEvent
from PySide6.QtGui import QGuiApplication

from caseboard.commands.history import History
from caseboard.store.library import Library
from shaking import Shaken
from support import settled
from webserver import WebServer

SECONDS = 60.0

hypothesis.settings.register_profile("untimed", deadline=None)  # a busy machine is no fault
hypothesis.settings.load_profile("untimed")

YOUNG = 1
"""The generation that holds all a test has made: nothing grows old while collecting is off."""


def pytest_addoption(parser):
    parser.addoption(
        "--shake",
        type=int,
        metavar="SEED",
        help="answer every read and write of a library after an uneven while, as a busy disk would",
    )


@pytest.fixture(autouse=True)
def _shaken(request, monkeypatch):
    """With `--shake`, answers come late and not in the order they were asked for."""
    seed = request.config.getoption("--shake")
    if seed is not None:
        Shaken(f"{seed} {request.node.nodeid}").shake(monkeypatch)


@pytest.fixture(autouse=True)
def _garbage_dies_on_the_main_thread():
    """A widget in a reference cycle, collected on a worker thread, takes Qt down with it."""
    gc.disable()
    yield
    gc.collect(YOUNG)


def pytest_collection_finish():
    """What the imports have made lives for ever: collecting after each test need not walk it."""
    gc.collect()
    gc.freeze()


def pytest_sessionfinish():
    """A clipboard that holds what Python made would take the process down as it ends."""
    if isinstance(QGuiApplication.instance(), QGuiApplication):
        QGuiApplication.clipboard().clear()


@pytest.fixture
def loop(qapp):
    """A Qt event loop for asyncio; a test that leaves a task or an exception behind fails."""
    qapp.setQuitOnLastWindowClosed(False)
    loop = qasync.QEventLoop(qapp)
    asyncio.set_event_loop(loop)
    lost = []
    loop.set_exception_handler(lambda _loop, context: lost.append(context))
    yield loop
    left = [task for task in asyncio.all_tasks(loop) if not task.done()]
    for task in left:
        task.cancel()
    if left:
        loop.run_until_complete(asyncio.gather(*left, return_exceptions=True))
    gc.collect(YOUNG)  # a failed task nobody awaited speaks up only when it is collected
    qapp.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)  # closed, with timers running
    loop.close()
    asyncio.set_event_loop(None)
    assert not left, "the test left tasks behind"
    assert not lost, "an exception reached nobody"


@pytest.hookimpl(tryfirst=True)
def pytest_pyfunc_call(pyfuncitem):
    """Run `async def` tests on the `loop` fixture."""
    if not inspect.iscoroutinefunction(pyfuncitem.obj):
        return None
    names = pyfuncitem._fixtureinfo.argnames
    arguments = {name: pyfuncitem.funcargs[name] for name in names}
    limit = pyfuncitem.get_closest_marker("seconds")
    seconds = limit.args[0] if limit else SECONDS
    pyfuncitem.funcargs["loop"].run_until_complete(_within(seconds, pyfuncitem.obj, arguments))
    return True


async def _within(seconds, test, arguments):
    async with asyncio.timeout(seconds):
        await test(**arguments)
        await settled()
        await asyncio.sleep(0.02)  # what came last is painted, and a list may ask for its rows
        await settled()


def pytest_collection_modifyitems(items):
    for item in items:
        if inspect.iscoroutinefunction(getattr(item, "obj", None)) and (
            "loop" not in item.fixturenames
        ):
            item.fixturenames.insert(0, "loop")


@pytest.fixture
def library(tmp_path):
    """An empty library of our own."""
    library = Library.open(tmp_path / "library", "tester")
    yield library
    library.close()


@pytest.fixture
def history(library):
    """The history of that library."""
    return History(library.database)


@pytest.fixture
def web(tmp_path_factory):
    """A web server on this machine, started at the first address asked for; see `webserver`."""
    server = WebServer(tmp_path_factory.mktemp("web"))
    yield server
    server.close()
