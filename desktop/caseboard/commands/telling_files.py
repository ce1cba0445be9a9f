"""Files whose own words tell a position closer than a copy for others may.

Such a file cannot be scrubbed: its hash is what it is known by, and a changed exhibit is none. It
is not handed over, wherever else it may be read: a copy repeats no position, and names the address.
"""

import html
import re

from caseboard.briefing.unplaced import Finder
from caseboard.capture.decode import decode
from caseboard.model.clip import Clip, ClipFile

_SILENT = re.compile(r"<(script|style)\b.*?</\1\s*>", re.IGNORECASE | re.DOTALL)
_MARKUP = re.compile(r"<[^>]*>")
_SAID = re.compile(
    r"""\b(?:href|src|alt|title|content|cite|data-[\w-]+|aria-\w+)\s*=\s*("[^"]*"|'[^']*')""",
    re.IGNORECASE,
)


def tells(finder: Finder, clip: Clip, file: ClipFile, data: bytes) -> bool:
    """Whether a file of `clip` is words, and they tell a position too closely."""
    if not file.media_type.startswith("text/"):
        return False
    written = decode(data)
    return any(finder.found(text) for text in (clip.text, *_words(file, written)))


def _words(file: ClipFile, written: str) -> tuple[str, ...]:
    """A text as it is; of a page what is read, however it is marked up, and what it leads to."""
    if file.media_type != "text/html":
        return (written,)
    page = _SILENT.sub(" ", written)
    said = "\n".join(found[1][1:-1] for found in _SAID.finditer(page))
    whole = (html.unescape(_MARKUP.sub(between, page)) for between in ("", " "))
    return (*whole, html.unescape(said))
