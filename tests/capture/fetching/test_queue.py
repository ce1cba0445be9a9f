"""Which file is fetched next."""

import asyncio

from fetches import turned

from caseboard.capture.fetching.queue import Queue
from caseboard.capture.reading import Need


async def filled(per_host, *needs):
    queue = Queue(per_host)
    for url, kind, host in needs:
        await queue.add(Need(url, kind), host)
    return queue


async def test_pictures_come_first_then_styles_then_fonts_in_the_order_of_the_page():
    queue = await filled(
        9, ("f", "font", "h"), ("s", "style", "h"), ("p1", "picture", "h"), ("p2", "picture", "h")
    )
    given = [await queue.next() for _time in range(4)]
    assert [need.url for need, _host in given] == ["p1", "p2", "s", "f"]


async def test_a_busy_host_lets_others_go_first():
    queue = await filled(1, ("1", "picture", "a"), ("2", "picture", "a"), ("3", "font", "b"))
    assert (await queue.next())[0].url == "1"
    assert (await queue.next())[0].url == "3"
    waiting = asyncio.ensure_future(queue.next())
    await turned()
    assert not waiting.done()
    await queue.done("a")
    assert (await waiting)[0].url == "2"


async def test_it_ends_for_all_when_nothing_waits_and_nobody_is_busy():
    queue = await filled(4, ("1", "style", "a"))
    need, host = await queue.next()
    others = [asyncio.ensure_future(queue.next()) for _time in range(3)]
    await turned()
    assert not any(other.done() for other in others)
    await queue.add(Need("2", "picture"), host)  # a style may name more
    await queue.done(host)
    given = [await other for other in await _first(others)]
    assert given[0][0].url == "2"
    await queue.done(host)
    assert [await other for other in others if other not in given] or need
    assert await queue.next() is None


async def _first(tasks):
    done, _left = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    return list(done)
