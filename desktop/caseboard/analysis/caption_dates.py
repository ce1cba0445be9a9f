"""The day that a caption names: `on May 5, 2024`, `5 травня 2024 року`, `05.05.2024`."""

import re
from collections.abc import Iterator
from datetime import date

from caseboard.model import months

_MONTH = "|".join(sorted(map(re.escape, months.NUMBERS), key=len, reverse=True))
_YEAR = r"(?P<y>(?:19|20)\d\d)(?!\d)"
_DAY = r"(?<!\d)(?P<d>\d{1,2})"
_PATTERNS = (
    re.compile(rf"{_DAY}(?:st|nd|rd|th|\.)?\s+(?:of\s+)?(?P<w>{_MONTH})\b\.?,?\s+{_YEAR}", re.I),
    re.compile(rf"\b(?P<w>{_MONTH})\b\.?\s+{_DAY}(?:st|nd|rd|th)?,?\s+{_YEAR}", re.I),
    re.compile(r"(?<!\d)(?P<y>(?:19|20)\d\d)-(?P<m>\d\d)-(?P<d>\d\d)(?!\d)"),
    re.compile(rf"{_DAY}\.(?P<m>\d{{1,2}})\.{_YEAR}"),
)


def day(caption: str) -> str:
    """The one day that `caption` names, in EDTF; empty where it names none, or several.

    A day of which two countries read the month differently (`05/06/2024`) is not guessed at.
    """
    found = set(_days(" ".join(caption.split())))
    return found.pop().isoformat() if len(found) == 1 else ""


def _days(text: str) -> Iterator[date]:
    for pattern in _PATTERNS:
        for match in pattern.finditer(text):
            got = match.groupdict()
            month = months.NUMBERS[got["w"].lower()] if "w" in got else int(got["m"])
            try:
                yield date(int(got["y"]), month, int(got["d"]))
            except ValueError:  # 31 June
                continue
