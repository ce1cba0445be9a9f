"""Saying whether two clips print one copy."""

import pytest

from caseboard.analysis.standing import standings, weigh
from caseboard.commands.claims import AddClaim, AddReport, ReportDraft
from caseboard.commands.describing import DescribeClip
from caseboard.commands.sources import Named
from caseboard.commands.syndications import ForgetJudgement, JudgeCopies
from caseboard.errors import CaseError
from caseboard.model.terms import ClaimStatus, SourceKind, Stance
from caseboard.store import dossiers, ledgers, verify
from caseworker import Casework

COPY = " ".join(f"word{number}" for number in range(60))


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def two_outlets(work, *texts):
    """A case with a claim that two outlets make, each in its own clip."""
    await work.open()
    clips, claim = [], None
    for name, text in zip(("Daily", "Wire"), texts, strict=True):
        clip_id = await work.clip(name.encode(), text, name)
        outlet = Named(name, SourceKind.OUTLET)
        await work.history.run(DescribeClip(work.case, clip_id, {}, outlet))
        draft = ReportDraft(clip_id, work.at(text[:5], text), Stance.SUPPORTS, outlet)
        if claim:
            await work.history.run(AddReport(work.case, claim, draft))
        else:
            claim = await work.history.run(AddClaim(work.case, "It happened", draft))
        clips.append(clip_id)
    return clips


def standing(work):
    whole = standings(work.read(dossiers.read, work.case))
    part = weigh(work.read(ledgers.read, work.case))
    assert whole == part
    (found,) = whole.values()
    return found


async def test_the_analyst_parts_what_prints_the_same_text(work):
    one, other = await two_outlets(work, COPY, COPY)
    assert standing(work).status is ClaimStatus.SINGLE_SOURCE
    await work.history.run(JudgeCopies(work.case, other, one, False, " Both were there "))
    assert standing(work).status is ClaimStatus.CORROBORATED
    assert standing(work).working.endswith(
        "Daily and Wire print the same text; the analyst takes them for independent:"
        " Both were there"
    )
    await work.history.undo(work.case)
    assert standing(work).status is ClaimStatus.SINGLE_SOURCE
    await work.history.redo(work.case)
    assert standing(work).status is ClaimStatus.CORROBORATED


async def test_the_analyst_joins_what_was_retold(work):
    one, other = await two_outlets(work, COPY, " ".join(reversed(COPY.split())))
    assert standing(work).status is ClaimStatus.CORROBORATED
    await work.history.run(JudgeCopies(work.case, one, other, True))
    assert standing(work).status is ClaimStatus.SINGLE_SOURCE
    assert "Counted with Daily on the analyst’s word: Wire." in standing(work).working


async def test_a_judgement_is_changed_taken_back_and_made_again(work):
    one, other = await two_outlets(work, COPY, COPY)
    for same in (False, True, False):
        await work.history.run(JudgeCopies(work.case, one, other, same))
        expected = ClaimStatus.SINGLE_SOURCE if same else ClaimStatus.CORROBORATED
        assert standing(work).status is expected
    await work.history.run(ForgetJudgement(work.case, one, other))
    assert standing(work).status is ClaimStatus.SINGLE_SOURCE
    again = await work.history.record(ForgetJudgement(work.case, other, one))
    assert again.change is None
    await work.history.run(JudgeCopies(work.case, one, other, False))
    assert standing(work).status is ClaimStatus.CORROBORATED
    same = await work.history.record(JudgeCopies(work.case, one, other, False))
    assert same.change is None
    assert work.read(verify.library, work.library.files) == []


async def test_a_clip_is_not_judged_with_itself_or_with_one_of_another_case(work):
    one, _other = await two_outlets(work, COPY, COPY)
    with pytest.raises(CaseError, match="one case"):
        await work.history.run(JudgeCopies(work.case, one, one, True))
    await work.open("Another case")
    elsewhere = await work.clip(b"else")
    with pytest.raises(CaseError, match="one case"):
        await work.history.run(JudgeCopies(work.case, one, elsewhere, True))
