"""Who makes each section a briefing may have."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from caseboard.briefing.blocks import Block, SectionKind
from caseboard.briefing.making import Making
from caseboard.briefing.sections import (
    alternatives,
    assessment,
    attestation,
    bottom_line,
    changes,
    check,
    claims,
    custody,
    disputes,
    exhibits,
    gaps,
    glossary,
    judgements,
    maps,
    matrix,
    method,
    notes,
    pictures,
    situation,
    source_cards,
    source_summary,
    sources,
    timeline,
    units,
    withheld,
)


def _nothing(_making: Making) -> tuple[Block, ...]:
    return ()


MAKERS: Mapping[SectionKind, Callable[[Making], tuple[Block, ...]]] = MappingProxyType(
    {
        **dict.fromkeys(SectionKind, _nothing),
        SectionKind.BOTTOM_LINE: bottom_line.made,
        SectionKind.JUDGEMENTS: judgements.made,
        SectionKind.CHANGES: changes.made,
        SectionKind.SITUATION: situation.made,
        SectionKind.CLAIMS: claims.made,
        SectionKind.DISPUTES: disputes.made,
        SectionKind.ASSESSMENT: assessment.made,
        SectionKind.ALTERNATIVES: alternatives.made,
        SectionKind.MAP: maps.made,
        SectionKind.TIMELINE: timeline.made,
        SectionKind.UNITS: units.made,
        SectionKind.NOTES: notes.made,
        SectionKind.PICTURES: pictures.made,
        SectionKind.GAPS: gaps.made,
        SectionKind.METHOD: method.made,
        SectionKind.SOURCE_SUMMARY: source_summary.made,
        SectionKind.SOURCES: sources.made,
        SectionKind.SOURCE_CARDS: source_cards.made,
        SectionKind.EXHIBITS: exhibits.made,
        SectionKind.CUSTODY: custody.made,
        SectionKind.MATRIX: matrix.made,
        SectionKind.GLOSSARY: glossary.made,
        SectionKind.CHECK: check.made,
        SectionKind.ATTESTATION: attestation.made,
        SectionKind.WITHHELD: withheld.made,
    }
)
"""What makes each section; one that gives no blocks is left out."""
