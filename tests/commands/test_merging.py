"""Two claims or two sources become one."""

import pytest

from caseboard.analysis.standing import weigh
from caseboard.commands.claims import AddReport
from caseboard.commands.merging import MergeClaims, MergeSources
from caseboard.errors import CaseError
from caseboard.model.terms import ClaimStatus
from caseboard.store import dossiers, evidence, ledgers
from caseworker import Casework


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def two_claims(work):
    await work.open()
    work.clip_id = await work.clip()
    one = await work.claim(work.clip_id)
    other = await work.history.run(
        AddReport(work.case, one, work.report(work.clip_id, "DeepState", (), "Two columns"))
    )
    assert other
    two = await work.claim(work.clip_id, "Nobody got in", "stopped")
    return one, two


def source(work, name):
    found = [each for each in work.read(dossiers.read, work.case).sources if each.name == name]
    return found[0].id if found else None


async def test_a_claim_takes_over_the_reports_of_another(work):
    one, two = await two_claims(work)
    await work.history.run(MergeClaims(work.case, one, (two,)))
    assert [view.anchor.exact for view in work.read(evidence.reports_of, one)] == [
        "All assaults",
        "Two columns",
        "stopped",
    ]
    assert [view.relays[0].name for view in work.read(evidence.reports_of, one) if view.relays] == [
        "Ukrinform",
        "Ukrinform",
    ]
    assert [claim.id for claim in work.read(evidence.claims_of, work.case)] == [one]


async def test_undo_parts_merged_claims_again(work):
    one, two = await two_claims(work)
    before = weigh(work.read(ledgers.read, work.case))
    await work.history.run(MergeClaims(work.case, one, (two,)))
    assert weigh(work.read(ledgers.read, work.case)) != before
    await work.history.undo(work.case)
    assert weigh(work.read(ledgers.read, work.case)) == before
    assert two in before


async def test_the_same_words_of_the_same_mouth_are_not_taken_over_twice(work):
    one, _two = await two_claims(work)
    same = await work.claim(work.clip_id, "All attacks failed")
    await work.history.run(MergeClaims(work.case, one, (same,)))
    assert len(work.read(evidence.reports_of, one)) == 2


async def test_disputes_go_over_and_one_between_the_two_is_over(work):
    one, two = await two_claims(work)
    three = await work.claim(work.clip_id, "Two columns got in", "Two columns got in")
    await work.dispute(one, two)
    await work.dispute(two, three)
    await work.history.run(MergeClaims(work.case, one, (two,)))
    (left,) = work.read(dossiers.read, work.case).disputes
    assert {left.claim_a_id, left.claim_b_id} == {one, three}


async def test_a_claim_is_not_merged_with_itself(work):
    one, _two = await two_claims(work)
    with pytest.raises(CaseError, match="another one"):
        await work.history.run(MergeClaims(work.case, one, (one,)))


async def test_two_spellings_of_one_source_are_one_origin_once_merged(work):
    one, _two = await two_claims(work)
    odd = work.report(work.clip_id, "General Staf", ("Ukrinfrom",), "the staff said")
    await work.history.run(AddReport(work.case, one, odd))
    assert len(weigh(work.read(ledgers.read, work.case))[one].origins) == 3
    command = MergeSources(
        work.case, source(work, "General Staff"), (source(work, "General Staf"),)
    )
    await work.history.run(command)
    standing = weigh(work.read(ledgers.read, work.case))[one]
    assert [origin.name for origin in standing.origins] == ["General Staff", "DeepState"]
    assert standing.status is ClaimStatus.CORROBORATED
    kept = next(s for s in work.read(dossiers.read, work.case).sources if s.name == "General Staff")
    assert kept.aliases == ["General Staf"]
    await work.history.undo(work.case)
    assert len(weigh(work.read(ledgers.read, work.case))[one].origins) == 3


async def test_nobody_passes_a_report_on_to_themselves(work):
    await work.open()
    clip_id = await work.clip()
    one = await work.claim(clip_id)
    chain = work.report(clip_id, "Staff", ("Ukrinfrom", "Ukrinform", "Post"), "stopped")
    await work.history.run(AddReport(work.case, one, chain))
    await work.history.run(
        MergeSources(work.case, source(work, "Ukrinform"), (source(work, "Ukrinfrom"),))
    )
    said = work.read(evidence.reports_of, one)[-1]
    assert [relay.name for relay in said.relays] == ["Ukrinform", "Post"]
