"""Two claims are set against each other once, with what contradicts either of them."""

import pytest

from caseboard.commands.claims import AddDispute
from caseboard.commands.disputing import Contradiction, StateDispute
from caseboard.commands.editing import Bin
from caseboard.errors import CaseError
from caseboard.model.claim import Dispute
from caseboard.model.terms import Stance
from caseboard.store import claims, dossiers, evidence
from caseworker import Casework


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def paired(work):
    await work.open()
    work.clip_id = await work.clip()
    work.one = await work.claim(work.clip_id)
    work.other = await work.claim(work.clip_id, "Two columns got in", exact="Two columns")
    (work.said,) = work.read(claims.reports_of, work.one)


async def test_two_claims_are_paired_once_whichever_way_round(work, history):
    await paired(work)
    dispute_id = await work.dispute(work.one, work.other)
    for pair in ((work.one, work.other), (work.other, work.one)):
        with pytest.raises(CaseError, match="in a dispute already"):
            await history.run(AddDispute(work.case, *pair))
    await history.run(Bin(Dispute, frozenset([dispute_id]), "Delete dispute", work.case))
    await work.dispute(work.other, work.one)
    assert len(work.read(dossiers.read, work.case).disputes) == 1


async def test_a_claim_may_clash_with_a_third_one(work):
    await paired(work)
    third = await work.claim(work.clip_id, "Nobody came")
    await work.dispute(work.one, work.other)
    await work.dispute(work.one, third)
    assert len(work.read(dossiers.read, work.case).disputes) == 2


async def test_the_words_of_one_side_are_recorded_against_the_other_and_undone_in_one(
    work, history
):
    await paired(work)
    command = StateDispute(
        AddDispute(work.case, work.one, work.other), (Contradiction(work.said.id, work.other),)
    )
    await history.run(command)
    _own, against = work.read(evidence.reports_of, work.other)
    (own,) = work.read(evidence.reports_of, work.one)
    assert against.report.stance is Stance.CONTRADICTS
    assert (against.anchor.id, against.claimant.id) == (own.anchor.id, own.claimant.id)
    assert [relay.name for relay in against.relays] == ["Ukrinform"]
    await history.undo(work.case)
    assert len(work.read(evidence.reports_of, work.other)) == 1
    assert work.read(dossiers.read, work.case).disputes == []


async def test_what_is_recorded_already_is_not_recorded_twice(work, history):
    await paired(work)
    also = (Contradiction(work.said.id, work.other),) * 2
    await history.run(StateDispute(AddDispute(work.case, work.one, work.other), also))
    assert len(work.read(evidence.reports_of, work.other)) == 2


async def test_words_of_neither_side_are_refused_and_nothing_is_written(work, history):
    await paired(work)
    third = await work.claim(work.clip_id, "Nobody came")
    also = (Contradiction(work.said.id, third),)
    with pytest.raises(CaseError, match="neither side"):
        await history.run(StateDispute(AddDispute(work.case, work.one, work.other), also))
    assert work.read(dossiers.read, work.case).disputes == []
