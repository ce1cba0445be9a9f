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

_MOST_ADDRESSES = 8
_SOCKS_REPLIES = {b"\x05", b"\x01"}
"""What begins an answer: the version, or that of signing in (RFC 1929)."""


class Network:
    """How names are looked up and addresses connected to."""

    async def resolve(self, host: str, port: int) -> list[str]:
        """The addresses of `host`, in the order to be tried. Raises `OSError`."""
        loop = asyncio.get_running_loop()
        found = await loop.getaddrinfo(host, port, type=socket.SOCK_STREAM)
        return list(dict.fromkeys(str(where[0]) for *_how, where in found))[:_MOST_ADDRESSES]

    async def connect(
        self, address: str, port: int, seconds: float | None
    ) -> httpcore.AsyncNetworkStream:
        """A connection to `address`. Raises `httpcore.ConnectError` or `ConnectTimeout`."""
        return await httpcore.AnyIOBackend().connect_tcp(address, port, seconds)


class Closing(httpcore.AsyncNetworkBackend):
    """Remembers its connections, to close what httpcore leaves open when it fails over them."""

    def __init__(self) -> None:
        self._streams: list[httpcore.AsyncNetworkStream] = []

    async def aclose(self) -> None:
        """Close every connection there ever was."""
        for stream in self._streams:
            await stream.aclose()

    @override
    async def sleep(self, seconds: float) -> None:
        await asyncio.sleep(seconds)

    def _kept(self, stream: httpcore.AsyncNetworkStream) -> httpcore.AsyncNetworkStream:
        self._streams.append(stream)
        return stream


class Vetted(Closing):
    """Looks a name up, checks every address it has, and connects to one of those.

    TLS is spoken with the name all the same. Raises `NotFetched` where an address is refused.
    """

    def __init__(self, network: Network, rules: Rules) -> None:
        super().__init__()
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
        return self._kept(await _connected(self._network, found, port, timeout))


class ToProxy(Closing):
    """Connects to the proxy that the analyst has set, wherever it is; no step may last for ever."""

    def __init__(self, network: Network, rules: Rules) -> None:
        super().__init__()
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
        stream = self._kept(await _connected(self._network, found, port, timeout))
        return _Impatient(stream, self._quiet)


class _Impatient(httpcore.AsyncNetworkStream):
    """A connection that has a time limit where none is given: httpcore's talk with a SOCKS proxy.

    There it raises `httpcore.ProxyError` for whatever is no answer of such a proxy (RFC 1928).
    """

    def __init__(self, stream: httpcore.AsyncNetworkStream, seconds: float) -> None:
        self._stream = stream
        self._seconds = seconds

    @override
    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:
        if timeout is not None:
            return await self._stream.read(max_bytes, timeout)
        try:
            said = await self._stream.read(max_bytes, self._seconds)
        except httpcore.TimeoutException as error:
            raise httpcore.ProxyError("no answer") from error
        if said[:1] not in _SOCKS_REPLIES:
            raise httpcore.ProxyError("no answer of a SOCKS proxy")
        return said

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
