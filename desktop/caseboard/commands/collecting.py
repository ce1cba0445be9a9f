"""Writing down how a clip was collected, once a fetch has told."""

from dataclasses import dataclass
from typing import Any
from urllib.parse import urlsplit

from sqlmodel import Session, select

from caseboard.capture import clock
from caseboard.capture.fetching.fetched import Exchange
from caseboard.i18n import _
from caseboard.model.clip import Clip
from caseboard.model.collection import Collection


@dataclass(frozen=True, slots=True)
class Collected:
    """What is known of a collection after it: the fetch, and the drawing of the page if any."""

    exchange: Exchange | None
    """None where nothing was sent."""
    renderer: str = ""
    """Program and version that drew the page as seen."""
    hidden: tuple[dict[str, Any], ...] = ()
    """What was hidden in the picture of the page."""
    missing: tuple[dict[str, Any], ...] = ()
    """What was not collected, besides what the fetch itself missed."""


def fill(session: Session, clip: Clip, collected: Collected) -> None:
    """Set in a clip's collection what is known now; it takes the place of an earlier fetch's.

    A clip made before collections were kept gets its own.
    """
    row = session.exec(select(Collection).where(Collection.clip_id == clip.id)).first()
    if row is None:
        row = Collection(clip_id=clip.id)
        session.add(row)
        session.flush()
    if collected.exchange is not None:
        clip.url_reached = collected.exchange.reached
        _fill_from(row, collected.exchange)
    met = collected.exchange.missing if collected.exchange else ()
    row.missing = [dict(each) for each in (*met, *collected.missing)]
    row.renderer = collected.renderer
    row.hidden = [dict(each) for each in collected.hidden]


def _fill_from(row: Collection, exchange: Exchange) -> None:
    row.began, row.ended = exchange.began, exchange.ended
    _compare_clock(row, exchange)
    row.network, row.user_agent = exchange.network, exchange.user_agent
    row.status = exchange.status
    row.redirects = [dict(step) for step in exchange.redirects]
    row.headers = [list(header) for header in exchange.headers]
    row.tls = dict(exchange.tls)


def _compare_clock(row: Collection, exchange: Exchange) -> None:
    """Hold this machine's clock against the site's, where the site told its time."""
    if exchange.server_time is None or exchange.asked_at is None or exchange.answered_at is None:
        row.clock_reference = _("Not compared: the site did not tell its time.")
        return
    found = clock.compare(exchange.asked_at, exchange.answered_at, exchange.server_time)
    row.clock_offset, row.clock_error = found.offset, found.error
    row.clock_reference = _("the clock of {site}").format(site=urlsplit(exchange.reached).hostname)
