"""The briefings view, driven by keys and mouse, to PDFs on disk."""

from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtTest import QTest

from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.linter.finding import Where
from caseboard.commands.briefings import SaveBriefing
from caseboard.model.terms import Marking, Template
from caseboard.model.work import Briefing
from caseboard.store import briefings
from caseboard.ui.briefing.page_spots import PageSpots
from caseboard.ui.folders import show_in_folder
from caseboard.ui.views.briefings import BriefingsView
from late_read import LateRead
from support import settled, until

LEFT = Qt.MouseButton.LeftButton


@pytest.fixture
def view_of_none(shown, case_desk, work, loop):
    """A view of a case with a claim and no briefing; what it still has printed is waited for."""

    async def view_of_none():
        await work.open()
        await work.claim(await work.clip())
        return await shown(BriefingsView, await case_desk(work.case))

    yield view_of_none
    loop.run_until_complete(settled())


@pytest.fixture
def briefings_view(view_of_none, work, history):
    """A view of one briefing that says little yet."""

    async def briefings_view():
        view = await view_of_none()
        begun = Briefing(case_id=work.case, title="Two accounts", judgements=["One", "Two"])
        work.briefing = await history.run(SaveBriefing(begun))
        await until(lambda: view.composer.title.text() == "Two accounts")
        return view

    return briefings_view


async def kept(view, briefing_id):
    return await view._desk.read(briefings.by_id, briefing_id)


def pick(view, *words):
    """Take a line of the menu of briefings, or of a menu in it."""
    menu = view.composer.picker.menu
    menu.aboutToShow.emit()
    for word in words[:-1]:
        menu = next(each.menu() for each in menu.actions() if each.text() == word)
    next(each for each in menu.actions() if each.text().startswith(words[-1])).trigger()


async def test_the_first_briefing_is_drafted_from_the_case(view_of_none):
    view = await view_of_none()
    assert view.empty.isVisible()
    view.start_briefing()
    await until(lambda: view.composer.title.text() == "Kupiansk approach")
    assert not view.empty.isVisible()
    assert len(view.rows) == 1
    assert view.composer.details.marking.current is Marking.AMBER
    view.start_briefing()
    await settled()
    assert len(view.rows) == 1


async def test_the_empty_view_begins_a_briefing(view_of_none):
    view = await view_of_none()
    QTest.mouseClick(view.empty.button, LEFT)
    await until(view.composer.title.hasFocus)
    assert view.composer.title.selectedText() == "Kupiansk approach"


async def test_a_briefing_is_begun_from_a_template(briefings_view, work):
    view = await briefings_view()
    pick(view, "New briefing", "Flash brief")
    await until(lambda: view.composer.template.current is Template.FLASH)
    assert view.current_id != work.briefing
    assert (await kept(view, view.current_id)).template == Template.FLASH
    assert view.composer.picker.button.text() == "Briefing B2"


async def test_the_menu_leads_from_one_briefing_to_another(briefings_view, work):
    view = await briefings_view()
    pick(view, "New briefing", "Incident sheet")
    await until(lambda: view.current_id != work.briefing)
    newest = view.current_id
    pick(view, "B1  Two accounts")
    await until(lambda: view.composer.title.text() == "Two accounts")
    view.start_briefing()
    await until(lambda: view.current_id == newest)


async def test_a_briefing_is_duplicated_as_it_is_typed(briefings_view, work):
    view = await briefings_view()
    QTest.keyClick(view.composer.title, Qt.Key.Key_End)
    QTest.keyClicks(view.composer.title, "!")
    pick(view, "Duplicate")
    await until(lambda: view.composer.title.text() == "Two accounts! (copy)")
    assert view.current_id != work.briefing
    assert (await kept(view, work.briefing)).title == "Two accounts!"


async def test_a_briefing_is_deleted_and_brought_back(briefings_view, work, history):
    view = await briefings_view()
    pick(view, "Delete")
    await until(lambda: view.said)
    assert view.said[0].text == "Briefing B1 “Two accounts” is in the bin."
    assert view.said[0].is_undoable
    await until(view.empty.isVisible)
    assert not view.composer.title.isVisible()
    await history.undo(work.case)
    await until(view.composer.title.isVisible)


