"""In what order a clip is read: title, byline, article, and apart what does not belong to it."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import Enum, auto

from caseboard.model.clip import Clip, ClipFile
from caseboard.model.parts import GAP, Part
from caseboard.model.terms import PartKind
from caseboard.ui.reader.page import ReaderPage, inline_pictures


class LineStyle(Enum):
    """How a line of text looks."""

    TITLE = auto()
    BYLINE = auto()
    HEADING = auto()
    PARAGRAPH = auto()
    QUOTE = auto()
    LIST_ITEM = auto()
    CAPTION = auto()
    ASIDE = auto()


@dataclass(frozen=True, slots=True)
class Line:
    """One block of text; `start` is its offset in `Clip.text`, None where the clip lacks it."""

    style: LineStyle
    text: str
    start: int | None = None
    credit: str = ""
    """Shown after the text; not in `Clip.text`."""


@dataclass(frozen=True, slots=True)
class Figure:
    """One picture among the text."""

    file: ClipFile


Block = Line | Figure


@dataclass(frozen=True, slots=True)
class Outline:
    """What is read, and what stands apart from it; each part of the clip is there exactly once."""

    flow: tuple[Block, ...]
    aside: tuple[Line, ...]


BODY = {
    PartKind.HEADING: LineStyle.HEADING,
    PartKind.QUOTE: LineStyle.QUOTE,
    PartKind.LIST_ITEM: LineStyle.LIST_ITEM,
}


def outline(page: ReaderPage) -> Outline:
    """The reading order of a page."""
    clip, parts = page.clip, parts_of(page.clip)
    title = next((p for p in parts if p.kind is PartKind.TITLE and not p.body), None)
    bylines = [p for p in parts if p.kind is PartKind.BYLINE and not page.byline and not p.body]
    rest = [part for part in parts if part is not title and part not in bylines]
    flowing = [part for part in rest if _flows(part)]
    figures = inline_pictures(page.files)
    flow: list[Block] = [_line(clip, title, LineStyle.TITLE) if title else _own_title(clip)]
    flow += [Line(LineStyle.BYLINE, page.byline)] if page.byline else []
    flow += [_line(clip, part, LineStyle.BYLINE) for part in bylines]
    flow += _figures_and_text(clip, flowing, figures)
    aside = (_line(clip, part, LineStyle.ASIDE) for part in rest if not _flows(part))
    return Outline(tuple(flow), tuple(aside))


def parts_of(clip: Clip) -> list[Part]:
    """The blocks of a clip; where none were told, those between blank lines, all body."""
    if clip.parts:
        parts = (Part.from_json(row) for row in clip.parts)
        return [part for part in parts if clip.text[part.start : part.end].strip()]
    return list(_plain_blocks(clip.text))


def _flows(part: Part) -> bool:
    return part.body or part.kind is PartKind.CAPTION


def _plain_blocks(text: str) -> Iterator[Part]:
    start = 0
    for block in text.split(GAP):
        if block.strip():
            yield Part(PartKind.PARAGRAPH, start, start + len(block), body=True)
        start += len(block) + len(GAP)


def _figures_and_text(
    clip: Clip, parts: Iterable[Part], figures: Sequence[ClipFile]
) -> Iterator[Block]:
    """Each picture above its caption; the first one without a caption leads, the others follow."""
    parts = list(parts)
    captioned = {part.picture for part in parts if part.kind is PartKind.CAPTION}
    loose = [file for file in figures if file.ordinal not in captioned]
    by_ordinal = {file.ordinal: file for file in figures}
    if loose and loose[0] is figures[0]:
        yield from _loose(loose.pop(0))
    for part in parts:
        if part.kind is not PartKind.CAPTION:
            yield _line(clip, part, BODY.get(part.kind, LineStyle.PARAGRAPH))
            continue
        file = by_ordinal.pop(part.picture, None) if part.picture is not None else None
        if file:
            yield Figure(file)
        yield _line(clip, part, LineStyle.CAPTION, file.credit if file else "")
    for file in loose:
        yield from _loose(file)


def _loose(file: ClipFile) -> Iterator[Block]:
    yield Figure(file)
    if file.caption or file.credit:
        caption, credit = file.caption or file.credit, file.credit if file.caption else ""
        yield Line(LineStyle.CAPTION, caption, credit=_unsaid(credit, caption))


def _line(clip: Clip, part: Part, style: LineStyle, credit: str = "") -> Line:
    text = clip.text[part.start : part.end]
    return Line(style, text, part.start, _unsaid(credit, text))


def _unsaid(credit: str, text: str) -> str:
    """The credit, unless the caption says it already."""
    return "" if credit in text else credit


def _own_title(clip: Clip) -> Line:
    return Line(LineStyle.TITLE, clip.title)
