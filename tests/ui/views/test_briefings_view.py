"""The briefings view, driven by keys and mouse, to PDFs on disk."""

import hashlib
from datetime import UTC, datetime
from pathlib import Path

import pytest
from PySide6.QtCore import QObject, Qt, QUrl, Slot
from PySide6.QtGui import QDesktopServices, QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit

from caseboard.commands.briefings import SaveBriefing
from caseboard.model.terms import Confidence, Marking
from caseboard.model.work import Briefing
from caseboard.store import briefings
from caseboard.store import history as journal
from caseboard.ui.folders import show_in_folder
from caseboard.ui.views.briefings import BriefingsView
from support import settled, until

LEFT = Qt.MouseButton.LeftButton
ALT = Qt.KeyboardModifier.AltModifier


@pytest.fixture
def view_of_none(shown, case_desk, work):
    """A view of a case with a claim and no briefing."""

    async def view_of_none():
        await work.open()
        await work.claim(await work.clip())
        return await shown(BriefingsView, await case_desk(work.case))

    return view_of_none


@pytest.fixture
def briefings_view(view_of_none, work, history):
    """A view of one briefing that says little yet."""

    async def briefings_view():
        view = await view_of_none()
        begun = Briefing(case_id=work.case, title="Two accounts", judgements=["One", "Two"])
        work.briefing = await history.run(SaveBriefing(begun))
        await until(lambda: view.form.title.text() == "Two accounts")
        return view

    return briefings_view


async def kept(view, briefing_id):
    return await view._desk.read(briefings.by_id, briefing_id)


async def seq(view):
    return (await view._desk.read(journal.cut)).seq


async def answer(view, path):
    """Choose `path` in the dialog that asks where to write; None closes it."""
    dialog = await until(lambda: view.findChild(QFileDialog))
    await until(dialog.isVisible)
    asked = dialog.findChild(QLineEdit).text()
    if path is None:
        dialog.reject()
    else:
        dialog.findChild(QLineEdit).setText(str(path))
        dialog.accept()
    return asked


async def test_the_first_briefing_is_drafted_from_the_case(view_of_none):
    view = await view_of_none()
    assert view.pane.empty.isVisible()
    view.start_briefing()
    await until(lambda: view.form.title.text() == "Kupiansk approach")
    assert view.model.rowCount() == 1
    assert view.form.marking.member is Marking.AMBER
    view.start_briefing()
    await settled()
    assert view.model.rowCount() == 1


async def test_the_newest_briefing_is_shown_when_one_is_asked_for(briefings_view, work):
    view = await briefings_view()
    QTest.mouseClick(view.new, LEFT)
    await until(lambda: view.model.rowCount() == 2)
    newest = view.model.ids[0]
    assert newest != work.briefing
    view.show_row(work.briefing)
    await settled()
    view.start_briefing()
    await until(lambda: view.pane.current_id == newest)


async def test_what_is_typed_in_one_field_is_kept_and_undone_as_one(briefings_view, work, history):
    view = await briefings_view()
    view.form.bottom_line.setFocus()
    QTest.keyClicks(view.form.bottom_line, "Nobody ")
    view.form.autosave.flush()
    await settled()
    QTest.keyClicks(view.form.bottom_line, "holds it.")
    await view.keep()
    assert (await kept(view, work.briefing)).bottom_line == "Nobody holds it."
    await history.undo(work.case)
    await until(lambda: view.form.bottom_line.text() == "")
    assert (await kept(view, work.briefing)).title == "Two accounts"


async def test_leaving_a_field_begins_another_thing_to_undo(briefings_view, work, history):
    view = await briefings_view()
    view.form.title.setFocus()
    QTest.keyClick(view.form.title, Qt.Key.Key_End)
    QTest.keyClicks(view.form.title, "!")
    QTest.keyClick(view.form.title, Qt.Key.Key_Tab)
    view.form.author.setFocus()
    QTest.keyClicks(view.form.author, "Desk 2")
    await view.keep()
    await history.undo(work.case)
    await settled()
    found = await kept(view, work.briefing)
    assert (found.title, found.author) == ("Two accounts!", "")


