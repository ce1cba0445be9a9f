"""Findings and what is left out, in a line for each kind."""

from collections import Counter, defaultdict
from collections.abc import Sequence

from caseboard.briefing.linter.finding import Finding
from caseboard.briefing.release import Reason, Withheld
from caseboard.briefing.sections.withheld import reason_words
from caseboard.i18n import _
from caseboard.ui.briefing.finding_words import heading

NAMED = 12
"""So many refs are named for each reason."""


def finding_lines(findings: Sequence[Finding]) -> list[str]:
    """A line for each rule, with how often."""
    counted = Counter(finding.rule for finding in findings)
    return [
        f"• {heading(rule)}" if count == 1 else f"• {heading(rule)} ({count})"
        for rule, count in counted.items()
    ]


def left_out_lines(left_out: Sequence[Withheld]) -> list[str]:
    """A line for each reason, with what is left out for it."""
    by_reason: defaultdict[Reason, list[str]] = defaultdict(list)
    for each in left_out:
        by_reason[each.reason].append(each.what)
    return [_line(reason, by_reason[reason]) for reason in Reason if reason in by_reason]


def _line(reason: Reason, whats: Sequence[str]) -> str:
    named = list(dict.fromkeys(what for what in whats if what))
    if not named:
        return f"• {reason_words(reason)}"
    shown = ", ".join(named[:NAMED])
    if len(named) > NAMED:
        shown = _("{names} and {n} more").format(names=shown, n=len(named) - NAMED)
    return f"• {reason_words(reason)}: {shown}"
