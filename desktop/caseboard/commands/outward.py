"""The way out to the web, made of what the analyst has chosen in the settings."""

import asyncio
import re
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from urllib.parse import SplitResult, urlsplit

from caseboard import __version__
from caseboard.capture.fetching.fetch import fetch
from caseboard.capture.fetching.needed import by_worker
from caseboard.capture.fetching.rules import Rules
from caseboard.capture.worker import Worker
from caseboard.commands.fetching_in import Choices, Drawn, Net, Told
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.runtime.settings import Settings

OWN_NAME = f"Caseboard/{__version__} (case files for investigators)"
"""What sites are told where the analyst chose nothing else."""

BROWSER = "Mozilla/5.0 (Windows NT 10.0; Win64; x64; rv:140.0) Gecko/20100101 Firefox/140.0"
"""What a browser in common use tells."""

TOR = "socks5://127.0.0.1:9050"
"""Where Tor listens unless it was told otherwise."""

SCHEMES = ("socks5", "http")
_RENDERING = "caseboard.capture.rendering"
_LONGEST_AGENT = 300
_PRINTABLE = re.compile(r"[\x20-\x7e]*")
_HOST = re.compile(r"[A-Za-z0-9._-]{1,253}|\[[0-9A-Fa-f:.]+\]")


def net(worker: Worker, chosen: Callable[[], Choices]) -> Net:
    """The way out to the web as it is `chosen` at the time; `worker` reads what comes."""
    return Net(fetch, chosen, by_worker(worker), _draw)


def why_not_drawn() -> str:
    """Why pages cannot be drawn on this machine, in a sentence; empty where they can. Blocks."""
    return str(import_module(_RENDERING).why_not())


def choices(settings: Settings) -> Choices:
    """How links are fetched under these settings."""
    return Choices(rules(settings), settings.fetch_pages, settings.render_pages)


def rules(settings: Settings) -> Rules:
    """The limits of a fetch under these settings."""
    seconds, most = float(settings.fetch_seconds), settings.fetch_megabytes * 1_000_000
    return Rules(
        user_agent=settings.user_agent or OWN_NAME,
        proxy=settings.proxy,
        page_bytes=most,
        file_bytes=most // 2,
        total_bytes=most * 4,
        seconds=seconds,
        quiet_seconds=seconds / 3,
        all_seconds=seconds * 3,
    )


def tile_rules(settings: Settings, *, allow_private: bool) -> Rules:
    """How pictures of the ground are asked for: shown and reached as pages are."""
    name = settings.user_agent or OWN_NAME
    return Rules(name, settings.proxy, allow_private=allow_private, quiet_seconds=10.0)


def checked_agent(text: str) -> str:
    """`text` as it can be told to a site (RFC 9110, 10.1.5); raises `CaseError` otherwise."""
    tidy = " ".join(text.split())
    if not _PRINTABLE.fullmatch(tidy):
        raise CaseError(_("The name told to sites may hold Latin letters, digits and signs only."))
    if len(tidy) > _LONGEST_AGENT:
        raise CaseError(_("The name told to sites is too long."))
    return tidy


def checked_proxy(address: str) -> str:
    """`address` as `scheme://host:port`; raises `CaseError` where it is none. Empty stays empty."""
    text = address.strip()
    if not text:
        return ""
    try:
        parts = urlsplit(text)
        port = parts.port
    except ValueError as error:
        raise _no_port() from error
    if parts.scheme not in SCHEMES:
        raise CaseError(
            _("A proxy is written as socks5://host:port or http://host:port."),
            _("For Tor on this machine it is {tor}.").format(tor=TOR),
        )
    if not _HOST.fullmatch(_host(parts)):
        raise CaseError(_("The proxy's address names no machine."), _written_so())
    if not port:
        raise _no_port()
    if parts.path.strip("/") or parts.query or parts.fragment or parts.username is not None:
        raise CaseError(_("A proxy is a machine and a port, and nothing else."), _written_so())
    return f"{parts.scheme}://{_host(parts)}:{port}"


async def _draw(url: str, rules: Rules, scratch: Path, *, told: Told) -> Drawn:
    """Draw the page: what does it is imported when it is first wanted."""
    rendering = await asyncio.to_thread(import_module, _RENDERING)
    drawn: Drawn = await rendering.render(url, rules, scratch, told=told)
    return drawn


def _host(parts: SplitResult) -> str:
    place = parts.netloc.rpartition("@")[2]
    return place if parts.port is None else place.rpartition(":")[0]


def _no_port() -> CaseError:
    return CaseError(_("The proxy's address names no port from 1 to 65535."), _written_so())


def _written_so() -> str:
    return _("Write it as host:port, such as 127.0.0.1:9050.")
