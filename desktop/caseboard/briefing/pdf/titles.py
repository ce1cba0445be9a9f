"""The title block of the first page."""

import math
from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import Final, NamedTuple

from caseboard.briefing.blocks import Fact, Head, Run
from caseboard.briefing.pdf import scale, structure
from caseboard.briefing.pdf.boxes import Box, Stack, TextBox
from caseboard.briefing.pdf.grid import GUTTER, Field, Grid, GridRow
from caseboard.briefing.pdf.lines import spans
from caseboard.briefing.pdf.scale import Type
from caseboard.briefing.pdf.shapes import Rule
from caseboard.briefing.pdf.structure import Node
from caseboard.briefing.pdf.tagged import Tagged
from caseboard.briefing.pdf.typeset import pieces, text_box

_COLUMNS: Final = (4, 5, 3)


def title_block(head: Head, width: float) -> Iterator[Box]:
    """Kicker, title, question, and the facts in one row."""
    yield text_box(head.kicker.upper(), scale.KICKER, width)
    yield _title(head.title, width)
    if head.question:
        yield text_box(head.question, scale.QUESTION, min(width, scale.MEASURE * 1.1))
    yield Rule(width, scale.INK, 2.0, space=6)
    if head.facts:
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
    """Facts in rows of as many columns as leave the least empty; a long one takes several."""
    asked = [_asked(fact) + GUTTER for fact in facts]
    packings = [_packed(asked, width, columns) for columns in _COLUMNS]
    rows = min(packings, key=lambda packing: (len(packing), _empty(packing)))
    waiting = iter(facts)
    made: list[GridRow] = []
    for row in rows:
        fields = [
            Field(
                place.x,
                _fact(next(waiting), place.width - GUTTER + 0.1),
                Node(structure.ITEM),
            )
            for place in row
        ]
        made.append(GridRow(tuple(fields), pad=2.6))
    return Grid(None, made, width, ruled=False, node=Node(structure.LIST))


class _Place(NamedTuple):
    """Where a fact stands in its row: from column `first`, over `span` of `columns`."""

    first: int
    span: int
    columns: int
    unit: float

    @property
    def x(self) -> float:
        return self.first * self.unit

    @property
    def width(self) -> float:
        return self.span * self.unit


def _packed(asked: Sequence[float], width: float, columns: int) -> list[list[_Place]]:
    unit = width / columns
    rows: list[list[_Place]] = []
    used = columns
    for wide in asked:
        span = min(max(math.ceil(wide / unit - 0.001), 1), columns)
        if used + span > columns:
            rows.append([])
            used = 0
        rows[-1].append(_Place(used, span, columns, unit))
        used += span
    return rows


def _empty(rows: Sequence[Sequence[_Place]]) -> float:
    """The share of the grid that nothing stands in."""
    filled = sum(place.span / place.columns for row in rows for place in row)
    return len(rows) - filled


def _fact(fact: Fact, width: float) -> Box:
    kind, node = scale.FACT_LABEL, Node(structure.LABEL)
    label = TextBox.of(pieces((Run(fact.label),), kind), kind, width, node=node)
    value = TextBox.of(pieces(fact.value, scale.FACT), scale.FACT, width)
    return Stack([label, Tagged(value, Node(structure.BODY))])


def _asked(fact: Fact) -> float:
    label = spans(pieces((Run(fact.label),), scale.FACT_LABEL))
    value = spans(pieces(fact.value, scale.FACT))
    return max(sum(span.width for span in label), sum(span.width for span in value))
