"""Which sections a briefing has, and what they are called."""

from caseboard.briefing import templates
from caseboard.briefing.blocks import SectionKind
from caseboard.i18n import _
from caseboard.model.work import Briefing


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
