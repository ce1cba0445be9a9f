"""Boxes inside pasted text that advertise another article."""

import re

from caseboard.capture.blocks import Block
from caseboard.model.terms import PartKind

_ENDS = re.compile(r"[.!?…:;,][\"'”’»)\]]*$")
_GLUED = re.compile(r"[a-zа-яіїєґё][A-ZА-ЯІЇЄҐЁ][a-zа-яіїєґё'’-]+")
_MIXED_CASE = re.compile(
    r"\b(?:Mc|Mac|De|Di|La|Le|Van|O')[A-Z]|\b[a-z]?[A-Z][a-z]+(?:Tube|State|Street|Sat|Net|Media|Pravda|Book|In)\b"
)
_LONGEST_LINE = 400
_LONGEST_BOX = 8


def mark(blocks: list[Block]) -> None:
    """Mark the teasers among `blocks`: those with a heading, and those with a glued foot.

    A browser copies a teaser card as headline, summary and, in one word, outlet and author
    (`The DailyJane Doe`).
    """
    for index, block in enumerate(blocks):
        if block.kind is PartKind.RELATED:
            _mark_under(blocks, index)
        elif block.kind is None and _is_foot(block.text):
            _mark_above(blocks, index)


def _mark_under(blocks: list[Block], index: int) -> None:
    """What follows a bare `Read also:` up to the end of its group or the first sentence."""
    if not _is_bare_heading(blocks[index].text):
        return
    for number, block in enumerate(blocks[index + 1 : index + 1 + _LONGEST_BOX]):
        grouped = block.tag == "group"
        headline = block.kind is None and not _ENDS.search(block.text) and len(block.text) < 200
        if block.kind is not None or not headline or (number and not grouped and block.tag != "li"):
            break
        block.kind = PartKind.RELATED


def _is_bare_heading(text: str) -> bool:
    return len(text.split()) <= 5 and not _ENDS.search(text.rstrip(":"))


def _is_foot(text: str) -> bool:
    words = text.split()
    if not 2 <= len(words) <= 9 or _ENDS.search(text) or len(text) > 80:
        return False
    if not all(word[:1].isupper() or len(word) < 4 for word in words):
        return False
    return any(_GLUED.search(word) and not _MIXED_CASE.search(word) for word in words)


def _mark_above(blocks: list[Block], foot: int) -> None:
    """The foot of a card, its summary and its headline: what stands with it without a gap."""
    top = foot
    while top > 0 and foot - top < 3 and _joins(blocks, top):
        top -= 1
        if _is_headline(blocks[top].text):
            break
    if top == foot or not _is_headline(blocks[top].text):
        return
    for block in blocks[top : foot + 1]:
        block.kind = PartKind.RELATED


def _joins(blocks: list[Block], index: int) -> bool:
    above = blocks[index - 1]
    together = blocks[index].tag in {"group", "div", "span", "a"} or index < 2
    return above.kind is None and together and len(above.text) <= _LONGEST_LINE


def _is_headline(text: str) -> bool:
    return 4 <= len(text.split()) <= 30 and not _ENDS.search(text)
