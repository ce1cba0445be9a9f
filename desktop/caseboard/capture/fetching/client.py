"""The HTTP client of one fetch: nothing of it outlives the fetch, and nothing leads it astray."""

from collections.abc import AsyncIterator
from ssl import SSLContext

import httpcore
import httpx
from typing_extensions import override

from caseboard.capture.fetching import unpacking
from caseboard.capture.fetching.network import Network, ToProxy, Vetted
from caseboard.capture.fetching.rules import Rules

SIDE_BY_SIDE = 6
"""Connections at a time."""
_SOCKS = {"socks5", "socks5h"}
_SOCKS_PORT = 1080


def client(rules: Rules, network: Network) -> httpx.AsyncClient:
    """A client with its own cookies, in memory; it follows no redirect by itself.

    Takes no proxy, certificate or password from the environment.
    """
    return httpx.AsyncClient(
        transport=_Transport(_pool(rules, network)),
        timeout=httpx.Timeout(rules.quiet_seconds, pool=None),
        follow_redirects=False,
        trust_env=False,
        headers={
            "User-Agent": " ".join(rules.user_agent.split()),
            "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
            "Accept-Encoding": unpacking.accepted(),
        },
    )


def network_in_words(proxy: str) -> str:
    """How the network is reached, for the record."""
    if not proxy:
        return "directly"
    is_socks = httpx.URL(proxy).scheme in _SOCKS
    return "through a SOCKS proxy" if is_socks else "through an HTTP proxy"


def _pool(rules: Rules, network: Network) -> httpcore.AsyncConnectionPool:
    trusted = _trusted()
    if not rules.proxy:
        return httpcore.AsyncConnectionPool(
            ssl_context=trusted,
            max_connections=SIDE_BY_SIDE,
            network_backend=Vetted(network, rules),
        )
    backend = ToProxy(network, rules)
    proxy = httpx.Proxy(rules.proxy)
    is_socks = proxy.url.scheme in _SOCKS
    where = httpcore.URL(
        scheme=proxy.url.raw_scheme,
        host=proxy.url.raw_host,
        port=proxy.url.port or (_SOCKS_PORT if is_socks else None),
        target=b"/",
    )
    if is_socks:
        return httpcore.AsyncSOCKSProxy(
            where,
            proxy_auth=proxy.raw_auth,
            ssl_context=trusted,
            max_connections=SIDE_BY_SIDE,
            network_backend=backend,
        )
    return httpcore.AsyncHTTPProxy(
        where,
        proxy_auth=proxy.raw_auth,
        ssl_context=trusted,
        max_connections=SIDE_BY_SIDE,
        network_backend=backend,
    )


def _trusted() -> SSLContext:
    """Whom the system trusts, and whom Mozilla trusts, since some systems trust nobody."""
    context = httpx.create_ssl_context(trust_env=False)
    context.load_default_certs()
    return context


class _Transport(httpx.AsyncBaseTransport):
    """httpcore under httpx; its errors are passed through as they are."""

    def __init__(self, pool: httpcore.AsyncConnectionPool) -> None:
        self._pool = pool

    @override
    async def handle_async_request(self, request: httpx.Request) -> httpx.Response:
        answer = await self._pool.handle_async_request(
            httpcore.Request(
                method=request.method,
                url=httpcore.URL(
                    scheme=request.url.raw_scheme,
                    host=request.url.raw_host,
                    port=request.url.port,
                    target=request.url.raw_path,
                ),
                headers=request.headers.raw,
                content=b"",
                extensions=request.extensions,
            )
        )
        return httpx.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Body(answer),
            extensions=answer.extensions,
        )

    @override
    async def aclose(self) -> None:
        await self._pool.aclose()


class _Body(httpx.AsyncByteStream):
    def __init__(self, answer: httpcore.Response) -> None:
        self._answer = answer

    @override
    async def __aiter__(self) -> AsyncIterator[bytes]:
        async for piece in self._answer.aiter_stream():
            yield piece

    @override
    async def aclose(self) -> None:
        await self._answer.aclose()
