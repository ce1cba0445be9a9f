"""Claims that leave the window in files, and a colleague's that come in."""

import asyncio
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QDialog, QHBoxLayout, QPlainTextEdit, QVBoxLayout, QWidget

from caseboard.commands import exporting_claims, importing_claims
from caseboard.commands.exporting_claims import Form
from caseboard.commands.importing_claims import ImportClaims, Imported
from caseboard.i18n import _, ngettext
from caseboard.model.case import Case
from caseboard.model.ids import CaseId
from caseboard.ui.desk import Desk
from caseboard.ui.filenames import safe
from caseboard.ui.lib.asyncui import ask, async_slot
from caseboard.ui.lib.banner import Kind
from caseboard.ui.lib.buttons import push_button
from caseboard.ui.lib.files import choose_files, choose_target
from caseboard.ui.lib.labels import plain_label
from caseboard.ui.lib.theme import Theme
from caseboard.ui.window import MainWindow

WIDTH, HEIGHT = 620, 420
_NAMES = {
    Form.TABLE: "{ref}-claims.csv",
    Form.LINKED: "{ref}-claims.jsonld",
    Form.ANNOTATIONS: "{ref}-annotations.jsonld",
}


class ClaimsFiles(QObject):
    """Asks where to, or from where, and says in the window what came of it."""

    def __init__(self, desk: Desk, window: MainWindow, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._window = window

    async def export(self, case: Case, form: Form) -> None:
        """Ask for a file and write it; raises `CaseError` where that cannot be."""
        titles = {
            Form.TABLE: _("Export claims as a table"),
            Form.LINKED: _("Export claims"),
            Form.ANNOTATIONS: _("Export marked places"),
        }
        name = safe(_NAMES[form].format(ref=case.ref))
        target = await choose_target(self._window, titles[form], name)
        if target is not None:
            await exporting_claims.export(self._desk.library, case.id, form, target)
            self._window.status.say(
                _("Written: {name}. It is marked {marking}.").format(
                    name=target.name, marking=case.marking.value
                )
            )

    async def take_in(self, case_id: CaseId) -> None:
        """Ask for a colleague's file and take its claims into the case."""
        filters = _("Claims as JSON-LD ({patterns})").format(patterns="*.jsonld *.json")
        for path in (await choose_files(self._window, _("Import claims"), filters))[:1]:
            await self.take(case_id, path)

    async def take(self, case_id: CaseId, path: Path) -> None:
        """Take the claims of a file in, and say what was left out; raises `CaseError`."""
        book = await asyncio.to_thread(importing_claims.read, path)
        self._say(await self._desk.run(ImportClaims(case_id, book)))

    def _say(self, done: Imported) -> None:
        undo = self._window.actions_["undo"]
        offer = (undo.text(), undo.trigger) if done.reports else ()
        self._window.status.say(done.sentence, *offer)
        if not done.left_out:
            return
        left = ngettext("{n} thing was left out.", "{n} things were left out.", len(done.left_out))
        show = (_("Show what was left out"), lambda: self._show(done.left_out))
        self._window.banner.show_notice(Kind.CARE, f"{done.sentence} {left}", [show])

    def _show(self, sentences: Sequence[str]) -> None:
        self._show_left_out(list(sentences))

    @async_slot(list)
    async def _show_left_out(self, sentences: list[str]) -> None:
        dialog = LeftOutDialog(self._desk.theme, sentences, self._window)
        await ask(dialog)
        dialog.deleteLater()


class LeftOutDialog(QDialog):
    """What of a file was not taken in, a sentence for each thing, to be read and copied."""

    def __init__(self, theme: Theme, sentences: Sequence[str], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(_("Left out"))
        self.resize(theme.px(WIDTH), theme.px(HEIGHT))
        self.text = QPlainTextEdit(self)
        self.text.setPlainText("\n\n".join(sentences))
        self.text.setReadOnly(True)
        self.text.setAccessibleName(_("Left out"))
        note = _("These were not imported. The file they came from was not changed.")
        close = push_button(theme, _("Close"), self, primary=True)
        close.clicked.connect(self.accept)
        buttons = QHBoxLayout()
        buttons.addStretch(1)
        buttons.addWidget(close)
        column = QVBoxLayout(self)
        column.setContentsMargins(*(theme.px(n) for n in (20, 16, 20, 14)))
        column.setSpacing(theme.px(10))
        column.addWidget(plain_label(note, self, tone="muted", wrap=True))
        column.addWidget(self.text, 1)
        column.addLayout(buttons)
