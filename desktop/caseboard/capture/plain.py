"""Reads an article out of text as a person pastes it: marks what is not body, deletes nothing."""

import re
from dataclasses import dataclass

from caseboard.capture import (
    boilerplate,
    byline,
    creditline,
    furniture,
    language,
    layout,
    names,
    teasers,
)
from caseboard.capture.article import NOTHING, Page, PageImage
from caseboard.capture.assemble import assemble
from caseboard.capture.blocks import Block
from caseboard.capture.body import kind_by_tag
from caseboard.capture.decode import decode
from caseboard.model.parts import body_text
from caseboard.model.terms import PartKind

_HEAD = 10
"""A title and its byline stand within so many blocks from the top, or before the first prose."""
_FURTHEST = 60
_LABELS = re.compile(
    r"^(?:деталі|дослівно|пряма мова|передісторія|що передувало|нагадаємо|"
    r"детали|дословно|прямая речь|предыстория|напомним)\s*:",
    re.I,
)
_LABELLED = re.compile(r"^\w+: \S")
_SOURCE = re.compile(r"^(?:джерело|источник)\s*:", re.I)
"""Two labels of one style of news: with the others, this one opens a paragraph, not a credit."""
_LONGEST_TITLE = 250
_LONGEST_NAMES = 80
_ENDS_SENTENCE = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
_ENDS_FULLY = re.compile(r"[.…:;,][\"'”’»)\]]*$")


@dataclass(frozen=True, slots=True)
class Marked:
    """Blocks with their kinds, and what their words say about the article."""

    blocks: list[Block]
    title: str
    authors: tuple[str, ...]
    published: str | None
    published_as_printed: str


def read(text: str) -> Page:
    """The article in `text`; every block of it is kept, marked body or not.

    English, Ukrainian and Russian are understood. A time without a printed zone has none in
    `published` (EDTF). Never fails on odd text; raises `CaseError` where it is too long.
    """
    tidy = decode(text)
    layout.check_size(len(tidy))
    found = layout.blocks(tidy)
    if not found:
        return NOTHING
    marked = read_blocks(found)
    pictures: list[PageImage] = []
    for block in marked.blocks:
        if block.kind is PartKind.CAPTION:
            caption, credit = creditline.split(block.text)
            block.picture = len(pictures)
            pictures.append(PageImage("", caption, credit, ""))
    return page_of(marked, tuple(pictures))


def read_blocks(blocks: list[Block]) -> Marked:
    """Mark `blocks` by their words; kinds that are known already stay."""
    for block in blocks:
        if block.kind is None:
            block.kind = boilerplate.by_text(block.text)
    furniture.mark(blocks)
    title, authors, published, as_printed = _head(blocks)
    teasers.mark(blocks)
    has_labels = any(_LABELS.match(block.text) for block in blocks)
    for block in blocks:
        told = has_labels and _SOURCE.match(block.text)
        if block.kind is None and not told and _is_caption(block.text):
            block.kind = PartKind.CAPTION
    furniture.mark_ends(blocks)
    for index, block in enumerate(blocks):
        if block.kind is None:
            block.kind, block.body = _body_kind(blocks, index), True
    if not authors:
        authors = _from_cards(blocks)
    return Marked(blocks, title, authors, published, as_printed)


def page_of(marked: Marked, images: tuple[PageImage, ...]) -> Page:
    """The `Page` that marked blocks make."""
    full_text, parts = assemble(marked.blocks)
    text = body_text(full_text, parts)
    evidence = (
        (0.4, len(text.split()) >= 80),
        (0.2, bool(marked.title)),
        (0.2, marked.published is not None),
        (0.2, bool(marked.authors)),
    )
    return Page(
        text=text,
        title=marked.title,
        authors=marked.authors,
        published=marked.published,
        published_as_printed=marked.published_as_printed,
        site="",
        language=language.guess(text),
        images=images,
        canonical_url="",
        confidence=round(sum(weight for weight, holds in evidence if holds), 2),
        parts=parts,
        full_text=full_text,
        said_in=_said_in(marked),
    )


def _said_in(marked: Marked) -> dict[str, str]:
    where = {
        "title": "text" if marked.title else "",
        "authors": "byline" if marked.authors else "",
        "published": "byline" if marked.published else "",
    }
    return {field: place for field, place in where.items() if place}


