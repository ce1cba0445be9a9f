"""Briefings written out: recorded, kept, and the same again while nothing has changed."""

import pytest

from caseboard.commands.briefings import SaveBriefing, draft
from caseboard.commands.exporting_briefings import export, form_of
from caseboard.commands.notes import WriteNote
from caseboard.errors import CaseError
from caseboard.model.ids import NoteId
from caseboard.model.terms import ExportForm
from caseboard.store import briefings, cases
from caseworker import Casework


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def begun(work):
    case = work.read(cases.by_id, await work.open())
    await work.claim(await work.clip())
    briefing = draft(case)
    await work.history.run(SaveBriefing(briefing))
    return briefing


async def test_an_export_is_recorded_with_its_hash_and_kept(work, tmp_path):
    briefing = await begun(work)
    exported = await export(work.library, work.history, briefing, tmp_path / "brief.pdf")
    stored = exported.stored
    (record,) = work.read(briefings.exports, briefing.id)
    assert (record.sha256, record.bytes, record.version) == (stored.sha256, stored.bytes, 1)
    assert (record.form, record.marking, record.is_release) == ("pdf", "TLP:AMBER", False)
    assert work.library.files.read(stored.sha256) == (tmp_path / "brief.pdf").read_bytes()


async def test_nothing_changed_is_the_same_version_to_the_byte(work, tmp_path):
    briefing = await begun(work)
    first = await export(work.library, work.history, briefing, tmp_path / "1.pdf")
    assert await export(work.library, work.history, briefing, tmp_path / "2.pdf") == first
    await work.history.run(WriteNote(briefing.case_id, NoteId("note-1"), "Ask for imagery."))
    again = await export(work.library, work.history, briefing, tmp_path / "3.pdf")
    assert again.stored.sha256 != first.stored.sha256
    assert [e.version for e in work.read(briefings.exports, briefing.id)] == [2, 1, 1]


async def test_a_folder_that_is_not_there_is_said_and_nothing_recorded(work, tmp_path):
    briefing = await begun(work)
    with pytest.raises(CaseError):
        await export(work.library, work.history, briefing, tmp_path / "no" / "brief.pdf")
    assert work.read(briefings.exports, briefing.id) == []


@pytest.mark.parametrize(
    ("name", "form"),
    [
        ("Brief.PDF", ExportForm.PDF),
        ("brief.html", ExportForm.HTML),
        ("brief.docx", ExportForm.DOCX),
        ("brief.md", ExportForm.MARKDOWN),
        ("handover", ExportForm.FOLDER),
    ],
)
def test_a_name_says_what_a_briefing_is_written_as(tmp_path, name, form):
    assert form_of(tmp_path / name) is form


def test_a_name_that_says_nothing_known_is_refused(tmp_path):
    with pytest.raises(CaseError, match=r"\.odt"):
        form_of(tmp_path / "brief.odt")


STARTS = {
    ExportForm.PDF: b"%PDF-",
    ExportForm.HTML: b"<!doctype html>",
    ExportForm.DOCX: b"PK\x03\x04",
    ExportForm.MARKDOWN: b"**TLP:AMBER**",
}


@pytest.mark.parametrize(("form", "start"), list(STARTS.items()))
async def test_every_form_is_kept_recorded_and_the_same_again(work, tmp_path, form, start):
    briefing = await begun(work)
    first = await export(work.library, work.history, briefing, tmp_path / "1", form)
    assert await export(work.library, work.history, briefing, tmp_path / "2", form) == first
    data = (tmp_path / "1").read_bytes()
    assert data.startswith(start)
    assert work.library.files.read(first.stored.sha256) == data
    assert {each.form for each in work.read(briefings.exports, briefing.id)} == {form}


async def test_only_what_holds_a_pdf_is_signed(work, tmp_path):
    briefing = await begun(work)
    with pytest.raises(CaseError, match="Only a PDF can be signed"):
        await export(
            *(work.library, work.history, briefing, tmp_path / "brief.md", ExportForm.MARKDOWN),
            sign=lambda data: data,
        )
    target = tmp_path / "brief.pdf"
    await export(work.library, work.history, briefing, target, sign=lambda data: data + b"signed")
    assert target.read_bytes().endswith(b"signed")
    assert [each.is_signed for each in work.read(briefings.exports, briefing.id)] == [True]


@pytest.mark.parametrize("form", list(STARTS))
async def test_whoever_watches_may_stop_any_form(work, tmp_path, form):
    def stop(_done, _total):
        raise CaseError("Stopped.")

    briefing = await begun(work)
    with pytest.raises(CaseError, match="Stopped"):
        await export(work.library, work.history, briefing, tmp_path / "x", form, progress=stop)
    assert not (tmp_path / "x").exists()
    assert work.read(briefings.exports, briefing.id) == []
