"""How a clip was collected, and which clips print the same copy."""

from datetime import datetime
from typing import Any

from sqlalchemy import CheckConstraint, UniqueConstraint

from caseboard.model.columns import json_list, json_map, key, link
from caseboard.model.ids import CaseId, ClipId, CollectionId, SyndicationId
from caseboard.model.rows import Row


class Collection(Row, table=True):
    """The circumstances of one clip's collection, after the Berkeley Protocol (2022), VI.C.

    Made with the clip; what a fetch or a rendering learns later is filled in once.
    """

    __table_args__ = (UniqueConstraint("clip_id"),)

    id: CollectionId = key()
    clip_id: ClipId = link("clip.id", index=False)
    collector: str = ""
    """Who took it in."""
    machine: str = ""
    """The name of the machine."""
    system: str = ""
    """Operating system and its version, and the version of Python."""
    began: datetime | None = None
    """When the first request left (UTC)."""
    ended: datetime | None = None
    """When the last answer had come (UTC)."""
    clock_offset: float | None = None
    """Seconds by which the machine's clock is ahead of the reference; None: not checked."""
    clock_error: float | None = None
    """Seconds by which `clock_offset` may be wrong."""
    clock_reference: str = ""
    """What the clock was compared with, or why it was not."""
    network: str = ""
    """How the network was reached: directly, through which kind of proxy, or not at all."""
    user_agent: str = ""
    """What the program called itself in its requests."""
    status: int | None = None
    """HTTP status of the page (RFC 9110)."""
    redirects: list[dict[str, Any]] = json_list()
    """In order: `{"url", "status", "to"}`."""
    headers: list[list[str]] = json_list()
    """Of the page's answer: name and value, as sent."""
    tls: dict[str, Any] = json_map()
    """`version`, `cipher`, `subject`, `issuer`, `not_before`, `not_after`, `sha256`, `verified`."""
    missing: list[dict[str, Any]] = json_list()
    """What belongs to the page and was not collected: `{"url", "kind", "reason"}`."""
    renderer: str = ""
    """Program and version that drew the page as seen; empty where none did."""
    hidden: list[dict[str, Any]] = json_list()
    """What was hidden in the picture of the page: `{"what", "words"}` for each overlay."""


class Syndication(Row, table=True):
    """The analyst's word on two clips with near-identical text: one copy, or not."""

    __table_args__ = (
        UniqueConstraint("clip_a_id", "clip_b_id"),
        CheckConstraint("clip_a_id < clip_b_id", name="ck_syndication_order"),
    )

    id: SyndicationId = key()
    case_id: CaseId = link("case.id")
    clip_a_id: ClipId = link("clip.id", index=False)
    """The lesser id of the two."""
    clip_b_id: ClipId = link("clip.id")
    is_same_origin: bool
    reason: str = ""
    deleted: datetime | None = None
