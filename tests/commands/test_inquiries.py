"""Questions, hypotheses, evidence and cells."""

import pytest

from caseboard.commands.claims import BinClaim
from caseboard.commands.inquiries import (
    AddEvidence,
    AddHypothesis,
    BinHypothesis,
    BinInquiry,
    EditHypothesis,
    EditInquiry,
    MoveHypothesis,
    OpenInquiry,
    RemoveEvidence,
)
from caseboard.commands.rating import RateFit, RateFits
from caseboard.errors import CaseError
from caseboard.model.terms import Fit
from caseboard.store import inquiries
from caseworker import Casework


@pytest.fixture
def asked(library, history):
    """A case with two claims and one question with two hypotheses, tried on both."""

    async def asked():
        work = Casework(library, history)
        await work.open()
        clip = await work.clip()
        work.claims = [
            await work.claim(clip),
            await work.claim(clip, "Two columns got in", "Two columns"),
        ]
        work.inquiry = await work.history.run(
            OpenInquiry(
                work.case, " What \n happened? ", ("It held", "It fell"), tuple(work.claims)
            )
        )
        return work

    return asked


def sheet(work):
    return work.read(inquiries.read, work.inquiry)


def columns(work):
    return [(each.ref[-2:], each.statement) for each in sheet(work).hypotheses]


def cells(work):
    refs = {each.id: each.ref[-2:] for each in sheet(work).hypotheses}
    return {
        (refs[hypothesis], work.claims.index(claim)): (cell.fit.value, cell.reason)
        for (hypothesis, claim), cell in sheet(work).cells.items()
    }


def rate(work, column, row, fit, reason=None):
    hypothesis = sheet(work).hypotheses[column].id
    return RateFit(work.case, hypothesis, work.claims[row], fit, reason)


async def test_a_question_is_asked_with_hypotheses_and_evidence_and_every_cell_open(asked):
    work = await asked()
    assert sheet(work).inquiry.question == "What happened?"
    assert columns(work) == [("H1", "It held"), ("H2", "It fell")]
    assert sheet(work).evidence == work.claims
    assert cells(work) == {}


async def test_undo_takes_a_question_back_whole_and_redo_brings_it_again(asked, history):
    work = await asked()
    before = columns(work)
    assert await history.undo(work.case) == "Weigh hypotheses on “What happened?”"
    assert sheet(work) is None
    await history.redo(work.case)
    assert columns(work) == before


@pytest.mark.parametrize(
    ("statements", "refusal"),
    [(("It held", " it  HELD "), "Two hypotheses say"), (("It held", " "), "needs a statement")],
)
async def test_hypotheses_that_do_not_compete_are_refused(asked, history, statements, refusal):
    work = await asked()
    with pytest.raises(CaseError, match=refusal):
        await history.run(OpenInquiry(work.case, "Why?", statements))
    assert len(work.read(inquiries.of_case, work.case)) == 1


async def test_a_question_without_words_is_refused(asked, history):
    work = await asked()
    with pytest.raises(CaseError, match="no question"):
        await history.run(OpenInquiry(work.case, " \n "))
    with pytest.raises(CaseError, match="no question"):
        await history.run(EditInquiry(work.case, work.inquiry, ""))


async def test_numbers_of_hypotheses_are_never_given_twice(asked, history):
    work = await asked()
    await history.run(BinHypothesis(work.case, sheet(work).hypotheses[1].id))
    await history.run(AddHypothesis(work.case, work.inquiry, "Both"))
    assert columns(work) == [("H1", "It held"), ("H3", "Both")]
    await history.undo(work.case)
    await history.undo(work.case)
    assert columns(work) == [("H1", "It held"), ("H2", "It fell")]


async def test_one_question_may_have_a_single_hypothesis_or_none(asked, history):
    work = await asked()
    lonely = await history.run(OpenInquiry(work.case, "Why?", ("So",)))
    assert len(work.read(inquiries.read, lonely).hypotheses) == 1


async def test_a_hypothesis_is_stated_otherwise_but_not_as_another_is(asked, history):
    work = await asked()
    first, second = sheet(work).hypotheses
    await history.run(EditHypothesis(work.case, first.id, "IT HELD"))
    assert columns(work)[0] == ("H1", "IT HELD")
    with pytest.raises(CaseError, match="Two hypotheses"):
        await history.run(EditHypothesis(work.case, second.id, "it held"))


