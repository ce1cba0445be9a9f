"""The pages of a PDF that lost its end: found one by one, and bound anew."""

import re
from collections.abc import Iterator

_OBJECT = re.compile(rb"(?<!\d)(\d{1,7})\s+(\d{1,5})\s+obj\b")
_PAGE = re.compile(rb"/Type\s*/Page(?![A-Za-z])")
_PICTURE = re.compile(rb"/Subtype\s*/Image\b")
_WIDTH = re.compile(rb"/Width\s+(\d{1,6})\b")
_HEIGHT = re.compile(rb"/Height\s+(\d{1,6})\b")
_SMALLEST, _LARGEST = 60, 14_000
"""Pixels of a picture's side; a page of PDF 1.7 may be no larger."""
_MOST_PICTURES = 40
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
    return _bound(data, pages, []) if pages else b""


def pictures_bound(data: bytes) -> bytes:
    """`data` with a page for each picture in it, where no page is left; empty where there is none.

    What is cut off within a picture's stream is drawn as far as it goes.
    """
    if len(data) > _MAX_BYTES or b"%PDF-" not in data[:1024]:
        return b""
    made: list[bytes] = []
    pages: list[tuple[int, int]] = []
    first = _last(data) + 3
    for number, generation, width, height in _pictures(data):
        page = first + len(made)
        pages.append((page, 0))
        made.append(
            b"%d 0 obj<</Type/Page/Parent %d 0 R/MediaBox[0 0 %d %d]/Contents %d 0 R"
            b"/Resources<</XObject<</P %d %d R>>>>>>endobj\n"
            % (page, first - 1, width, height, page + 1, number, generation)
        )
        draw = b"q %d 0 0 %d 0 0 cm /P Do Q" % (width, height)
        made.append(
            b"%d 0 obj<</Length %d>>stream\n%s\nendstream endobj\n" % (page + 1, len(draw), draw)
        )
    return _bound(data, pages, made) if pages else b""


def _bound(data: bytes, pages: list[tuple[int, int]], made: list[bytes]) -> bytes:
    """`data` with objects that were `made` and a list of `pages` behind it."""
    last = _last(data)
    kids = b" ".join(b"%d %d R" % page for page in pages)
    return b"%s\nendstream endobj\n%s%d 0 obj<</Type/Catalog/Pages %d 0 R>>endobj\n" % (
        data,
        b"".join(made),
        last + 1,
        last + 2,
    ) + (
        b"%d 0 obj<</Type/Pages/Count %d/Kids[%s]/MediaBox[0 0 595 842]>>endobj\n"
        b"trailer<</Root %d 0 R/Size %d>>\n%%%%EOF\n"
        % (last + 2, len(pages), kids, last + 1, last + 3 + len(made))
    )


def _last(data: bytes) -> int:
    """The highest number of an object."""
    return max((int(match[1]) for match in _OBJECT.finditer(data)), default=0)


def _pictures(data: bytes) -> Iterator[tuple[int, int, int, int]]:
    """The objects that are pictures of some size: number, generation, width, height."""
    count = 0
    for match in _OBJECT.finditer(data):
        head = data[match.end() : match.end() + _HEAD].partition(b"stream")[0]
        width, height = _WIDTH.search(head), _HEIGHT.search(head)
        if _PICTURE.search(head) and width and height:
            sides = int(width[1]), int(height[1])
            if min(sides) >= _SMALLEST and max(sides) <= _LARGEST:
                yield int(match[1]), int(match[2]), *sides
                count += 1
        if count >= _MOST_PICTURES:
            return


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
