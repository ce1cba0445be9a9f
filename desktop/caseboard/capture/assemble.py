"""Blocks put together into the text of a clip and the parts it consists of."""

from collections.abc import Iterable

from caseboard.capture.blocks import Block
from caseboard.model.parts import GAP, Part
from caseboard.model.terms import PartKind


def assemble(blocks: Iterable[Block]) -> tuple[str, tuple[Part, ...]]:
    """`(full text, parts)`: blocks joined by `GAP`; part offsets count code points in the text."""
    texts: list[str] = []
    parts: list[Part] = []
    position = 0
    for block in blocks:
        kind = block.kind or PartKind.PARAGRAPH
        parts.append(
            Part(kind, position, position + len(block.text), block.body, picture=block.picture)
        )
        texts.append(block.text)
        position += len(block.text) + len(GAP)
    return GAP.join(texts), tuple(parts)
