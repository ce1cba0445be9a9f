"""Connections to addresses that were looked at before."""

import asyncio

import httpcore
import pytest
from fetches import PUBLIC, REFUSED, Rerouted, rules

from caseboard.capture.fetching.fetched import NotFetched
from caseboard.capture.fetching.network import Network, ToProxy, Vetted
from support import until


async def test_a_name_is_connected_to_by_the_address_that_was_vetted(web):
    network = Rerouted(web.port, example_org=[[PUBLIC], ["127.0.0.1"]])
    stream = await Vetted(network, rules(allow_private=False)).connect_tcp("example.org", 80)
    await stream.aclose()
    assert network.looked_up == ["example.org"]  # once: a second answer could be another one
    assert network.connected == [(PUBLIC, 80)]


@pytest.mark.parametrize("address", ["10.0.0.1", "::1", "::ffff:127.0.0.1", "fe80::1%lo"])
async def test_a_name_with_one_private_address_among_others_is_refused(address):
    network = Rerouted(1, example_org=[PUBLIC, address])
    with pytest.raises(NotFetched, match="this machine or its network"):
        await Vetted(network, rules(allow_private=False)).connect_tcp("example.org", 80)
    assert network.connected == []


async def test_private_addresses_are_connected_to_where_that_is_allowed(web):
    stream = await Vetted(Network(), rules()).connect_tcp("localhost", web.port)
    assert stream.get_extra_info("server_addr")[1] == web.port
    await stream.aclose()


async def test_the_next_address_is_tried_where_one_does_not_answer(web):
    class Half(Rerouted):
        async def connect(self, address, port, seconds):
            if address == "93.184.215.1":
                self.connected.append((address, port))
                raise REFUSED
            return await super().connect(address, port, seconds)

    network = Half(web.port, example_org=["93.184.215.1", PUBLIC])
    stream = await Vetted(network, rules()).connect_tcp("example.org", 80, timeout=5)
    await stream.aclose()
    assert [address for address, _port in network.connected] == ["93.184.215.1", PUBLIC]


async def test_a_name_without_addresses_and_one_that_cannot_be_encoded_are_not_reached():
    backend = Vetted(Rerouted(1, empty_org=[]), rules())
    for name in ("empty.org", f"{'a' * 70}.org"):
        with pytest.raises(httpcore.ConnectError):
            await backend.connect_tcp(name, 80, timeout=5)


async def test_looking_a_name_up_takes_no_longer_than_is_given():
    class Slow(Network):
        async def resolve(self, *_where):
            await asyncio.Event().wait()

    with pytest.raises(httpcore.ConnectTimeout):
        await Vetted(Slow(), rules()).connect_tcp("example.org", 80, timeout=0.01)


async def test_a_proxy_may_stand_on_this_machine_but_not_be_silent(web):
    backend = ToProxy(Network(), rules(allow_private=False, quiet_seconds=0.05))
    stream = await backend.connect_tcp("127.0.0.1", web.port)
    await stream.write(b"GET /silent HTTP/1.1\r\nHost: x\r\n\r\n")
    with pytest.raises(httpcore.ProxyError):
        await stream.read(100)
    with pytest.raises(httpcore.ReadTimeout):
        await stream.read(100, timeout=0.01)
    await backend.aclose()
    web.go_on.set()
    await until(lambda: web.connections == 0)
