"""What the process that prints reads anew, and what it keeps."""

import pytest

from caseboard.commands.briefings import SaveBriefing, draft
from caseboard.model.case import Case
from caseboard.store import briefings
from caseboard.ui.press.reading import Reader
from caseworker import Casework


@pytest.fixture
def written(library, history):
    async def written():
        work = Casework(library, history)
        await work.open()
        await work.clip()
        case = await library.database.read(lambda session: session.get(Case, work.case))
        briefing_id = await history.run(SaveBriefing(draft(case)))
        return work, await library.database.read(briefings.by_id, briefing_id)

    return written


async def test_writing_the_briefing_reads_no_case_again(library, history, written):
    _work, briefing = await written()
    reader = Reader(library.database)
    before = reader.material(briefing).dossier
    await history.run(SaveBriefing(briefing.model_copy(update={"bottom_line": "Nothing."})))
    after = reader.material(briefing).dossier
    assert after.clips is before.clips
    assert after.journal_seq == before.journal_seq + 1
    assert after.journal_head != before.journal_head


async def test_a_change_of_the_case_is_read(library, written):
    work, briefing = await written()
    reader = Reader(library.database)
    reader.material(briefing)
    await work.clip(b"other", "other", title="Other")
    assert len(reader.material(briefing).dossier.clips) == 2
    assert len(reader.material(briefing).dossier.clips) == 2


async def test_another_case_is_read(library, history, written):
    _work, briefing = await written()
    other = Casework(library, history)
    await other.open("Another")
    reader = Reader(library.database)
    reader.material(briefing)
    elsewhere = briefing.model_copy(update={"case_id": other.case})
    assert reader.material(elsewhere).dossier.case.id == other.case
