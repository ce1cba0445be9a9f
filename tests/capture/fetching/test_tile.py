"""Single pictures of the ground from a server of tiles."""

import pytest

from caseboard.capture.fetching import tile
from caseboard.capture.fetching.client import Client
from caseboard.capture.fetching.fetched import NotFetched
from caseboard.capture.fetching.network import Network
from caseboard.capture.fetching.rules import Rules
from caseboard.errors import CaseError

HERE = Rules("Caseboard (test)", allow_private=True)


async def fetched(url, rules=HERE):
    async with Client(rules, Network()) as client:
        return await tile.fetch(client, url, rules)


def test_an_address_is_filled_with_zoom_column_and_row():
    address = tile.checked(" https://tile.example.org/{z}/{x}/{y}{r}.png?s={s} ")
    assert address.url(5, 19, 10) == "https://tile.example.org/5/19/10.png?s=a"
    assert address.host == "tile.example.org"


@pytest.mark.parametrize(
    "text",
    [
        "",
        "tile.example.org/{z}/{x}/{y}",
        "https://tile.example.org/{z}/{x}",
        "file:///etc/{z}/{x}/{y}",
        "https:///{z}/{x}/{y}",
        "https://[bad/{z}/{x}/{y}",
    ],
)
def test_what_is_no_address_of_tiles_is_refused_in_words(text):
    with pytest.raises(CaseError) as caught:
        tile.checked(text)
    assert "{z}" in caught.value.hint


@pytest.mark.parametrize(
    ("host", "is_here"),
    [("127.0.0.1:8080", True), ("localhost", True), ("tile.example.org", False)],
)
def test_a_machine_of_this_network_is_asked_only_where_it_is_named(host, is_here):
    assert tile.checked(f"http://{host}/{{z}}/{{x}}/{{y}}").is_here is is_here


async def test_the_bytes_come_and_the_request_says_who_asks(web):
    web.add("/5/19/10.png", b"picture", headers=[("Content-Type", "image/png")])
    assert await fetched(web.url("/5/19/10.png")) == b"picture"
    (asked,) = web.requests
    assert asked.headers["User-Agent"] == "Caseboard (test)"
    assert "Cookie" not in asked.headers
    assert "Referer" not in asked.headers


async def test_a_missing_tile_is_said_with_its_status(web):
    with pytest.raises(NotFetched, match="404"):
        await fetched(web.url("/5/0/0.png"))


async def test_a_redirect_is_not_followed(web):
    web.add("/1.png", b"", status=302, headers=[("Location", web.url("/2.png"))])
    web.add("/2.png", b"picture")
    with pytest.raises(NotFetched, match="302"):
        await fetched(web.url("/1.png"))
    assert len(web.requests) == 1


async def test_a_picture_that_is_too_large_is_not_taken(web, monkeypatch):
    monkeypatch.setattr(tile, "MOST", 100)
    web.add("/1.png", b"x" * 101)
    with pytest.raises(NotFetched, match="larger"):
        await fetched(web.url("/1.png"))


async def test_this_network_is_not_asked_on_the_word_of_a_name(web):
    with pytest.raises(NotFetched):
        await fetched(web.url("/1.png"), Rules("Caseboard (test)"))
    assert web.requests == []


async def test_a_server_that_is_not_there_is_said_in_words():
    with pytest.raises(NotFetched):
        await fetched("http://127.0.0.1:9/1.png")
