"""Asks the worker what list a file is; checks what it answers as foreign bytes would be."""

import json

from caseboard.capture import confine
from caseboard.capture.lists.entry import Listing
from caseboard.capture.reading import Unreadable
from caseboard.capture.worker import Limits, Worker
from caseboard.i18n import _

LIMITS = Limits(confine.PICTURE_MEMORY, cpu=20.0, clock=30.0)
LONGEST = 64 * 2**20
"""Bytes; a longer file is no list."""


def listing_of(worker: Worker, data: bytes, *, is_wanted: bool = False) -> Listing | None:
    """The list that `data` is, None where it is none; blocks. Raises `Unreadable`."""
    if len(data) > LONGEST:
        return None
    answer = worker.do("list", data, {"is_wanted": is_wanted}, LIMITS)
    if not answer.blobs:
        return None
    try:
        return Listing.from_json(json.loads(answer.blobs[0]))
    except (KeyError, TypeError, ValueError, IndexError, RecursionError) as error:
        raise Unreadable(_("This list could not be read. The file is kept.")) from error
