"""Handing a briefing on: asks how, writes it, and says what was written."""

from pathlib import Path

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget
from shiboken6 import isValid

from caseboard.commands.exporting_briefings import Exported
from caseboard.i18n import _, ngettext
from caseboard.model.work import Briefing
from caseboard.ui.briefing.export_dialog import ExportDialog
from caseboard.ui.briefing.preview import BriefingPreview
from caseboard.ui.desk import CaseDesk
from caseboard.ui.folders import show_in_folder
from caseboard.ui.forms.form import fill
from caseboard.ui.lib.banner import Banner, Kind


async def send(
    desk: CaseDesk, briefing: Briefing, preview: BriefingPreview, notice: Banner, window: QWidget
) -> None:
    """Ask how `briefing` is to be exported and write it; what came of it is said in `notice`."""
    notice.dismiss()
    dialog = ExportDialog(desk, briefing, preview.findings, preview.press, window)
    if await fill(dialog) and dialog.exported and dialog.target and isValid(notice):
        _tell(notice, dialog.exported, dialog.target)


def _tell(notice: Banner, done: Exported, target: Path) -> None:
    words = _("Version {number} was exported to {path}. SHA-256 {hash}").format(
        number=done.version, path=target, hash=done.stored.sha256
    )
    if done.withheld:
        left_out = ngettext(
            "{n} thing was left out.", "{n} things were left out.", len(done.withheld)
        )
        words = f"{words}. {left_out}"
    clipboard = QGuiApplication.clipboard()
    actions = (
        (_("Show in folder"), lambda: show_in_folder(target)),
        (_("Copy path"), lambda: clipboard.setText(str(target))),
        (_("Copy SHA-256"), lambda: clipboard.setText(done.stored.sha256)),
    )
    notice.show_notice(Kind.DONE, words, actions)
