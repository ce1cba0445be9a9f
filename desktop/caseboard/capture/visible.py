"""Words out of a file as they can be shown: of a bounded length, with nothing hidden in them."""

import re

LONGEST = 2000
_HIDDEN = re.compile(
    "[\x00-\x08\x0b-\x1f\x7f-\x9f\xad\u061c\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb"
    "\ufffe\uffff\ud800-\udfff\U000e0000-\U000e007f]"
)
_KEPT = {"\u200c", "\u200d"}
"""Joiners: scripts and emoji are wrong without them."""


def visible(text: str) -> str:
    """`text` with control characters and turns of direction written out, as `[U+202E]`."""
    return _HIDDEN.sub(_written_out, text.replace("\r\n", "\n").replace("\r", "\n"))


def bounded(text: str, longest: int = LONGEST) -> str:
    """`text` made visible and stripped; cut, and saying so, where it is longer than `longest`."""
    # Each hidden character becomes up to ten: only as many are looked at as may be shown.
    whole = len(text)
    shown = visible(text[: longest + 1].strip())
    if whole <= longest and len(shown) <= longest:
        return shown
    return f"{shown[:longest].rstrip()} … [cut: {whole:,} characters]"


def _written_out(match: re.Match[str]) -> str:
    found = match[0]
    return found if found in _KEPT else f"[U+{ord(found):04X}]"
