"""The pages of a briefing beside what is written of it, printed by the process that prints."""

import asyncio
import threading
from dataclasses import replace
from io import BytesIO

import pytest
from PySide6.QtCore import QPointF, Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from reportlab.pdfgen.canvas import Canvas

from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.linter.finding import Finding, Rule, Where
from caseboard.commands.briefings import SaveBriefing, draft
from caseboard.commands.exporting_briefings import export
from caseboard.errors import CaseError
from caseboard.store import briefings, dossiers
from caseboard.ui.briefing.page_layout import Fit
from caseboard.ui.briefing.page_spots import PageSpots
from caseboard.ui.briefing.preview import BriefingPreview
from caseboard.ui.press.press import Press, Printed
from support import settled, until

LEFT = Qt.MouseButton.LeftButton
FINDING = Finding(
    Rule.UNCITED, "Nothing is cited.", "Cite it.", Where("bottom_line", 0, 0, 7, anchor="claims")
)


def pdf_of(pages):
    """Pages of A4; the first has a link to the third."""
    out = BytesIO()
    canvas = Canvas(out, pagesize=(595, 842), initialFontName="Helvetica")
    for number in range(pages):
        canvas.bookmarkHorizontal(f"page{number}", 0, 700)
        canvas.drawString(100, 700, f"Page {number}")
        if not number and pages > 2:
            canvas.linkRect("", "page2", (100, 500, 200, 520), relative=0)
            canvas.linkURL("https://example.org/", (100, 400, 200, 420))
        canvas.showPage()
    canvas.save()
    return out.getvalue()


PLACES = {"bottom_line": (0, 100.0), "judgements": (0, 500.0), "claims": (2, 142.0)}


class FakePress:
    """Prints what it is told to, at once."""

    def __init__(self, _folder):
        self.printed = Printed(pdf_of(6), 6, PLACES, {SectionKind.CLAIMS: 2}, 1)
        self.problem = None
        self.found = ()
        self.asked = []

    async def render(self, briefing, _ceiling=None):
        self.asked.append(briefing)
        if self.problem:
            raise self.problem
        return self.printed

    async def findings(self, _briefing):
        return self.found

    async def left_out(self, _briefing, _ceiling):
        return ()

    def close(self):
        pass


@pytest.fixture
def make_press(request):
    return getattr(request, "param", FakePress)


@pytest.fixture
def preview(qtbot, case_desk, work):
    """A preview in a window, of a briefing on a case with a claim."""

    async def preview():
        await work.open()
        await work.claim(await work.clip())
        desk = await case_desk(work.case)
        begun = await work.history.run(SaveBriefing(draft(desk.case)))
        work.briefing = await desk.read(briefings.by_id, begun)
        window = work.window = QWidget()
        qtbot.addWidget(window)
        column = QVBoxLayout(window)
        view = BriefingPreview(desk, window)
        column.addWidget(view.tools)
        column.addWidget(view)
        column.addWidget(view.panel)
        window.resize(1010, 800)
        window.show()
        view.show_briefing(work.briefing)
        await until(lambda: view.pages.count, seconds=25.0)  # a process may have to start
        await settled()
        return view

    return preview


def typed(work, text):
    work.briefing = work.briefing.model_copy(update={"bottom_line": text})
    return work.briefing


def seen_at(view, anchor):
    """How far down the view an anchor stands, in pixels."""
    pages = view.pages
    spot = pages.spots.of(anchor)
    return pages.page_rect(spot.page).top() + spot.top * pages._layout.factor


async def test_pages_are_named_and_counted(preview):
    view = await preview()
    assert view.tools.place.text() == "Page 1 – 2 of 6"
    view.pages.set_zoom(Fit.WIDTH)
    assert view.tools.place.text() == "Page 1 of 6"
    QTest.keyClick(view.pages, Qt.Key.Key_End)
    assert view.tools.place.text() == "Page 6 of 6"
    QTest.keyClick(view.pages, Qt.Key.Key_Home)
    assert view.tools.place.text() == "Page 1 of 6"


