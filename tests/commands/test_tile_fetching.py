"""Pictures of the ground from the network."""

import asyncio
import re
from io import BytesIO

import pytest
from PIL import Image

from caseboard.capture.fetching import tile
from caseboard.capture.fetching.client import Client
from caseboard.capture.fetching.rules import Rules
from caseboard.commands import tile_fetching
from caseboard.commands.tile_fetching import TileFetching
from caseboard.mapping.view import Bounds
from caseboard.runtime.disk_cache import DiskCache
from support import until

NEAR = Bounds(33.8, 48.95, 44.9, 55.7)
"""Within the tile 19, 10 of zoom 5."""
BESIDE = Bounds(45.1, 48.95, 56.2, 55.7)
"""Within the tile 20, 10."""


def picture(colour=(200, 30, 30)):
    written = BytesIO()
    Image.new("RGB", (256, 256), colour).save(written, "JPEG")
    return written.getvalue()


@pytest.fixture
def fetching(web, tmp_path):
    """Makes what fetches from the test's own server, and ends it."""
    made = []

    def fetching():
        address = tile.checked(web.url("/{z}/{x}/{y}.png"))
        rules = Rules("Caseboard (test)", allow_private=True)
        cache = DiskCache(tmp_path / "tiles", 10**7, 3600.0)
        made.append(TileFetching(address, rules, cache, asyncio.ensure_future))
        made[-1].told = []
        made[-1].came = lambda: made[-1].told.append(True)
        return made[-1]

    yield fetching
    for each in made:
        each.close()


def places(found):
    return [(each.zoom, each.column, each.row) for each in found]


async def test_nothing_is_asked_before_a_map_wants_it(fetching, web):
    fetching()
    await asyncio.sleep(0)
    assert web.requests == []


async def test_what_is_missing_is_asked_for_and_drawn_when_it_has_come(fetching, web):
    web.add("/5/19/10.png", picture())
    tiles = fetching()
    assert tiles.tiles(5, NEAR) == ()
    await until(lambda: bool(tiles.told))
    (found,) = tiles.tiles(5, NEAR)
    assert (found.zoom, found.column, found.row) == (5, 19, 10)
    assert found.image.startswith(b"\x89PNG")
    assert web.paths == ["/5/19/10.png"]
    assert tiles.trouble == ""


async def test_what_came_once_is_not_asked_for_again_even_after_a_new_start(fetching, web):
    web.add("/5/19/10.png", picture())
    first = fetching()
    first.tiles(5, NEAR)
    await until(lambda: bool(first.told))
    again = fetching()
    assert places(again.tiles(5, NEAR)) == [(5, 19, 10)]
    assert len(web.requests) == 1


async def test_a_coarser_picture_stands_in_until_the_finer_ones_come(fetching, web):
    web.add("/5/19/10.png", picture())
    tiles = fetching()
    tiles.tiles(5, NEAR)
    await until(lambda: bool(tiles.told))
    assert places(tiles.tiles(7, Bounds(34, 49, 36, 50))) == [(5, 19, 10)]
    await until(lambda: len(tiles.told) > 1)


async def test_a_missing_tile_leaves_a_hole_and_is_not_asked_for_at_once_again(fetching, web):
    tiles = fetching()
    tiles.tiles(5, NEAR)
    await until(lambda: bool(tiles.told))
    assert "404" in tiles.trouble
    assert tiles.tiles(5, NEAR) == ()
    await asyncio.sleep(0)
    assert len(web.requests) == 1


async def test_what_is_no_picture_is_never_handed_on(fetching, web):
    web.add("/5/19/10.png", b"<html>Sign in</html>")
    tiles = fetching()
    tiles.tiles(5, NEAR)
    await until(lambda: bool(tiles.told))
    assert tiles.tiles(5, NEAR) == ()
    assert tiles.trouble


async def test_after_failures_in_a_row_no_more_is_asked_for(fetching, web):
    tiles = fetching()
    tiles.tiles(8, Bounds(33.8, 49, 44.9, 55.6))
    await until(lambda: bool(tiles.told))
    assert len(web.requests) == tile_fetching.PATIENCE * tile_fetching.SIDE_BY_SIDE


async def test_what_was_wanted_last_comes_first(fetching, web):
    web.add_page("/", lambda visit: visit.answer(picture()))
    tiles = fetching()
    tiles.tiles(3, Bounds(-20, -20, 20, 20))
    tiles.tiles(5, NEAR)
    await until(lambda: bool(tiles.told))
    assert "/5/19/10.png" in web.paths[: tile_fetching.SIDE_BY_SIDE]
    await until(tiles._task.done)


async def test_a_view_of_too_many_tiles_is_drawn_coarser(fetching, web):
    tiles = fetching()
    tiles.tiles(12, Bounds(20, 45, 40, 55))
    await until(lambda: bool(tiles.told))
    zooms = {int(re.match(r"/(\d+)/", path)[1]) for path in web.paths}
    assert len(zooms) == 1
    assert max(zooms) < 9


async def test_once_closed_it_asks_for_nothing(fetching, web):
    tiles = fetching()
    tiles.close()
    tiles.tiles(5, NEAR)
    await asyncio.sleep(0)
    assert web.requests == []


async def test_what_is_wanted_while_the_last_round_ends_is_asked_for(fetching, web, monkeypatch):
    for column in (19, 20):
        web.add(f"/5/{column}/10.png", picture())
    tiles, end = fetching(), Client.__aexit__

    async def wanted_meanwhile(client, *error):
        tiles.tiles(5, BESIDE)
        await asyncio.sleep(0)
        await asyncio.sleep(0)
        await end(client, *error)

    monkeypatch.setattr(Client, "__aexit__", wanted_meanwhile)
    tiles.tiles(5, NEAR)
    await until(lambda: "/5/20/10.png" in web.paths)
    await until(lambda: places(tiles.tiles(5, BESIDE)) == [(5, 20, 10)])
