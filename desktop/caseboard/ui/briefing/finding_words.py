"""What each rule of the linter objects to, as a heading, and where that is written."""

from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.linter.finding import Finding, Rule, Where
from caseboard.i18n import _
from caseboard.ui.briefing.section_words import kind_of


def heading(rule: Rule) -> str:
    """The rule in a few words."""
    return _headings()[rule]


def finding_words(finding: Finding) -> str:
    """All that a row says, for who hears it."""
    return f"{heading(finding.rule)}: {finding.words} {finding.hint}".strip()


def section_of(where: Where) -> SectionKind | None:
    """The section that something is written in; None where it is not written in a briefing."""
    return kind_of(where.field) or (None if where.table else kind_of(where.anchor))


def _headings() -> dict[Rule, str]:
    return {
        Rule.UNCITED: _("Not cited"),
        Rule.ONE_ORIGIN: _("Rests on one origin"),
        Rule.CONFIDENCE_IN_LIKELIHOOD: _("Likelihood and confidence in one sentence"),
        Rule.TWO_LADDERS: _("Two ladders mixed"),
        Rule.LIKELIHOOD: _("Not exactly one likelihood"),
        Rule.CLAIM_AS_FACT: _("A claim told as fact"),
        Rule.ABOVE_MARKING: _("Above the marking"),
        Rule.NO_CREDIT: _("Picture without credit"),
        Rule.NO_AS_OF: _("Layer without a time"),
        Rule.DISPUTE_UNSAID: _("Disputed, and not said so"),
        Rule.TOO_FINE: _("Finer than may be released"),
        Rule.UNKNOWN_REF: _("Unknown reference"),
        Rule.TOO_LONG: _("Too long"),
        Rule.MISSING: _("Missing"),
    }
