"""The Markdown file around the sections: the marking first and last, then what is said."""

from collections.abc import Callable, Iterator

from caseboard.briefing.blocks import Entry, Facts, Listing, Outline, Section
from caseboard.briefing.text.elements import Elements
from caseboard.briefing.text.inline import Names, escaped
from caseboard.briefing.walk import anchors_of, paragraphs
from caseboard.i18n import speaking

Progress = Callable[[int, int], None]


def render(outline: Outline, *, progress: Progress | None = None) -> bytes:
    """The briefing as the bytes of a UTF-8 text; the same outline gives the same bytes.

    `progress` is called with sections done and sections in all; what it raises stops the writing.
    """
    with speaking(outline.language):
        return ("\n\n".join(_stretches(outline, progress)) + "\n").encode()


def _stretches(outline: Outline, progress: Progress | None) -> Iterator[str]:
    elements = Elements(Names(_wanted(outline)))
    marking = f"**{escaped(outline.classification or outline.marking.value)}**"
    head = outline.head
    yield marking
    if head.kicker:
        yield escaped(head.kicker)
    yield f"# {escaped(head.title)}"
    if head.question:
        yield f"> {escaped(head.question)}"
    yield from elements.block(Facts(head.facts))
    for number, section in enumerate(outline.sections, 1):
        yield from (stretch for stretch in elements.section(section) if stretch)
        if progress is not None:
            progress(number, len(outline.sections))
    yield "---"
    yield escaped(f"{outline.imprint} · {outline.program}")
    yield marking


def _wanted(outline: Outline) -> frozenset[str]:
    """The anchors that something leads to."""
    links = (link for section in outline.sections for link in _links(section))
    return anchors_of(outline) & frozenset(links)


def _links(section: Section) -> Iterator[str]:
    for part in paragraphs(section):
        yield from (run.link for run in part.runs)
    for entry in _entries(section):
        yield entry.label.link


def _entries(section: Section) -> Iterator[Entry]:
    for block in section.blocks:
        if isinstance(block, Listing):
            yield from block.entries
