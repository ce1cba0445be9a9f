"""The title block: what this is, of when, by whom, and what it answers."""

from caseboard.briefing.blocks import Fact, Head, Run
from caseboard.briefing.making import Making
from caseboard.briefing.words import minute
from caseboard.i18n import _


def made(making: Making) -> Head:
    """The title block of the first page."""
    facts = (
        (_("Case"), making.case.ref),
        (_("Status"), _status(making)),
        (_("Date and time"), minute(making.exported)),
        (_("Information cut-off"), minute(making.briefing.cutoff or making.exported)),
        (_("Prepared by"), author(making) or _("not stated")),
    )
    return Head(
        kicker=_kicker(making.briefing.template),
        title=making.briefing.title.strip() or making.case.title,
        question=making.case.question.strip(),
        facts=tuple(Fact(label, (Run(value),)) for label, value in facts),
    )


def imprint(making: Making) -> str:
    """What the foot of every page says."""
    return " · ".join((making.case.ref, _status(making), minute(making.exported)))


def author(making: Making) -> str:
    """Who answers for it."""
    return making.briefing.author.strip() or making.case.collector.strip()


def _status(making: Making) -> str:
    if making.version is None:
        return _("Draft")
    return _("Version {number}").format(number=making.version)


def _kicker(template: str) -> str:
    return {"situation": _("Situation brief")}.get(template, _("Briefing"))