async def test_a_copy_of_a_long_name_is_told_from_it_in_the_menu(briefings_view, work):
    view = await briefings_view()
    view.composer.title.setText("What is known of the crossing " * 20)
    pick(view, "Duplicate")
    await until(lambda: view.current_id != work.briefing)
    view.composer.picker.menu.aboutToShow.emit()
    copy, original, *_rest = (each.text() for each in view.composer.picker.menu.actions())
    assert copy.startswith("B2  What is known")
    assert copy.endswith("(copy)\tDraft")
    assert original.startswith("B1  What is known")
    assert len(copy) < 80


async def test_what_is_typed_in_one_field_is_kept_and_undone_as_one(briefings_view, work, history):
    view = await briefings_view()
    view.composer.open_section(SectionKind.BOTTOM_LINE)
    text = view.composer.editors[SectionKind.BOTTOM_LINE].texts["bottom_line"]
    text.setFocus()
    QTest.keyClicks(text, "Nobody ")
    view.composer.autosave.flush()
    await settled()
    QTest.keyClicks(text, "holds it.")
    await view.keep()
    assert (await kept(view, work.briefing)).bottom_line == "Nobody holds it."
    await history.undo(work.case)
    await until(lambda: text.text() == "")
    assert (await kept(view, work.briefing)).title == "Two accounts"


async def test_leaving_a_field_begins_another_thing_to_undo(briefings_view, work, history):
    view = await briefings_view()
    title, author = view.composer.title, view.composer.details.author
    title.setFocus()
    QTest.keyClick(title, Qt.Key.Key_End)
    QTest.keyClicks(title, "!")
    author.setFocus()
    QTest.keyClicks(author, "Desk 2")
    await view.keep()
    await history.undo(work.case)
    await settled()
    found = await kept(view, work.briefing)
    assert (found.title, found.author) == ("Two accounts!", "")


async def test_the_whole_text_is_written_in_one_column(briefings_view, work):
    view = await briefings_view()
    QTest.mouseClick(view.looks._buttons["outline"], LEFT)
    assert view.composer.outline.isVisible()
    assert view.preview.tools.findings.isVisible()
    text = view.composer.editors[SectionKind.BOTTOM_LINE].texts["bottom_line"]
    assert text.isVisible()
    text.setFocus()
    QTest.keyClicks(text, "Nobody holds it.")
    QTest.mouseClick(view.composer.outline.bar.bold, LEFT)
    QTest.mouseClick(view.looks._buttons["preview"], LEFT)
    assert not text.isVisible()
    assert view.preview.isVisible()
    await view.keep()
    assert (await kept(view, work.briefing)).bottom_line == "Nobody holds it.****"


async def test_the_keyboard_stays_with_what_is_looked_at(briefings_view):
    view = await briefings_view()
    view.preview.pages.setFocus()
    QTest.mouseClick(view.looks._buttons["outline"], LEFT)
    text = view.composer.editors[SectionKind.BOTTOM_LINE].texts["bottom_line"]
    assert text.hasFocus()
    QTest.mouseClick(view.looks._buttons["preview"], LEFT)
    assert view.preview.pages.hasFocus()
    view.composer.title.setFocus()
    QTest.mouseClick(view.looks._buttons["outline"], LEFT)
    assert view.composer.title.hasFocus()


async def test_a_finding_leads_to_the_text_or_to_the_row_of_the_case(briefings_view, navigator):
    view = await briefings_view()
    view.preview.finding_wanted.emit(Where("judgements", index=1, end=2))
    lines = view.composer.editors[SectionKind.JUDGEMENTS].judgements.lines
    assert lines[1].text.textCursor().selectedText() == "Tw"
    navigator.seen.clear()
    view.preview.finding_wanted.emit(Where(table="layer", row_id="7"))
    assert navigator.seen == [("layer", "7", None)]


async def test_a_finding_about_a_dispute_leads_to_a_claim_in_it(briefings_view, navigator, work):
    view = await briefings_view()
    claims = [
        await work.claim(await work.clip(words.encode()), words) for words in ("It fell", "It held")
    ]
    dispute = await work.dispute(*claims)
    view.preview.finding_wanted.emit(Where(table="dispute", row_id=dispute, anchor="disputes"))
    await until(lambda: navigator.seen)
    assert navigator.seen == [("claim", claims[0], None)]


