"""Cuts what stands in quotation marks of any kind, over paragraphs too."""

import re
from collections.abc import Iterator

from caseboard.tagging.document import Span

_MARK = re.compile(r"''|``|[\"“”„‟«»]|(?<!\w)[‘‚]|(?<!\w)'(?=\w)")
_CLOSING = {
    "“": re.compile(r"[”\"]"),
    "”": re.compile(r"[”\"]"),
    "„": re.compile(r"[“”\"]"),
    "‟": re.compile(r"[”\"]"),
    "«": re.compile("»"),
    "''": re.compile(r"''|(?<=[.,?!])\""),
    "``": re.compile(r"''|\""),
    "‘": re.compile(r"[’'](?!\w)"),
    "‚": re.compile(r"[‘’](?!\w)"),
    "'": re.compile(r"(?<=\S)['’](?!\w)"),
}
_STRAIGHT_OR_CURLY = re.compile(r"[\"“”]")
_BREAK = re.compile(r"\n\s*\n|(?<=[.!?…:\"”’»])[ \t]*\n")
_SINGLE_REACH = 300
"""Within how many characters a single mark must be closed, or it is an apostrophe."""


def cut(text: str) -> list[Span]:
    """Every outermost quotation with its marks, in reading order.

    One that is left open ends with its paragraph, unless the next paragraph opens with a mark
    again: then it goes on there.
    """
    found: list[Span] = []
    is_open = False
    for paragraph in paragraphs(text):
        pieces = list(_in_paragraph(text, paragraph))
        for at, (piece, closed) in enumerate(pieces):
            if at == 0 and is_open and piece.start == paragraph.start:
                found[-1] = Span(found[-1].start, piece.end)
            else:
                found.append(piece)
            is_open = not closed
        is_open = is_open and bool(pieces)
    return found


def paragraphs(text: str) -> Iterator[Span]:
    """Pieces between blank lines, and lines that end as a sentence does."""
    begin = 0
    for gap in _BREAK.finditer(text):
        yield from _trimmed(text, begin, gap.start())
        begin = gap.end()
    yield from _trimmed(text, begin, len(text))


def _trimmed(text: str, start: int, end: int) -> Iterator[Span]:
    piece = text[start:end]
    stripped = piece.strip()
    if stripped:
        first = start + len(piece) - len(piece.lstrip())
        yield Span(first, first + len(stripped))


def _in_paragraph(text: str, paragraph: Span) -> Iterator[tuple[Span, bool]]:
    at = paragraph.start
    unclosed: set[str] = set()
    while mark := _MARK.search(text, at, paragraph.end):
        at = mark.end()
        kind = mark.group()
        if kind == "»" or kind in unclosed or not _may_open(text, mark, paragraph):
            continue
        reach = paragraph.end if kind not in "‘‚'" else min(at + _SINGLE_REACH, paragraph.end)
        closing = _closing(text, kind, at, reach)
        if closing is not None:
            yield Span(mark.start(), closing.end()), True
            at = closing.end()
        elif reach == paragraph.end and kind not in "‘‚'":
            unclosed.add(kind)
            if mark.start() == paragraph.start or kind in "“„«":
                yield Span(mark.start(), paragraph.end), False
                return


def _closing(text: str, kind: str, at: int, reach: int) -> re.Match[str] | None:
    """The mark that closes one of this kind; a straight one may hold curly ones."""
    if kind != '"':
        return _CLOSING[kind].search(text, at, reach)
    depth = 0
    for mark in _STRAIGHT_OR_CURLY.finditer(text, at, reach):
        if mark.group() == "“":
            depth += 1
        elif mark.group() == '"' or not depth:
            return mark
        else:
            depth -= 1
    return None


def _may_open(text: str, mark: re.Match[str], paragraph: Span) -> bool:
    """A straight mark right after a word closes something, or stands for inches."""
    before = text[mark.start() - 1] if mark.start() > paragraph.start else " "
    after = text[mark.end() : mark.end() + 1]
    if mark.group() in '"”' and before.isalnum():
        return False
    return bool(after) and not after.isspace()
