"""The title block: what this is, of when, by whom, for whom, and what it answers."""

from collections.abc import Iterator

from caseboard.briefing import templates
from caseboard.briefing.blocks import Fact, Head, Run
from caseboard.briefing.making import Making
from caseboard.briefing.words import minute
from caseboard.i18n import _
from caseboard.model.clip import Clip
from caseboard.model.refs import short
from caseboard.model.terms import BriefingStatus


def made(making: Making) -> Head:
    """The title block of the first page; what was not filled in is left out."""
    briefing = making.briefing
    return Head(
        kicker=templates.name(templates.of(briefing.template)),
        title=briefing.title.strip() or making.case.title,
        question=(briefing.question.strip() or making.case.question.strip()),
        facts=tuple(Fact(label, (Run(value),)) for label, value in _facts(making) if value),
    )


def imprint(making: Making) -> str:
    """What the foot of every page says."""
    ref = making.briefing.ref or making.case.ref
    return " · ".join((ref, _version(making), minute(making.exported)))


def author(making: Making) -> str:
    """Who answers for it; empty where that is withheld."""
    if making.briefing.is_author_withheld:
        return ""
    return making.briefing.author.strip() or making.case.collector.strip()


def _facts(making: Making) -> Iterator[tuple[str, str]]:
    briefing = making.briefing
    yield _("Case"), making.case.ref
    yield _("Briefing"), _numbered(making)
    yield _("Status"), _status(making)
    yield _("On"), _subject(making)
    yield _("Date and time"), minute(making.exported)
    yield _("Information cut-off"), minute(briefing.cutoff or making.exported)
    yield _("Prepared by"), _prepared(making)
    yield _("Reviewed by"), briefing.reviewer.strip()
    yield _("Distribution"), briefing.distribution.strip()


def _numbered(making: Making) -> str:
    """`B1, version 2`."""
    number = _("not exported yet")
    if making.version is not None:
        number = _("version {number}").format(number=making.version)
    if not making.briefing.ref:
        return number[:1].upper() + number[1:]
    return f"{short(making.briefing.ref)}, {number}"


def _version(making: Making) -> str:
    if making.version is None:
        return _("Draft")
    version = _("Version {number}").format(number=making.version)
    if making.briefing.status is BriefingStatus.DRAFT:
        return _("{version}, draft").format(version=version)
    return version


def _status(making: Making) -> str:
    is_final = making.briefing.status is BriefingStatus.FINAL and making.version is not None
    return _("Final") if is_final else _("Draft")


def _subject(making: Making) -> str:
    """What it is about, where that is not the whole case: `E001 “General Staff says …”`."""
    told: list[str] = []
    for ref in making.briefing.subject:
        found = making.index.find(ref)
        if isinstance(found, Clip):
            quote = _("“{quote}”").format(quote=found.title.strip() or _("Untitled"))
            told.append(f"{short(found.ref)} {quote}")
        elif found is not None:
            told.append(short(found.ref))
    return ", ".join(told)


def _prepared(making: Making) -> str:
    if making.briefing.is_author_withheld:
        return _("withheld")
    return author(making) or _("not stated")
