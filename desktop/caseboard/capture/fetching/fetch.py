"""Fetches a page, or whatever a link leads to: the one way out to the web."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from importlib import import_module
from pathlib import Path
from typing import TYPE_CHECKING

from caseboard.capture.fetching.fetched import Fetched
from caseboard.capture.fetching.rules import Rules
from caseboard.capture.reading import Need

if TYPE_CHECKING:
    from caseboard.capture.fetching.network import Network

Needs = Callable[[bytes, str, str], Awaitable[Sequence[Need]]]
"""What bytes of a media type, from an address, refer to; see `needed.by_worker`."""
Told = Callable[[str, int, int], None]
"""Stage sentence, bytes so far, bytes expected (0 where that is not known)."""


async def fetch(
    url: str,
    rules: Rules,
    scratch: Path,
    *,
    needs: Needs,
    told: Told,
    network: "Network | None" = None,
) -> Fetched:
    """Fetch `url` and, where it is a page, its pictures, stylesheets and fonts into `scratch`.

    `scratch` is an empty folder of the caller's; all files of the result lie in it. `needs` is
    asked what pages and stylesheets refer to: nothing that comes is parsed here. `told` hears how
    far it is, ten times a second at most. `network` stands in for the network in tests.

    Follows RFC 9110 and, where a page sends on within five seconds, `meta refresh`; obeys no
    robots.txt, since a person asked for this one page; runs no programs of pages. Raises
    `NotFetched`. An answer of 404 and the like with a page in it is a page; its status says so.
    Cancelled, it cuts its connections and leaves nothing but `scratch`.
    """
    # httpx takes a tenth of a second to import: beside the loop, and not before it is needed.
    engine = await asyncio.to_thread(import_module, "caseboard.capture.fetching.engine")
    fetched: Fetched = await engine.fetch(
        url, rules, scratch, needs=needs, told=told, network=network
    )
    return fetched
