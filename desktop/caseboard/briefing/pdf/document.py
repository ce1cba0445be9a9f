"""Writes an outline as a PDF file."""

import hashlib
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import nullcontext
from dataclasses import dataclass
from functools import partial
from io import BytesIO
from pathlib import Path
from typing import BinaryIO

from caseboard.briefing.blocks import Outline
from caseboard.briefing.pdf import scale
from caseboard.briefing.pdf.boxes import Box
from caseboard.briefing.pdf.contents import with_contents
from caseboard.briefing.pdf.finishing import Attachment, finished
from caseboard.briefing.pdf.fitting import laid_out
from caseboard.briefing.pdf.furniture import Furniture
from caseboard.briefing.pdf.lines import clean, drawn_at
from caseboard.briefing.pdf.linking import Place
from caseboard.briefing.pdf.sheet import Sheet
from caseboard.briefing.pdf.titles import title_block
from caseboard.briefing.pdf.typeset import Typesetter
from caseboard.briefing.pdf.xmp import About
from caseboard.briefing.walk import anchors_of
from caseboard.i18n import speaking

Progress = Callable[[int, int], None]
"""Called with pages drawn and pages in all; what it raises stops the writing."""


@dataclass(frozen=True, slots=True)
class Written:
    """What was written."""

    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True)
class Rendered:
    """A PDF, and where in it things stand."""

    data: bytes
    pages: int
    places: Mapping[str, Place]
    """Every anchor that was drawn, its section's kind among them, with the first place it has."""


def write(
    outline: Outline,
    target: Path | BinaryIO,
    page_size: str = "A4",
    *,
    progress: Progress | None = None,
) -> Written:
    """Write the briefing on `A4` or `Letter` pages; the same outline gives the same bytes.

    A file appears under its name when it is whole, and not at all if writing stops. Raises
    `OSError` where the target cannot be written, and whatever `progress` raises.
    """
    data = render(outline, page_size, progress=progress)
    if isinstance(target, Path):
        _put(target, data)
    else:
        target.write(data)
    return Written(len(data), hashlib.sha256(data).hexdigest())


def render(
    outline: Outline,
    page_size: str = "A4",
    *,
    progress: Progress | None = None,
    attachments: Sequence[Attachment] = (),
) -> bytes:
    """The briefing as the bytes of a PDF; see `write`."""
    return rendered(outline, page_size, progress=progress, attachments=attachments).data


def rendered(
    outline: Outline,
    page_size: str = "A4",
    *,
    progress: Progress | None = None,
    attachments: Sequence[Attachment] = (),
    is_tagged: bool = True,
) -> Rendered:
    """The briefing as the bytes of a PDF, and where its anchors came to stand; see `write`.

    A file that is only looked at, and given to nobody, need not be tagged: it is made sooner.
    """
    with speaking(outline.language):
        drawn = _drawn(outline, scale.PAGES[page_size], progress)
    about, sheet = _about(outline), drawn.sheet
    data = finished(drawn.data, sheet, about, attachments, is_tagged=is_tagged)
    return Rendered(data, drawn.pages, drawn.places)


@dataclass(frozen=True, slots=True)
class _Drawn:
    """Pages as reportlab writes them, and the sheet that knows what is on them."""

    data: bytes
    pages: int
    sheet: Sheet
    places: Mapping[str, Place]


def _drawn(outline: Outline, size: tuple[float, float], progress: Progress | None) -> _Drawn:
    width, height = size
    room = height - scale.MARGIN_TOP - scale.MARGIN_BOTTOM
    column = width - 2 * scale.MARGIN_X
    layout = laid_out(partial(_boxes, outline), column, room)
    pages = with_contents(layout, outline, column, room)
    furniture = Furniture(outline, width)
    out = BytesIO()
    sheet = Sheet(out, size, language=outline.language, targets=anchors_of(outline))
    for number, page in enumerate(pages, 1):
        if number > 1:
            sheet.next_page()
        # Once the marking is text: who has the file read aloud has to hear it.
        with sheet.artifact("Header") if number > 1 else nullcontext():
            furniture.head(sheet, number)
        zoomed = sheet.zoomed(layout.share, scale.MARGIN_X, height - scale.MARGIN_TOP)
        with zoomed, drawn_at(layout.share):
            page.draw(sheet, 0.0, 0.0)
        with sheet.artifact("Footer"):
            furniture.foot(sheet, number, len(pages))
        if progress is not None:
            progress(number, len(pages))
    places = dict(sheet.places)
    sheet.save()
    return _Drawn(out.getvalue(), len(pages), sheet, places)


def _boxes(outline: Outline, width: float) -> Iterator[Box]:
    yield from title_block(outline.head, width)
    setter = Typesetter(width)
    for section in outline.sections:
        yield from setter.section(section)


def _about(outline: Outline) -> About:
    marking = outline.classification or outline.marking.value
    return About(
        title=clean(outline.head.title),
        author=clean(outline.author),
        subject=clean(f"{marking} {outline.imprint}"),
        program=outline.program,
        producer=f"{outline.program} (ReportLab, pikepdf)",
        made=outline.exported,
        language=outline.language,
    )


def _put(target: Path, data: bytes) -> None:
    part = target.with_name(f"{target.name}.part")
    try:
        with part.open("wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        part.replace(target)
    finally:
        part.unlink(missing_ok=True)
