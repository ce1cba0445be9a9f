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


async def test_who_finds_nothing_waits_while_others_may_still_find_more():
    queue = await filled(4, ("1", "style", "a"))
    await queue.next()
    waiting = asyncio.ensure_future(queue.next())
    await turned()
    assert not waiting.done()
    await queue.add(Need("2", "picture"), "a")  # the style names it
    await queue.done("a")
    assert (await waiting)[0].url == "2"


async def test_it_ends_for_all_when_nothing_waits_and_nobody_is_busy():
    queue = await filled(4, ("1", "style", "a"))
    await queue.next()
    waiting = [asyncio.ensure_future(queue.next()) for _time in range(3)]
    await turned()
    await queue.done("a")
    assert await asyncio.gather(*waiting) == [None, None, None]
