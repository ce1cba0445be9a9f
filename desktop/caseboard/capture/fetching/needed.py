"""Asks the worker what a page or a stylesheet refers to."""

import asyncio
from collections.abc import Sequence

from caseboard.capture import urls
from caseboard.capture.fetching.fetch import Needs
from caseboard.capture.reading import Need, Unreadable
from caseboard.capture.worker import PAGE, Worker
from caseboard.i18n import _

KINDS = {"picture", "style", "font", "refresh", "tracking"}
_MOST = 2_000


def by_worker(worker: Worker) -> Needs:
    """For `fetch`: what `worker` finds. Its word is checked as that of the page would be."""

    async def needs(data: bytes, media_type: str, url: str) -> Sequence[Need]:
        options = {"media_type": media_type, "url": url}
        answer = await asyncio.to_thread(worker.do, "needs", data, options, PAGE)
        try:
            found = [Need(str(address), str(kind)) for address, kind in answer.values["needs"]]
        except (KeyError, TypeError, ValueError) as error:
            raise Unreadable(_("This file could not be read. The file is kept.")) from error
        sound = [need for need in found if need.kind in KINDS and urls.is_web(need.url)]
        return sound[:_MOST]

    return needs
