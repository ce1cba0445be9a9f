"""Pictures of the ground from a server of tiles: the address of each, and its bytes."""

import asyncio
from dataclasses import dataclass
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

MOST = 2_000_000
"""Bytes of one picture."""
SECONDS = 15.0
"""For one picture."""
_FAILED = (
    httpcore.NetworkError,
    httpcore.TimeoutException,
    httpcore.ProtocolError,
    httpcore.ProxyError,
    OSError,
)


@dataclass(frozen=True, slots=True)
class TileAddress:
    """An address with `{z}`, `{x}` and `{y}`, rows counted from the north."""

    template: str

    @property
    def host(self) -> str:
        """Whom it asks."""
        return urlsplit(self.template).hostname or ""

    @property
    def is_here(self) -> bool:
        """Whether the analyst named a machine of this network: only then it may be asked."""
        try:
            addresses.check_host(self.host, allow_private=False, by_proxy=False)
        except NotFetched as error:
            return error.is_private
        return False

    def url(self, zoom: int, column: int, row: int) -> str:
        """The address of one picture."""
        filled = self.template.replace("{z}", str(zoom)).replace("{x}", str(column))
        return filled.replace("{y}", str(row)).replace("{s}", "a").replace("{r}", "")


def checked(text: str) -> TileAddress:
    """The address that was typed; raises `CaseError` where it is none of tiles."""
    address = TileAddress(text.strip())
    try:
        is_web = urlsplit(address.template).scheme in {"http", "https"} and bool(address.host)
    except ValueError:
        is_web = False
    if not is_web or any(part not in address.template for part in ("{z}", "{x}", "{y}")):
        raise CaseError(
            _("An address of tiles begins with https:// and holds {z}, {x} and {y}."),
            _("For instance https://tile.example.org/{z}/{x}/{y}.png"),
        )
    return address


async def fetch(client: Client, url: str, rules: Rules) -> bytes:
    """The bytes at an address, followed nowhere; raises `NotFetched`."""
    where = httpx.URL(url)
    addresses.check_host(
        where.raw_host.decode("ascii"),
        allow_private=rules.allow_private,
        by_proxy=bool(rules.proxy),
    )
    request = client.request(where)
    request.headers["Accept"] = "image/png,image/jpeg,image/webp"
    request.headers["Accept-Encoding"] = "identity"
    try:
        async with asyncio.timeout(SECONDS):
            response = await client.send(request)
            try:
                return await _body(response)
            finally:
                await response.aclose()
    except _FAILED as error:
        raise sentences.of_error(error, where.host, by_proxy=bool(rules.proxy)) from error


async def _body(response: httpx.Response) -> bytes:
    if response.status_code != httpx.codes.OK:
        raise NotFetched(
            _("{host} has no such tile: it answered {status}.").format(
                host=response.request.url.host, status=response.status_code
            )
        )
    data = bytearray()
    async with reading(response) as pieces:
        async for piece in pieces:
            data += piece
            if len(data) > MOST:
                raise NotFetched(_("A tile is larger than two megabytes and was not taken."))
    return bytes(data)
