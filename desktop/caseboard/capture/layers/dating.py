"""When a layer is of, as the name of its file tells."""

import re
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from caseboard.i18n import _
from caseboard.model import moments

_UNIX = re.compile(r"(?<!\d)(1[3-9]\d{8})(?!\d)")
_COMPACT = re.compile(r"(?<!\d)(20[0-4]\d)(\d\d)(\d\d)(?!\d)")
_ISO = re.compile(r"(?<!\d)(20[0-4]\d)[-_.](\d{1,2})[-_.](\d{1,2})(?!\d)")
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})\.(\d{1,2})\.(20[0-4]\d)(?!\d)")
_DAILY_COPY = re.compile(r"deepstatemap_data_\d{8}", re.IGNORECASE)
"""A daily copy of DeepStateMap, made in the night before the day it is named after."""
_EVENING = "{day}T18:00Z/{day}T23:59Z"


@dataclass(frozen=True, slots=True)
class Dated:
    """EDTF of what it shows and of its publication, empty where unknown, and by what rule."""

    as_of: str = ""
    published: str = ""
    rule: str = ""


def of(name: str) -> Dated:
    """What the name of a file says; nothing where it names no day."""
    if found := _UNIX.search(name):
        moment = moments.of(datetime.fromtimestamp(int(found[1]), UTC))
        return Dated(moment, moment, _("The file is named after the second of its publication."))
    day = _day(name)
    if day is None:
        return Dated()
    if _DAILY_COPY.search(name):
        before = (day - timedelta(days=1)).strftime("%Y-%m-%d")
        return Dated(
            before,
            _EVENING.format(day=before),
            _("A copy of this kind holds the map that was published the evening before its date."),
        )
    return Dated(day.strftime("%Y-%m-%d"), "", _("The day is that of the file’s name."))


def _day(name: str) -> datetime | None:
    for pattern, order in ((_ISO, (1, 2, 3)), (_COMPACT, (1, 2, 3)), (_DAY_FIRST, (3, 2, 1))):
        if found := pattern.search(name):
            year, month, day = (int(found[at]) for at in order)
            try:
                return datetime(year, month, day, tzinfo=UTC)
            except ValueError:  # 2024-13-45 is a number of something else
                continue
    return None
