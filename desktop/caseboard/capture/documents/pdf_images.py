"""The pictures that stand on the pages of a PDF, as files."""

import ctypes
import hashlib
import time
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from io import BytesIO

import pypdfium2
from PIL import Image
from pypdfium2 import raw

from caseboard.capture.embedded import Embedded
from caseboard.capture.reading import PictureRef

MOST = 40
SMALLEST = 100
"""Pixels either way; what is smaller is an ornament."""
MAX_PIXELS = 40_000_000
MAX_BYTES = 24 * 2**20
"""Of one picture; all of them take at most four times as much."""
_DEPTH = 4
_OBJECTS = 2_000
"""Of one page that are looked at."""
_WHOLE = 0.8
"""A picture that takes so much of a page without words is the page itself: a scan."""
_JPEG = "DCTDecode"
_MODES = {
    raw.FPDFBitmap_Gray: ("L", "L"),
    raw.FPDFBitmap_BGR: ("RGB", "BGR"),
    raw.FPDFBitmap_BGRx: ("RGB", "BGRX"),
    raw.FPDFBitmap_BGRA: ("RGB", "BGRX"),
}
"""Of Pillow, by PDFium's formats; what is see-through stays as it is written."""


@dataclass(frozen=True, slots=True)
class _Found:
    page: int
    nth: int
    area: int


def of_document(
    document: pypdfium2.PdfDocument, seconds: float, scanned: frozenset[int]
) -> tuple[list[PictureRef], list[Embedded]]:
    """The `MOST` largest pictures in reading order, each once, as far as there is time.

    JPEGs come byte for byte, others as PNG. `scanned` are the pages without words, counted from 1.
    """
    end = time.monotonic() + seconds
    seen: set[bytes] = set()
    found = list(_survey(document, end, scanned, seen))
    largest = sorted(found, key=lambda each: -each.area)[:MOST]
    refs, files, room = [], [], 4 * MAX_BYTES
    for each in sorted(largest, key=lambda one: (one.page, one.nth)):
        if time.monotonic() > end:
            break
        made = _file(document, each)
        if made and len(made[1]) <= room:
            room -= len(made[1])
            url = f"#page={each.page}&picture={each.nth + 1}"  # RFC 8118, 3
            refs.append(PictureRef(url))
            files.append(Embedded(url, *made))
    return refs, files


def _survey(
    document: pypdfium2.PdfDocument, end: float, scanned: frozenset[int], seen: set[bytes]
) -> Iterator[_Found]:
    for index in range(len(document)):
        if time.monotonic() > end:
            return
        try:
            with closing(document[index]) as page:
                yield from _on_page(page, index + 1, end, seen, is_scan=index + 1 in scanned)
        except pypdfium2.PdfiumError:  # one broken page; the others have their pictures
            continue


def _on_page(
    page: pypdfium2.PdfPage, number: int, end: float, seen: set[bytes], *, is_scan: bool
) -> Iterator[_Found]:
    room = page.get_width() * page.get_height()
    for nth, image in _images(page):
        if time.monotonic() > end:
            return
        wide, high = image.get_px_size()
        if min(wide, high) < SMALLEST or wide * high > MAX_PIXELS:
            continue
        if is_scan and _area(image) >= _WHOLE * room:
            continue
        digest = _digest(image)
        if digest and digest not in seen:
            seen.add(digest)
            yield _Found(number, nth, wide * high)


def _images(page: pypdfium2.PdfPage) -> Iterator[tuple[int, pypdfium2.PdfImage]]:
    """The pictures of a page with their numbers, from 0; those in forms within it, too."""
    found = page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE], max_depth=_DEPTH)
    for nth, image in enumerate(found):
        if nth >= _OBJECTS:
            return
        yield nth, image


def _area(image: pypdfium2.PdfImage) -> float:
    left, bottom, right, top = image.get_bounds()
    return float(abs(right - left) * abs(top - bottom))


def _digest(image: pypdfium2.PdfImage) -> bytes:
    """Of the bytes as they lie in the file; empty where there are none, or too many."""
    data = _raw(image)
    return hashlib.sha256(data).digest() if data else b""


def _raw(image: pypdfium2.PdfImage) -> bytes:
    size = raw.FPDFImageObj_GetImageDataRaw(image, None, 0)
    if not 0 < size <= MAX_BYTES:
        return b""
    buffer = (ctypes.c_ubyte * size)()
    raw.FPDFImageObj_GetImageDataRaw(image, buffer, size)
    return bytes(buffer)


def _file(document: pypdfium2.PdfDocument, found: _Found) -> tuple[str, bytes] | None:
    """Media type and bytes of one picture."""
    try:
        with closing(document[found.page - 1]) as page:
            image = next(image for nth, image in _images(page) if nth == found.nth)
            if image.get_filters() == [_JPEG]:
                return "image/jpeg", _raw(image)
            return _png(image)
    except pypdfium2.PdfiumError:  # this one cannot be unpacked
        return None


def _png(image: pypdfium2.PdfImage) -> tuple[str, bytes] | None:
    bitmap = raw.FPDFImageObj_GetBitmap(image)
    if not bitmap:
        return None
    try:
        wide, high = raw.FPDFBitmap_GetWidth(bitmap), raw.FPDFBitmap_GetHeight(bitmap)
        stride = raw.FPDFBitmap_GetStride(bitmap)
        modes = _MODES.get(raw.FPDFBitmap_GetFormat(bitmap))
        if modes is None or wide * high > MAX_PIXELS:
            return None
        # pypdfium2's own way takes addresses, which the worker refuses.
        kind = ctypes.POINTER(ctypes.c_ubyte * (stride * high))
        data = bytes(ctypes.cast(raw.FPDFBitmap_GetBuffer(bitmap), kind).contents)
    finally:
        raw.FPDFBitmap_Destroy(bitmap)
    picture = Image.frombytes(modes[0], (wide, high), data, "raw", modes[1], stride)
    out = BytesIO()
    picture.save(out, "PNG")
    return "image/png", out.getvalue()
