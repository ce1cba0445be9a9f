"""The HTML file around the sections: what a browser is told, and what stands at head and foot."""

from collections.abc import Callable, Iterator
from typing import Final

from caseboard.briefing.blocks import Facts, Outline
from caseboard.briefing.html import style
from caseboard.briefing.html.elements import Elements
from caseboard.briefing.html.names import Names, text
from caseboard.briefing.walk import anchors_of
from caseboard.i18n import _, speaking

Progress = Callable[[int, int], None]

POLICY: Final = "default-src 'none'; img-src data:; style-src 'unsafe-inline'"
"""Nothing is fetched, nothing runs; pictures and styles are those inside the file."""


def render(outline: Outline, *, progress: Progress | None = None) -> bytes:
    """The briefing as the bytes of an HTML file; the same outline gives the same bytes.

    `progress` is called with sections done and sections in all; what it raises stops the writing.
    """
    with speaking(outline.language):
        return "\n".join(_lines(outline, progress)).encode()


def _lines(outline: Outline, progress: Progress | None) -> Iterator[str]:
    elements = Elements(Names(anchors_of(outline)))
    yield from _top(outline)
    yield f'<a class="skip" href="#text">{text(_("Skip to the text"))}</a>'
    yield _marking(outline, "head")
    yield '<div class="page">'
    yield from _head(outline, elements)
    yield from _contents(outline)
    yield '<main id="text">'
    for number, section in enumerate(outline.sections, 1):
        yield from elements.section(section)
        if progress is not None:
            progress(number, len(outline.sections))
    yield f"</main><footer><p>{text(outline.imprint)} · {text(outline.program)}</p></footer></div>"
    yield _marking(outline, "foot")
    yield "</body></html>\n"


def _top(outline: Outline) -> Iterator[str]:
    yield f'<!doctype html><html lang="{text(outline.language)}"><head><meta charset="utf-8">'
    yield f'<meta http-equiv="Content-Security-Policy" content="{POLICY}">'
    yield '<meta name="referrer" content="no-referrer">'
    yield '<meta name="viewport" content="width=device-width, initial-scale=1">'
    yield '<meta name="color-scheme" content="light dark">'
    yield f'<meta name="generator" content="{text(outline.program)}">'
    if outline.author:
        yield f'<meta name="author" content="{text(outline.author)}">'
    yield f'<meta name="dcterms.date" content="{outline.exported.isoformat()}">'
    yield f"<title>{text(outline.head.title)} · {text(outline.case_ref)}</title>"
    yield f"<style>{style.sheet(label(outline), outline.imprint)}</style></head><body>"


def label(outline: Outline) -> str:
    """The marking as it is printed."""
    return outline.classification or outline.marking.value


def _marking(outline: Outline, place: str) -> str:
    kind = "free" if outline.classification else outline.marking.name.lower()
    where = text(_("Marking"))
    return f'<p class="marking {kind} {place}" title="{where}"><b>{text(label(outline))}</b></p>'


def _head(outline: Outline, elements: Elements) -> Iterator[str]:
    head = outline.head
    yield f'<header><p class="kicker">{text(head.kicker)}</p><h1>{text(head.title)}</h1>'
    if head.question:
        yield f'<p class="question">{text(head.question)}</p>'
    yield from elements.facts(Facts(head.facts))
    yield "</header>"


def _contents(outline: Outline) -> Iterator[str]:
    names = Names(anchors_of(outline))
    yield f'<nav aria-label="{text(_("Contents"))}"><ol>'
    for section in outline.sections:
        yield f'<li><a href="{names.link(section.kind.value)}">{text(section.title)}</a></li>'
    yield "</ol></nav>"
