"""Connections from the gate to the web: to vetted addresses, or through the analyst's proxy."""

import asyncio
import base64
import ipaddress
from asyncio import StreamReader, StreamWriter
from urllib.parse import SplitResult, unquote, urlsplit

from caseboard.capture.gate import heads
from caseboard.capture.gate.vetting import Network, Streams

SECONDS = 15.0
"""To connect, proxies and all."""
_SOCKS = 5
_NO_NAME, _BY_PASSWORD = 0, 2
_CONNECT = 1


class Unreached(Exception):
    """No connection came about."""


async def connect(
    host: str, port: int, addresses: tuple[str, ...], proxy: str, network: Network
) -> Streams:
    """A connection to `host`: to the first of its vetted `addresses` that answers.

    With a `proxy` the host is named to it and looked up there, as Tor needs. Raises `Unreached`.
    """
    try:
        async with asyncio.timeout(SECONDS):
            if proxy:
                return await _through(urlsplit(proxy), host, port, network)
            return await _first(addresses, port, network)
    except (OSError, EOFError, ValueError, heads.Garbled) as error:
        raise Unreached from error


def is_http(proxy: str) -> bool:
    """Whether requests in the clear are handed to that proxy whole, with their full address."""
    return proxy.startswith("http")


async def to_proxy(proxy: str, network: Network) -> Streams:
    """A connection to the analyst's HTTP proxy itself. Raises `Unreached`."""
    parts = urlsplit(proxy)
    try:
        async with asyncio.timeout(SECONDS):
            return await _open(parts, network)
    except (OSError, ValueError) as error:
        raise Unreached from error


def credentials(proxy: str) -> heads.Fields:
    """The field that names us to the analyst's HTTP proxy, where its address holds a name."""
    parts = urlsplit(proxy)
    if parts.username is None:
        return ()
    pair = f"{unquote(parts.username)}:{unquote(parts.password or '')}"
    return (("Proxy-Authorization", f"Basic {base64.b64encode(pair.encode()).decode()}"),)


async def _first(addresses: tuple[str, ...], port: int, network: Network) -> Streams:
    failure: OSError = OSError()
    for address in addresses:
        try:
            return await network.open(address, port)
        except OSError as error:
            failure = error
    raise failure


async def _open(proxy: SplitResult, network: Network) -> Streams:
    default = 1080 if proxy.scheme.startswith("socks") else 8080
    return await network.open(proxy.hostname or "", proxy.port or default)


async def _through(proxy: SplitResult, host: str, port: int, network: Network) -> Streams:
    reader, writer = await _open(proxy, network)
    try:
        if proxy.scheme.startswith("socks"):
            await _ask_socks(reader, writer, proxy, host, port)
        else:
            await _ask_tunnel(reader, writer, proxy, host, port)
    except BaseException:
        writer.close()
        raise
    return reader, writer


async def _ask_tunnel(
    reader: StreamReader, writer: StreamWriter, proxy: SplitResult, host: str, port: int
) -> None:
    """RFC 9110, 9.3.6."""
    place = f"[{host}]:{port}" if ":" in host else f"{host}:{port}"
    fields = (("Host", place), *credentials(proxy.geturl()))
    writer.write(heads.written(f"CONNECT {place} HTTP/1.1", fields))
    head = await heads.read(reader)
    if head is None or not head.words[1].startswith("2"):
        raise ConnectionRefusedError


async def _ask_socks(
    reader: StreamReader, writer: StreamWriter, proxy: SplitResult, host: str, port: int
) -> None:
    """RFC 1928, and RFC 1929 where the proxy's address holds a name."""
    ways = bytes([_NO_NAME] if proxy.username is None else [_NO_NAME, _BY_PASSWORD])
    writer.write(bytes([_SOCKS, len(ways)]) + ways)
    _version, way = await reader.readexactly(2)
    if way == _BY_PASSWORD and proxy.username is not None:
        name, word = unquote(proxy.username).encode(), unquote(proxy.password or "").encode()
        writer.write(bytes([1, len(name)]) + name + bytes([len(word)]) + word)
        if (await reader.readexactly(2))[1] != 0:
            raise ConnectionRefusedError
    elif way != _NO_NAME:
        raise ConnectionRefusedError
    writer.write(bytes([_SOCKS, _CONNECT, 0]) + _socks_host(host) + port.to_bytes(2, "big"))
    _version, answer, _reserved, kind = await reader.readexactly(4)
    length = {1: 4, 4: 16}.get(kind) or (await reader.readexactly(1))[0]
    await reader.readexactly(length + 2)
    if answer != 0:
        raise ConnectionRefusedError


def _socks_host(host: str) -> bytes:
    try:
        address = ipaddress.ip_address(host)
    except ValueError:
        name = host.encode("ascii")
        return bytes([3, len(name)]) + name
    return bytes([1 if address.version == 4 else 4]) + address.packed
