"""The pages of a PDF that lost its end: found one by one, and bound anew."""

import re
from collections.abc import Iterator

_OBJECT = re.compile(rb"(?<!\d)(\d{1,7})\s+(\d{1,5})\s+obj\b")
_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_HEAD = 8_192
"""Bytes of an object that are looked at: the dictionary of a page is short."""
_MOST = 5_000
_MAX_BYTES = 64 * 2**20


def rebound(data: bytes) -> bytes:
    """`data` with a new list of its pages behind it; empty where none can be found.

    A file in transit loses its end, and with it the list of pages: what was whole before is not
    lost. Pages that are packed into streams of objects (PDF 1.5) are not found.
    """
    if len(data) > _MAX_BYTES or b"%PDF-" not in data[:1024]:
        return b""
    pages = list(_pages(data))
    if not pages:
        return b""
    last = max(int(match[1]) for match in _OBJECT.finditer(data))
    kids = b" ".join(b"%d %d R" % page for page in pages)
    return b"%s\nendstream endobj\n%d 0 obj<</Type/Catalog/Pages %d 0 R>>endobj\n" % (
        data,
        last + 1,
        last + 2,
    ) + (
        b"%d 0 obj<</Type/Pages/Count %d/Kids[%s]/MediaBox[0 0 595 842]>>endobj\n"
        b"trailer<</Root %d 0 R/Size %d>>\n%%%%EOF\n"
        % (last + 2, len(pages), kids, last + 1, last + 3)
    )


def _pages(data: bytes) -> Iterator[tuple[int, int]]:
    """The objects that are pages, in the order they stand in the file, each once."""
    found: set[int] = set()
    for match in _OBJECT.finditer(data):
        body = data[match.end() : match.end() + _HEAD]
        number = int(match[1])
        if number not in found and _PAGE.search(body.partition(b"endobj")[0]):
            found.add(number)
            yield number, int(match[2])
            if len(found) >= _MOST:
                return
