"""`dev.py test`: everything that must hold, offscreen and in a real window."""

import contextlib
import sys
import tempfile
from collections.abc import Iterator

from devtools import system, venv
from devtools.display import private_display
from devtools.places import PYTHON, Stopped, environment
from devtools.stages import Stages

MINUTES = 85
SOURCES = ["desktop", "tests", "packaging"]
NO_TEST_CHOSEN = {5: "no test chosen"}
WINDOW_STAGE = "tests in a real window"


def test(pytest_arguments: list[str]) -> int:
    """Run every stage, also after a failure; 0 if all went well."""
    if not (system.can_render() and venv.rendering()):
        print("Qt WebEngine is not here: the tests that render pages will be skipped.")
    stages = Stages(MINUTES)
    python = str(PYTHON)
    with _own_folders() as folders:
        plain = environment(**folders)
        stages.run("format", [python, "-m", "ruff", "format", "--check", *SOURCES], plain)
        stages.run("lint", [python, "-m", "ruff", "check", *SOURCES], plain)
        stages.run("types", [python, "-m", "mypy"], plain)
        stages.run("dependencies", [python, "-m", "deptry", "desktop"], plain)
        _tests(stages, pytest_arguments, folders)
        _window_tests(stages, pytest_arguments, folders)
    return stages.end()


def _tests(stages: Stages, arguments: list[str], folders: dict[str, str]) -> None:
    offscreen = environment(QT_QPA_PLATFORM="offscreen", **folders)
    for display in ("DISPLAY", "WAYLAND_DISPLAY"):
        offscreen.pop(display, None)
    command = _pytest("not window", arguments)
    stages.run("tests", command, offscreen, also_fine=NO_TEST_CHOSEN if arguments else None)


def _window_tests(stages: Stages, arguments: list[str], folders: dict[str, str]) -> None:
    if not sys.platform.startswith("linux"):
        print("\nTests in a real window need Xvfb, and run on Linux only.")
        return
    try:
        system.test_tools()
        with private_display() as display:
            on_screen = environment(QT_QPA_PLATFORM="xcb", DISPLAY=display, **folders)
            on_screen.pop("WAYLAND_DISPLAY", None)
            command = _pytest("window", arguments)
            fine = NO_TEST_CHOSEN if arguments else None
            stages.run(WINDOW_STAGE, command, on_screen, also_fine=fine)
    except Stopped as stopped:
        stages.failed(WINDOW_STAGE, str(stopped))


def _pytest(marked: str, arguments: list[str]) -> list[str]:
    # pytest-xvfb, where someone has it, would put a display of its own under either run
    return [str(PYTHON), "-m", "pytest", "-p", "no:xvfb", "-q", "-m", marked, *arguments]


@contextlib.contextmanager
def _own_folders() -> Iterator[dict[str, str]]:
    """Folders for data, settings and sockets, so that no test meets those of the user."""
    kinds = ["DATA_HOME", "CONFIG_HOME", "CACHE_HOME", "STATE_HOME", "RUNTIME_DIR"]
    with tempfile.TemporaryDirectory(prefix="caseboard-") as folder:
        yield {f"XDG_{kind}": _made(folder, kind.lower()) for kind in kinds}


def _made(folder: str, name: str) -> str:
    return tempfile.mkdtemp(prefix=f"{name}-", dir=folder)  # readable by us alone, as Qt demands
