"""Grading sources."""

import pytest

from caseboard.commands.grading import GradeSource, MarkInterested, Unreasoned
from caseboard.errors import CaseError
from caseboard.model.entities import Source
from caseboard.model.terms import Reliability
from caseboard.store import entities, source_pages
from caseworker import Casework


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def graded(work):
    await work.open()
    await work.claim(await work.clip())
    return work.read(entities.ids_in_case, Source, work.case)[0]


def source(work, source_id):
    return work.read(source_pages.read, work.case, source_id).source


async def test_a_grade_is_set_with_its_reason(work):
    source_id = await graded(work)
    await work.history.run(GradeSource(work.case, source_id, Reliability.B, " Answers for it. "))
    found = source(work, source_id)
    assert (found.reliability, found.reliability_reason) == (Reliability.B, "Answers for it.")


@pytest.mark.parametrize("letter", [each for each in Reliability if each is not Reliability.F])
async def test_a_grade_that_says_something_needs_a_reason(work, letter):
    source_id = await graded(work)
    with pytest.raises(Unreasoned, match="rests on"):
        await work.history.run(GradeSource(work.case, source_id, letter, "  "))
    assert source(work, source_id).reliability is Reliability.F


async def test_what_cannot_be_judged_needs_no_reason(work):
    source_id = await graded(work)
    await work.history.run(GradeSource(work.case, source_id, Reliability.A, "Seen to be right."))
    await work.history.run(GradeSource(work.case, source_id, Reliability.F))
    assert source(work, source_id).reliability is Reliability.F


async def test_the_history_tells_every_grade_newest_first(work):
    source_id = await graded(work)
    await work.history.run(GradeSource(work.case, source_id, Reliability.B, "Answers for it."))
    await work.history.run(GradeSource(work.case, source_id, Reliability.D, "Wrong twice."))
    await work.history.run(MarkInterested(work.case, source_id, is_interested=True))
    marked, second, first, made = work.read(source_pages.grades, source_id)
    assert (marked.before, marked.after) == ({"interested": False}, {"interested": True})
    assert (second.before["reliability"], second.after["reliability"]) == ("B", "D")
    assert second.after["reliability_reason"] == "Wrong twice."
    assert (first.before["reliability"], first.label) == ("F", "Grade source B")
    assert (made.before, made.after["reliability"]) == ({}, "F")
    assert {each.who for each in (marked, second, first, made)} == {"tester"}


async def test_the_same_grade_again_is_no_change(work):
    source_id = await graded(work)
    command = GradeSource(work.case, source_id, Reliability.B, "Answers for it.")
    await work.history.run(command)
    written = await work.history.record(command)
    assert written.change is None


async def test_undo_takes_a_grade_and_a_mark_back(work):
    source_id = await graded(work)
    await work.history.run(GradeSource(work.case, source_id, Reliability.B, "Answers for it."))
    await work.history.run(MarkInterested(work.case, source_id, is_interested=True))
    assert source(work, source_id).interested
    assert await work.history.undo(work.case) == "Mark as interested party"
    assert await work.history.undo(work.case) == "Grade source B"
    found = source(work, source_id)
    assert (found.reliability, found.reliability_reason, found.interested) == ("F", "", False)


async def test_a_source_that_is_gone_is_not_graded(work):
    await graded(work)
    with pytest.raises(CaseError, match="no longer"):
        await work.history.run(GradeSource(work.case, "nobody", Reliability.F))
