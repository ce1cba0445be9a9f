"""A process that shows, searches and exports a case full of lures, and reports what was to be read.

`inert_viewer.py FOLDER CANARY careful` shows it in every view of the program. With `careless` the
same lures are shown by widgets as Qt has them, which is what the views must not do: whatever
watches this process has to see the difference. The file `viewing` in the folder is made when the
case is there and nothing is left but to look at it.
"""

import json
import os
import subprocess
import sys
import urllib.request
from pathlib import Path

os.environ.setdefault("QT_API", "pyside6")  # before qasync looks for a binding

from PySide6.QtCore import QPointF, QUrl
from PySide6.QtWidgets import QApplication, QLabel, QTextBrowser

from caseboard.capture.worker import Worker
from caseboard.commands import outward
from caseboard.commands.exporting_briefings import export
from caseboard.commands.history import History
from caseboard.commands.suggesting import Suggesting
from caseboard.commands.taking_in import TakingIn
from caseboard.model.terms import ClipState, FileRole
from caseboard.runtime.jobs import Jobs
from caseboard.runtime.settings import SettingsFile
from caseboard.store import briefings, clips
from caseboard.store.library import Library
from caseboard.ui.app import loop
from caseboard.ui.deeds import Deeds
from caseboard.ui.desk import Desk
from caseboard.ui.lib.collector import MainThreadCollector
from caseboard.ui.lib.theme import Theme
from caseboard.ui.navigation import Place
from caseboard.ui.reader.center import Tab
from caseboard.ui.reader.page import paged, pictures
from caseboard.ui.reader.picture_bar import Look
from caseboard.ui.session import Session
from caseboard.ui.views.case import CaseView
from caseboard.ui.window import MainWindow
from inert_case import Analyst
from inert_eyes import Eyes, ask_for_tip, at_rest
from inert_files import NOWHERE, Lures
from inert_web import LuringWeb
from inert_windows import Windows
from support import until


def main():
    folder, canary, manner = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
    os.chdir(folder)  # so that the bare name of the canary means something, too
    app = QApplication(sys.argv[:1])
    app.setQuitOnLastWindowClosed(False)
    lures = Lures(canary)
    if manner == "careless":
        (folder / "viewing").touch()
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
    subprocess.run([sys.executable, "-c", ""], check=True)  # as a helper that draws would be


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
    history, worker = History(library.database), Worker()
    capturing = TakingIn(library, history, worker, Jobs(), LuringWeb(lures).net)
    case_id = await Analyst(library, history, capturing, lures, folder).work()
    (folder / "viewing").touch()
    desk = make_desk(app, folder, library, history, worker)
    walk = Walk(desk, case_id, lures)
    await walk.through_everything()
    briefing = (await desk.read(briefings.of_case, case_id))[0]
    await export(library, history, briefing, folder / "briefing.pdf")
    worker.close()
    desk.viewer.close()
    library.close()
    sys.stdout.write(json.dumps(walk.eyes.seen))


def make_desk(app, folder, library, history, worker):
    """As the program has it: with a way out to the web, and leave to use all of it."""
    theme, jobs = Theme(app), Jobs()
    theme.apply(app)
    settings = SettingsFile(folder / "settings.json")
    settings.change(fetch_pages=True, render_pages=True)
    net = outward.net(worker, lambda: outward.choices(settings.settings))
    taking_in = TakingIn(library, history, worker, jobs, net)
    return Desk(
        library,
        history,
        taking_in,
        jobs,
        settings,
        theme,
        worker,
        Suggesting(library, history, jobs),
    )


