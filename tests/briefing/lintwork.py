"""A case to lint, and what the linter says of one rule."""

from dataclasses import replace

from briefing_cases import CAPTURED, briefing, kupiansk

from caseboard.analysis.standing import standings
from caseboard.briefing import linter
from caseboard.model.terms import Marking


def clean(**changes):
    """A briefing on Kupiansk that nobody has anything against."""
    fields = {
        "marking": Marking.AMBER,
        "bottom_line": "Two accounts of the night differ, and neither shows a foothold that was"
        " held [[C1]] [[C2]].",
        "judgements": [
            (
                "It is **very unlikely** that any part of the town was held a day later, on either"
                " account [[C1]] [[C2]]."
            )
        ],
        "cutoff": CAPTURED,
        **changes,
    }
    return briefing(kupiansk().case, **fields)


def findings(rule=None, dossier=None, **changes):
    """What is found; of one rule where one is given."""
    dossier = dossier or kupiansk()
    found = linter.findings(dossier, clean(**changes), standings(dossier))
    return [each for each in found if rule is None or each.rule is rule]


def stretch(finding, text):
    """The words a finding is about."""
    return text[finding.where.start : finding.where.end]


def with_rows(dossier, name, *rows):
    """The dossier with more rows of one kind."""
    return replace(dossier, **{name: [*getattr(dossier, name), *rows]})