async def test_the_words_of_a_page_are_drawn_sharp(preview):
    view = await preview()
    await until(
        lambda: view.pages.drawer.picture(view.pages._strips_of(view.pages._layout, 0, 0.0)[0])
    )
    image = view.pages.viewport().grab().toImage()
    rect = view.pages.page_rect(0).toRect()
    inked = [
        image.pixelColor(x, y).value()
        for x in range(rect.left(), rect.right())
        for y in range(rect.top() + 1, rect.top() + rect.height() // 4)
    ]
    assert min(inked) < 60
    assert image.pixelColor(rect.center()) == Qt.GlobalColor.white


async def test_what_is_typed_is_printed_with_its_last_state(preview, work):
    view = await preview()
    for text in ("N", "No", "Nothing"):
        view.show_briefing(typed(work, text))
    await until(lambda: view._press.asked[-1].bottom_line == "Nothing")
    await settled()
    assert len(view._press.asked) == 2  # one burst, one state


async def test_the_same_state_is_not_printed_twice(preview, work):
    view = await preview()
    view.show_briefing(work.briefing.model_copy())
    await settled()
    assert not view._pause.isActive()
    assert len(view._press.asked) == 1


async def test_nothing_is_printed_while_the_pages_are_hidden(preview, work):
    view = await preview()
    view.hide()
    view.show_briefing(typed(work, "Unseen"))
    await settled()
    assert len(view._press.asked) == 1
    view.show()
    await until(lambda: len(view._press.asked) == 2)
    assert view._press.asked[-1].bottom_line == "Unseen"


async def test_a_change_of_the_case_is_printed(preview, work):
    view = await preview()
    await work.clip(b"other", "other", title="Other")
    await until(lambda: len(view._press.asked) == 2)


async def test_what_one_looks_at_stays_in_place_while_text_grows_before_it(preview, work):
    view = await preview()
    view.pages.set_zoom(Fit.WIDTH)
    view.go_to("claims")
    before = seen_at(view, "claims")
    view._press.printed = replace(view._press.printed, places={**PLACES, "claims": (3, 400.0)})
    view.show_briefing(typed(work, "More"))
    await until(lambda: view.pages.spots.of("claims").page == 3)
    assert seen_at(view, "claims") == pytest.approx(before, abs=2)


async def test_what_stands_at_the_top_stays_there_when_nothing_is_aimed_at(preview, work):
    view = await preview()
    view.pages.set_zoom(Fit.WIDTH)
    bar = view.pages.verticalScrollBar()
    bar.setValue(round(view.pages._layout.spot(2, 150.0)))
    before = seen_at(view, "claims")
    view._press.printed = replace(view._press.printed, places={**PLACES, "claims": (1, 300.0)})
    view.show_briefing(typed(work, "Less"))
    await until(lambda: view.pages.spots.of("claims").page == 1)
    assert seen_at(view, "claims") == pytest.approx(before, abs=2)


async def test_a_place_that_is_not_printed_yet_is_gone_to_when_it_is(preview, work):
    view = await preview()
    view.go_to("units")
    assert view.pages.verticalScrollBar().value() == 0
    view._press.printed = replace(view._press.printed, places={**PLACES, "units": (4, 50.0)})
    view.show_briefing(typed(work, "Units"))
    await until(lambda: "units" in view.pages.spots._places)
    await settled()
    assert 0 <= seen_at(view, "units") <= view.pages.viewport().height()


async def test_a_place_in_sight_is_not_moved_to(preview):
    view = await preview()
    view.go_to("bottom_line")
    assert view.pages.verticalScrollBar().value() == 0


async def test_a_click_beside_links_tells_what_was_clicked(preview, qtbot):
    view = await preview()
    rect = view.pages.page_rect(0)
    with qtbot.waitSignal(view.anchor_clicked) as told:
        point = rect.topLeft() + QPointF(20, 520 * view.pages._layout.factor)
        QTest.mouseClick(view.pages.viewport(), LEFT, pos=point.toPoint())
    assert told.args == ["judgements"]


async def test_a_click_on_a_link_goes_where_it_leads(preview):
    view = await preview()
    view.pages.set_zoom(Fit.WIDTH)
    await until(lambda: view.pages.drawer.sheaf.known_links(0))
    rect, factor = view.pages.page_rect(0), view.pages._layout.factor
    view.pages.show_spot(view.pages.spot_at(rect.topLeft() + QPointF(150, 330 * factor)))
    at = view.pages.page_rect(0).topLeft() + QPointF(150 * factor, (842 - 510) * factor)
    QTest.mouseClick(view.pages.viewport(), LEFT, pos=at.toPoint())
    assert view.tools.place.text() == "Page 3 of 6"


async def test_links_are_followed_with_the_keys(preview):
    view = await preview()
    view.pages.setFocus()
    await until(lambda: view.pages.drawer.sheaf.known_links(0))
    QTest.keyClicks(view.pages, "]")
    assert view.pages.accessibleDescription() == "Claims and evidence, page 3"
    QTest.keyClicks(view.pages, "]")
    assert view.pages.accessibleDescription() == "https://example.org/"
    QTest.keyClick(view.pages, Qt.Key.Key_Return)
    assert QGuiApplication.clipboard().text() == "https://example.org/"
    QTest.keyClicks(view.pages, "[")
    QTest.keyClick(view.pages, Qt.Key.Key_Return)
    assert view.pages.seen().start == 2


async def test_zoom_keeps_what_is_looked_at_and_is_remembered(preview, desk):
    view = await preview()
    menu = view.tools._menu
    menu.aboutToShow.emit()
    next(action for action in menu.actions() if action.text() == "150 %").trigger()
    assert view.pages.percent == 150
    assert view.tools.zoom.text() == "150 %"
    assert desk.settings.settings.choices["briefings.zoom"] == "150"
    QTest.keyClicks(view.pages, "+")
    assert view.pages.percent == 175
    QTest.keyClicks(view.pages, "0")
    assert view.pages.zoom is Fit.WIDTH


async def test_counts_are_told_with_the_pages(preview, work):
    view = await preview()
    told = []
    view.counted.connect(told.append)
    view.show_briefing(typed(work, "Counted"))
    await until(lambda: told)
    assert told == [{SectionKind.CLAIMS: 2}]


async def test_an_error_is_said_and_the_pages_before_stay(preview, work):
    view = await preview()
    view._press.problem = CaseError("The ink is out.", "Fetch some.")
    view.show_briefing(typed(work, "Never printed"))
    await until(view.notice.isVisible)
    assert view.notice.text.text() == "The ink is out. Fetch some."
    assert view.pages.count == 6
    view._press.problem = None
    view._try_again()
    await until(view.notice.isHidden)
    assert view._press.asked[-1].bottom_line == "Never printed"


async def test_findings_are_listed_under_their_rule_and_lead_to_the_text(preview, work, qtbot):
    view = await preview()
    assert view.panel.findings.empty.sentence.text() == "Being checked…"
    view._press.found = (FINDING, replace(FINDING, rule=Rule.MISSING, words="No author."))
    view.show_briefing(typed(work, "Checked"))
    await until(lambda: view.findings)
    assert view.tools.findings.text() == "Checks 2"
    QTest.mouseClick(view.tools.findings, LEFT)
    model, listed = view.panel.findings.model, view.panel.findings.list
    assert [model.index(row).data() for row in range(model.rowCount())] == [
        "Not cited",
        "Not cited: Nothing is cited. Cite it.",
        "Missing",
        "Missing: No author. Cite it.",
    ]
    with qtbot.waitSignal(view.finding_wanted) as told:
        QTest.mouseClick(listed.viewport(), LEFT, pos=listed.visualRect(model.index(1)).center())
    assert told.args == [FINDING.where]
    assert view.pages._aim == "claims"
    listed.setFocus()
    QTest.keyClick(listed, Qt.Key.Key_Down)
    with qtbot.waitSignal(view.finding_wanted):
        QTest.keyClick(listed, Qt.Key.Key_Return)


async def test_nothing_to_object_to_is_said_once_it_was_checked(preview, work):
    view = await preview()
    view.show_briefing(typed(work, "Sound"))
    await until(lambda: view.panel.findings.empty.sentence.text() == "Nothing to object to.")
    assert view.tools.findings.text() == "Checks"


async def test_the_panel_is_closed_with_escape(preview):
    view = await preview()
    QTest.mouseClick(view.tools.findings, LEFT)
    assert view.panel.isVisible()
    assert view.tools.findings.isChecked()
    QTest.keyClick(view.panel, Qt.Key.Key_Escape)
    assert view.panel.isHidden()
    assert not view.tools.findings.isChecked()


async def test_a_version_is_opened_as_it_was_frozen_and_left_again(
    preview, work, library, history, tmp_path
):
    view = await preview()
    await export(library, history, work.briefing, tmp_path / "brief.pdf")
    (past,) = await library.database.read(briefings.exports, work.briefing.id)
    await settled()
    view.show_exports([past])
    QTest.mouseClick(view.tools.versions, LEFT)
    QTest.mouseClick(view.panel.versions.open, LEFT)
    await until(view.notice.isVisible)
    assert view.pages.count != 6
    asked = len(view._press.asked)
    view.show_briefing(typed(work, "Written meanwhile"))
    await settled()
    assert len(view._press.asked) == asked
    QTest.mouseClick(view.notice.close_button, LEFT)
    await until(lambda: view.pages.count == 6)
    assert view._press.asked[-1].bottom_line == "Written meanwhile"


async def test_a_version_that_comes_when_another_briefing_is_shown_stays_away(
    preview, work, library, history, tmp_path, monkeypatch
):
    view = await preview()
    await export(library, history, work.briefing, tmp_path / "brief.pdf")
    (past,) = await library.database.read(briefings.exports, work.briefing.id)
    await settled()
    may_read, read = threading.Event(), library.files.read

    def late(sha256):
        assert may_read.wait(30)
        return read(sha256)

    monkeypatch.setattr(type(library.files), "read", lambda _files, sha256: late(sha256))
    view._open_version(past)
    await asyncio.sleep(0)
    view.show_briefing(work.briefing.model_copy(update={"id": "another"}))
    may_read.set()
    await settled()
    assert not view.notice.isVisible()
    assert view.pages.count == 6
    view.show_briefing(work.briefing.model_copy(update={"id": "another", "title": "Other"}))
    await until(lambda: view._press.asked[-1].title == "Other")


class LateDrawer:
    """Lets pages of three wait until it is told otherwise."""

    def __init__(self, view, monkeypatch):
        self.may_go = asyncio.Event()
        self._prepared = view.pages.drawer.prepared
        monkeypatch.setattr(view.pages.drawer, "prepared", self.prepared)

    async def prepared(self, sheaf, wanted):
        if len(sheaf.sizes) == 3:
            await self.may_go.wait()
        return await self._prepared(sheaf, wanted)


async def test_older_pages_that_come_late_are_not_shown_over_newer_ones(preview, monkeypatch):
    view = await preview()
    late = LateDrawer(view, monkeypatch)
    older = asyncio.ensure_future(view.pages.adopt(pdf_of(3), PageSpots(PLACES)))
    await asyncio.sleep(0)
    assert await view.pages.adopt(pdf_of(4), PageSpots(PLACES))
    late.may_go.set()
    assert not await older
    assert view.pages.count == 4


async def test_pages_that_come_after_they_were_forgotten_are_not_shown(
    preview, work, monkeypatch, qtbot
):
    view = await preview()
    late = LateDrawer(view, monkeypatch)
    view._press.printed = replace(view._press.printed, pdf=pdf_of(3), counts={})
    view.show_briefing(typed(work, "Three pages"))
    await until(lambda: len(view._press.asked) == 2)
    view.hide()  # what is chosen now is printed when it is looked at
    view.show_briefing(work.briefing.model_copy(update={"id": "another"}))
    with qtbot.assertNotEmitted(view.counted):
        late.may_go.set()
        await settled()
    assert view.pages.count == 0


async def test_a_version_is_held_against_the_library(preview, work, library, history, tmp_path):
    view = await preview()
    await export(library, history, work.briefing, tmp_path / "brief.pdf")
    (past,) = await library.database.read(briefings.exports, work.briefing.id)
    view.show_exports([past])
    QTest.mouseClick(view.tools.versions, LEFT)
    QTest.mouseClick(view.panel.versions.check, LEFT)
    await until(view.notice.isVisible)
    assert "It is the file that was recorded" in view.notice.text.text()
    view.notice.dismiss()
    clip = next(iter((tmp_path / "library" / "files").rglob(_hash(library, work))))
    clip.write_bytes(b"changed")
    QTest.mouseClick(view.panel.versions.check, LEFT)
    await until(view.notice.isVisible)
    assert "no longer has the hash" in view.notice.text.text()


def _hash(library, work):
    return library.database.read_now(dossiers.read, work.case).files[0].sha256


@pytest.mark.parametrize("make_press", [Press], indirect=True)
async def test_the_process_that_prints_ends_with_the_view(preview):
    view = await preview()
    press = view._press
    assert press.pid
    assert view.pages.count in {1, 2}
    view.deleteLater()
    await until(lambda: press.pid is None)
