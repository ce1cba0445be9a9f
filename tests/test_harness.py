"""The harness forgives nothing: what it promises to catch, it catches."""

import pytest

from support import PROJECT

pytest_plugins = ["pytester"]

SETTINGS = f"""
[pytest]
qt_api = pyside6
qt_log_level_fail = WARNING
filterwarnings = error
markers = seconds
pythonpath = {PROJECT / "desktop"} {PROJECT / "tests"}
"""

FAULTS = {
    "a task left behind": """
        import asyncio, pytest
        @pytest.mark.seconds(0.2)
        async def test_it():
            asyncio.create_task(asyncio.sleep(60))
    """,
    "an exception nobody awaited": """
        import asyncio
        async def test_it():
            async def fail():
                raise ZeroDivisionError
            asyncio.create_task(fail())
            await asyncio.sleep(0)
    """,
    "a warning": """
        import warnings
        async def test_it():
            warnings.warn("look out")
    """,
    "a Qt warning": """
        from PySide6.QtCore import qWarning
        def test_it(qapp):
            qWarning("look out")
    """,
    "an exception in a slot": """
        from PySide6.QtCore import QTimer
        import asyncio
        async def test_it():
            QTimer.singleShot(0, lambda: 1 / 0)
            await asyncio.sleep(0.05)
    """,
    "a plain failure of a coroutine": """
        async def test_it():
            assert False
    """,
}


@pytest.fixture
def run(pytester):
    """Runs one test file under our own conftest, in a process of its own."""
    pytester.makeini(SETTINGS)
    pytester.makeconftest((PROJECT / "tests" / "conftest.py").read_text("utf-8"))
    pytester.makepyfile(support=(PROJECT / "tests" / "support.py").read_text("utf-8"))

    def run(text):
        pytester.makepyfile(test_it=text)
        return pytester.runpytest_subprocess("-p", "no:cacheprovider", "-p", "no:xvfb")

    return run


@pytest.mark.parametrize("fault", FAULTS)
def test_harness_catches(fault, run):
    outcome = run(FAULTS[fault]).parseoutcomes()
    assert outcome.get("failed", 0) + outcome.get("errors", 0) >= 1


def test_harness_passes_what_is_sound(run):
    sound = """
        import asyncio
        async def test_it(qtbot):
            task = asyncio.create_task(asyncio.sleep(0.01, "done"))
            assert await task == "done"
    """
    run(sound).assert_outcomes(passed=1)


def test_what_a_test_leaves_on_the_clipboard_does_not_end_the_process(run):
    copied = """
        from PySide6.QtCore import QMimeData
        from PySide6.QtGui import QGuiApplication
        def test_it(qapp):
            QGuiApplication.clipboard().setMimeData(QMimeData())
    """
    assert run(copied).ret == 0