async def test_every_field_is_kept(briefings_view, work):
    view = await briefings_view()
    form = view.form
    form.marking.setFocus()
    QTest.keyClicks(form.marking, "TLP:RED")
    form.confidence.setFocus()
    QTest.keyClicks(form.confidence, "mod")
    QTest.keyClicks(form.basis, "Two origins")
    QTest.keyClicks(form.cutoff.line, "14 Nov 2024 18:00")
    QTest.mouseClick(form.page._buttons["Letter"], LEFT)
    QTest.mouseClick(form.language._buttons["uk"], LEFT)
    await view.keep()
    found = await kept(view, work.briefing)
    assert found.marking is Marking.RED
    assert (found.confidence, found.confidence_basis) == (Confidence.MODERATE, "Two origins")
    assert found.cutoff == datetime(2024, 11, 14, 18, 0, tzinfo=UTC)
    assert (found.page_size, found.language) == ("Letter", "uk")


async def test_a_day_as_cut_off_is_its_last_minute(briefings_view, work):
    view = await briefings_view()
    QTest.keyClicks(view.form.cutoff.line, "14 Nov 2024")
    assert view.form.cutoff.reading.text() == "14 Nov 2024 23:59 UTC"
    await view.keep()
    assert (await kept(view, work.briefing)).cutoff == datetime(2024, 11, 14, 23, 59, tzinfo=UTC)


async def test_a_cut_off_that_cannot_be_read_is_said_and_the_one_before_stays(briefings_view, work):
    view = await briefings_view()
    QTest.keyClicks(view.form.cutoff.line, "14 Nov 2024")
    await view.keep()
    QTest.keyClicks(view.form.cutoff.line, " or so")
    QTest.keyClicks(view.form.author, "Desk 2")
    await view.keep()
    assert "not a time that can be read" in view.form.cutoff.reading.text()
    assert view.form.cutoff.line.text() == "14 Nov 2024 or so"
    found = await kept(view, work.briefing)
    assert found.author == "Desk 2"
    assert found.cutoff == datetime(2024, 11, 14, 23, 59, tzinfo=UTC)


async def test_judgements_are_added_moved_and_taken_away(briefings_view, work):
    view = await briefings_view()
    field = view.form.judgements
    QTest.mouseClick(field.add_button, LEFT)
    assert field.lines[2].text.hasFocus()
    QTest.keyClicks(field.lines[2].text, "Three")
    QTest.mouseClick(field.lines[2].up, LEFT)
    QTest.mouseClick(field.lines[0].remove, LEFT)
    await view.keep()
    assert (await kept(view, work.briefing)).judgements == ["Three", "Two"]
    assert [line.number.text() for line in field.lines] == ["1.", "2."]
    assert not field.lines[0].up.isEnabled()
    assert not field.lines[-1].down.isEnabled()


async def test_sections_are_switched_off_and_moved_by_key(briefings_view, work):
    view = await briefings_view()
    first = view.form.sections.lines[0]
    first.box.setFocus()
    QTest.keyClick(first.box, Qt.Key.Key_Down, ALT)
    QTest.keyClick(first.box, Qt.Key.Key_Space)
    await view.keep()
    found = (await kept(view, work.briefing)).sections
    assert found[:2] == [{"kind": "judgements", "on": True}, {"kind": "bottom_line", "on": False}]
    assert first.box.hasFocus()


async def test_showing_a_briefing_writes_nothing(briefings_view, work):
    view = await briefings_view()
    before = await seq(view)
    view.form.title.setFocus()
    view.form.author.setFocus()
    await view.keep()
    await settled()
    assert await seq(view) == before
    assert (await kept(view, work.briefing)).sections == []


