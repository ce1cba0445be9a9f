"""What the list of sections says: how much each holds, and what it is made from."""

from caseboard.briefing.blocks import SectionKind
from caseboard.i18n import _, ngettext
from caseboard.model import numerals
from caseboard.model.terms import Passage

PASSAGES: dict[SectionKind, tuple[Passage, ...]] = {
    SectionKind.CHANGES: (Passage.CHANGES,),
    SectionKind.SITUATION: (Passage.SITUATION,),
    SectionKind.ASSESSMENT: (Passage.ASSESSMENT,),
    SectionKind.GAPS: (Passage.INDICATORS,),
    SectionKind.METHOD: (Passage.METHOD, Passage.LIMITS, Passage.NOT_COLLECTED),
    SectionKind.SOURCE_SUMMARY: (Passage.SOURCE_SUMMARY,),
    SectionKind.SOURCES: (Passage.AUTOMATION,),
    SectionKind.ATTESTATION: (Passage.ATTESTATION,),
}
"""The texts an analyst writes in each section."""
OFFERED = tuple(kind for kind in SectionKind if kind is not SectionKind.WITHHELD)
"""The sections a briefing may have; what a release copy leaves out is listed by itself."""


def kind_of(field: str) -> SectionKind | None:
    """The section a field of `Briefing` is written in, or that stands at an anchor."""
    written = {
        "bottom_line": SectionKind.BOTTOM_LINE,
        "judgements": SectionKind.JUDGEMENTS,
        "confidence": SectionKind.JUDGEMENTS,
        "confidence_basis": SectionKind.JUDGEMENTS,
        "assumptions": SectionKind.ASSESSMENT,
    }
    for kind, passages in PASSAGES.items():
        written |= {f"texts.{each.value}": kind for each in passages}
    return written.get(field) or next((kind for kind in SectionKind if kind == field), None)


def passage(each: Passage) -> str:
    """What a text is called over its field."""
    return {
        Passage.CHANGES: _("In your words"),
        Passage.SITUATION: _("Situation"),
        Passage.ASSESSMENT: _("Assessment"),
        Passage.INDICATORS: _("Indicators that would change the judgement"),
        Passage.METHOD: _("Method"),
        Passage.LIMITS: _("Limits"),
        Passage.NOT_COLLECTED: _("Seen, not collected"),
        Passage.AUTOMATION: _("AI or machine learning used, with versions"),
        Passage.SOURCE_SUMMARY: _("Source summary"),
        Passage.ATTESTATION: _("Attestation"),
    }[each]


def left_empty(each: Passage) -> str:
    """What stands in the briefing where nothing is written."""
    return {
        Passage.CHANGES: _("Left empty: only what the journal tells"),
        Passage.SITUATION: _("Left empty: made from the reports, each with its claimant"),
        Passage.INDICATORS: _("Left empty: only the open gaps"),
        Passage.METHOD: _("Left empty: only how the clips were taken in"),
        Passage.SOURCE_SUMMARY: _("Left empty: made from the sources and their grades"),
        Passage.AUTOMATION: _("Left empty: no use of any is recorded"),
        Passage.ATTESTATION: _("Left empty: a plain sentence over the signature"),
    }.get(each, "")


def made_from(kind: SectionKind) -> str:
    """Where a section comes from that nobody writes by hand."""
    return {
        SectionKind.CLAIMS: _("Made from the claims, their reports and grades."),
        SectionKind.DISPUTES: _("Made from the disputes: what each account says, and our reading."),
        SectionKind.ALTERNATIVES: _("Made from the hypotheses, least inconsistent first."),
        SectionKind.MAP: _("Made from the places, units and layers that are shown on the map."),
        SectionKind.TIMELINE: _(
            "Made from what happened, was reported and was captured, and when."
        ),
        SectionKind.PICTURES: _("Made from the pictures, with the credit as it was published."),
        SectionKind.UNITS: _("Made from the units and their positions."),
        SectionKind.NOTES: _("Made from the notes; private ones stay here."),
        SectionKind.SOURCES: _("Made from what is cited, in the order of use."),
        SectionKind.SOURCE_CARDS: _("Made from the sources: grade, reason, interest."),
        SectionKind.EXHIBITS: _("Made from the clips and their files, with hashes."),
        SectionKind.CUSTODY: _("Made from the journal of the library."),
        SectionKind.MATRIX: _("Made from the hypotheses and the claims weighed against them."),
        SectionKind.GLOSSARY: _("The scales, the ladder of likelihood and the markings in use."),
        SectionKind.CHECK: _("How a reader checks this document against the exhibits."),
    }.get(kind, "")


COUNTED = {SectionKind.JUDGEMENTS, SectionKind.SOURCES}
"""Sections that hold things though something is written in them."""


def view_of(kind: SectionKind) -> str:
    """The view where what a section is made from is worked on; empty for none."""
    return {
        SectionKind.CLAIMS: "claim",
        SectionKind.DISPUTES: "claim",
        SectionKind.SITUATION: "claim",
        SectionKind.ALTERNATIVES: "hypothesis",
        SectionKind.MATRIX: "hypothesis",
        SectionKind.MAP: "map",
        SectionKind.TIMELINE: "timeline",
        SectionKind.PICTURES: "clip",
        SectionKind.EXHIBITS: "clip",
        SectionKind.UNITS: "unit",
        SectionKind.NOTES: "note",
        SectionKind.GAPS: "gap",
        SectionKind.SOURCE_SUMMARY: "source",
        SectionKind.SOURCE_CARDS: "source",
        SectionKind.SOURCES: "source",
        SectionKind.CUSTODY: "change_set",
    }.get(kind, "")


def view_name(view: str) -> str:
    """What leads to that view."""
    return {
        "claim": _("Open the claims"),
        "hypothesis": _("Open the hypotheses"),
        "map": _("Open the map"),
        "timeline": _("Open the timeline"),
        "clip": _("Open the clips"),
        "unit": _("Open the units"),
        "note": _("Open the notes"),
        "gap": _("Open the gaps"),
        "source": _("Open the sources"),
        "change_set": _("Open the history"),
    }[view]


def paragraphs(count: int) -> str:
    """So many paragraphs were written."""
    return _("{n} ¶").format(n=count)


def paragraphs_aloud(count: int) -> str:
    """The same, as it is read out."""
    return ngettext("{n} paragraph", "{n} paragraphs", count).format(n=count)


def holds(kind: SectionKind, count: int) -> str:
    """So many things stand in a section."""
    if kind is SectionKind.TIMELINE:
        return ngettext("{n} event", "{n} events", count).format(n=count)
    if kind is SectionKind.UNITS:
        return ngettext("{n} symbol", "{n} symbols", count).format(n=count)
    if kind is SectionKind.SOURCE_CARDS:
        return _("{n}, graded").format(n=count)
    return numerals.count(count)