def _head(blocks: list[Block]) -> tuple[str, tuple[str, ...], str | None, str]:
    """Mark title and byline, and what stands before them; `(title, authors, EDTF, printed)`."""
    lines = [(i, said) for i, block in enumerate(_top(blocks)) if (said := _byline(block))]
    lines = _with_names(blocks, _together(lines))
    title = _title(blocks, lines[0][0] if lines else None)
    authors: tuple[str, ...] = ()
    published, as_printed = None, ""
    for index, (people, date) in lines:
        blocks[index].kind = PartKind.BYLINE
        authors = authors or people
        if date is not None and published is None:
            published, as_printed = date.edtf, date.text
    if title is None:
        return "", authors, published, as_printed
    blocks[title].kind = PartKind.TITLE
    for block in blocks[:title]:
        block.kind = block.kind or PartKind.OTHER
    return blocks[title].text.replace("\n", " "), authors, published, as_printed


def _top(blocks: list[Block]) -> list[Block]:
    """The blocks among which title and byline stand: menus may come before them."""
    prose = (i for i, block in enumerate(blocks[:_FURTHEST]) if furniture.is_prose(block))
    return blocks[: max(_HEAD, next(prose, _HEAD))]


def _with_names(
    blocks: list[Block], lines: list[tuple[int, byline.Said]]
) -> list[tuple[int, byline.Said]]:
    """`lines`, and the line right over a lone date that holds nothing but names and a place."""
    if not lines or lines[0][1][0] or not lines[0][0]:
        return lines
    above = lines[0][0] - 1
    text = blocks[above].text
    people = names.people([text])
    fits = blocks[above].kind is None and len(text) <= _LONGEST_NAMES
    if not people or not fits or len(names.without(text, people).split()) > 2:
        return lines
    return [(above, (people, None)), *lines]


def _byline(block: Block) -> byline.Said | None:
    if block.kind in {None, PartKind.AUTHOR_CARD} and block.tag not in {"h1", "figcaption"}:
        return byline.parse(block.text)
    return None


def _together(lines: list[tuple[int, byline.Said]]) -> list[tuple[int, byline.Said]]:
    """The first byline and those right under it: a name, then a date."""
    kept = lines[:1]
    for line in lines[1:]:
        if line[0] == kept[-1][0] + 1:
            kept.append(line)
    return kept


def _title(blocks: list[Block], before: int | None) -> int | None:
    """The index of the title: the first line above the byline that looks like one."""
    marked = [i for i, block in enumerate(blocks) if block.tag == "h1" and block.kind is None]
    if marked:
        return marked[0]
    free = [i for i, block in enumerate(blocks[: before or 3]) if block.kind is None]
    if before is not None and before > 0:
        likely = [i for i in free if _is_headline(blocks[i].text, 3)]
        return next(
            (i for i in likely if len(blocks[i].text.split()) >= 5), next(iter(likely), None)
        )
    if before == 0:  # the byline stands on top, the title under it
        free = [i for i, block in enumerate(blocks[1:3], 1) if block.kind is None]
    first = free[0] if free else None
    if first is None or len(blocks) < first + 2 or not _is_headline(blocks[first].text, 4):
        return None
    return first if len(blocks[first + 1].text) > len(blocks[first].text) // 2 else None


def _is_headline(text: str, least: int) -> bool:
    return (
        least <= len(text.split()) <= 40
        and len(text) <= _LONGEST_TITLE
        and not _ENDS_FULLY.search(text)
        and text[:1].upper() == text[:1]
    )


def _is_caption(text: str) -> bool:
    if len(text) > 900:
        return False
    return bool(creditline.split(text, is_caption=False)[1])


def _body_kind(blocks: list[Block], index: int) -> PartKind:
    block = blocks[index]
    if block.tag in {"li", "blockquote"} or block.tag.startswith("h"):
        return kind_by_tag(block.tag)
    follows = index + 1 < len(blocks) and len(blocks[index + 1].text) > len(block.text)
    short = len(block.text.split()) <= 12 and not _ENDS_SENTENCE.search(block.text)
    short = short and not _LABELLED.match(block.text)
    return PartKind.HEADING if short and follows and index else PartKind.PARAGRAPH


def _from_cards(blocks: list[Block]) -> tuple[str, ...]:
    return byline.authors([b.text for b in blocks if b.kind is PartKind.AUTHOR_CARD], "")
