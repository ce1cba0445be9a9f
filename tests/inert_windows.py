"""The windows, dialogs and popups of the program, opened on a case full of lures."""

import asyncio

from PySide6.QtCore import QPoint, QRect
from PySide6.QtWidgets import QApplication

from caseboard.commands import outward
from caseboard.errors import CaseError
from caseboard.store import clips
from caseboard.ui.differences.window import DifferenceWindow
from caseboard.ui.forms.claim_form import ClaimForm
from caseboard.ui.forms.note_popup import NotePopup
from caseboard.ui.forms.tag_popup import TagPopup
from caseboard.ui.inspector.similar_rows import TextRow, VersionRow
from caseboard.ui.jobs_strip import JobsStrip
from caseboard.ui.lib.banner import Kind
from caseboard.ui.lib.messages import ErrorDialog, QuestionDialog
from caseboard.ui.reader.page import MarkKind, TextSelection
from caseboard.ui.settings_dialog import FETCHING, GENERAL, SettingsDialog
from caseboard.ui.views.import_dialog import ImportDialog
from caseboard.ui.views.words_dialog import WordsDialog
from inert_eyes import at_rest
from support import until


class Windows:
    """Opens each in turn over the window of a session, looks, and closes it."""

    def __init__(self, session, deeds, eyes, lures):
        self._session, self._deeds, self._eyes, self._lures = session, deeds, eyes, lures
        self._window, self._desk = session.window, session.desk

    async def differences(self, similar):
        """All that can be held against the clip shown, from its Similar tab."""
        rows = [*similar.findChildren(TextRow), *similar.findChildren(VersionRow)]
        rows = [row for row in rows if not row.compare.isHidden()]
        for row in rows:
            row.compare.click()
            await at_rest()
            for window in self._window.findChildren(DifferenceWindow):
                await self._eyes.look("differences", window)
                for _change in window.text.changes:
                    window.go_on()
                    window.grab()
                window.close()
                window.deleteLater()
        return len(rows)

    async def lists(self, case_id):
        """The lists among the clips, as they are offered and chosen from; nothing is imported."""
        importer, found = self._session.importer, 0
        for clip_id in await self._desk.read(clips.ids, case_id, clips.Order.OLDEST):
            listing = await importer.find(case_id, clip_id)
            if listing is None:
                continue
            found += 1
            importer.look(case_id, [clip_id])
            await self._eyes.look("list offered", self._window.banner)
            choosing = asyncio.create_task(importer.choose(listing), name="standing: choosing")
            dialog = await until(self._import_dialog, seconds=20)
            await self._eyes.look("import", dialog)
            for at in range(dialog.model.rowCount()):
                dialog.table.selectRow(at)
                dialog.grab()
            dialog.reject()
            await choosing
        return found

    async def jobs(self):
        """What runs, in the status line and over it."""
        strip, go_on = JobsStrip(self._desk.theme, self._desk.jobs), asyncio.Event()
        self._window.status.add_jobs(strip)

        async def work(job):
            job.step(1, 3, self._lures.text("job"))
            await go_on.wait()

        titles = (self._lures.text("first job"), self._lures.text("second job"))
        run = self._desk.jobs.run
        running = [
            asyncio.create_task(run(title, work), name=f"standing {title}") for title in titles
        ]
        await at_rest()
        strip.show_all()
        await self._eyes.look("jobs", strip.popup)
        await self._eyes.look("jobs", strip)
        strip.popup.close_popup()
        go_on.set()
        await asyncio.gather(*running)
        strip.deleteLater()

    async def settings(self):
        """Every page of the settings."""
        why_not = await asyncio.to_thread(outward.why_not_drawn)
        why_not = why_not or self._lures.text("why not")
        settings = self._desk.settings.settings
        dialog = SettingsDialog(self._desk.theme, settings, self._window, why_no_drawing=why_not)
        dialog.show()
        for page in (GENERAL, FETCHING):
            dialog.show_page(page)
            await self._eyes.look("settings", dialog)
        dialog.reject()
        dialog.deleteLater()

    async def forms(self, page):
        """What is filled in about a passage of a clip."""
        reading, near = self._session.case_view.reading, QRect(300, 300, 10, 10)
        desk, navigator = self._session.case_view.desk, self._session.navigator
        selection = TextSelection(0, 20, page.clip.text[:20])
        popup = TagPopup(desk, navigator, reading)
        for kind in (MarkKind.LOCATION, MarkKind.UNIT, MarkKind.PERSON):
            popup.open_for(kind, page.clip, selection, near)
            popup.matches.line.setText("img")
            await self._eyes.look(f"tag {kind.value}", popup)
        popup.close_popup()
        note = NotePopup(desk, navigator, reading)
        note.open_for(page.clip, selection, near)
        note.editor.text.setPlainText(self._lures.markdown("note being written"))
        await self._eyes.look("note popup", note)
        note.close_popup()
        form = ClaimForm(desk, page.clip, selection, self._window)
        form.show()
        form.report.claimant.line.setText(self._lures.text("claimant 0"))
        await self._eyes.look("claim form", form)
        form.close()
        self._deeds.case_menu([desk.case]).popup(QPoint(10, 10))
        menu = QApplication.activePopupWidget()
        menu.grab()
        menu.close()

    async def messages(self):
        """All that speaks to the user."""
        text = self._lures.text
        error = CaseError(text("error"), text("hint"))
        dialogs = (
            ErrorDialog(error, self._window),
            QuestionDialog(text("question"), text("detail"), text("act"), self._window),
            WordsDialog(self._desk.theme, text("words read"), self._window),
        )
        for dialog in dialogs:
            dialog.show()
            await self._eyes.look("dialogs", dialog)
            dialog.close()
        self._window.status.say(text("status"))
        self._window.banner.show_notice(Kind.ERROR, text("notice"))
        self._window.drops.overlay.show_text(text("overlay"))
        for widget in (self._window.banner, self._window.status, self._window.drops.overlay):
            await self._eyes.look("messages", widget)
        self._window.grab()

    def _import_dialog(self):
        dialogs = self._window.findChildren(ImportDialog)
        return next((each for each in dialogs if each.isVisible()), None)
