"""Pasted text cut into blocks at its line breaks."""

import re
from itertools import pairwise

from caseboard.capture.blocks import Block
from caseboard.errors import CaseError
from caseboard.i18n import _

MAX_TEXT = 4_000_000
"""Characters; a thick novel has one million."""
_MAX_BLOCKS = 10_000
_PARAGRAPHS = re.compile(r"\n[^\S\n]*(?:\n[^\S\n]*)+")
_NARROWEST, _WIDEST = 45, 110
_LIST_ITEM = re.compile(r"^(?:[•◦▪*–—-]|\d{1,2}[.)])\s+")


def check_size(size: int) -> None:
    """Raise `CaseError` where a text of `size` characters is more than is read."""
    if size > MAX_TEXT:
        raise CaseError(
            _("The text is too long to be read. Its file is kept as it is."),
            _("Paste the part that matters."),
        )


def blocks(text: str) -> list[Block]:
    """One block a line, as browsers copy; lines that were merely wrapped are joined again.

    `Block.tag` says `group` for a block that follows the one before without a blank line.
    """
    found: list[Block] = []
    for group in _PARAGRAPHS.split(text.replace("\r\n", "\n").replace("\r", "\n")):
        lines = [" ".join(line.split()) for line in group.split("\n")]
        lines = [line for line in lines if line]
        if _is_wrapped(lines):
            lines = [" ".join(lines)]
        for number, line in enumerate(lines):
            found.append(Block(line, tag="group" if number else _tag(line), inside=True))
    if len(found) > _MAX_BLOCKS:
        rest = "\n".join(block.text for block in found[_MAX_BLOCKS:])
        found[_MAX_BLOCKS:] = [Block(rest, inside=True)]
    return found


def _tag(line: str) -> str:
    return "li" if _LIST_ITEM.match(line) else ""


def _is_wrapped(lines: list[str]) -> bool:
    """Whether these lines are one paragraph, broken at a margin as in mail.

    Then no line had room for the first word of the next.
    """
    if len(lines) < 3 or any(_LIST_ITEM.match(line) for line in lines):
        return False
    width = max(map(len, lines))
    if not _NARROWEST <= width <= _WIDEST:
        return False
    pairs = pairwise(lines)
    return all(len(line) + 1 + len(after.split()[0]) > width for line, after in pairs)
