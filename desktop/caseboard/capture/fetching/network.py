"""Connections to addresses that were looked at before, so that no name can lead elsewhere."""

import asyncio
import socket
from collections.abc import Iterable
from ipaddress import ip_address
from ssl import SSLContext
from typing import Any

import httpcore
from typing_extensions import override

from caseboard.capture.fetching import addresses
from caseboard.capture.fetching.rules import Rules


class Network:
    """How names are looked up and addresses connected to."""

    async def resolve(self, host: str, port: int) -> list[str]:
        """The addresses of `host`, in the order to be tried. Raises `OSError`."""
        loop = asyncio.get_running_loop()
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return list(dict.fromkeys(str(where[0]) for *_how, where in found))

    async def connect(
        self, address: str, port: int, seconds: float | None
    ) -> httpcore.AsyncNetworkStream:
        """A connection to `address`. Raises `httpcore.ConnectError` or `ConnectTimeout`."""
        return await httpcore.AnyIOBackend().connect_tcp(address, port, seconds)


class Vetted(httpcore.AsyncNetworkBackend):
    """Looks a name up, checks every address it has, and connects to one of those.

    TLS is spoken with the name all the same. Raises `NotFetched` where an address is refused.
    """

    def __init__(self, network: Network, rules: Rules) -> None:
        self._network = network
        self._rules = rules

    @override
    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        found = await _resolved(self._network, host, port, timeout)
        for address in found:
            addresses.check(ip_address(address), allow_private=self._rules.allow_private)
        return await _connected(self._network, found, port, timeout)

    @override
    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class ToProxy(httpcore.AsyncNetworkBackend):
    """Connects to the proxy that the analyst has set, wherever it is; no step may last for ever."""

    def __init__(self, network: Network, rules: Rules) -> None:
        self._network = network
        self._quiet = rules.quiet_seconds

    @override
    async def connect_tcp(
        self,
        host: str,
        port: int,
        timeout: float | None = None,
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        timeout = self._quiet if timeout is None else timeout
        found = await _resolved(self._network, host, port, timeout)
        return _Impatient(await _connected(self._network, found, port, timeout), self._quiet)

    @override
    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)


class _Impatient(httpcore.AsyncNetworkStream):
    """A connection that has a time limit where none is given: httpcore's talk with a proxy."""

    def __init__(self, stream: httpcore.AsyncNetworkStream, seconds: float) -> None:
        self._stream = stream
        self._seconds = seconds

    @override
    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        return await self._stream.read(max_bytes, self._seconds if timeout is None else timeout)

    @override
    async def write(self, buffer: bytes, timeout: float | None = None) -> None:
        await self._stream.write(buffer, self._seconds if timeout is None else timeout)

    @override
    async def aclose(self) -> None:
        await self._stream.aclose()

    @override
    async def start_tls(
        self,
        ssl_context: SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,
    ) -> httpcore.AsyncNetworkStream:
        return await self._stream.start_tls(ssl_context, server_hostname, timeout)

    @override
    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


async def _resolved(network: Network, host: str, port: int, seconds: float | None) -> list[str]:
    try:
        async with asyncio.timeout(seconds):
            return await network.resolve(host, port)
    except TimeoutError as error:
        raise httpcore.ConnectTimeout(str(error)) from error
    except (OSError, UnicodeError) as error:  # a label of a name can be too long to be encoded
        raise httpcore.ConnectError(str(error)) from error


async def _connected(
    network: Network, found: list[str], port: int, seconds: float | None
) -> httpcore.AsyncNetworkStream:
    """A connection to the first address that answers."""
    for address in found[:-1]:
        try:
            return await network.connect(address, port, seconds and seconds / len(found))
        except (httpcore.ConnectError, httpcore.ConnectTimeout):
            continue
    if not found:
        raise httpcore.ConnectError("no address")
    return await network.connect(found[-1], port, seconds)
