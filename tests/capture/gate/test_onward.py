"""Through the analyst's own proxy."""

import asyncio
import base64
import contextlib

import pytest
from gatekeeping import Elsewhere, asked

from caseboard.capture.fetching.rules import Rules
from caseboard.capture.gate import onward
from caseboard.capture.gate.proxy import Gate


class Proxy:
    """A proxy of a few lines, which speaks as `serve` does and remembers what it was `told`."""

    def __init__(self, serve):
        self.told = []
        self._serve = serve

    @contextlib.asynccontextmanager
    async def running(self):
        async def met(reader, writer):
            await self._serve(self, reader, writer)
            writer.close()

        server = await asyncio.start_server(met, "127.0.0.1", 0)
        async with server:
            yield Elsewhere(server.sockets[0].getsockname()[1])


async def page(reader, writer):
    head = await reader.readuntil(b"\r\n\r\n")
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello")
    return head


async def socks(proxy, reader, writer):
    count = (await reader.readexactly(2))[1]
    ways = await reader.readexactly(count)
    if 2 in ways:
        writer.write(b"\x05\x02")
        lengths = await reader.readexactly(2)
        name = await reader.readexactly(lengths[1])
        word = await reader.readexactly((await reader.readexactly(1))[0])
        proxy.told.append((name, word))
        writer.write(b"\x01\x00")
    else:
        writer.write(b"\x05\x00")
    kind = (await reader.readexactly(4))[3]
    length = 4 if kind == 1 else (await reader.readexactly(1))[0]
    proxy.told.append((kind, await reader.readexactly(length), await reader.readexactly(2)))
    writer.write(b"\x05\x00\x00\x01" + bytes(6))
    proxy.told.append(await page(reader, writer))


async def http(proxy, reader, writer):
    proxy.told.append(await page(reader, writer))


async def http_tunnel(proxy, reader, writer):
    proxy.told.append(await reader.readuntil(b"\r\n\r\n"))
    writer.write(b"HTTP/1.1 200 Fine\r\n\r\n")
    await page(reader, writer)


async def refuses(_proxy, reader, writer):
    await reader.read(1)
    writer.write(b"\x05\xff")


async def hello(streams):
    """What comes back for a request over a connection that was made."""
    reader, writer = streams
    writer.write(b"GET / HTTP/1.1\r\n\r\n")
    answer = await reader.read()
    writer.close()
    return answer


async def test_tor_is_told_names_and_not_addresses():
    proxy = Proxy(socks)
    rules = Rules("x", proxy="socks5://127.0.0.1:9050")
    async with proxy.running() as network, Gate(rules, network) as gate:
        answer = await asked(gate, "GET http://hidden.onion/a")
    assert answer.endswith(b"hello")
    assert network.opened == [("127.0.0.1", 9050)]
    assert proxy.told[0] == (3, b"hidden.onion", b"\x00\x50")
    assert proxy.told[1].startswith(b"GET /a HTTP/1.1\r\n")


async def test_a_socks_proxy_is_told_our_name_where_it_has_one():
    proxy = Proxy(socks)
    async with proxy.running() as network:
        way = "socks5://me:p%40ss@tor:9"
        assert await hello(await onward.connect("93.184.215.14", 443, (), way, network))
    assert proxy.told[:2] == [(b"me", b"p@ss"), (1, bytes([93, 184, 215, 14]), b"\x01\xbb")]


async def test_an_http_proxy_gets_requests_in_the_clear_whole():
    proxy = Proxy(http)
    rules = Rules("x", proxy="http://me:word@proxy.test:3128")
    async with proxy.running() as network, Gate(rules, network) as gate:
        answer = await asked(gate, "GET http://news.example/a")
    assert answer.endswith(b"hello")
    assert network.opened == [("proxy.test", 3128)]
    first, *fields = proxy.told[0].decode().split("\r\n")
    assert first == "GET http://news.example/a HTTP/1.1"
    ours = base64.b64encode(b"me:word").decode()
    assert [f for f in fields if f.startswith("Proxy-")] == [f"Proxy-Authorization: Basic {ours}"]


async def test_an_http_proxy_is_asked_for_tunnels():
    proxy = Proxy(http_tunnel)
    async with proxy.running() as network:
        way = "http://proxy.test:3128"
        assert await hello(await onward.connect("news.example", 443, (), way, network))
    assert proxy.told[0].startswith(b"CONNECT news.example:443 HTTP/1.1\r\n")


@pytest.mark.parametrize("kind", ["socks5", "http"])
async def test_a_proxy_that_refuses_leads_nowhere(kind):
    proxy = Proxy(refuses)
    async with proxy.running() as network:
        with pytest.raises(onward.Unreached):
            await onward.connect("news.example", 443, (), f"{kind}://proxy.test:1", network)


async def test_the_next_address_is_tried_where_the_first_does_not_answer():
    class FirstIsDown(Elsewhere):
        async def open(self, address, port):
            if address == "1.1.1.1":
                raise ConnectionRefusedError
            return await super().open(address, port)

    proxy = Proxy(http)
    async with proxy.running() as network:
        down = FirstIsDown(network.port)
        assert await hello(await onward.connect("a", 80, ("1.1.1.1", "2.2.2.2"), "", down))
    assert down.opened == [("2.2.2.2", 80)]
