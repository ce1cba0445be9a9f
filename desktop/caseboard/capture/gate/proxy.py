"""A proxy for one program on this machine, which lets pass what the rules of a fetch let pass."""

import asyncio
import base64
import hmac
import secrets
from asyncio import StreamReader, StreamWriter
from collections.abc import Coroutine
from types import TracebackType
from typing import Any, Self
from urllib.parse import urlsplit

from caseboard.capture.fetching.fetched import NotFetched
from caseboard.capture.fetching.rules import Rules
from caseboard.capture.gate import heads, onward, vetting
from caseboard.capture.gate.heads import Head
from caseboard.capture.gate.vetting import Network, Streams
from caseboard.i18n import _

USER = "caseboard"
_PIECE = 2**16
_MOST_LOST = 400
_HOST = "127.0.0.1"
_WHO = (
    b'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="gate"\r\n'
    b"Content-Length: 0\r\nConnection: close\r\n\r\n"
)
_OPEN = b"HTTP/1.1 200 Connection established\r\n\r\n"
_SHUT = b"HTTP/1.1 502 Bad Gateway\r\nContent-Length: 0\r\nConnection: close\r\n\r\n"


class Gate:
    """Open inside its `async with` block, for those who know its `token`.

    Every connection leads to an address that was vetted at that moment, or through the analyst's
    proxy. After `total_bytes` of answers it is full, and nothing more passes. Where a request in
    the clear cannot go on, the connection is closed without an answer: an answer of ours would be
    taken for the site's.
    """

    def __init__(self, rules: Rules, network: Network) -> None:
        self._rules = rules
        self._network = network
        self.token = secrets.token_urlsafe(24)
        self.bytes_in = 0
        """Of all answers, as sent."""
        self.asked: list[str] = []
        """What was asked for, in order: addresses in the clear, `host:port` of tunnels."""
        self._lost_urls: dict[str, str] = {}
        self._refusals: dict[str, NotFetched] = {}
        self._serving: set[asyncio.Task[None]] = set()
        self._server: asyncio.Server | None = None

    @property
    def address(self) -> str:
        """`host:port` on this machine; only inside the block."""
        assert self._server is not None  # noqa: S101  see `__aenter__`
        return f"{_HOST}:{self._server.sockets[0].getsockname()[1]}"

    @property
    def is_full(self) -> bool:
        """Whether all bytes that one page may take have come."""
        return self.bytes_in >= self._rules.total_bytes

    @property
    def missing(self) -> tuple[dict[str, Any], ...]:
        """What was asked for and did not come: `{"url", "kind", "reason"}`."""
        return tuple(
            {"url": url, "kind": "request", "reason": reason}
            for url, reason in self._lost_urls.items()
        )

    def refusal(self, url: str) -> NotFetched | None:
        """Why the host of `url` may not be asked, where that is why it was not."""
        return self._refusals.get(urlsplit(url).hostname or "")

    async def __aenter__(self) -> Self:
        self._server = await asyncio.start_server(self._met, _HOST, 0, limit=heads.HEAD_LIMIT)
        return self

    async def __aexit__(
        self,
        _kind: type[BaseException] | None,
        _error: BaseException | None,
        _trace: TracebackType | None,
    ) -> None:
        assert self._server is not None  # noqa: S101
        self._server.close()
        for task in self._serving:
            task.cancel()
        await asyncio.gather(*self._serving, return_exceptions=True)

    def _met(self, reader: StreamReader, writer: StreamWriter) -> None:
        task = asyncio.ensure_future(self._serve(reader, writer))
        self._serving.add(task)
        task.add_done_callback(self._serving.discard)

    async def _serve(self, reader: StreamReader, writer: StreamWriter) -> None:
        """One connection: one request, or one tunnel."""
        try:
            head = await heads.read(reader)
            if head is not None and self._knows_token(head):
                await self._let_through(head, reader, writer)
            elif head is not None:
                writer.write(_WHO)
                await writer.drain()
        except (OSError, heads.Garbled):
            return  # whoever it was has gone, or was no browser
        finally:
            writer.close()

    def _knows_token(self, head: Head) -> bool:
        said = head.value("proxy-authorization").partition(" ")[2]
        wanted = base64.b64encode(f"{USER}:{self.token}".encode())
        return hmac.compare_digest(said.encode("latin-1"), wanted)

    async def _let_through(self, head: Head, reader: StreamReader, writer: StreamWriter) -> None:
        method, target, _version = head.words
        self.asked.append(target)
        if method == "CONNECT":
            await self._tunnel(target, reader, writer)
        elif target.startswith("http://"):
            await self._exchange(head, reader, writer)

    async def _tunnel(self, target: str, reader: StreamReader, writer: StreamWriter) -> None:
        host, port = heads.place(target)
        streams = await self._reached(host, port, f"https://{target.removesuffix(':443')}/")
        writer.write(_OPEN if streams else _SHUT)
        await writer.drain()
        if streams:
            there, to_there = streams
            await _joined(self._pass(reader, to_there), self._bring(there, writer), to_there)

    async def _exchange(self, head: Head, reader: StreamReader, writer: StreamWriter) -> None:
        """Pass on one request in the clear with its body, and bring back one answer."""
        method, target, version = head.words
        host, port = heads.place(target, default=80)
        streams = await self._reached(host, port, target, is_clear=True)
        if streams is None:
            return
        there, to_there = streams
        if onward.is_http(self._rules.proxy):
            named = onward.credentials(self._rules.proxy)
            to_there.write(head.onward(method, target, version, extra=named))
        else:
            to_there.write(head.onward(method, _origin_form(target), version))
        body = self._pass(reader, to_there, _body_length(head))
        await _joined(body, self._answer(there, writer), to_there)

    async def _reached(
        self, host: str, port: int, url: str, *, is_clear: bool = False
    ) -> Streams | None:
        if self.is_full:
            self._lost(url, _("The page as a whole grew too large."))
            return None
        proxy = self._rules.proxy
        try:
            found = await vetting.vetted(host, port, self._rules, self._network)
            if is_clear and onward.is_http(proxy):
                return await onward.to_proxy(proxy, self._network)
            return await onward.connect(host, port, found, proxy, self._network)
        except NotFetched as refusal:
            self._refusals[host] = refusal
            self._lost(url, str(refusal))
        except (OSError, onward.Unreached):
            self._lost(url, _("Its server could not be reached."))
        return None

    def _lost(self, url: str, reason: str) -> None:
        """Written down once, however often a page asks; some never stop."""
        self._lost_urls.setdefault(url, reason)
        if len(self._lost_urls) > _MOST_LOST:
            self._lost_urls.popitem()

    async def _answer(self, there: StreamReader, writer: StreamWriter) -> None:
        """One answer, after those that only announce it (1xx), told to be the only one."""
        while (head := await heads.read(there)) is not None:
            version, status, phrase = head.words
            writer.write(head.onward(version, status, phrase))
            if not status.startswith("1"):
                await self._bring(there, writer)
                return

    async def _bring(self, there: StreamReader, writer: StreamWriter) -> None:
        while not self.is_full and (piece := await there.read(_PIECE)):
            self.bytes_in += len(piece)
            writer.write(piece)
            await writer.drain()

    async def _pass(
        self, reader: StreamReader, to_there: StreamWriter, length: int | None = None
    ) -> None:
        """What the browser sends: all of it, or so many bytes."""
        while length is None or length > 0:
            piece = await reader.read(_PIECE if length is None else min(_PIECE, length))
            if not piece:
                return
            length = None if length is None else length - len(piece)
            to_there.write(piece)
            await to_there.drain()
        await reader.read(1)  # the browser leaves, or there would be another request: both end it


async def _joined(
    out: Coroutine[Any, Any, None], back: Coroutine[Any, Any, None], to_there: StreamWriter
) -> None:
    """Both ways at once, until either has ended; the connection beyond ends with them."""
    ways = [asyncio.ensure_future(out), asyncio.ensure_future(back)]
    try:
        await asyncio.wait(ways, return_when=asyncio.FIRST_COMPLETED)
    finally:
        for way in ways:
            way.cancel()
        ended = await asyncio.gather(*ways, return_exceptions=True)
        to_there.close()
    for end in ended:
        if isinstance(end, Exception):
            raise end


def _origin_form(target: str) -> str:
    """How a server is asked directly (RFC 9112, 3.2.1)."""
    parts = urlsplit(target)
    return f"{parts.path or '/'}{'?' if parts.query else ''}{parts.query}"


def _body_length(head: Head) -> int:
    """Bytes that follow a request. Raises `Garbled` for a body without a length.

    Chromium sends one only from scripts that stream an upload, which needs HTTP/2.
    """
    if head.value("transfer-encoding"):
        raise heads.Garbled
    length = head.value("content-length") or "0"
    if not (length.isascii() and length.isdigit()):
        raise heads.Garbled
    return int(length)
