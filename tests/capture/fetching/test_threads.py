"""Work that blocks, beside the loop."""

import asyncio
import threading

import pytest

from caseboard.capture.fetching.threads import NotKept, on_disk, to_end
from support import until


async def test_who_cancels_waits_until_the_work_has_ended():
    begun, may_end, ended = threading.Event(), threading.Event(), threading.Event()

    def work():
        begun.set()
        may_end.wait(10)
        ended.set()

    task = asyncio.create_task(to_end(work))
    await until(begun.is_set)
    task.cancel()
    asyncio.get_running_loop().call_later(0.02, may_end.set)
    with pytest.raises(asyncio.CancelledError):
        await task
    assert ended.is_set()


async def test_a_disk_that_takes_no_more_is_said_in_words():
    def work():
        raise OSError(28, "No space left on device")

    with pytest.raises(NotKept, match="could not be written to the disk: No space") as caught:
        await on_disk(work)
    assert "Make room" in caught.value.hint


async def test_what_the_work_gives_is_given_back():
    assert await to_end(lambda a, b: a + b, 1, b=2) == 3