class Walk:
    """Opens everything there is to see, and counts that all of it was there."""

    def __init__(self, desk, case_id, lures):
        self._desk, self._case_id = desk, case_id
        self.window = MainWindow(desk.theme, desk.settings)
        self.window.show()
        MainThreadCollector(self.window)
        self.session = Session(self.window, desk)
        self.eyes = Eyes(self.window)
        self._windows = Windows(self.session, Deeds(self.session), self.eyes, lures)
        self._pages = self._levels = self._compared = self._hollow = self._drawn = 0

    async def through_everything(self):
        await self.session.begin("")
        assert "was not fetched" in self.window.banner.text.text(), "nothing was offered"
        await self.eyes.look("start", self.window)
        await self.session.go_to(self._case_id, Place("clip"))
        await self.eyes.look("top", self.window.top)
        await self.eyes.look("list", self.session.case_view.reading.clips)
        for clip_id in await self._clips():
            await self._clip(clip_id)
        for kind in sorted(CaseView.kinds() - {"clip"}):
            self.session.navigator.open(Place(kind))
            await at_rest()
            if kind == "briefing":
                await self._briefing(self.session.case_view.currentWidget())
            await self.eyes.look(kind, self.session.case_view.currentWidget())
        await self._search()
        await self._windows.forms(await self._page())
        assert await self._windows.lists(self._case_id) == 2
        await self._windows.jobs()
        await self._windows.settings()
        await self._windows.messages()
        await self._nothing_was_missed()
        await self.session.close()
        self.window.let_go()

    async def _clips(self):
        """Every clip, and the versions before it."""
        found = []
        for clip_id in await self._desk.read(clips.ids, self._case_id, clips.Order.OLDEST):
            view = await self._desk.read(clips.view, clip_id)
            found += [each for each in (clip_id, view.clip.earlier_id) if each]
        return found

    async def _clip(self, clip_id):
        reader = await self._open(clip_id)
        inspector = self.session.case_view.reading.inspector
        self._hollow += reader.hollow.isVisible()
        self._drawn += any(file.role is FileRole.SCREENSHOT for file in reader.page.files)
        for tab in Tab:
            reader.show_tab(tab)
            await self.eyes.look(tab.value, reader)
            if tab is Tab.PAGES and paged(reader.page.files):
                sheet = reader.pages.view.sheets.page(1)
                self._pages += 1
                assert sheet is not None, "the page was not seen"
            if tab is Tab.IMAGES and pictures(reader.page.files):
                await self._use_tools(reader.images)
        reader.article.show_aside(shown=True)
        for mark in [*reader.page.highlights, *reader.page.regions]:
            inspector.select(mark.key)
            reader.show_highlight(mark.key)
            reader.grab()
            ask_for_tip(reader.article.viewport())
        for name in ("tags", "notes", "provenance", "similar"):
            tab = getattr(inspector, name)
            inspector.tabs.setCurrentWidget(tab)
            await self.eyes.look(name, tab)
        self._compared += await self._windows.differences(inspector.similar)

    async def _briefing(self, view):
        """Its pages, made by a process of their own; then all that is written in it."""
        await until(lambda: view.preview.pages.count, seconds=60)
        view.preview.grab()
        view.looks._buttons["outline"].click()

    async def _use_tools(self, images):
        """Error levels, light, turns and the lens; reading words is left to the analyst."""
        if images.file.media_type == "image/jpeg":
            images.bar.looks.choose(Look.LEVELS.value)
            images.bar.look_chosen.emit(Look.LEVELS)
            await at_rest()
            self._levels += images.bar.looks.current == Look.LEVELS.value
        for button in (images.bar.left, images.bar.right, images.bar.light, images.bar.lens):
            button.click()
        images.bar.tones.brightness.setValue(images.bar.tones.brightness.maximum() // 2)
        images.picture._lens.follow(QPointF(images.picture.rect().center()))
        await self.eyes.look("picture tools", images)
        for button in (images.bar.light, images.bar.lens):
            button.click()

    async def _open(self, clip_id):
        self.session.navigator.open_clip(clip_id)
        await at_rest()
        return self.session.case_view.reading.page.reader

    async def _search(self):
        self.window.activateWindow()  # the keyboard was in a window that is closed
        for words in ("northern", "place", "img", ">case"):
            self.session.palette.begin(words)
            await self.eyes.look("search", self.session.palette.popup)
        self.session.palette.close()

    async def _page(self):
        """The first clip with words, open in the reader."""
        for clip_id in await self._clips():
            page = (await self._open(clip_id)).page
            if len(page.clip.text) > 40:
                return page
        raise AssertionError("no clip has words")

    async def _nothing_was_missed(self):
        """What was to be seen was there, and the link that waits still waits."""
        counted = {
            "documents": self._pages,
            "error levels": self._levels,
            "differences": self._compared,
            "hollow pages": self._hollow,
            "drawn pages": self._drawn,
        }
        assert all(counted.values()), counted
        left = [await self._desk.read(clips.view, each) for each in await self._clips()]
        waiting = [view for view in left if view.clip.url_asked == f"{NOWHERE}?later"]
        assert [view.clip.state for view in waiting] == [ClipState.RECEIVED]


if __name__ == "__main__":
    main()
