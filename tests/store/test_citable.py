"""What a briefing may cite, with who said it."""

import pytest

from caseboard.commands.claims import AddReport
from caseboard.commands.editing import Bin, Edit
from caseboard.model.clip import Clip
from caseboard.model.entities import Source
from caseboard.model.terms import Credibility, Reliability
from caseboard.store import citable, dossiers
from caseboard.store.citable import Voice
from caseworker import Casework


@pytest.fixture
def work(library, history):
    return Casework(library, history)


def source(work, name):
    there = work.read(dossiers.read, work.case).sources
    return next(each for each in there if each.name == name)


async def test_a_claim_is_offered_with_everybody_who_supports_it_once(work):
    await work.open()
    clip = await work.clip()
    claim = await work.claim(clip)
    await work.history.run(AddReport(work.case, claim, work.report(clip)))
    await work.history.run(AddReport(work.case, claim, work.report(clip, "Mayor", ())))
    staff = source(work, "General Staff")
    await work.history.run(Edit(Source, staff.id, {"reliability": Reliability.B}, "grade"))
    found = {each.ref: each for each in work.read(citable.of_case, work.case)}
    assert found["C1"].title == "The attack was repelled"
    assert found["C1"].voices == (
        Voice("General Staff", Reliability.B, Credibility.UNJUDGED),
        Voice("Mayor", Reliability.F, Credibility.UNJUDGED),
    )


async def test_a_clip_is_offered_with_who_published_it_and_no_credibility(work):
    await work.open()
    clip = await work.clip()
    await work.claim(clip)
    publisher = source(work, "Ukrinform")
    await work.history.run(Edit(Clip, clip, {"source_id": publisher.id}, "publisher"))
    found = {each.ref: each for each in work.read(citable.of_case, work.case)}
    assert found["E001"].table == "clip"
    assert found["E001"].voices == (Voice("Ukrinform", Reliability.F),)


async def test_what_is_in_the_bin_is_not_offered(work):
    await work.open()
    clip = await work.clip()
    await work.history.run(Bin(Clip, frozenset([clip]), "bin", work.case))
    assert work.read(citable.of_case, work.case) == []
