"""Work in a thread with a loop of its own."""

import asyncio
import contextvars
import threading

import pytest

from caseboard.capture import elsewhere

SPOKEN = contextvars.ContextVar("SPOKEN", default="")


async def answer():
    return threading.current_thread().name, SPOKEN.get()


async def fail():
    raise KeyError("why")


async def test_the_answer_comes_from_another_thread_that_knows_what_this_one_does():
    SPOKEN.set("uk")
    assert await elsewhere.run("away", answer) == ("away", "uk")


def test_a_plain_loop_will_do():
    assert asyncio.run(elsewhere.run("away", answer))[0] == "away"


async def test_what_goes_wrong_there_is_raised_here():
    with pytest.raises(KeyError, match="why"):
        await elsewhere.run("away", fail)


async def test_who_is_cancelled_has_waited_until_the_work_was_over():
    begun, ended = threading.Event(), threading.Event()

    async def work():
        begun.set()
        try:
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0.05)
            ended.set()

    task = asyncio.ensure_future(elsewhere.run("away", work))
    await asyncio.to_thread(begun.wait, 5)
    task.cancel()
    with pytest.raises(asyncio.CancelledError):
        await task
    assert ended.is_set()


async def test_child_processes_are_watched_there():
    async def work():
        child = await asyncio.create_subprocess_exec("sh", "-c", "exit 7")
        return await child.wait()

    assert await elsewhere.run("away", work) == 7
