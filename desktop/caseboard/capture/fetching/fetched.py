"""What a fetch brought home."""

from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any

from caseboard.errors import CaseError


@dataclass(frozen=True, slots=True)
class Exchange:
    """The facts of a fetch, as `caseboard.model.collection.Collection` keeps them."""

    asked: str
    reached: str
    """Where the last redirect led; the address asked for where nothing answered."""
    began: datetime
    ended: datetime
    status: int | None = None
    redirects: tuple[dict[str, Any], ...] = ()
    headers: tuple[tuple[str, str], ...] = ()
    tls: dict[str, Any] = field(default_factory=dict)
    user_agent: str = ""
    network: str = ""
    """In words: `directly` or `through a SOCKS proxy`."""
    server_time: datetime | None = None
    """What the `Date` header of the page's answer says (RFC 9110)."""
    asked_at: datetime | None = None
    """When the request that `server_time` answers had been sent (UTC)."""
    answered_at: datetime | None = None
    """When the headers of that answer had come (UTC)."""
    missing: tuple[dict[str, Any], ...] = ()
    """What was not collected: `{"url", "kind", "reason"}`."""


@dataclass(frozen=True, slots=True)
class Got:
    """One file of a page: its bytes unpacked, in a scratch folder."""

    url: str
    """As the page names it, made absolute: before any redirect."""
    kind: str
    """`picture`, `style` or `font`."""
    media_type: str
    path: Path


@dataclass(frozen=True, slots=True)
class Fetched:
    """A page as it was sent, and the WARC (ISO 28500) of every request and answer."""

    exchange: Exchange
    media_type: str
    """By its first bytes, else as the header says."""
    name: str
    """A name for the file: from `Content-Disposition` or the address; never used as a path."""
    body: Path
    """The answer, unpacked (gzip, brotli, deflate, zstd)."""
    warc: Path
    """`.warc.gz`, a member for each record."""
    files: tuple[Got, ...] = ()
    charset: str = ""
    """As the `Content-Type` header states it, which a page may not say itself."""


class NotFetched(CaseError):
    """Nothing usable came; `exchange` says how far it went, `warc` what was sent, if anything."""

    def __init__(
        self,
        message: str,
        hint: str = "",
        *,
        exchange: Exchange | None = None,
        warc: Path | None = None,
        is_private: bool = False,
    ) -> None:
        """`is_private`: refused as an address of this machine or its network, which may be allowed.

        Whoever passes the error on with more known of it passes this on as well.
        """
        super().__init__(message, hint)
        self.exchange = exchange
        self.warc = warc
        self.is_private = is_private