@pytest.mark.parametrize(
    ("to", "order"), [(0, "H2 H1 H3"), (2, "H1 H3 H2"), (9, "H1 H3 H2"), (-1, "H2 H1 H3")]
)
async def test_a_column_moves_and_undo_moves_it_back(asked, history, to, order):
    work = await asked()
    await history.run(AddHypothesis(work.case, work.inquiry, "Both"))
    await history.run(MoveHypothesis(work.case, sheet(work).hypotheses[1].id, to))
    assert " ".join(ref for ref, _words in columns(work)) == order
    await history.undo(work.case)
    assert " ".join(ref for ref, _words in columns(work)) == "H1 H2 H3"


async def test_a_cell_is_rated_with_a_reason_that_stays_when_only_the_fit_changes(asked, history):
    work = await asked()
    await history.run(rate(work, 0, 1, Fit.INCONSISTENT, " They were seen inside. "))
    assert cells(work) == {("H1", 1): ("I", "They were seen inside.")}
    await history.run(rate(work, 0, 1, Fit.VERY_INCONSISTENT))
    assert cells(work) == {("H1", 1): ("II", "They were seen inside.")}
    await history.run(rate(work, 0, 1, None))
    assert cells(work) == {}
    await history.undo(work.case)
    assert cells(work) == {("H1", 1): ("II", "They were seen inside.")}


async def test_several_cells_are_rated_and_undone_as_one(asked, history):
    work = await asked()
    wanted = tuple(rate(work, column, 0, Fit.CONSISTENT) for column in (0, 1))
    await history.run(RateFits(work.case, wanted))
    assert cells(work) == {("H1", 0): ("C", ""), ("H2", 0): ("C", "")}
    assert await history.undo(work.case) == "Rate 2 cells"
    assert cells(work) == {}


async def test_a_claim_that_is_no_evidence_is_not_rated(asked, history):
    work = await asked()
    command = rate(work, 0, 1, Fit.CONSISTENT)
    await history.run(RemoveEvidence(work.case, work.inquiry, (work.claims[1],)))
    with pytest.raises(CaseError, match="H1 is not tried on C2"):
        await history.run(command)


async def test_removing_evidence_takes_its_cells_and_undo_brings_both_back(asked, history):
    work = await asked()
    await history.run(rate(work, 0, 0, Fit.CONSISTENT, "Said so."))
    await history.run(rate(work, 0, 1, Fit.NEUTRAL))
    await history.run(RemoveEvidence(work.case, work.inquiry, (work.claims[0],)))
    assert sheet(work).evidence == [work.claims[1]]
    assert cells(work) == {("H1", 1): ("N", "")}
    await history.undo(work.case)
    assert sheet(work).evidence == work.claims
    assert cells(work)["H1", 0] == ("C", "Said so.")


async def test_evidence_is_added_once_however_often_it_is_asked_for(asked, history):
    work = await asked()
    await history.run(AddEvidence(work.case, work.inquiry, (work.claims[0], work.claims[0])))
    assert sheet(work).evidence == work.claims


async def test_a_claim_of_another_case_is_no_evidence(asked, history, library):
    work = await asked()
    other = Casework(library, history)
    await other.open("Pokrovsk")
    foreign = await other.claim(await other.clip(b"other"))
    with pytest.raises(CaseError, match="another case"):
        await history.run(AddEvidence(work.case, work.inquiry, (foreign,)))


async def test_a_claim_in_the_bin_leaves_the_matrix_and_comes_back_with_its_cells(asked, history):
    work = await asked()
    await history.run(rate(work, 1, 0, Fit.INCONSISTENT))
    await history.run(BinClaim(work.case, work.claims[0]))
    assert sheet(work).evidence == [work.claims[1]]
    assert sheet(work).cells == {}
    await history.undo(work.case)
    assert cells(work) == {("H2", 0): ("I", "")}


async def test_a_question_goes_to_the_bin_with_its_hypotheses_and_comes_back_with_them(
    asked, history
):
    work = await asked()
    first = sheet(work).hypotheses[0].id
    await history.run(BinInquiry(work.case, work.inquiry))
    assert work.read(inquiries.of_case, work.case) == []
    assert work.read(inquiries.inquiry_of, first) is None
    await history.undo(work.case)
    assert work.read(inquiries.inquiry_of, first) == work.inquiry
    assert len(columns(work)) == 2
