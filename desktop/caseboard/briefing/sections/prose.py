"""What the analyst wrote for a section, as blocks, with its refs resolved."""

from collections.abc import Callable
from dataclasses import replace

from caseboard.briefing import markdown
from caseboard.briefing.blocks import Block, Heading, Listing, Paragraph, Runs
from caseboard.briefing.making import Making
from caseboard.model.terms import Passage


def passage(making: Making, which: Passage) -> tuple[Block, ...]:
    """A text of the briefing: paragraphs, lists and headings; nothing where none was written."""
    text = making.briefing.texts.get(which.value)
    return written(making, text) if isinstance(text, str) else ()


def written(making: Making, text: str) -> tuple[Block, ...]:
    """Markdown as blocks, its refs as raised numbers."""
    resolve = making.citations.resolve
    return tuple(resolved(block, resolve) for block in markdown.blocks(text))


def resolved(block: Block, resolve: Callable[[Runs], Runs]) -> Block:
    """What the Markdown reader makes, with every run seen to."""
    match block:
        case Paragraph() | Heading():
            return replace(block, runs=resolve(block.runs))
        case Listing():
            entries = (
                replace(entry, content=tuple(_paragraph(part, resolve) for part in entry.content))
                for entry in block.entries
            )
            return replace(block, entries=tuple(entries))
        case _:
            return block


def _paragraph(part: Paragraph, resolve: Callable[[Runs], Runs]) -> Paragraph:
    return replace(part, runs=resolve(part.runs))
