"""The standfirst: the sentences between a title and the first paragraph that sum the article up.

Judges of main text often leave it out, because it stands in the page's head and not in its column.
"""

import re
from collections.abc import Iterable

from caseboard.capture import byline, creditline, titles
from caseboard.capture.blocks import Block
from caseboard.model.terms import PartKind

_FURTHEST = 40
_NEAR = 8
"""Blocks: share buttons are many, and each is one."""
_MOST = 3
_LONG = 100
_PROSE = 70
_SHORT = 40
_SENTENCE = re.compile(r"\w[^.!?…]{20,}[.!?…][\"'”’»)]*(?:\s|$)")
_MISNAMED = {None, PartKind.RELATED, PartKind.BANNER, PartKind.OTHER}
"""`teaser` is what some systems call the standfirst."""


def mark(blocks: list[Block], title: str, descriptions: Iterable[str]) -> None:
    """Make the standfirst body, where it is not yet.

    `descriptions`: what the page's head says that the article is about, which is mostly its
    standfirst, word for word.
    """
    known = [folded for text in descriptions if len(folded := titles.fold(text)) >= _SHORT]
    between = _between(blocks, title)
    marked = 0
    for number, block in enumerate(between):
        near = min(number, len(between) - 1 - number) < _NEAR
        summary = _is_named(block) or (near and _is_summary(block))
        found = not block.body and (_is_known(block, known) or summary)
        if found and marked < _MOST:
            block.kind, block.body, block.tag = None, True, "p"
            marked += 1


def _between(blocks: list[Block], title: str) -> list[Block]:
    """The blocks between title and first paragraph, if both are near."""
    paragraphs = (
        i for i, b in enumerate(blocks) if b.body and len(b.text) >= _PROSE and b.tag[:1] != "h"
    )
    first, folded = next(paragraphs, None), titles.fold(title)
    if first is None or not folded:
        return []
    head = [i for i, b in enumerate(blocks[:first]) if folded in titles.fold(b.text)]
    near = [index for index in head if first - index <= _FURTHEST]
    return blocks[near[0] + 1 : first] if near else []


def _is_known(block: Block, known: list[str]) -> bool:
    folded = titles.fold(block.text)
    return (
        len(folded) >= _SHORT
        and block.kind in _MISNAMED
        and any(folded.startswith(text[:150]) or text.startswith(folded[:150]) for text in known)
    )


def _is_named(block: Block) -> bool:
    """Whether a block's class says that it is one, and nothing about it says otherwise."""
    return (
        block.standfirst
        and block.kind is None
        and not block.byline
        and block.linked < 0.5
        and len(block.text) >= _SHORT
        and byline.parse(block.text) is None
    )


def _is_summary(block: Block) -> bool:
    """Whether a block is prose, and neither byline nor credit."""
    text = block.text
    return (
        block.kind is None
        and block.linked < 0.3
        and not block.byline
        and len(text) >= _LONG
        and bool(_SENTENCE.search(text))
        and byline.parse(text) is None
        and not creditline.split(text, is_caption=False)[1]
    )
