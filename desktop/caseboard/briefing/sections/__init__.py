"""The sections a briefing may have, in the order they stand in when nobody says otherwise."""

from collections.abc import Callable, Mapping
from types import MappingProxyType

from caseboard.briefing import templates
from caseboard.briefing.blocks import Block, SectionKind
from caseboard.briefing.making import Making
from caseboard.briefing.sections import (
    bottom_line,
    check,
    claims,
    disputes,
    exhibits,
    judgements,
    maps,
    notes,
    pictures,
    sources,
    timeline,
    units,
)
from caseboard.i18n import _
from caseboard.model.work import Briefing


def _nothing(_making: Making) -> tuple[Block, ...]:
    return ()


MAKERS: Mapping[SectionKind, Callable[[Making], tuple[Block, ...]]] = MappingProxyType(
    {
        **dict.fromkeys(SectionKind, _nothing),
        SectionKind.BOTTOM_LINE: bottom_line.made,
        SectionKind.JUDGEMENTS: judgements.made,
        SectionKind.CLAIMS: claims.made,
        SectionKind.DISPUTES: disputes.made,
        SectionKind.MAP: maps.made,
        SectionKind.TIMELINE: timeline.made,
        SectionKind.UNITS: units.made,
        SectionKind.NOTES: notes.made,
        SectionKind.PICTURES: pictures.made,
        SectionKind.SOURCES: sources.made,
        SectionKind.EXHIBITS: exhibits.made,
        SectionKind.CHECK: check.made,
    }
)
"""What makes each section; one that gives no blocks is left out."""


def title(kind: SectionKind) -> str:
    """What a section is called, in the reader's language."""
    return {
        SectionKind.CHANGES: _("What changed"),
        SectionKind.SITUATION: _("Situation as reported"),
        SectionKind.ASSESSMENT: _("Assessment"),
        SectionKind.ALTERNATIVES: _("Alternatives"),
        SectionKind.GAPS: _("Gaps and next steps"),
        SectionKind.METHOD: _("Method and limits"),
        SectionKind.SOURCE_SUMMARY: _("Source summary"),
        SectionKind.SOURCE_CARDS: _("Sources, graded"),
        SectionKind.CUSTODY: _("Chain of custody"),
        SectionKind.MATRIX: _("Hypotheses and claims"),
        SectionKind.GLOSSARY: _("Scales and glossary"),
        SectionKind.ATTESTATION: _("Attestation"),
        SectionKind.WITHHELD: _("Left out of this copy"),
        SectionKind.BOTTOM_LINE: _("Bottom line"),
        SectionKind.JUDGEMENTS: _("Key judgements"),
        SectionKind.CLAIMS: _("Claims and evidence"),
        SectionKind.DISPUTES: _("Disputes"),
        SectionKind.MAP: _("Map"),
        SectionKind.TIMELINE: _("Timeline"),
        SectionKind.UNITS: _("Units"),
        SectionKind.NOTES: _("Notes"),
        SectionKind.PICTURES: _("Pictures"),
        SectionKind.SOURCES: _("Sources"),
        SectionKind.EXHIBITS: _("Exhibits"),
        SectionKind.CHECK: _("How to check this document"),
    }[kind]


def chosen(briefing: Briefing) -> tuple[SectionKind, ...]:
    """The kinds that are switched on, in order; those of its template where nothing was chosen."""
    if not briefing.sections:
        return templates.SECTIONS[templates.of(briefing.template)]
    known = {kind.value: kind for kind in SectionKind}
    on = (row.get("kind") for row in briefing.sections if row.get("on", True))
    return tuple(dict.fromkeys(known[kind] for kind in on if kind in known))
