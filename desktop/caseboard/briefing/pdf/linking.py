"""Writes what can be clicked into a file: links, named places, the list of contents."""

from bisect import bisect_right
from collections.abc import Callable, Mapping, Sequence
from functools import cache
from typing import Final, NamedTuple

import pikepdf
from pikepdf import Array, Dictionary, Name, Object, String

from caseboard.briefing.pdf.xmp import printable

_PRINTED: Final = 4
"""The flag of an annotation that is there on paper too (ISO 32000-2, table 167)."""


class Place(NamedTuple):
    """A place in a file: its page from 0, and points from the upper edge of that page."""

    page: int
    top: float


class Lead(NamedTuple):
    """An area of a page that leads to a named place, or to an address outside."""

    area: tuple[float, float, float, float]
    name: str = ""
    url: str = ""
    says: str = ""
    """Where it leads, in words; empty where it is no part of the text."""


class Bookmark(NamedTuple):
    """An entry in the list of contents; level 0 is outermost."""

    title: str
    name: str
    level: int


def put_links(
    pdf: pikepdf.Pdf, leads: Sequence[Sequence[Lead]], headings: Callable[[str], str]
) -> list[list[Object]]:
    """Make an annotation of each lead of each page; they are given back in the same order.

    A lead that says what it is has a key of its own in the structure, the first after those of the
    pages, and so on; `headings` tells what a named place stands under.
    """
    key = len(leads)
    made = []
    for page, on_page in zip(pdf.pages, leads, strict=True):
        annotations = []
        for lead in on_page:
            annotations.append(pdf.make_indirect(_link(lead, key, headings(lead.name))))
            key += bool(lead.says)
        if annotations:
            page.obj.Annots = Array(annotations)
        made.append(annotations)
    return made


def headings(bookmarks: Sequence[Bookmark], places: Mapping[str, Place]) -> Callable[[str], str]:
    """Tells the title of the section a named place stands in; nothing where it is in none."""
    begun = sorted((places[mark.name], mark.title) for mark in bookmarks if not mark.level)

    @cache
    def heading(name: str) -> str:
        if name not in places:
            return ""
        before = bisect_right(begun, (places[name], "\U0010ffff")) - 1
        return begun[before][1] if before >= 0 else ""

    return heading


def put_places(pdf: pikepdf.Pdf, places: Mapping[str, Place]) -> None:
    """Let every anchor be a named destination, which other files may lead to as well."""
    pages = [page.obj for page in pdf.pages]
    heights = [float(page.MediaBox[3]) for page in pages]
    named: list[Object] = []
    for name, place in sorted(places.items(), key=lambda item: item[0].encode()):
        top = round(heights[place.page] - place.top, 2)
        named += [String(name), Array([pages[place.page], Name.XYZ, 0, top, None])]
    if named:
        names(pdf).Dests = pdf.make_indirect(Dictionary(Names=Array(named)))


def put_contents(pdf: pikepdf.Pdf, bookmarks: Sequence[Bookmark]) -> None:
    """The reader's list of contents, nested and unfolded, which is shown at first."""
    pdf.Root.ViewerPreferences = Dictionary(DisplayDocTitle=True)
    if not bookmarks:
        return
    root = pdf.make_indirect(Dictionary(Type=Name.Outlines))
    above: list[Object] = [root]
    for mark in bookmarks:
        del above[mark.level + 1 :]
        entry = pdf.make_indirect(
            Dictionary(Title=String(printable(mark.title)), Dest=String(mark.name))
        )
        _hang(entry, above[-1])
        for each in above:
            each.Count = int(each.get(Name.Count, 0)) + 1
        above.append(entry)
    pdf.Root.Outlines = root
    pdf.Root.PageMode = Name.UseOutlines


def names(pdf: pikepdf.Pdf) -> Object:
    """The dictionary of what is found by name in the file."""
    if Name.Names not in pdf.Root:
        pdf.Root.Names = Dictionary()
    return pdf.Root.Names


def _hang(entry: Object, above: Object) -> None:
    entry.Parent = above
    if Name.Last in above:
        before = above.Last
        entry.Prev, before.Next = before, entry
    else:
        above.First = entry
    above.Last = entry


def _link(lead: Lead, key: int, heading: str) -> Object:
    """One of the many of a file: read from its own notation, a third of the time of making it."""
    area = " ".join(f"{edge:.2f}" for edge in lead.area)
    outside = f"/A <</S /URI /URI {_text(lead.url)}>>"
    way = f"/Dest {_text(lead.name)}" if lead.name else outside
    says = f"{lead.says} ({heading})" if heading else lead.says
    said = f"/Contents {_text(says)} /StructParent {key}" if lead.says else ""
    link = f"<</Type /Annot /Subtype /Link /Rect [{area}] /Border [0 0 0] /F {_PRINTED}"
    return pikepdf.Object.parse(f"{link} {way} {said}>>".encode("ascii"))


def _text(text: str) -> str:
    """A string in hexadecimal: as it is where it is ASCII, else UTF-16 (ISO 32000-2, 7.9.2)."""
    text = printable(text)
    data = text.encode("ascii") if text.isascii() else b"\xfe\xff" + text.encode("utf-16-be")
    return f"<{data.hex()}>"