async def test_an_export_is_on_disk_with_the_hash_that_is_recorded(briefings_view, tmp_path):
    view = await briefings_view()
    QTest.keyClicks(view.form.bottom_line, "Nobody holds it.")
    QTest.mouseClick(view.export, LEFT)
    target = tmp_path / "brief.pdf"
    assert await answer(view, target) == "Two accounts.pdf"
    await until(lambda: view.said)
    data = target.read_bytes()
    assert data.startswith(b"%PDF")
    await until(lambda: view.exports.model.rowCount() == 1)
    made = view.exports.model.rows[0]
    assert (made.version, made.name) == (1, "brief.pdf")
    assert made.sha256 == hashlib.sha256(data).hexdigest()
    assert view.said[0].text == f"Exported to {target}"
    assert [name for name, _act in view.said[0].offers] == ["Show in folder", "Copy path"]
    assert view.export.isEnabled()


async def test_the_hash_and_the_path_are_copied(briefings_view, tmp_path):
    view = await briefings_view()
    QTest.mouseClick(view.export, LEFT)
    target = tmp_path / "brief.pdf"
    await answer(view, target)
    await until(lambda: view.exports.model.rowCount() == 1)
    view.exports.list.setFocus()
    QTest.keyClick(view.exports.list, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = QGuiApplication.clipboard().text()
    assert copied == hashlib.sha256(target.read_bytes()).hexdigest()
    await until(lambda: view.said)
    view.said[0].offers[1][1]()
    assert QGuiApplication.clipboard().text() == str(target)


async def test_leaving_the_dialog_exports_nothing(briefings_view):
    view = await briefings_view()
    QTest.mouseClick(view.export, LEFT)
    await answer(view, None)
    await settled()
    assert not view.said
    assert view.exports.model.rowCount() == 0


async def test_a_place_that_cannot_be_written_to_is_said_in_the_view(briefings_view, tmp_path):
    view = await briefings_view()
    QTest.mouseClick(view.export, LEFT)
    dialog = await until(lambda: view.findChild(QFileDialog))
    await until(dialog.isVisible)
    dialog.selectedFiles = lambda: [str(tmp_path / "nowhere" / "brief.pdf")]
    dialog.done(1)
    await until(view.notice.isVisible)
    assert "could not be written" in view.notice.text.text()
    assert view.export.isEnabled()
    assert view.exports.model.rowCount() == 0


async def test_an_export_that_is_stopped_writes_nothing(briefings_view, desk, tmp_path):
    view = await briefings_view()

    def stop(jobs):
        for job in jobs.running:
            job.cancel()

    desk.jobs.changed.connect(stop)
    QTest.mouseClick(view.export, LEFT)
    target = tmp_path / "brief.pdf"
    await answer(view, target)
    await until(lambda: view.said)
    assert view.said[0].text == "The export was stopped. Nothing was written."
    assert not list(tmp_path.glob("*brief.pdf*"))
    assert view.exports.model.rowCount() == 0
    assert view.export.isEnabled()


async def test_an_export_is_listed_as_a_job_while_it_runs(briefings_view, desk, tmp_path):
    view = await briefings_view()
    titles = []
    desk.jobs.changed.connect(lambda jobs: titles.extend(job.title for job in jobs.running))
    QTest.mouseClick(view.export, LEFT)
    await answer(view, tmp_path / "brief.pdf")
    await until(lambda: view.said)
    assert titles == ["Writing brief.pdf"]


async def test_a_briefing_is_deleted_and_brought_back(briefings_view, work, history):
    view = await briefings_view()
    QTest.mouseClick(view.delete, LEFT)
    await until(lambda: view.said)
    assert view.said[0].is_undoable
    await until(lambda: view.model.rowCount() == 0)
    await until(lambda: not view.form.isVisible())
    await history.undo(work.case)
    await until(lambda: view.model.rowCount() == 1)
    await until(view.form.isVisible)


async def test_a_library_open_to_read_only_lets_briefings_be_read(
    briefings_view, work, reader_desk, shown
):
    await briefings_view()
    view = await shown(BriefingsView, await reader_desk(work.case))
    await until(lambda: view.form.title.text() == "Two accounts")
    assert not view.form.isEnabled()
    assert not view.export.isEnabled()
    assert not view.new.isEnabled()


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
