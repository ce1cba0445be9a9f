"""What a release copy leaves out, by reason; nothing of what it is."""

from collections import defaultdict

from caseboard.briefing.blocks import Block, Entry, Listing, Paragraph, Role, Run, plain
from caseboard.briefing.making import Making
from caseboard.briefing.markdown import BULLET
from caseboard.briefing.release import Reason
from caseboard.i18n import _


def made(making: Making) -> tuple[Block, ...]:
    """An entry for each reason; nothing where nothing is left out."""
    by_reason: defaultdict[Reason, list[str]] = defaultdict(list)
    for each in making.withheld:
        by_reason[each.reason].append(each.what)
    if not by_reason:
        return ()
    entries = tuple(_entry(reason, by_reason[reason]) for reason in Reason if reason in by_reason)
    lead = _("This is a release copy. The document it was made from holds more:")
    return (plain(lead), Listing(entries), plain(_reading(), Role.SMALL))


def _reading() -> str:
    """How to read what is there beside what is not."""
    return _(
        "Numbers that are missing among exhibits, claims, gaps and layers belong to what is left"
        " out, or to what is no part of this briefing. Statuses and counts are of what this copy"
        " holds alone."
    )


def _entry(reason: Reason, whats: list[str]) -> Entry:
    named = ", ".join(dict.fromkeys(what for what in whats if what))
    words = Run(f"{reason_words(reason)}: " if named else reason_words(reason), bold=True)
    return Entry(Run(BULLET), (Paragraph((words, Run(named)), Role.BODY),))


def reason_words(reason: Reason) -> str:
    """Why something is left out, as a heading."""
    return {
        Reason.MARKING: _("Marked higher than this copy"),
        Reason.PRIVATE: _("Private"),
        Reason.COLLECTOR: _("Who collected and wrote"),
        Reason.POSITION: _("Positions, where they are known better than may be released"),
        Reason.RIGHTS: _("Pictures whose re-use nobody allowed"),
        Reason.RESTS: _("Resting on nothing else than what is left out"),
    }[reason]
