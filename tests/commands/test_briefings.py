"""Briefings: begun, exported, and the same again while nothing has changed."""

from datetime import timedelta

import pytest

from caseboard.analysis.cutoff import before
from caseboard.commands.briefings import SaveBriefing, draft, export
from caseboard.commands.claims import AddReport
from caseboard.commands.editing import Edit
from caseboard.commands.notes import WriteNote
from caseboard.errors import CaseError
from caseboard.i18n import speaking
from caseboard.model.clip import Clip
from caseboard.model.ids import NoteId
from caseboard.store import briefings, cases, dossiers
from caseworker import NOON, Casework


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def begun(work):
    case = work.read(cases.by_id, await work.open())
    await work.claim(await work.clip())
    briefing = draft(case)
    await work.history.run(SaveBriefing(briefing))
    return briefing


async def test_a_first_briefing_is_in_the_language_spoken(work):
    case = work.read(cases.by_id, await work.open())
    assert draft(case).language == "en"
    with speaking("uk"):
        assert draft(case).language == "uk"


async def test_an_export_is_recorded_with_its_hash_and_kept(work, tmp_path):
    briefing = await begun(work)
    stored = await export(work.library, work.history, briefing, tmp_path / "brief.pdf")
    (record,) = work.read(briefings.exports, briefing.id)
    assert (record.sha256, record.bytes, record.version) == (stored.sha256, stored.bytes, 1)
    assert work.library.files.read(stored.sha256) == (tmp_path / "brief.pdf").read_bytes()


async def test_nothing_changed_is_the_same_version_to_the_byte(work, tmp_path):
    briefing = await begun(work)
    first = await export(work.library, work.history, briefing, tmp_path / "1.pdf")
    assert await export(work.library, work.history, briefing, tmp_path / "2.pdf") == first
    await work.history.run(WriteNote(briefing.case_id, NoteId("note-1"), "Ask for imagery."))
    again = await export(work.library, work.history, briefing, tmp_path / "3.pdf")
    assert again.sha256 != first.sha256
    assert [e.version for e in work.read(briefings.exports, briefing.id)] == [2, 1, 1]


async def test_a_folder_that_is_not_there_is_said_and_nothing_recorded(work, tmp_path):
    briefing = await begun(work)
    with pytest.raises(CaseError):
        await export(work.library, work.history, briefing, tmp_path / "no" / "brief.pdf")
    assert work.read(briefings.exports, briefing.id) == []


async def test_what_was_captured_after_the_cutoff_is_left_out_with_what_rests_on_it(work):
    await work.open()
    early = await work.clip(b"early", title="Early")
    late = await work.clip(b"late", title="Late")
    await work.history.run(Edit(Clip, late, {"captured": NOON + timedelta(hours=6)}, "later"))
    await work.tag(early)
    await work.tag(late, "the map", "Oskil")
    first = await work.claim(early)
    second = await work.claim(late, "Two columns got in", "Two columns")
    await work.dispute(first, second)
    await work.history.run(AddReport(work.case, first, work.report(late, "DeepState", ())))
    whole = work.read(dossiers.read, work.case)
    cut = before(whole, NOON + timedelta(hours=1))
    assert [clip.title for clip in cut.clips] == ["Early"]
    assert [claim.id for claim in cut.claims] == [first]
    assert [place.name for place in cut.locations] == ["Kupiansk"]
    assert (len(cut.reports), list(cut.disputes)) == (1, [])
    assert {source.name for source in cut.sources} == {"General Staff", "Ukrinform"}
    assert before(whole, None) is whole
    assert before(whole, NOON + timedelta(hours=9)) is whole