async def test_a_briefing_changed_while_one_looks_elsewhere_is_not_where_one_stands(
    briefings_view, navigator, work, history
):
    view = await briefings_view()
    assert navigator.here.row_id == work.briefing
    view.hide()
    navigator.open_view("claim")
    await history.run(SaveBriefing(Briefing(case_id=work.case, title="Another")))
    await settled()
    assert navigator.here.kind == "claim"


async def test_a_click_on_a_section_of_the_pages_opens_it(briefings_view):
    view = await briefings_view()
    view.preview.anchor_clicked.emit("units")
    assert view.composer.sections.row(SectionKind.UNITS).is_open
    view.preview.anchor_clicked.emit("judgement-2")
    assert view.composer.editors[SectionKind.JUDGEMENTS].judgements.lines[1].text.hasFocus()


async def test_a_click_inside_a_section_of_the_pages_opens_that_section(briefings_view):
    view = await briefings_view()
    view.preview.pages.spots = PageSpots({"sources": (1, 40.0), "source-3": (1, 90.0)})
    view.preview.anchor_clicked.emit("source-3")
    assert view.composer.sections.row(SectionKind.SOURCES).is_open


async def test_tab_leaves_what_is_written_at_its_ends(briefings_view):
    view = await briefings_view()
    last = view.composer.details.has_portion_marks
    last.setFocus()
    QTest.keyClick(last, Qt.Key.Key_Tab)
    here = view.focusWidget()
    assert here is not None
    assert not view.composer.isAncestorOf(here)
    first = view.composer.picker.button
    first.setFocus()
    QTest.keyClick(first, Qt.Key.Key_Backtab)
    assert not view.composer.isAncestorOf(view.focusWidget())


async def test_counts_of_what_was_composed_are_listed(briefings_view):
    view = await briefings_view()
    view.preview.counted.emit({SectionKind.SOURCES: 5})
    assert view.composer.sections.row(SectionKind.SOURCES).name.holds == "5"


async def test_a_library_open_to_read_only_lets_briefings_be_read(
    briefings_view, work, reader_desk, shown
):
    await briefings_view()
    view = await shown(BriefingsView, await reader_desk(work.case))
    composer = view.composer
    await until(lambda: composer.title.text() == "Two accounts")
    view.composer.open_section(SectionKind.JUDGEMENTS)
    judgements = composer.editors[SectionKind.JUDGEMENTS].judgements
    assert judgements.lines[0].text.isVisible()
    assert judgements.lines[0].text.isReadOnly()
    assert judgements.add_button.isHidden()
    for field in (composer.title, composer.details.author, composer.details.cutoff.line):
        assert field.isReadOnly()
    for control in (composer.template, composer.details.marking, view.export):
        assert not control.isEnabled()
    composer.picker.menu.aboutToShow.emit()
    able = {each.text() for each in composer.picker.menu.actions() if each.isEnabled()}
    assert not able & {"New briefing", "Duplicate", "Delete"}


def test_the_folder_of_a_file_is_opened(qapp, tmp_path):  # noqa: ARG001  Qt comes first
    asked = Asked()
    QDesktopServices.setUrlHandler("file", asked, "open")
    try:
        assert show_in_folder(tmp_path / "brief.pdf")
    finally:
        QDesktopServices.unsetUrlHandler("file")
    assert [Path(url.toLocalFile()) for url in asked.urls] == [tmp_path]


class Asked(QObject):
    """Stands in for the file manager."""

    def __init__(self):
        super().__init__()
        self.urls = []

    @Slot(QUrl)
    def open(self, url):
        self.urls.append(url)


async def test_what_was_read_before_it_was_written_does_not_undo_what_is_typed(
    briefings_view, work, monkeypatch
):
    view = await briefings_view()
    await settled()
    title = view.composer.title
    late = LateRead(monkeypatch, briefings.exports)
    view.show_row(work.briefing)
    await late.come()
    title.setFocus()
    title.setCursorPosition(len(title.text()))
    QTest.keyClicks(title, " of it")
    listed_late = LateRead(monkeypatch, briefings.rows)
    await view.keep()
    await listed_late.come()
    await late.answer()
    assert title.text() == "Two accounts of it"
    await listed_late.answer()
    await settled()
    assert title.text() == "Two accounts of it"
