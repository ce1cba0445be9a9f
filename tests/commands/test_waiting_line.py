"""Of very many clips a few hundred are under way; the others wait, and can be left waiting."""

import asyncio

import pytest

from caseboard.commands.waiting_line import AT_ONCE, WaitingLine
from caseboard.runtime.jobs import Jobs


class Desk:
    """Begins clips that stay under way until they are let go."""

    def __init__(self):
        self.jobs = Jobs()
        self.running = set()
        self.begun = []
        self.go = asyncio.Event()
        self.most = 0
        self.line = WaitingLine(self.jobs, self.running, self.start)

    def start(self, clip_id, seq):
        self.begun.append((clip_id, seq))
        task = asyncio.ensure_future(self.go.wait())
        self.running.add(task)
        task.add_done_callback(self.running.discard)
        self.most = max(self.most, len(self.running))

    async def ended(self):
        self.go.set()
        while self.running:
            await asyncio.wait(set(self.running))


async def turns():
    """Let the loop come round until what can go on has gone on."""
    for _turn in range(10):
        await asyncio.sleep(0)


@pytest.fixture
def clip_ids():
    return [f"c{number}" for number in range(AT_ONCE + 60)]


async def test_a_few_are_begun_at_once_and_no_job_is_shown(clip_ids):
    desk = Desk()
    desk.line.begin(clip_ids[:5], 7)
    assert desk.begun == [(clip_id, 7) for clip_id in clip_ids[:5]]
    await turns()
    assert desk.jobs.running == []
    await desk.ended()


async def test_the_others_wait_in_line_as_a_job_and_come_to_their_turn_in_order(clip_ids):
    desk = Desk()
    desk.line.begin(clip_ids, 7)
    await turns()
    assert len(desk.begun) == AT_ONCE
    assert [job.title for job in desk.jobs.running] == ["Links that wait in line"]
    await desk.ended()
    assert [clip_id for clip_id, _seq in desk.begun] == clip_ids
    assert desk.jobs.running == []


async def test_more_can_join_a_line_that_is_served(clip_ids):
    desk = Desk()
    desk.line.begin(clip_ids, 7)
    await turns()
    desk.line.begin(["late"], 8)
    await turns()
    assert len(desk.jobs.running) == 1
    await desk.ended()
    assert desk.begun[-1] == ("late", 8)
    assert desk.most <= AT_ONCE + 1  # and the task that serves the line


async def test_cancelling_the_line_begins_none_that_wait_in_it(clip_ids):
    desk = Desk()
    desk.line.begin(clip_ids, 7)
    await turns()
    desk.jobs.running[0].cancel()
    await turns()
    await desk.ended()
    assert len(desk.begun) == AT_ONCE
    desk.line.begin(["another"], 9)
    assert desk.begun[-1] == ("another", 9)
    await desk.ended()
