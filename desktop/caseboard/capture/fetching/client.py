"""The HTTP client of one fetch: nothing of it outlives the fetch, and nothing leads it astray."""

import re
from collections.abc import AsyncIterator
from ssl import SSLContext
from types import TracebackType
from typing import Self

import httpcore
import httpx
from typing_extensions import override

from caseboard.capture.fetching import addresses, unpacking
from caseboard.capture.fetching.network import Network, ToProxy, Vetted
from caseboard.capture.fetching.rules import Rules

SIDE_BY_SIDE = 6
"""Connections at a time."""
_SOCKS = {"socks5", "socks5h"}
_SOCKS_PORT = 1080
_SENDABLE = re.compile(r"[\x20-\x7e]{0,4096}")
"""What can stand in a `Cookie` header."""


class Client:
    """Sends requests, with cookies of its own in memory; to be used in an `async with`.

    Follows no redirect by itself. Takes no proxy, certificate or password from the environment.
    Not `httpx.AsyncClient`, which reads `Location` headers even of redirects that it does not
    follow, and fails where they are odd. Raises `ValueError`, `httpx.InvalidURL` or `NotFetched`
    where the proxy is none.
    """

    def __init__(self, rules: Rules, network: Network) -> None:
        self._backend = ToProxy(network, rules) if rules.proxy else Vetted(network, rules)
        self._pool = _pool(rules.proxy, self._backend)
        self._cookies = httpx.Cookies()
        self._timeout = httpx.Timeout(rules.quiet_seconds, pool=None).as_dict()
        self._headers = {
            "User-Agent": agent(rules),
            "Accept": "text/html,application/xhtml+xml,*/*;q=0.8",
            "Accept-Encoding": unpacking.ACCEPTED,
        }

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        await self._pool.aclose()
        await self._backend.aclose()

    def request(self, url: httpx.URL) -> httpx.Request:
        """The request for `url`, with the cookies it has set so far."""
        return httpx.Request(
            "GET",
            url,
            headers=self._headers,
            cookies=self._cookies,
            extensions={"timeout": self._timeout},
        )

    def post(self, url: httpx.URL, body: bytes, media_type: str) -> httpx.Request:
        """A request that hands `body` over to `url`, without cookies."""
        return httpx.Request(
            "POST",
            url,
            headers={
                "User-Agent": self._headers["User-Agent"],
                "Content-Type": media_type,
                "Accept-Encoding": "identity",
            },
            content=body,
            extensions={"timeout": self._timeout},
        )

    async def send(self, request: httpx.Request) -> httpx.Response:
        """The beginning of the answer; its body is still to be read, and it to be closed.

        Raises the errors of httpcore, and `NotFetched` where an address is refused.
        """
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
                content=request.content or None,
                extensions=request.extensions,
            )
        )
        response = httpx.Response(
            status_code=answer.status,
            headers=answer.headers,
            stream=_Body(answer),
            extensions=answer.extensions,
            request=request,
        )
        self._cookies.extract_cookies(response)
        for cookie in list(self._cookies.jar):
            if not _SENDABLE.fullmatch(f"{cookie.name}{cookie.value}"):
                self._cookies.jar.clear(cookie.domain, cookie.path, cookie.name)
        return response


def agent(rules: Rules) -> str:
    """What sites are told of the program that asks: one line of printable ASCII."""
    words = " ".join(rules.user_agent.split())
    return "".join(letter if " " <= letter <= "~" else "?" for letter in words)


def network_in_words(proxy: str) -> str:
    """How the network is reached, for the record."""
    if not proxy:
        return "directly"
    is_socks = httpx.URL(proxy).scheme in _SOCKS
    return "through a SOCKS proxy" if is_socks else "through an HTTP proxy"


def _pool(address: str, backend: httpcore.AsyncNetworkBackend) -> httpcore.AsyncConnectionPool:
    """Connections through the proxy at `address`, or directly where it is empty."""
    trusted = _trusted()
    if not address:
        return httpcore.AsyncConnectionPool(
            ssl_context=trusted,
            max_connections=SIDE_BY_SIDE,
            network_backend=backend,
        )
    proxy = httpx.Proxy(address)
    host = proxy.url.raw_host.decode("ascii")
    addresses.check_host(host, allow_private=True, by_proxy=True)
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
