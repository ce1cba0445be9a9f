"""Names for files that are written out: sound on Windows, macOS and Linux."""

import re
from pathlib import PurePath

from caseboard.capture.safenames import shown

_FORBIDDEN = re.compile(r'[<>:"/\\|?*]')
_RESERVED = re.compile(r"(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|\Z)", re.IGNORECASE)
LONGEST = 120


def safe(name: str, otherwise: str = "file") -> str:
    """`name` without what any of the three refuses, its ending kept; never empty."""
    plain = _FORBIDDEN.sub("_", shown(name)).strip(" .")
    ending = PurePath(plain).suffix[:12]
    stem = plain[: len(plain) - len(ending)][: LONGEST - len(ending)].rstrip(" .") or otherwise
    return f"_{stem}{ending}" if _RESERVED.match(stem) else f"{stem}{ending}"
