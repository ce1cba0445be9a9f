"""Online tiles under the map: off unless wanted, and seen when on."""

from io import BytesIO

import pytest
from PIL import Image
from PySide6.QtWidgets import QWidget

from caseboard.mapping.view import Bounds
from caseboard.ui.map.online import OnlineSign, OnlineTiles
from support import until

NEAR = Bounds(33.8, 48.95, 44.9, 55.7)
ADDRESS = "/{z}/{x}/{y}.png"


def picture():
    written = BytesIO()
    Image.new("RGB", (256, 256), (200, 30, 30)).save(written, "PNG")
    return written.getvalue()


@pytest.fixture
def online(desk, qtbot, tmp_path):
    """Makes online tiles as the settings say."""

    def online(**settings):
        desk.settings.change(**settings)
        window = QWidget()
        qtbot.addWidget(window)
        made = OnlineTiles(desk, window, tmp_path / "tiles")
        made.sign = OnlineSign(desk.theme, made, window)
        made.window = window  # else it goes, and they with it
        window.show()
        return made

    return online


async def test_as_shipped_nothing_is_asked_and_nothing_is_seen(online, web):
    tiles = online()
    assert not tiles.is_on
    assert tiles.overlay is None
    assert tiles.host == ""
    assert not tiles.sign.isVisible()
    assert web.requests == []


async def test_an_address_alone_asks_for_nothing(online, web):
    tiles = online(map_tiles_url=web.url(ADDRESS))
    assert tiles.host == "127.0.0.1"
    assert not tiles.is_on
    assert not tiles.sign.isVisible()


async def test_turned_on_it_says_whom_it_asks_and_draws_what_comes(online, web, desk):
    web.add("/5/19/10.png", picture())
    tiles = online(map_tiles_url=web.url(ADDRESS))
    tiles.turn(True)
    assert desk.settings.settings.map_tiles
    assert tiles.sign.isVisible()
    assert tiles.sign.words.text() == "Network: tiles from 127.0.0.1"
    first = tiles.overlay
    assert first.tiles(5, NEAR) == ()
    await until(lambda: tiles.overlay is not first)
    assert len(tiles.overlay.tiles(5, NEAR)) == 1
    assert tiles.overlay.attribution == "127.0.0.1"


async def test_turned_off_it_asks_no_more_and_the_sign_goes(online, web, desk):
    tiles = online(map_tiles_url=web.url(ADDRESS), map_tiles=True)
    held = tiles.overlay
    tiles.turn(False)
    assert not tiles.is_on
    assert not desk.settings.settings.map_tiles
    assert not tiles.sign.isVisible()
    held.tiles(5, NEAR)
    assert web.requests == []


async def test_trouble_is_said_on_the_map(online, web):
    tiles = online(map_tiles_url=web.url(ADDRESS), map_tiles=True)
    tiles.overlay.tiles(5, NEAR)
    await until(lambda: bool(tiles.trouble) and "No tiles" in tiles.sign.words.text())
    assert "404" in tiles.sign.accessibleName()


async def test_an_address_that_is_none_is_as_good_as_none(online):
    tiles = online(map_tiles_url="file:///{z}/{x}/{y}", map_tiles=True)
    assert not tiles.is_on
    assert tiles.host == ""


async def test_the_ground_of_openstreetmap_names_its_makers(online):
    url = "https://tile.openstreetmap.org/{z}/{x}/{y}.png"
    tiles = online(map_tiles_url=url, map_tiles=True)
    assert tiles.overlay.attribution == "© OpenStreetMap contributors"


async def test_other_settings_leave_what_is_under_way_alone(online, web, desk):
    tiles = online(map_tiles_url=web.url(ADDRESS), map_tiles=True)
    seen = []
    tiles.changed.connect(lambda: seen.append(True))
    before = tiles.overlay
    desk.settings.change(analyst="Desk 2")
    assert tiles.overlay is before
    assert seen == []
    desk.settings.change(proxy="socks5://127.0.0.1:9050")
    assert tiles.overlay is not before
