"""The title block of the first page."""

from collections.abc import Iterator
from dataclasses import replace

from caseboard.briefing.blocks import Fact, Head, Run
from caseboard.briefing.pdf import scale, structure
from caseboard.briefing.pdf.boxes import Box, Stack, TextBox
from caseboard.briefing.pdf.grid import GUTTER, Field, Grid, GridRow
from caseboard.briefing.pdf.lines import spans
from caseboard.briefing.pdf.scale import Type
from caseboard.briefing.pdf.shapes import Rule
from caseboard.briefing.pdf.structure import Node
from caseboard.briefing.pdf.typeset import pieces, text_box


def title_block(head: Head, width: float) -> Iterator[Box]:
    """Kicker, title, question, and the facts in one row."""
    yield text_box(head.kicker.upper(), scale.KICKER, width)
    yield _title(head.title, width)
    if head.question:
        yield text_box(head.question, scale.QUESTION, min(width, scale.MEASURE * 1.1))
    yield Rule(width, scale.ACCENT, 1.6, space=5)
    yield _facts(head.facts, width)


def _title(title: str, width: float) -> Box:
    wide = sum(span.width for span in spans(pieces((Run(title),), scale.TITLE)))
    size = scale.TITLE.size * width / max(wide, 1.0) - 0.05
    if not scale.TITLE_LEAST <= size < scale.TITLE.size:
        return _titled(title, scale.TITLE, width)
    leading = scale.TITLE.leading * size / scale.TITLE.size
    return _titled(title, replace(scale.TITLE, size=size, leading=leading), width)


def _titled(title: str, kind: Type, width: float) -> Box:
    return TextBox.of(pieces((Run(title),), kind), kind, width, node=Node(structure.TITLE))


def _facts(facts: tuple[Fact, ...], width: float) -> Box:
    # Each column as wide as its text asks for, what is left shared out between them.
    asked = [_asked(fact) + GUTTER for fact in facts]
    spare = max(width - sum(asked), 0.0) / max(len(facts) - 1, 1)
    shrink = min(width / sum(asked), 1.0) if asked else 1.0
    fields, x = [], 0.0
    for fact, wide in zip(facts, asked, strict=True):
        fields.append(Field(x, _fact(fact, wide * shrink - GUTTER + 0.1)))
        x += wide * shrink + spare
    return Grid(None, [GridRow(tuple(fields), pad=2.0)], width, ruled=False)


def _fact(fact: Fact, width: float) -> Box:
    value = TextBox.of(pieces(fact.value, scale.FACT), scale.FACT, width)
    return Stack(
        [TextBox.of(pieces((Run(fact.label),), scale.FURNITURE), scale.FURNITURE, width), value]
    )


def _asked(fact: Fact) -> float:
    label = spans(pieces((Run(fact.label),), scale.FURNITURE))
    value = spans(pieces(fact.value, scale.FACT))
    return max(sum(span.width for span in label), sum(span.width for span in value))
