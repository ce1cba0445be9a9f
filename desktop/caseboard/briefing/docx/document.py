"""The document around the sections: pages, head and foot, what it says of itself, its bytes."""

from collections.abc import Callable
from io import BytesIO
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

import docx
from docx.enum.text import WD_TAB_ALIGNMENT
from docx.oxml.ns import qn
from docx.shared import Pt

from caseboard.briefing.blocks import Facts, Outline, Run
from caseboard.briefing.docx import styles
from caseboard.briefing.docx.elements import Elements, put_marking
from caseboard.briefing.docx.names import Names
from caseboard.briefing.docx.runs import Writer
from caseboard.briefing.docx.wording import put, put_field, put_paragraph, put_text
from caseboard.briefing.inert import shown
from caseboard.briefing.walk import anchors_of
from caseboard.i18n import _, speaking
from caseboard.model.terms import Marking

Progress = Callable[[int, int], None]

_MM: Final = 72 / 25.4
_PAGES: Final = {"A4": (210 * _MM, 297 * _MM), "Letter": (612.0, 792.0)}
_SIDE, _TOP, _EDGE = 18 * _MM, 24 * _MM, 11 * _MM
_TLP: Final = {
    Marking.RED: "FF2B2B",
    Marking.AMBER: "FFC000",
    Marking.AMBER_STRICT: "FFC000",
    Marking.GREEN: "33FF00",
    Marking.CLEAR: "FFFFFF",
}
"""Letters on black (FIRST, TLP 2.0, 2022)."""
_THEN: Final = (1980, 1, 1, 0, 0, 0)
"""The date of every entry of the archive: the earliest a ZIP file can say."""


def render(outline: Outline, page_size: str = "A4", *, progress: Progress | None = None) -> bytes:
    """The briefing as the bytes of a .docx file; the same outline gives the same bytes.

    `progress` is called with sections done and sections in all; what it raises stops the writing.
    """
    with speaking(outline.language):
        document = docx.Document()
        styles.define(document, outline.language)
        width = _pages(document, _PAGES[page_size])
        _describe(document, outline)
        _furniture(document.sections[0], outline, width)
        _body(document, outline, width, progress)
        return _packed(document)


def _pages(document: Any, size: tuple[float, float]) -> float:
    section = document.sections[0]
    section.page_width, section.page_height = (Pt(each) for each in size)
    section.left_margin = section.right_margin = Pt(_SIDE)
    section.top_margin = section.bottom_margin = Pt(_TOP)
    section.header_distance = section.footer_distance = Pt(_EDGE)
    return size[0] - 2 * _SIDE


def _describe(document: Any, outline: Outline) -> None:
    told = document.core_properties
    told.title, told.author = shown(outline.head.title), shown(outline.author)
    told.subject, told.comments = shown(outline.imprint), ""
    told.keywords = shown(label(outline))
    told.language, told.last_modified_by, told.revision = outline.language, "", 1
    told.created = told.modified = outline.exported.replace(tzinfo=None)


def label(outline: Outline) -> str:
    """The marking as it is printed."""
    return outline.classification or outline.marking.value


def _body(document: Any, outline: Outline, width: float, progress: Progress | None) -> None:
    body = document.element.body
    last = body.find(qn("w:sectPr"))
    body.remove(last)
    names = Names(anchors_of(outline))
    writer = Writer(document.part, names)
    elements = Elements(body, writer, width)
    _head(body, writer, elements, outline)
    for number, section in enumerate(outline.sections, 1):
        elements.section(section)
        if progress is not None:
            progress(number, len(outline.sections))
    body.append(last)


def _head(body: Any, writer: Writer, elements: Elements, outline: Outline) -> None:
    head = outline.head
    for style, text in (
        ("BriefingKicker", head.kicker),
        ("Title", head.title),
        ("Subtitle", head.question),
    ):
        if text:
            writer.write(put_paragraph(body, style), (Run(text),))
    elements.block(Facts(head.facts))


# --- head and foot of every page ---


def _furniture(section: Any, outline: Outline, width: float) -> None:
    head, foot = section.header.paragraphs[0], section.footer.paragraphs[0]
    for paragraph in (head, foot):
        tabs = paragraph.paragraph_format.tab_stops
        tabs.add_tab_stop(Pt(width), WD_TAB_ALIGNMENT.RIGHT)
    told = f"{outline.head.title} · {outline.case_ref}"
    _words(head._p, told)  # noqa: SLF001  python-docx gives its elements no other name
    _mark(head._p, outline)  # noqa: SLF001
    _number(foot._p, outline)  # noqa: SLF001
    _mark(foot._p, outline)  # noqa: SLF001


def _number(paragraph: Any, outline: Outline) -> None:
    """`Page n of N`, both kept by Word, and what the imprint says."""
    before, _page, rest = _("Page {page} of {pages}").partition("{page}")
    between, _count, after = rest.partition("{pages}")
    _words(paragraph, before)
    put_field(paragraph, "PAGE")
    _words(paragraph, between)
    put_field(paragraph, "NUMPAGES")
    _words(paragraph, f"{after} · {outline.imprint}")


def _words(paragraph: Any, text: str) -> None:
    put_text(put(paragraph, "r"), text)


def _mark(paragraph: Any, outline: Outline) -> None:
    put(put(paragraph, "r"), "tab")
    letters = "000000" if outline.classification else _TLP[outline.marking]
    ground = "FFFFFF" if outline.classification else "000000"
    put_marking(paragraph, label(outline), (letters, ground))


# --- the file ---


def _packed(document: Any) -> bytes:
    """The archive with no clock in it, and without the template's own picture."""
    package = document.part.package
    for identifier, relation in list(package.rels.items()):
        if relation.reltype.endswith("/thumbnail"):
            del package.rels[identifier]
    made, out = BytesIO(), BytesIO()
    document.save(made)
    with ZipFile(made) as old, ZipFile(out, "w") as new:
        for name in old.namelist():
            info = ZipInfo(name, _THEN)
            info.compress_type = ZIP_DEFLATED
            info.create_system, info.external_attr = 0, 0
            new.writestr(info, old.read(name))
    return out.getvalue()
