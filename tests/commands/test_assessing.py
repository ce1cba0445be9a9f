"""A status on the analyst's word."""

import pytest

from caseboard.analysis.standing import weigh
from caseboard.commands.assessing import OverrideStatus
from caseboard.errors import CaseError
from caseboard.model.terms import ClaimStatus
from caseboard.store import ledgers, row_history
from caseworker import Casework


@pytest.fixture
def stated(library, history):
    """A case with one claim, of one report."""

    async def stated():
        work = Casework(library, history)
        await work.open()
        work.id = await work.claim(await work.clip())
        return work

    return stated


def standing(work):
    return weigh(work.read(ledgers.read, work.case))[work.id]


async def test_a_status_stands_on_the_analysts_word_and_says_what_it_would_be(stated, history):
    claim = await stated()
    command = OverrideStatus(claim.case, claim.id, ClaimStatus.CORROBORATED, "Seen  on imagery")
    await history.run(command)
    found = standing(claim)
    assert (found.status, found.derived) == (ClaimStatus.CORROBORATED, ClaimStatus.SINGLE_SOURCE)
    assert found.working.splitlines()[0] == (
        "Corroborated on the analyst’s word: Seen on imagery."
        " From the reports it would be single source."
    )


async def test_undo_takes_back_a_status_and_redo_sets_it_again(stated, history):
    claim = await stated()
    await history.run(OverrideStatus(claim.case, claim.id, ClaimStatus.DISPUTED, "Doubtful"))
    await history.undo(claim.case)
    assert not standing(claim).is_overridden
    await history.redo(claim.case)
    assert standing(claim).status is ClaimStatus.DISPUTED


async def test_taking_back_a_status_drops_its_reason_and_both_stand_in_the_history(stated, history):
    claim = await stated()
    await history.run(OverrideStatus(claim.case, claim.id, ClaimStatus.DISPUTED, "Doubtful"))
    await history.run(OverrideStatus(claim.case, claim.id, None))
    assert not standing(claim).is_overridden
    changes = claim.read(row_history.of, "claim", claim.id, ("status_override", "override_reason"))
    assert [change.label for change in changes][-2:] == [
        "Override claim status",
        "Take back status of claim",
    ]


async def test_a_status_without_a_reason_is_refused_in_words(stated, history):
    claim = await stated()
    with pytest.raises(CaseError, match="needs a reason"):
        await history.run(OverrideStatus(claim.case, claim.id, ClaimStatus.DISPUTED, "  "))
    assert not standing(claim).is_overridden


async def test_a_claim_that_has_gone_is_not_overridden(stated, history):
    claim = await stated()
    with pytest.raises(CaseError, match="no longer in the case"):
        await history.run(OverrideStatus(claim.case, "gone", ClaimStatus.DISPUTED, "Why"))
