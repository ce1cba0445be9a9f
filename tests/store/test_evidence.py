"""What claims rest on, read without the rest of the case; and what can be linked to by ref."""

import pytest

from caseboard.analysis import standing
from caseboard.commands.bin_clips import BinClips
from caseboard.store import dossiers, evidence, ledgers, references
from caseworker import Casework


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def case_of_two(work):
    await work.open()
    clip_id = await work.clip()
    other = await work.clip(b"Nothing is claimed here.", "Nothing is claimed here.", "Quiet")
    one = await work.claim(clip_id)
    two = await work.claim(clip_id, "Two columns got in", exact="Two columns")
    await work.dispute(one, two)
    return clip_id, other, one, two


async def test_claims_weigh_the_same_as_in_the_whole_dossier(work):
    await case_of_two(work)
    light = work.read(ledgers.read, work.case)
    whole = work.read(dossiers.read, work.case)
    assert standing.weigh(light) == standing.standings(whole)
    assert [claim.ref for claim in light.claims] == [claim.ref for claim in whole.claims]


async def test_reports_come_with_all_they_name(work):
    _clip, _other, one, _two = await case_of_two(work)
    (view,) = work.read(evidence.reports_of, one)
    assert (view.claim.id, view.anchor.exact) == (one, "All assaults")
    assert (view.claimant.name, [relay.name for relay in view.relays]) == (
        "General Staff",
        ["Ukrinform"],
    )


async def test_what_rests_on_a_binned_clip_is_left_out(work, history):
    clip_id, _other, one, _two = await case_of_two(work)
    await history.run(BinClips(work.case, frozenset([clip_id])))
    assert work.read(evidence.reports_of, one) == []
    assert work.read(evidence.claims_of, work.case) == []


async def test_clips_and_claims_are_found_by_ref_in_any_letter_case(work):
    clip_id, other, one, two = await case_of_two(work)
    refs = [(each.ref, each.row_id) for each in work.read(references.of_case, work.case)]
    assert refs == [("E001", clip_id), ("E002", other), ("C1", one), ("C2", two)]
    assert work.read(references.find, work.case, " e002 ").row_id == other
    assert work.read(references.find, work.case, "KUP-2024-11-C2").row_id == two
    assert work.read(references.find, work.case, "E9") is None
