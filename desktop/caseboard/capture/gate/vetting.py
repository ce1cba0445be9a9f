"""How the gate looks names up and connects: to addresses that a fetch may ask, and no others."""

import asyncio
from asyncio import StreamReader, StreamWriter
from ipaddress import ip_address

from caseboard.capture.fetching import addresses, network
from caseboard.capture.fetching.rules import Rules
from caseboard.capture.gate import heads

Streams = tuple[StreamReader, StreamWriter]


class Network(network.Network):
    """The network of a fetch, with connections as a proxy needs them."""

    async def open(self, address: str, port: int) -> Streams:
        """A connection to `address`. Raises OSError."""
        return await asyncio.open_connection(address, port, limit=heads.HEAD_LIMIT)


async def vetted(host: str, port: int, rules: Rules, lookup: network.Network) -> tuple[str, ...]:
    """The addresses of `host`; none behind the analyst's proxy, which looks names up itself.

    Raises `NotFetched` where `host` may not be asked, OSError where it is not known.
    """
    addresses.check_host(host, allow_private=rules.allow_private, by_proxy=bool(rules.proxy))
    if rules.proxy:
        return ()
    try:
        found = await lookup.resolve(host, port)
    except UnicodeError as error:  # a label of a name can be too long to be encoded
        raise OSError from error
    for address in found:
        addresses.check(ip_address(address), allow_private=rules.allow_private)
    return tuple(found)
