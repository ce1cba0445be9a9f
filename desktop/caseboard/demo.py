"""The whole job without a screen: clip the sample, tag, brief, and take a picture of every view.

`python -m caseboard.demo [FOLDER]` does the job; `python -m caseboard.demo shots FOLDER` writes
only the pictures. The library it works on is made anew in the folder.
"""

import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtWidgets import QApplication

from caseboard.capture.worker import Worker
from caseboard.commands import sample
from caseboard.commands.exporting_briefings import export
from caseboard.commands.history import History
from caseboard.commands.suggesting import Suggesting
from caseboard.commands.taking_in import TakingIn
from caseboard.model.ids import CaseId
from caseboard.runtime.jobs import Jobs
from caseboard.runtime.settings import SettingsFile
from caseboard.store import briefings, verify
from caseboard.store.library import Library
from caseboard.ui import shots
from caseboard.ui.app import loop
from caseboard.ui.desk import Desk
from caseboard.ui.lib.collector import MainThreadCollector
from caseboard.ui.lib.theme import Theme
from caseboard.ui.window import MainWindow

DEFAULT = Path("out")


def main(arguments: Sequence[str] | None = None) -> int:
    """Do the job, print where everything is; 1 if verify finds anything wrong."""
    given = list(sys.argv[1:] if arguments is None else arguments)
    only_shots = given[:1] == ["shots"]
    folder = Path((given[1:] if only_shots else given)[:1][0]) if given[only_shots:] else DEFAULT
    folder = folder.resolve()
    os.environ.setdefault("QT_API", "pyside6")  # before qasync looks for a binding
    app = QApplication.instance() or QApplication(["caseboard"])
    assert isinstance(app, QApplication)  # noqa: S101  # nobody else makes one here
    app.setQuitOnLastWindowClosed(False)
    MainThreadCollector(app)
    found: list[str] = []
    shutil.rmtree(folder / "library", ignore_errors=True)
    folder.mkdir(parents=True, exist_ok=True)
    loop(_work(app, folder, found, only_shots=only_shots))
    if only_shots:
        shutil.rmtree(folder / "library")
    return 1 if found else 0


async def _work(app: QApplication, folder: Path, found: list[str], *, only_shots: bool) -> None:
    library = Library.open(folder / "library", "demo")
    desk = _desk(app, library, folder)
    try:
        case_id = await sample.build(library, desk.history, desk.taking_in)
        if not only_shots:
            await _brief(desk, case_id, folder, found)
        await _picture(desk, case_id, folder)
    finally:
        await desk.suggesting.stop()
        desk.worker.close()
        desk.symbols.close()
        library.close()


def _desk(app: QApplication, library: Library, folder: Path) -> Desk:
    theme = Theme(app)
    theme.choose("light")
    theme.apply(app)
    jobs, worker, history = Jobs(), Worker(), History(library.database)
    taking_in = TakingIn(library, history, worker, jobs)
    settings = SettingsFile(folder / "library" / "demo-settings.json")
    suggesting = Suggesting(library, history, jobs)
    return Desk(library, history, taking_in, jobs, settings, theme, worker, suggesting)


async def _brief(desk: Desk, case_id: CaseId, folder: Path, found: list[str]) -> None:
    briefing = (await desk.read(briefings.of_case, case_id))[0]
    target = folder / "briefing.pdf"
    stored = (await export(desk.library, desk.history, briefing, target)).stored
    findings = await desk.read(verify.library, desk.library.files)
    found += [f"{finding.ref}: {finding.sentence}" for finding in findings]
    _say(f"library   {desk.library.folder}")
    _say(f"briefing  {target}  SHA-256 {stored.sha256}")
    _say("verify    " + ("; ".join(found) or "everything is as it was stored"))


async def _picture(desk: Desk, case_id: CaseId, folder: Path) -> None:
    window = MainWindow(desk.theme, desk.settings)
    window.show()
    for path in await shots.shoot(window, desk, case_id, folder):
        _say(f"picture   {path}")
    window.let_go()


def _say(line: str) -> None:
    print(line, flush=True)  # noqa: T201  # what this is for


if __name__ == "__main__":
    sys.exit(main())
