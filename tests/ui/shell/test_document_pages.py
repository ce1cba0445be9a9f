"""A document from its file to a tag on its page: real bytes, real workers, the real view."""

import printing
import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from caseboard.capture.drop import Drop
from caseboard.capture.ocr import OcrText, OcrWord
from caseboard.capture.worker import Worker
from caseboard.commands.suggesting import Choices, Suggesting
from caseboard.commands.tags import AddTag, Keyword
from caseboard.commands.taking_in import TakingIn
from caseboard.model.terms import AnchorKind
from caseboard.runtime.jobs import Jobs
from caseboard.store import cases, clips
from caseboard.ui.desk import CaseDesk, Desk
from caseboard.ui.forms.places import place_of
from caseboard.ui.navigation import Navigator
from caseboard.ui.reader.tabs import Tab
from caseboard.ui.views.reading import ReadingView
from support import settled, until

pytestmark = pytest.mark.usefixtures("qapp")


@pytest.fixture
def worker():
    worker = Worker()
    yield worker
    worker.close()


@pytest.fixture
def viewer():
    viewer = Worker()
    yield viewer
    viewer.close()


@pytest.fixture
def desk(library, history, theme, settings, worker, viewer):
    jobs = Jobs()
    taking_in = TakingIn(library, history, worker, jobs)
    return Desk(
        library,
        history,
        taking_in,
        jobs,
        settings,
        theme,
        worker,
        Suggesting(library, history, jobs, lambda: Choices(is_on=False)),
        viewer,
    )


class Reading:
    """A document opened in the reading view of its case."""

    def __init__(self, desk, case, owner):
        self.desk, self.case = desk, case
        self.reading = ReadingView(CaseDesk(desk, case), Navigator(owner), owner)
        self.reading.resize(1400, 900)
        self.clip_id = ""

    async def open(self, path, data):
        path.write_bytes(data)
        taken = await self.desk.taking_in.take(self.case.id, Drop(files=(path,)))
        await self.desk.taking_in.settled()
        (self.clip_id,) = taken.clip_ids
        self.reading.show()
        self.reading.show_row(self.clip_id)
        await settled()
        self.reader.show_tab(Tab.PAGES)
        await until(lambda: self.pages.sheets.page(1), seconds=20)

    @property
    def reader(self):
        return self.reading.page.reader

    @property
    def pages(self):
        return self.reader.pages.view

    @property
    def view(self):
        return self.desk.library.database.read_now(clips.view, self.clip_id)

    def drag(self, start, end, keys=Qt.KeyboardModifier.NoModifier):
        port, left = self.pages.viewport(), Qt.MouseButton.LeftButton
        QTest.mousePress(port, left, keys, start)
        QTest.mouseMove(port, end)
        QTest.mouseRelease(port, left, keys, end)

    def spot(self, page, x, y):
        sheet = self.pages.place_of(page)
        x, y = sheet.x() + x * sheet.width(), sheet.y() + y * sheet.height()
        return QPoint(round(x), round(y))

    def middle_of(self, words):
        """The middle of a word on the first page."""
        box = next(w.box for w in self.pages.sheets.page(1).words if w.text.startswith(words))
        return self.spot(1, box.x + box.w / 2, box.y + box.h / 2)

    async def tag(self, name):
        command = AddTag(self.case.id, self.clip_id, place_of(self.reader.selection()), name)
        await self.desk.run(command)
        await settled()


@pytest.fixture
def opening(desk, work, qtbot, tmp_path):
    async def opening(name, data):
        await work.open()
        owner = QWidget()
        qtbot.addWidget(owner)
        case = await desk.read(cases.by_id, work.case)
        reading = Reading(desk, case, owner)
        reading.owner = owner
        owner.show()
        await reading.open(tmp_path / name, data)
        return reading

    return opening


@pytest.mark.seconds(60)
async def test_words_picked_on_a_page_are_tagged_in_the_text_with_their_page(opening):
    doc = await opening("report.pdf", printing.lines((72, 780, "Engineers reopened the bridge")))
    doc.drag(doc.middle_of("reopened"), doc.middle_of("bridge"))
    assert doc.reader.selection().exact == "reopened the bridge"
    await doc.tag(Keyword("bridge"))
    (anchor,) = doc.view.anchors
    assert (anchor.kind, anchor.exact, anchor.page) == (AnchorKind.TEXT, "reopened the bridge", 1)
    chosen = []
    doc.reader.highlight_clicked.connect(chosen.append)
    doc.pages.clear_selection()
    port = doc.pages.viewport()
    QTest.mouseClick(port, Qt.MouseButton.LeftButton, pos=doc.middle_of("bridge"))
    assert chosen == [anchor.id]


@pytest.mark.seconds(60)
async def test_a_rectangle_on_a_scan_is_tagged_and_shown_again(opening):
    doc = await opening("scan.pdf", printing.scan(2))
    doc.drag(doc.spot(1, 0.2, 0.1), doc.spot(1, 0.5, 0.3))
    await doc.tag(Keyword("bridge"))
    (anchor,) = doc.view.anchors
    original = next(f for f in doc.view.files if f.role == "original")
    assert (anchor.kind, anchor.page, anchor.file_id) == (AnchorKind.PAGE, 1, original.id)
    doc.reader.show_tab(Tab.READER)
    assert doc.reader.show_highlight(anchor.id)
    assert doc.reader.tab is Tab.PAGES
    assert doc.pages.active == anchor.id


@pytest.mark.seconds(60)
async def test_words_that_ocr_read_are_picked_on_the_page(opening):
    doc = await opening("scan.pdf", printing.scan(1))

    async def program(_picture, _languages):
        words = [
            OcrWord(text, 0.1 + 0.2 * place, 0.1, 0.15, 0.03, 90.0, 0, 0)
            for place, text in enumerate(("ROAD", "CLOSED"))
        ]
        return OcrText("ROAD CLOSED", tuple(words))

    doc.reading.scans._words._read_picture = program
    assert doc.reader.notice.isVisible()
    doc.reader.words_wanted.emit(doc.clip_id)
    await settled()
    await until(lambda: doc.pages.sheets.page(1) and doc.pages.sheets.page(1).words, seconds=20)
    doc.drag(doc.middle_of("ROAD"), doc.middle_of("CLOSED"))
    assert doc.reader.selection().exact == "ROAD CLOSED"
    await doc.tag(Keyword("sign"))
    assert [(a.exact, a.page) for a in doc.view.anchors] == [("ROAD CLOSED", 1)]
