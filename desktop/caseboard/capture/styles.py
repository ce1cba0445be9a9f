"""What a stylesheet refers to, found without understanding it (CSS Syntax 3)."""

import re
from collections.abc import Iterator
from itertools import islice

from caseboard.capture import urls
from caseboard.capture.reading import Need

MAX_CHARACTERS = 4 * 2**20
_MOST = 5_000
"""Of each kind in one sheet, the same ones counted again."""
_MOST_OF_FACE = 50
# An end that never comes is the end of the file: else each beginning would look for it anew.
_COMMENT = re.compile(r"/\*.*?(?:\*/|\Z)", re.S)
_IMPORT = re.compile(
    r"""@import\s+(?:url\(\s*)?(?:"([^"]{1,4000})"|'([^']{1,4000})'|([^\s"'();]+))""", re.I
)
_FONT_FACE = re.compile(r"@font-face\s*\{([^}]*)(?:\}|\Z)", re.I)
_URL = re.compile(
    r"""\burl\(\s*(?:"([^"]{1,4000})"|'([^']{1,4000})'|((?:[^\s"'()\\]|\\.){1,4000}))""", re.I
)
_FORMAT = re.compile(r"\A\s*\)\s*format\(\s*[\"']?(woff2?)", re.I)
_ESCAPE = re.compile(r"\\([()'\" ])")
_NO_PICTURE = re.compile(r"\.(?:htc|css|woff2?|ttf|otf|eot)(?:[?#]|\Z)", re.I)


def needs(css: str, base: str) -> Iterator[Need]:
    """Imported sheets, the best file of each font, and pictures, by absolute addresses."""
    css = _COMMENT.sub(" ", css[:MAX_CHARACTERS])
    for match in islice(_IMPORT.finditer(css), _MOST):
        yield from _need(_written(match), "style", base)
    for match in islice(_FONT_FACE.finditer(css), _MOST):
        yield from _need(_best_font(match[1]), "font", base)
    yield from pictures(_IMPORT.sub(" ", _FONT_FACE.sub(" ", css)), base)


def pictures(css: str, base: str) -> Iterator[Need]:
    """The pictures that some declarations refer to."""
    for match in islice(_URL.finditer(css), _MOST):
        written = _written(match)
        if not _NO_PICTURE.search(written):
            yield from _need(written, "picture", base)


def _best_font(face: str) -> str:
    """WOFF 2 where there is such a file, as browsers choose; else the first there is."""
    found = list(islice(_URL.finditer(face), _MOST_OF_FACE))
    for match in found:
        after = _FORMAT.match(face[match.end() : match.end() + 80].lstrip("\"'"))
        written = _written(match)
        if (after and after[1].lower() == "woff2") or ".woff2" in written.lower():
            return written
    return _written(found[0]) if found else ""


def _written(match: re.Match[str]) -> str:
    return _ESCAPE.sub(r"\1", next(filter(None, match.groups()), "")).strip()


def _need(written: str, kind: str, base: str) -> Iterator[Need]:
    if written and not written.startswith("#"):
        url = urls.absolute(written, base)
        if urls.is_web(url):
            yield Need(url, kind)
