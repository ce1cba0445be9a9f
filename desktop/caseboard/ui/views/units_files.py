"""Orders of battle that leave the window in files, and others' that come in."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from caseboard.commands import orbats
from caseboard.commands.orbats import Form, Imported, ImportUnits
from caseboard.exchange import orbat_worked
from caseboard.exchange.orbat import Orbat
from caseboard.i18n import _
from caseboard.runtime.jobs import Job
from caseboard.ui.claims_files import LeftOutDialog
from caseboard.ui.desk import CaseDesk
from caseboard.ui.filenames import safe
from caseboard.ui.lib.asyncui import ask, async_slot
from caseboard.ui.lib.files import choose_files, choose_target
from caseboard.ui.telling import Offer, Telling

_NAMES = {Form.TABLE: "{ref}-units.csv", Form.SCENARIO: "{ref}-units.json"}


class UnitsFiles(QObject):
    """Asks which file, and tells what came of it."""

    told = Signal(object)
    """`Telling`."""
    imported = Signal(str)
    """The first unit that is new."""

    def __init__(self, desk: CaseDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._desk = desk
        self._over = parent

    @async_slot()
    async def ask_import(self) -> None:
        """Ask for a file and take it in."""
        filters = _("Units as a table or a scenario of ORBAT Mapper ({patterns})").format(
            patterns="*.csv *.tsv *.txt *.json"
        )
        for path in (await choose_files(self._over, _("Import ORBAT"), filters))[:1]:
            await self.take_in(path)

    async def take_in(self, path: Path) -> None:
        """Take the units of a file in; raises `CaseError` where it cannot be read."""
        title = _("Reading units of {name}").format(name=path.name)
        orbat = await self._desk.desk.jobs.run(title, lambda job: self._read(job, path))
        done = await self._desk.run(ImportUnits(self._desk.case_id, orbat))
        if not isValid(self):
            return
        self._say(done)
        if done.new:
            self.imported.emit(done.new[0])

    async def _read(self, job: Job, path: Path) -> Orbat:
        job.step(0, 1, path.name)
        worker = orbat_worked.worker()
        try:
            return await asyncio.to_thread(orbats.read, path, worker)
        finally:
            await asyncio.to_thread(worker.end)  # cancelled, it may still be read in its thread

    @async_slot(object, bool)
    async def ask_export(self, form: Form, whole: bool) -> None:
        """Ask for a file and write the units of the case, or of the `whole` library."""
        name = safe(_NAMES[form].format(ref=self._desk.case_ref))
        target = await choose_target(self._over, _("Export ORBAT"), name)
        if target is not None:
            await self.put_out(form, target, whole=whole)

    async def put_out(self, form: Form, target: Path, *, whole: bool) -> None:
        """Write the file; raises `CaseError` where that cannot be."""
        case_id, library = self._desk.case_id, self._desk.desk.library
        await orbats.export(library, case_id, form, target, whole=whole)
        if isValid(self):
            self.told.emit(Telling(_("Exported to {path}").format(path=target)))

    def _say(self, done: Imported) -> None:
        offers: tuple[Offer, ...] = ()
        if done.left_out:
            show = _("Show what was left out")
            offers = ((show, lambda: self._show(list(done.left_out))),)
        self.told.emit(Telling(done.sentence, offers, is_undoable=bool(done.new)))

    def _show(self, sentences: Sequence[str]) -> None:
        self._show_left_out(list(sentences))

    @async_slot(list)
    async def _show_left_out(self, sentences: list[str]) -> None:
        dialog = LeftOutDialog(self._desk.desk.theme, sentences, self._over)
        await ask(dialog)
        if isValid(dialog):
            dialog.deleteLater()
