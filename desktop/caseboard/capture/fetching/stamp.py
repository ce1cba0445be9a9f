"""Asks a server for a time stamp (RFC 3161, 3.4): one request, followed nowhere."""

import asyncio
from typing import Final
from urllib.parse import urlsplit

import httpcore
import httpx

from caseboard.capture.fetching import addresses, sentences
from caseboard.capture.fetching.body import reading
from caseboard.capture.fetching.client import Client
from caseboard.capture.fetching.fetched import NotFetched
from caseboard.capture.fetching.rules import Rules
from caseboard.errors import CaseError
from caseboard.i18n import _

MOST: Final = 65_536
"""Bytes of an answer."""
SECONDS: Final = 30.0
_FAILED = (
    httpcore.NetworkError,
    httpcore.TimeoutException,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    OSError,
)


def checked(text: str) -> str:
    """The address that was typed; raises `CaseError` where it is none."""
    url = text.strip()
    try:
        parts = urlsplit(url)
        is_web = parts.scheme in {"http", "https"} and bool(parts.hostname) and url.isascii()
    except ValueError:
        is_web = False
    if not is_web:
        raise CaseError(
            _("The address of a time stamp server begins with https:// or http://."),
            _("For instance https://tsa.example.org/tsr"),
        )
    return url


def is_here(url: str) -> bool:
    """Whether the analyst named a machine of this network: only then it may be asked."""
    try:
        addresses.check_host(urlsplit(url).hostname or "", allow_private=False, by_proxy=False)
    except NotFetched as error:
        return error.is_private
    return False


async def ask(client: Client, url: str, request: bytes, rules: Rules) -> bytes:
    """The answer of the server at `url` to a request; raises `NotFetched`."""
    where = httpx.URL(url)
    addresses.check_host(
        where.raw_host.decode("ascii"),
        allow_private=rules.allow_private,
        by_proxy=bool(rules.proxy),
    )
    try:
        async with asyncio.timeout(SECONDS):
            response = await client.send(client.post(where, request, "application/timestamp-query"))
            try:
                return await _body(response)
            finally:
                await response.aclose()
    except _FAILED as error:
        raise sentences.of_error(error, where.host, by_proxy=bool(rules.proxy)) from error


async def _body(response: httpx.Response) -> bytes:
    host = response.request.url.host
    if response.status_code != httpx.codes.OK:
        raise NotFetched(
            _("{host} gave no time stamp: it answered {status}.").format(
                host=host, status=response.status_code
            ),
            _("Look at the address of the time stamp server."),
        )
    data = bytearray()
    async with reading(response) as pieces:
        async for piece in pieces:
            data += piece
            if len(data) > MOST:
                raise NotFetched(
                    _("What {host} answered is too long to be a time stamp.").format(host=host)
                )
    return bytes(data)
