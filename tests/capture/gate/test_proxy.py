"""The proxy between a rendered page and the web."""

import asyncio

import pytest
from gatekeeping import PUBLIC, Elsewhere, asked, named

from caseboard.capture.fetching.rules import Rules
from caseboard.capture.gate.proxy import Gate

RULES = Rules("Caseboard test")


@pytest.fixture
def network(web):
    return Elsewhere(web.port)


async def test_a_page_in_the_clear_comes_from_the_address_that_was_looked_at(web, network):
    web.add("/hello", "hello")
    async with Gate(RULES, network) as gate:
        answer = await asked(gate, "GET http://news.example/hello?a=1")
    assert answer.startswith(b"HTTP/1.1 200 ")
    assert answer.endswith(b"\r\n\r\nhello")
    assert network.opened == [(PUBLIC, 80)]
    assert web.paths == ["/hello?a=1"]
    assert gate.bytes_in == 5
    assert gate.asked == ["http://news.example/hello?a=1"]


async def test_a_site_learns_nothing_of_the_gate(web, network):
    async with Gate(RULES, network) as gate:
        await asked(gate, "GET http://news.example/article")
    assert not [name for name in web.requests[0].headers if "proxy" in name.lower()]


async def test_who_does_not_know_the_token_gets_nothing(web, network):
    async with Gate(RULES, network) as gate:
        answers = [
            await asked(gate, "GET http://news.example/article", token="guessed"),
            await asked(gate, "CONNECT news.example:443", token=""),
        ]
    assert all(answer.startswith(b"HTTP/1.1 407 ") for answer in answers)
    assert not network.opened
    assert not web.requests


async def test_a_tunnel_is_passed_through_as_it_is(network):
    async with Gate(RULES, network) as gate:
        host, port = gate.address.split(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(f"CONNECT news.example:443 HTTP/1.1\r\n{named(gate.token)}\r\n".encode())
        assert (await reader.readuntil(b"\r\n\r\n")).startswith(b"HTTP/1.1 200 ")
        writer.write(b"GET /photo.jpg HTTP/1.0\r\n\r\n")
        assert (await reader.read()).startswith(b"HTTP/1.1 200 ")
        writer.close()
    assert network.opened == [(PUBLIC, 443)]


@pytest.mark.parametrize("host", ["10.11.12.13", "localhost", "0x7f000001", "[::1]", "inside.test"])
async def test_addresses_of_this_machine_and_its_network_are_refused(network, host):
    network.names["inside.test"] = [PUBLIC, "192.168.1.1"]
    async with Gate(RULES, network) as gate:
        in_the_clear = await asked(gate, f"GET http://{host}/admin")
        tunnel = await asked(gate, f"CONNECT {host}:443")
        assert gate.refusal(f"http://{host}/admin")
    assert in_the_clear == b""
    assert tunnel.startswith(b"HTTP/1.1 502 ")
    assert not network.opened
    assert [lost["url"] for lost in gate.missing] == [f"http://{host}/admin", f"https://{host}/"]


async def test_private_addresses_are_reached_where_the_analyst_allows_them(network):
    network.names["10.11.12.13"] = ["10.11.12.13"]
    async with Gate(Rules("x", allow_private=True), network) as gate:
        assert b"200" in await asked(gate, "GET http://10.11.12.13/article")
    assert network.opened == [("10.11.12.13", 80)]


async def test_a_name_that_nobody_knows_is_written_down_as_missing(network):
    async with Gate(RULES, network) as gate:
        assert await asked(gate, "GET http://unknown.example/") == b""
    assert [lost["url"] for lost in gate.missing] == ["http://unknown.example/"]


async def test_what_is_missing_is_written_down_once_and_not_without_end(network):
    async with Gate(RULES, network) as gate:
        for number in [*range(450), 0, 0]:
            await asked(gate, f"GET http://localhost/{number}")
    assert [lost["url"] for lost in gate.missing] == [f"http://localhost/{n}" for n in range(400)]


async def test_a_page_that_grows_too_large_is_cut(web, network):
    async with Gate(Rules("x", total_bytes=100_000), network) as gate:
        first = await asked(gate, "GET http://news.example/large")
        assert gate.is_full
        assert 100_000 <= len(first) < 200_000
        assert await asked(gate, "GET http://news.example/article") == b""
    assert web.paths == ["/large"]
    assert gate.missing[-1]["url"] == "http://news.example/article"


async def test_a_second_request_on_one_connection_reaches_no_wrong_site(web, network):
    web.add_page("/stays", lambda visit: visit.answer(b"first", {"Connection": "keep-alive"}))
    async with Gate(RULES, network) as gate:
        host, port = gate.address.split(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        for path in ("/stays", "/second"):
            line = f"GET http://news.example{path} HTTP/1.1\r\nHost: x\r\n"
            writer.write(f"{line}{named(gate.token)}\r\n".encode())
        await reader.read()
        writer.close()
    assert "/second" not in web.paths


async def test_closing_ends_what_still_runs(web, network):
    async with Gate(RULES, network) as gate:
        waiting = asyncio.ensure_future(asked(gate, "GET http://news.example/silent"))
        await asyncio.to_thread(web.waiting.wait, 5)
    assert await waiting == b""


@pytest.mark.parametrize("said", [b"\x16\x03\x01 hello\r\n\r\n", b"GET", b"\r\n\r\n", b""])
async def test_nonsense_is_no_bug(network, said):
    async with Gate(RULES, network) as gate:
        host, port = gate.address.split(":")
        reader, writer = await asyncio.open_connection(host, int(port))
        writer.write(said)
        writer.write_eof()
        await reader.read()
        writer.close()
    assert not gate.asked
