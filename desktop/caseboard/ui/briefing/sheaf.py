"""A PDF of ours, open to be drawn: pages as pictures, their words, and where links lead.

PDFium (through pypdfium2) is what QtPdf draws with, without the 175 MB of Qt's add-ons.
"""

import ctypes
from dataclasses import dataclass
from typing import Any

import pypdfium2
from pypdfium2 import raw
from PySide6.QtCore import QRectF
from PySide6.QtGui import QImage

from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.runtime.pdfium import LOCK
from caseboard.ui.briefing import page_text
from caseboard.ui.briefing.page_text import PageText

Size = tuple[float, float]


@dataclass(frozen=True, slots=True)
class Link:
    """Something on a page that leads elsewhere."""

    box: QRectF
    """In fractions (0 to 1) of the page, from its top left."""
    page: int = -1
    """Where it leads inside the document, from 0; -1 where it leads out of it."""
    top: float = 0.0
    """How far from the top of that page, in points."""
    url: str = ""


class Sheaf:
    """An open document. Any thread may call it; another may have to wait for PDFium."""

    def __init__(self, data: bytes) -> None:
        """Raises `CaseError` where it is no PDF."""
        with LOCK:
            try:
                self._document = pypdfium2.PdfDocument(data)
            except pypdfium2.PdfiumError as error:
                raise CaseError(_("These pages cannot be drawn.")) from error
            self.sizes: tuple[Size, ...] = tuple(
                self._document.get_page_size(number) for number in range(len(self._document))
            )
        self._links: dict[int, tuple[Link, ...]] = {}
        self._texts: dict[int, PageText] = {}
        self._is_closed = False

    def strip(self, number: int, width: int, top: int, height: int) -> QImage:
        """`height` rows of pixels from `top` on, of a page drawn `width` pixels wide."""
        points = self.sizes[number]
        whole = max(1, round(width * points[1] / points[0]))
        height = max(1, min(height, whole - top))
        with LOCK:
            if self._is_closed:
                return QImage()
            page = self._document[number]
            try:
                return _drawn(page, (width, whole), top, height)
            finally:
                page.close()

    def links(self, number: int) -> tuple[Link, ...]:
        """The links of a page."""
        with LOCK:
            if self._is_closed:
                return ()
            if number not in self._links:
                page = self._document[number]
                try:
                    self._links[number] = tuple(_links(self._document, page, self.sizes))
                finally:
                    page.close()
            return self._links[number]

    def known_links(self, number: int) -> tuple[Link, ...]:
        """The links of a page where they have been asked for; never waits."""
        return self._links.get(number, ())

    def text(self, number: int) -> PageText:
        """The words of a page; of a closed document those that were asked for before."""
        with LOCK:
            if not self._is_closed and number not in self._texts:
                page = self._document[number]
                try:
                    self._texts[number] = page_text.read(page)
                finally:
                    page.close()
            return self._texts.get(number) or PageText((), self.sizes[number])

    def known_text(self, number: int) -> PageText | None:
        """The words of a page where they have been asked for; never waits."""
        return self._texts.get(number)

    def close(self) -> None:
        """Let the document go; it draws nothing more."""
        with LOCK:
            if not self._is_closed:
                self._is_closed = True
                self._document.close()


def _drawn(page: pypdfium2.PdfPage, whole: tuple[int, int], top: int, height: int) -> QImage:
    width = whole[0]
    bitmap = pypdfium2.PdfBitmap.new_native(width, height, raw.FPDFBitmap_BGRx)
    try:
        raw.FPDFBitmap_FillRect(bitmap, 0, 0, width, height, 0xFFFFFFFF)
        raw.FPDF_RenderPageBitmap(bitmap, page, 0, -top, *whole, 0, raw.FPDF_ANNOT)
        data = bytes(bitmap.buffer)
        image = QImage(data, width, height, bitmap.stride, QImage.Format.Format_RGB32)
        return image.copy()  # the bytes are gone with this function
    finally:
        bitmap.close()


def _links(
    document: pypdfium2.PdfDocument, page: pypdfium2.PdfPage, sizes: tuple[Size, ...]
) -> list[Link]:
    place, link = ctypes.c_int(0), raw.FPDF_LINK()
    width, height = page.get_size()
    found = []
    while raw.FPDFLink_Enumerate(page, place, link):
        rect = raw.FS_RECTF()
        if not raw.FPDFLink_GetAnnotRect(link, rect):
            continue
        left, right = sorted((rect.left / width, rect.right / width))
        top, bottom = sorted((1 - rect.top / height, 1 - rect.bottom / height))
        box = QRectF(left, top, right - left, bottom - top)
        target = _target(document, link, box, sizes)
        if target is not None:
            found.append(target)
    return found


def _target(
    document: pypdfium2.PdfDocument, link: Any, box: QRectF, sizes: tuple[Size, ...]
) -> Link | None:
    destination = raw.FPDFLink_GetDest(document, link)
    if destination:
        number = raw.FPDFDest_GetDestPageIndex(document, destination)
        if not 0 <= number < len(sizes):
            return None
        return Link(box, number, _top(destination, sizes[number][1]))
    url = _url(document, raw.FPDFLink_GetAction(link))
    return Link(box, url=url) if url else None


def _top(destination: Any, height: float) -> float:
    has_x, has_y, has_zoom = (raw.FPDF_BOOL() for _each in range(3))
    x, y, zoom = (raw.FS_FLOAT() for _each in range(3))
    asked = raw.FPDFDest_GetLocationInPage(destination, has_x, has_y, has_zoom, x, y, zoom)
    return height - y.value if asked and has_y.value else 0.0


def _url(document: pypdfium2.PdfDocument, action: Any) -> str:
    if not action or raw.FPDFAction_GetType(action) != raw.PDFACTION_URI:
        return ""
    size = raw.FPDFAction_GetURIPath(document, action, None, 0)
    buffer = ctypes.create_string_buffer(size)
    raw.FPDFAction_GetURIPath(document, action, buffer, size)
    return buffer.value.decode("utf-8", "replace")
