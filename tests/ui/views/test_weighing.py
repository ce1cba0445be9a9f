"""The claims of an open case, weighed anew when they change."""

import asyncio

from caseboard.commands.claims import AddReport
from caseboard.commands.editing import Edit
from caseboard.model.entities import Source
from caseboard.ui.weighing import Weighing
from support import settled


async def test_several_who_ask_at_one_time_wait_for_one_weighing(case_desk, work):
    await work.open()
    await work.claim(await work.clip())
    weighing = Weighing(await case_desk(work.case))
    told = []
    weighing.weighed.connect(told.append)
    first, second = await asyncio.gather(weighing.fresh(), weighing.fresh())
    assert first is second
    assert told == [first]
    weighing.deleteLater()


async def test_a_change_makes_what_is_known_stale(case_desk, work):
    await work.open()
    clip_id = await work.clip()
    claim_id = await work.claim(clip_id)
    weighing = Weighing(await case_desk(work.case))
    before = await weighing.fresh()
    again = AddReport(work.case, claim_id, work.report(clip_id, "DeepState", (), "Two columns"))
    await work.history.run(again)
    after = await weighing.fresh()
    assert len(before.standings[claim_id].origins) == 1
    assert len(after.standings[claim_id].origins) == 2
    weighing.deleteLater()


async def test_what_changes_while_it_is_read_is_not_missed(case_desk, work):
    await work.open()
    await work.claim(await work.clip())
    weighing = Weighing(await case_desk(work.case))
    weighing.begin()
    voice = next(iter((await weighing._begun).ledger.voices.values()))
    stale = []
    weighing.staled.connect(lambda: stale.append(1))
    renamed = Edit(Source, voice.id, {"name": "Another name"}, "Edit source")
    await work.history.run(renamed)
    assert (await weighing.fresh()).ledger.voices[voice.id].name == "Another name"
    assert stale
    weighing.deleteLater()


async def test_who_asks_in_the_moment_a_weighing_ends_is_answered(case_desk, work):
    """Its task is done then, and the loop has told nobody yet: waiting for it would not wait."""
    await work.open()
    await work.claim(await work.clip())
    weighing = Weighing(await case_desk(work.case))
    asked = []

    def on_weighed(_weighed):
        if not asked:
            weighing._is_stale = True  # something changed while it was weighed
            asked.append(asyncio.ensure_future(weighing.fresh()))

    weighing.weighed.connect(on_weighed)
    await weighing.fresh()
    await settled()
    assert asked[0].result() is weighing.now
    weighing.deleteLater()
