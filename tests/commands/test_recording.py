"""The record of a case as a briefing tells it."""

import pytest

from caseboard.briefing.record import Record
from caseboard.commands import recording
from caseboard.commands.briefings import draft
from caseboard.model.work import Briefing
from caseboard.store import cases, records
from caseworker import Casework


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def begin(work):
    await work.open()
    await work.clip()


def briefing(work, *kinds) -> Briefing:
    made = draft(work.read(cases.by_id, work.case))
    return made.model_copy(update={"sections": [{"kind": kind} for kind in kinds]})


async def test_a_briefing_without_proof_asks_nothing_of_the_journal(work):
    await begin(work)
    assert work.read(recording.of_briefing, briefing(work, "bottom_line"), 99) is None


async def test_exhibits_ask_who_collected_and_check_nothing(work):
    await begin(work)
    files = work.library.files
    record = work.read(recording.of_briefing, briefing(work, "exhibits"), 99, files)
    assert record == Record(collectors=work.read(records.collectors, work.case))


async def test_custody_checks_files_and_journal_where_it_may(work):
    await begin(work)
    wanted = briefing(work, "custody", "exhibits")
    assert len(work.read(recording.of_briefing, wanted, 99).deeds) == 2
    assert work.read(recording.of_briefing, wanted, 99).problems is None
    assert work.read(recording.of_briefing, wanted, 99, work.library.files).problems == ()


async def test_a_damaged_file_is_a_problem_that_names_its_exhibit(work):
    await begin(work)
    (path,) = (p for p in (work.library.folder / "files").rglob("*") if p.is_file())
    path.write_bytes(b"other")
    record = work.read(recording.of_briefing, briefing(work, "custody"), 99, work.library.files)
    (problem,) = record.problems
    assert "-E001: The file note.txt" in problem
