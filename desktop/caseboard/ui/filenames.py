"""Names for files that are written out: sound on Windows, macOS and Linux."""

import re

from caseboard.capture.safenames import shown

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\Z)", re.IGNORECASE)
LONGEST = 120


def safe(name: str, otherwise: str = "file") -> str:
    """`name` without what any of the three refuses, its ending kept; never empty."""
    head, _dot, tail = name.rpartition(".")
    ending = f".{_plain(tail)}" if head.strip(" .") and 0 < len(tail) <= 10 else ""
    stem = _plain(head if ending else name)[: LONGEST - len(ending)].rstrip(" .") or otherwise
    return f"_{stem}{ending}" if _RESERVED.match(stem) else f"{stem}{ending}".rstrip(" .")


def _plain(text: str) -> str:
    return _FORBIDDEN.sub("_", shown(text)).strip(" .")
