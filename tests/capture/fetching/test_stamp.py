"""Asking a server for a time stamp."""

import pytest

from caseboard.capture.fetching import stamp
from caseboard.capture.fetching.client import Client
from caseboard.capture.fetching.fetched import NotFetched
from caseboard.capture.fetching.network import Network
from caseboard.capture.fetching.rules import Rules
from caseboard.errors import CaseError

HERE = Rules("Caseboard (test)", allow_private=True)


async def asked(url, rules=HERE):
    async with Client(rules, Network()) as client:
        return await stamp.ask(client, url, b"request", rules)


@pytest.mark.parametrize("text", ["https://tsa.example.org/tsr", " http://10.0.0.1:80 "])
def test_a_web_address_is_taken(text):
    assert stamp.checked(text) == text.strip()


@pytest.mark.parametrize(
    "text",
    ["", "tsa.example.org", "ldap://tsa.example.org", "https://", "https://[bad", "file:///x"],
)
def test_what_is_no_web_address_is_refused_in_words(text):
    with pytest.raises(CaseError) as caught:
        stamp.checked(text)
    assert "https://" in caught.value.hint


@pytest.mark.parametrize(
    ("host", "is_here"), [("127.0.0.1:318", True), ("localhost", True), ("tsa.example.org", False)]
)
def test_a_machine_of_this_network_is_asked_only_where_it_is_named(host, is_here):
    assert stamp.is_here(f"http://{host}/tsr") is is_here


async def test_the_request_is_handed_over_as_it_is_and_says_what_it_is(web):
    handed = []

    def page(visit):
        handed.append(visit.handler.body)
        visit.answer(b"stamp", {"Content-Type": "application/timestamp-reply"})

    assert await asked(web.add_page("/tsr", page)) == b"stamp"
    (request,) = web.requests
    assert handed == [b"request"]
    assert request.headers["Content-Type"] == "application/timestamp-query"
    assert request.headers["User-Agent"] == "Caseboard (test)"
    assert "Cookie" not in request.headers


async def test_an_error_is_said_with_its_status(web):
    with pytest.raises(NotFetched, match="404"):
        await asked(web.url("/none"))


async def test_a_redirect_to_another_server_is_not_followed(web):
    web.add("/tsr", b"", status=302, headers=[("Location", web.url("/other"))])
    with pytest.raises(NotFetched, match="302"):
        await asked(web.url("/tsr"))
    assert len(web.requests) == 1


async def test_an_answer_too_long_for_a_time_stamp_is_not_taken(web):
    web.add("/tsr", b"x" * (stamp.MOST + 1))
    with pytest.raises(NotFetched, match="too long"):
        await asked(web.url("/tsr"))


async def test_this_network_is_not_asked_unless_it_was_named(web):
    with pytest.raises(NotFetched):
        await asked(web.url("/tsr"), Rules("Caseboard (test)"))
    assert web.requests == []


async def test_a_server_that_is_not_there_is_said_in_words():
    with pytest.raises(NotFetched):
        await asked("http://127.0.0.1:9/tsr")
