"""One fetch's talk with the web: a question, its answer, and a record of both."""

import asyncio
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from itertools import count
from pathlib import Path
from typing import Any

import httpcore
import httpx

from caseboard.capture.decode import decode_short
from caseboard.capture.fetching import addresses, body, certificate, sentences
from caseboard.capture.fetching.body import Body, Budget
from caseboard.capture.fetching.client import Client
from caseboard.capture.fetching.rules import Rules
from caseboard.capture.fetching.threads import on_disk, to_end
from caseboard.capture.fetching.warc import Answered, Asked, Warc

_REDIRECTS = {301, 302, 303, 307, 308}
_MOST_OF_REDIRECT = 1_000_000
_DISPOSITION = b"content-disposition"
_HTML = ("text/html", "application/xhtml+xml")
_AGAIN = (httpcore.TimeoutException, httpcore.ReadError, httpcore.WriteError)

Heard = Callable[[int, int], None]
"""Bytes of this answer so far, bytes expected (0: unknown)."""


def _nobody(_size: int, _expected: int) -> None:
    """Nobody listens."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What one address answered."""

    url: httpx.URL
    status: int
    reason: str
    headers: httpx.Headers
    body: Body
    tls: dict[str, Any]
    most: int
    """How many bytes were to be taken at most."""
    asked_at: datetime
    """What the clock said before the question left (UTC)."""
    answered_at: datetime
    """What it said when the headers had come."""

    @property
    def redirect(self) -> str:
        """Where it sends on to, as written; empty where it does not."""
        return self.headers.get("Location", "") if self.status in _REDIRECTS else ""

    @property
    def host(self) -> str:
        """Whom it is from."""
        return self.url.host

    @property
    def pairs(self) -> tuple[tuple[str, str], ...]:
        """The headers as sent."""
        return tuple(
            (name.decode("latin-1"), decode_short(value)) for name, value in self.headers.raw
        )

    @property
    def disposition(self) -> bytes:
        """The `Content-Disposition` header, as sent."""
        named = (value for name, value in self.headers.raw if name.lower() == _DISPOSITION)
        return next(named, b"")

    @property
    def shortfall(self) -> str:
        """Why not all of it is there; empty where it is whole."""
        return sentences.shortfall(self.body, self.most)

    @property
    def declared(self) -> int:
        """How long it says it is; 0 where it says nothing."""
        return declared_length(self.headers)


class Session:
    """Asks addresses under the rules of one fetch; every question and answer goes to the WARC."""

    def __init__(self, client: Client, rules: Rules, warc: Warc, scratch: Path) -> None:
        self._client = client
        self._rules = rules
        self._warc = warc
        self._scratch = scratch
        self._numbers = count()
        self._writing = asyncio.Lock()
        self.budget = Budget(rules.total_bytes)

    async def ask(
        self,
        url: httpx.URL,
        *,
        most: int,
        until: float,
        heard: Heard = _nobody,
    ) -> Answer:
        """What `url` answers, no further than `most` bytes and `until` (of the loop's clock).

        `heard` is told after each piece. Raises `NotFetched` where the address is refused or
        nothing answers; an answer that broke off is an answer.
        """
        addresses.check_host(
            url.raw_host.decode("ascii"),
            allow_private=self._rules.allow_private,
            by_proxy=bool(self._rules.proxy),
        )
        request = self._client.request(url)
        asked = Asked(str(url), datetime.now(UTC), request.url.raw_path, tuple(request.headers.raw))
        response = await self._sent(request, asked, until)
        return await self._answer(response, asked, datetime.now(UTC), most, until, heard)

    def cookies_for(self, url: httpx.URL) -> str:
        """The cookies that would be sent to `url`."""
        return str(self._client.request(url).headers.get("Cookie", ""))

    async def _sent(self, request: httpx.Request, asked: Asked, until: float) -> httpx.Response:
        """The beginning of an answer. A connection that breaks before it is tried once more."""
        host = request.url.host
        for attempt in (1, 2):
            noted = request.extensions["trace"] = _Noted()
            try:
                async with asyncio.timeout_at(until):
                    return await self._client.send(request)
            except TimeoutError as error:
                await self._record_alone(asked, noted)
                raise sentences.no_time(host) from error
            except (httpcore.NetworkError, httpcore.TimeoutException, httpcore.ProtocolError,
                    httpcore.ProxyError) as error:  # fmt: skip
                await self._record_alone(asked, noted)
                if attempt == 1 and _may_pass(error):
                    continue
                raise sentences.of_error(error, host, by_proxy=bool(self._rules.proxy)) from error
        raise AssertionError("the second attempt either answers or raises")

    async def _answer(
        self,
        response: httpx.Response,
        asked: Asked,
        answered_at: datetime,
        most: int,
        until: float,
        heard: Heard,
    ) -> Answer:
        stream = response.extensions["network_stream"]
        tls = certificate.of(stream.get_extra_info("ssl_object"))
        where = stream.get_extra_info("server_addr")
        expected = declared_length(response.headers)
        path = self._scratch / f"{next(self._numbers):04d}.raw"
        taken = await body.take(
            response,
            path,
            most=_most(response, most),
            budget=self.budget,
            until=until,
            heard=lambda size: heard(size, expected),
        )
        answered = Answered(
            response.extensions.get("http_version", b"HTTP/1.1"),
            response.status_code,
            response.extensions.get("reason_phrase", b""),
            tuple(response.headers.raw),
            taken.raw,
            ip="" if self._rules.proxy else str(where[0]),
            truncated=taken.cut.value,
        )
        await self._record(asked, answered)
        if taken.raw != taken.unpacked:
            await to_end(taken.raw.unlink)
        return Answer(
            httpx.URL(asked.url),
            response.status_code,
            response.reason_phrase,
            response.headers,
            taken,
            tls,
            most,
            asked.at,
            answered_at,
        )

    async def _record_alone(self, asked: Asked, noted: "_Noted") -> None:
        if noted.is_sent:
            await self._record(asked, None)

    async def _record(self, asked: Asked, answered: Answered | None) -> None:
        async with self._writing:
            await on_disk(self._warc.add, asked, answered)


class _Noted:
    """Notes whether a request has left: httpcore calls it at each step."""

    def __init__(self) -> None:
        self.is_sent = False

    async def __call__(self, event: str, _details: object) -> None:
        self.is_sent |= event == "http11.send_request_headers.complete"


def declared_length(headers: httpx.Headers) -> int:
    """What `Content-Length` says; 0 where it says nothing."""
    stated = headers.get("Content-Length", "")
    return int(stated) if stated.isascii() and stated.isdigit() and len(stated) < 19 else 0


def _most(response: httpx.Response, most: int) -> int:
    """How much to take of an answer, if up to `most` may be taken."""
    if response.status_code in _REDIRECTS:
        return min(most, _MOST_OF_REDIRECT)
    kind = response.headers.get("Content-Type", "").lower()
    is_useless = declared_length(response.headers) > most and not kind.startswith(_HTML)
    return 0 if is_useless else most


def _may_pass(error: Exception) -> bool:
    """Whether another attempt may succeed: the connection broke before an answer began."""
    if isinstance(error, httpcore.RemoteProtocolError):
        return "disconnected" in str(error)
    return isinstance(error, _AGAIN)
