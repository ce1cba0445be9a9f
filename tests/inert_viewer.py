"""A process that shows, searches and exports a case full of lures, and reports what was to be read.

`inert_viewer.py FOLDER CANARY careful` shows it in every view of the program. With `careless` the
same lures are shown by widgets as Qt has them, which is what the views must not do: whatever
watches this process has to see the difference.
"""

import asyncio
import json
import os
import re
import sys
import urllib.request
from itertools import product
from pathlib import Path

os.environ.setdefault("QT_API", "pyside6")  # before qasync looks for a binding

from PySide6.QtCore import (
    QCoreApplication,
    QEvent,
    QModelIndex,
    QPersistentModelIndex,
    QPoint,
    QRect,
    Qt,
    QUrl,
)
from PySide6.QtGui import QHelpEvent
from PySide6.QtWidgets import (
    QAbstractItemView,
    QApplication,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QTabWidget,
    QTextBrowser,
    QTextEdit,
    QToolTip,
    QWidget,
)

from caseboard.capture.worker import Worker
from caseboard.commands.briefings import export
from caseboard.commands.history import History
from caseboard.commands.taking_in import TakingIn
from caseboard.errors import CaseError
from caseboard.runtime.jobs import Jobs
from caseboard.runtime.settings import SettingsFile
from caseboard.store import briefings, clips
from caseboard.store.library import Library
from caseboard.ui.app import loop
from caseboard.ui.deeds import Deeds
from caseboard.ui.desk import Desk
from caseboard.ui.forms.claim_form import ClaimForm
from caseboard.ui.forms.note_popup import NotePopup
from caseboard.ui.forms.tag_popup import TagPopup
from caseboard.ui.lib.banner import Kind
from caseboard.ui.lib.collector import MainThreadCollector
from caseboard.ui.lib.messages import ErrorDialog, QuestionDialog
from caseboard.ui.lib.theme import Theme
from caseboard.ui.navigation import Place
from caseboard.ui.reader.center import Tab
from caseboard.ui.reader.page import MarkKind, TextSelection, paged
from caseboard.ui.session import Session
from caseboard.ui.views.case import CaseView
from caseboard.ui.window import MainWindow
from inert_case import NOWHERE, Analyst, Lures

ROWS = 6
COLUMNS = 6  # more than any table has; Qt keeps the count of a list model to itself
TURNS = 12
WHERE = re.compile(re.escape(NOWHERE) + r'"> ([\w ]+)')
ROLES = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole)


def main():
    folder, canary, manner = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    os.chdir(folder)  # so that the bare name of the canary means something, too
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    lures = Lures(canary)
    if manner == "careless":
        show_carelessly(lures)
    else:
        loop(show_carefully(app, folder, lures))


def show_carelessly(lures):
    """As Qt shows things by itself, with a page that is given what it asks for."""
    browser, label = Obliging(), QLabel(lures.text("label"))
    browser.setHtml(lures.page())
    for widget in (browser, label):
        widget.show()
        widget.grab()


class Obliging(QTextBrowser):
    """Fetches what a page wants fetched."""

    def loadResource(self, kind, name):
        if QUrl(name).scheme() == "http":
            try:
                urllib.request.urlopen(QUrl(name).toString(), timeout=1).read()
            except OSError:
                return None
        return super().loadResource(kind, name)


async def show_carefully(app, folder, lures):
    library = Library.open(folder / "library", lures.text("who"))
    history, worker, jobs = History(library.database), Worker(), Jobs()
    theme = Theme(app)
    theme.apply(app)
    settings = SettingsFile(folder / "settings.json")
    taking_in = TakingIn(library, history, worker, jobs)
    desk = Desk(library, history, taking_in, jobs, settings, theme, worker)
    case_id = await Analyst(library, history, taking_in, lures, folder).work()
    walk = Walk(desk, case_id, lures)
    await walk.through_everything()
    briefing = (await desk.read(briefings.of_case, case_id))[0]
    await export(library, history, briefing, folder / "briefing.pdf")
    worker.close()
    desk.viewer.close()
    library.close()
    sys.stdout.write(json.dumps(walk.seen))


