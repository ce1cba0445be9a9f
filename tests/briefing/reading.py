"""Reads a PDF back, as its reader would."""

import ctypes
import math
from dataclasses import dataclass

import pypdfium2
from pypdfium2 import raw


@dataclass(frozen=True)
class Font:
    """A font as the file has it."""

    name: str
    embedded: bool


def pages(data):
    """The text of each page."""
    document = pypdfium2.PdfDocument(data)
    return [page.get_textpage().get_text_bounded() for page in document]


def text(data):
    """All text, white space made even."""
    return " ".join(" ".join(pages(data)).split())


def contents(data):
    """The list of contents: level, title and page from 0."""
    document = pypdfium2.PdfDocument(data)
    return [
        (mark.level, mark.get_title(), mark.get_dest().get_index()) for mark in document.get_toc()
    ]


def fonts(data):
    """Every font any character is drawn with."""
    found = set()
    for page in pypdfium2.PdfDocument(data):
        for piece in page.get_objects(filter=[raw.FPDF_PAGEOBJ_TEXT]):
            font = raw.FPDFTextObj_GetFont(piece)
            buffer = ctypes.create_string_buffer(200)
            raw.FPDFFont_GetBaseFontName(font, buffer, 200)
            found.add(Font(buffer.value.decode(), bool(raw.FPDFFont_GetIsEmbedded(font))))
    return found


def smallest(data):
    """The size of the smallest characters, in points, however they are turned or drawn smaller."""
    return min(size for page in pypdfium2.PdfDocument(data) for size in _sizes(page))


def _sizes(page):
    textpage, turn = page.get_textpage(), raw.FS_MATRIX()
    for place in range(textpage.count_chars()):
        if chr(raw.FPDFText_GetUnicode(textpage, place)).strip():
            raw.FPDFText_GetMatrix(textpage, place, turn)
            yield raw.FPDFText_GetFontSize(textpage, place) * math.hypot(turn.b, turn.d)


def pictures(data):
    """The size in pixels of each picture, page by page."""
    return [
        piece.get_px_size()
        for page in pypdfium2.PdfDocument(data)
        for piece in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE])
    ]


def dots(data):
    """How many dots an inch each picture has, across, on the page it is on."""
    found = []
    for page in pypdfium2.PdfDocument(data):
        for piece in page.get_objects(filter=[raw.FPDF_PAGEOBJ_IMAGE]):
            left, _low, right, _top = piece.get_bounds()
            found.append(piece.get_px_size()[0] / (right - left) * 72)
    return found


def links(data):
    """Where links lead: addresses as text, places in the file as page numbers from 0."""
    document = pypdfium2.PdfDocument(data)
    return [target for page in document for target in _links(document, page)]


def _links(document, page):
    place, link = ctypes.c_int(0), raw.FPDF_LINK()
    while raw.FPDFLink_Enumerate(page, ctypes.byref(place), ctypes.byref(link)):
        if dest := raw.FPDFLink_GetDest(document, link):
            yield raw.FPDFDest_GetDestPageIndex(document, dest)
            continue
        action = raw.FPDFLink_GetAction(link)
        buffer = ctypes.create_string_buffer(2000)
        raw.FPDFAction_GetURIPath(document, action, buffer, 2000)
        yield buffer.value.decode()
