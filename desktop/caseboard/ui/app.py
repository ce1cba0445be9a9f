"""The first moments of the program: a painted window, then a loop that brings everything else.

Only what the empty frame needs is imported at the top: SQLModel and what rests on it take several
times as long as the window itself, and are imported once that is painted.
"""

import sys
import time
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import QLocale
from PySide6.QtWidgets import QApplication

from caseboard import i18n, paths
from caseboard.runtime.settings import SettingsFile
from caseboard.ui.lib import qt_words
from caseboard.ui.lib.theme import Theme
from caseboard.ui.window import MainWindow

if TYPE_CHECKING:
    from collections.abc import Callable

WITHOUT_QT = (
    "caseboard.commands.taking_in",
    "caseboard.store.search",
    "caseboard.store.verify",
)
"""Imported in a thread: between them they bring in all that is slow and touch no widget."""


def run(folder: Path | None = None, *, sample: bool = False, began: float | None = None) -> int:
    """Open the window on the library in `folder` (the last one, or the default); the exit code.

    With `sample` the sample case is opened. With `began`, of `time.perf_counter`, the seconds from
    then to the first paint are printed, and that is all.
    """
    app = QApplication(sys.argv[:1])
    app.setApplicationName("Caseboard")
    app.setQuitOnLastWindowClosed(False)  # the coroutine below ends the program, in its own order
    settings = SettingsFile(paths.config_folder() / "settings.json")
    language = settings.settings.language or QLocale.system().name().partition("_")[0]
    i18n.use(language)
    qt_words.speak(app, language)
    theme = Theme(app)
    theme.choose(settings.settings.theme)
    theme.set_scale(settings.settings.text_scale)
    theme.apply(app, quickly=True)
    window = MainWindow(theme, settings)
    window.show()
    app.processEvents()  # the first paint, before any coroutine runs
    if began is not None:
        print(f"{time.perf_counter() - began:.4f}")  # noqa: T201  # what the probe is for
        return 0
    theme.load_fonts()
    return loop(_program(window, settings, folder, sample=sample))


async def _program(
    window: MainWindow, settings: SettingsFile, folder: Path | None, *, sample: bool
) -> None:
    import asyncio  # noqa: PLC0415  # not before the first paint

    for name in WITHOUT_QT:
        await asyncio.to_thread(import_module, name)
    program: Any = import_module("caseboard.ui.program")
    await program.Program(window, settings).run(folder, sample=sample)


def loop(work: Any) -> int:
    """Run a coroutine on Qt's loop until it ends."""
    import qasync  # noqa: PLC0415  # not before the first paint

    run_on_qt: Callable[[Any], None] = qasync.run
    run_on_qt(work)
    return 0
