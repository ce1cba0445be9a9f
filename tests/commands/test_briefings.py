"""Briefings: begun, and cut off at a time."""

from datetime import timedelta

import pytest

from caseboard.analysis.cutoff import before
from caseboard.commands.briefings import SaveBriefing, draft, duplicate
from caseboard.commands.claims import AddReport
from caseboard.commands.editing import Edit
from caseboard.i18n import speaking
from caseboard.model.clip import Clip
from caseboard.model.terms import BriefingStatus
from caseboard.store import briefings, cases, dossiers
from caseworker import NOON, Casework


@pytest.fixture
def work(library, history):
    return Casework(library, history)


async def test_a_first_briefing_is_in_the_language_spoken(work):
    case = work.read(cases.by_id, await work.open())
    assert draft(case).language == "en"
    with speaking("uk"):
        assert draft(case).language == "uk"


async def test_what_was_captured_after_the_cutoff_is_left_out_with_what_rests_on_it(work):
    await work.open()
    early = await work.clip(b"early", title="Early")
    late = await work.clip(b"late", title="Late")
    await work.history.run(Edit(Clip, late, {"captured": NOON + timedelta(hours=6)}, "later"))
    await work.tag(early)
    await work.tag(late, "the map", "Oskil")
    first = await work.claim(early)
    second = await work.claim(late, "Two columns got in", "Two columns")
    await work.dispute(first, second)
    await work.history.run(AddReport(work.case, first, work.report(late, "DeepState", ())))
    whole = work.read(dossiers.read, work.case)
    cut = before(whole, NOON + timedelta(hours=1))
    assert [clip.title for clip in cut.clips] == ["Early"]
    assert [claim.id for claim in cut.claims] == [first]
    assert [place.name for place in cut.locations] == ["Kupiansk"]
    assert (len(cut.reports), list(cut.disputes)) == (1, [])
    assert {source.name for source in cut.sources} == {"General Staff", "Ukrinform"}
    assert before(whole, None) is whole
    assert before(whole, NOON + timedelta(hours=9)) is whole


async def test_each_briefing_gets_a_ref_of_its_own_and_keeps_it(work):
    case = work.read(cases.by_id, await work.open())
    first, second = draft(case), draft(case)
    await work.history.run(SaveBriefing(first))
    await work.history.run(SaveBriefing(second))
    await work.history.run(SaveBriefing(first.model_copy(update={"title": "Another"})))
    kept = {each.id: each for each in work.read(briefings.of_case, work.case)}
    assert kept[first.id].ref == f"{case.ref}-B1"
    assert kept[second.id].ref == f"{case.ref}-B2"
    assert kept[first.id].title == "Another"


async def test_a_copy_says_the_same_as_a_draft_of_its_own(work):
    case = work.read(cases.by_id, await work.open())
    begun = draft(case)
    begun.judgements, begun.status = ["It is likely."], BriefingStatus.FINAL
    await work.history.run(SaveBriefing(begun))
    original = work.read(briefings.by_id, begun.id)
    await work.history.run(SaveBriefing(duplicate(original)))
    copied, again = work.read(briefings.of_case, work.case)
    assert again == original
    assert (copied.title, copied.ref) == (f"{case.title} (copy)", f"{case.ref}-B2")
    assert (copied.judgements, copied.status) == (["It is likely."], BriefingStatus.DRAFT)
