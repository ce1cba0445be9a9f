"""Foreign text made fit for files that other programs open: nothing hidden, nothing that acts."""

import unicodedata
from urllib.parse import urlsplit

from caseboard.briefing.blocks import Run

_SPACES = frozenset("\t\n\r\v\f\u0085\u2028\u2029")
_JOINERS = frozenset("\u200c\u200d\ufe0e\ufe0f")
"""Invisible, but emoji and some scripts are other characters without them."""
_SCHEMES = frozenset({"http", "https"})


def shown(text: str) -> str:
    """`text` on one line, without what is invisible or reorders its neighbours (NFC).

    Control characters, lone surrogates and what XML 1.0 cannot hold become a visible mark; they
    are never dropped without a trace.
    """
    if text.isascii() and text.isprintable():
        return text
    return "".join(_letter(letter) for letter in unicodedata.normalize("NFC", text))


def address(url: str) -> str:
    """`url` where it may be made a link: http or https with a host; else nothing."""
    if not url.isprintable() or " " in url:
        return ""
    try:
        parts = urlsplit(url)
        is_safe = parts.scheme.lower() in _SCHEMES and bool(parts.hostname)
    except ValueError:
        return ""
    return url if is_safe else ""


def shown_runs(runs: tuple[Run, ...]) -> str:
    """The characters of runs alone, made safe."""
    return "".join(shown(run.text) for run in runs)


def _letter(letter: str) -> str:
    if letter in _SPACES:
        return " "
    category = unicodedata.category(letter)
    if category == "Cf" and letter not in _JOINERS:
        return ""
    is_unfit = category in ("Cc", "Cs") or ord(letter) & 0xFFFE == 0xFFFE
    return "\ufffd" if is_unfit else letter