class Walk:
    """Opens everything there is to see; `seen` says which of the lures were to be read where."""

    def __init__(self, desk, case_id, lures):
        self._desk, self._case_id, self._lures = desk, case_id, lures
        self.window = MainWindow(desk.theme, desk.settings)
        self.window.show()
        MainThreadCollector(self.window)
        self.session = Session(self.window, desk)
        self.deeds = Deeds(self.session)
        self.seen = {}

    async def through_everything(self):
        await self.session.begin("")
        await self._look("start", self.window)
        await self.session.go_to(self._case_id, Place("clip"))
        await self._look("top", self.window.top)
        await self._look("list", self.session.case_view.reading.clips)
        for clip_id in await self._desk.read(clips.ids, self._case_id, clips.Order.OLDEST):
            await self._clip(clip_id)
        for kind in sorted(CaseView.kinds() - {"clip"}):
            self.session.navigator.open(Place(kind))
            await at_rest()
            await self._look(kind, self.session.case_view.currentWidget())
        await self._search()
        await self._forms()
        await self._messages()
        await self.session.close()
        self.window.let_go()

    async def _clip(self, clip_id):
        reader = await self._open(clip_id)
        inspector = self.session.case_view.reading.inspector
        for tab in Tab:
            reader.show_tab(tab)
            await self._look(tab.value, reader)
            if tab is Tab.PAGES and paged(reader.page.files):
                assert reader.pages.view.sheets.page(1).words, "the page was not seen"
        reader.article.show_aside(shown=True)
        for mark in [*reader.page.highlights, *reader.page.regions]:
            inspector.select(mark.key)
            reader.show_highlight(mark.key)
            reader.grab()
            ask_for_tip(reader.article.viewport())
        await self._look("inspector", inspector)

    async def _open(self, clip_id):
        self.session.navigator.open_clip(clip_id)
        await at_rest()
        return self.session.case_view.reading.page.reader

    async def _search(self):
        for words in ("northern", "img", ">case"):
            self.session.palette.begin(words)
            await self._look("search", self.session.palette.popup)
        self.session.palette.close()

    async def _forms(self):
        reading, page = self.session.case_view.reading, await self._page()
        desk, navigator = self.session.case_view.desk, self.session.navigator
        selection, near = TextSelection(0, 20, page.clip.text[:20]), QRect(300, 300, 10, 10)
        popup = TagPopup(desk, navigator, reading)
        for kind in (MarkKind.LOCATION, MarkKind.UNIT, MarkKind.PERSON):
            popup.open_for(kind, page.clip, selection, near)
            popup.matches.line.setText("img")
            await self._look(f"tag {kind.value}", popup)
        popup.close_popup()
        note = NotePopup(desk, navigator, reading)
        note.open_for(page.clip, selection, near)
        note.editor.text.setPlainText(self._lures.markdown("note being written"))
        await self._look("note popup", note)
        note.close_popup()
        form = ClaimForm(desk, page.clip, selection, self.window)
        form.show()
        form.report.claimant.line.setText(self._lures.text("claimant 0"))
        await self._look("claim form", form)
        form.close()
        self.deeds.case_menu([desk.case]).popup(QPoint(10, 10))
        menu = QApplication.activePopupWidget()
        menu.grab()
        menu.close()

    async def _page(self):
        """The first clip with words, open in the reader."""
        for clip_id in await self._desk.read(clips.ids, self._case_id, clips.Order.OLDEST):
            page = (await self._open(clip_id)).page
            if len(page.clip.text) > 40:
                return page
        raise AssertionError("no clip has words")

    async def _messages(self):
        text = self._lures.text
        error = CaseError(text("error"), text("hint"))
        dialogs = (
            ErrorDialog(error, self.window),
            QuestionDialog(text("question"), text("detail"), text("act"), self.window),
        )
        for dialog in dialogs:
            dialog.show()
            await self._look("dialogs", dialog)
            dialog.close()
        self.window.status.say(text("status"))
        self.window.banner.show_notice(Kind.ERROR, text("notice"))
        self.window.drops.overlay.show_text(text("overlay"))
        await self._look("messages", self.window)

    async def _look(self, name, widget):
        """Wait until all is there, then paint it, go through its rows and tabs, ask for tips."""
        await at_rest()
        read = set(words_in(widget))
        for turn in (*turns_of_tabs(widget), *turns_of_rows(widget)):
            turn()
            await at_rest()
            self.window.grab()
            read |= set(words_in(widget))
        for child in shown(widget, QWidget):
            ask_for_tip(child)
        widget.grab()
        QToolTip.hideText()
        found = {where.strip() for words in read for where in WHERE.findall(words)}
        self.seen[name] = sorted(found | set(self.seen.get(name, ())))


def turns_of_tabs(widget):
    """What to call to see each tab."""
    for tabs in shown(widget, QTabWidget):
        for index in range(tabs.count()):
            yield lambda tabs=tabs, index=index: tabs.setCurrentIndex(index)


def turns_of_rows(widget):
    """What to call to pick each of the first rows of each list."""
    for rows in shown(widget, QAbstractItemView):
        for row in range(min(ROWS, rows.model().rowCount())):
            index = QPersistentModelIndex(rows.model().index(row, 0))
            yield lambda rows=rows, index=index: rows.setCurrentIndex(QModelIndex(index))


def shown(widget, kind):
    """The visible widgets of a kind in a widget."""
    return [each for each in widget.findChildren(kind) if each.isVisible()]


def words_in(widget):
    """All that stands in the labels, fields, texts and rows that are visible."""
    yield from (label.text() for label in shown(widget, QLabel))
    yield from (line.text() for line in shown(widget, QLineEdit))
    yield from (text.toPlainText() for text in shown(widget, QTextEdit))
    yield from (text.toPlainText() for text in shown(widget, QPlainTextEdit))
    for rows in shown(widget, QAbstractItemView):
        model = rows.model()
        for row, column in product(range(min(ROWS, model.rowCount())), range(COLUMNS)):
            index = model.index(row, column)
            yield from (str(index.data(role)) for role in ROLES if index.isValid())


def ask_for_tip(widget):
    """As a mouse does that rests in its middle."""
    middle = widget.rect().center()
    event = QHelpEvent(QEvent.Type.ToolTip, middle, widget.mapToGlobal(middle))
    QCoreApplication.sendEvent(widget, event)


async def at_rest():
    """Wait until nothing is being read any more, and all is laid out."""
    here = asyncio.current_task()
    for _turn in range(TURNS):
        await asyncio.sleep(0)
        others = [
            task
            for task in asyncio.all_tasks()
            if task is not here and not task.get_name().startswith("standing")
        ]
        if not others:
            break
        await asyncio.wait(others, timeout=1)
    QCoreApplication.sendPostedEvents()


if __name__ == "__main__":
    main()
