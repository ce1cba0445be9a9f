"""Work that takes time."""

import asyncio
import threading

import pytest

from caseboard.runtime.jobs import Jobs
from support import until


async def test_a_job_is_listed_while_it_runs():
    jobs, seen = Jobs(), []
    jobs.changed.connect(lambda j: seen.append([job.title for job in j.running]))

    async def work(job):
        job.step(1, 2)
        return job.done

    assert await jobs.run("Capture page", work) == 1
    assert seen == [["Capture page"], []]


async def test_an_error_reaches_the_caller_and_the_job_is_gone():
    jobs = Jobs()

    async def work(_job):
        raise ValueError("no such page")

    with pytest.raises(ValueError, match="no such page"):
        await jobs.run("Capture page", work)
    assert jobs.running == []


async def test_stop_ends_every_job():
    jobs, ended = Jobs(), []

    async def work(job):
        try:
            await asyncio.sleep(60)
        finally:
            ended.append((job.title, job.is_cancelled))

    task = asyncio.create_task(jobs.run("Long", work))
    await asyncio.sleep(0)
    await jobs.stop()
    assert ended == [("Long", True)]
    with pytest.raises(asyncio.CancelledError):
        await task


async def test_steps_taken_in_a_thread_are_told_on_the_loops_thread():
    jobs, told = Jobs(), []
    here = threading.get_ident()

    async def work(job):
        job.changed.connect(lambda j: told.append((threading.get_ident(), j.done, j.stage)))
        await asyncio.to_thread(lambda: [job.step(n, 100, f"page {n}") for n in range(101)])
        await until(lambda: told and told[-1][1] == 100)

    await jobs.run("Read", work)
    assert {thread for thread, _done, _stage in told} == {here}
    assert told[-1] == (here, 100, "page 100")
    assert len(told) <= 101


async def test_a_job_knows_how_much_is_done():
    jobs, seen = Jobs(), []

    async def work(job):
        job.changed.connect(lambda j: seen.append(j.fraction))
        job.read(512)
        job.read(512, 2048)
        job.step(3, 4)
        job.step(5, 4)

    await jobs.run("Read", work)
    assert seen == [None, 0.25, 0.75, 1.0]
