"""The field's closed terms, in the reader's language."""

from datetime import UTC, datetime
from enum import StrEnum

from caseboard.i18n import _
from caseboard.model import moments, numerals
from caseboard.model.terms import (
    Branch,
    Confidence,
    Credibility,
    DiffersOn,
    DisputeStatus,
    Echelon,
    FileRole,
    Fit,
    Hollow,
    Method,
    Reliability,
    Side,
    SourceKind,
)


def utc(moment: datetime) -> str:
    """`14 Nov 2024 18:00:31 UTC`."""
    return moments.show(moments.of(moment))


def minute(moment: datetime) -> str:
    """`14 Nov 2024 18:00 UTC`, whatever the second."""
    return utc(moment.replace(second=0))


def day(moment: datetime) -> str:
    """`14 Nov 2024`, of the day it was in UTC."""
    return moments.show(moment.astimezone(UTC).date().isoformat())


def term(value: StrEnum) -> str:
    """Any of the terms below as a reader expects it; one not listed stands as it is."""
    return _terms().get(value, value.value)


def reliability(grade: Reliability) -> str:
    """What a letter says of a source (AJP-2.1)."""
    return {
        Reliability.A: _("completely reliable"),
        Reliability.B: _("usually reliable"),
        Reliability.C: _("fairly reliable"),
        Reliability.D: _("not usually reliable"),
        Reliability.E: _("unreliable"),
        Reliability.F: _("cannot be judged"),
    }[grade]


def fit(value: Fit) -> str:
    """How a claim fits a hypothesis; not among the terms, whose values its letters would meet."""
    return {
        Fit.VERY_CONSISTENT: _("very consistent"),
        Fit.CONSISTENT: _("consistent"),
        Fit.NEUTRAL: _("neither"),
        Fit.INCONSISTENT: _("inconsistent"),
        Fit.VERY_INCONSISTENT: _("very inconsistent"),
    }[value]


def grade(of_source: Reliability, of_report: Credibility) -> str:
    """Both axes side by side, never one number: `B 2`, never to be torn apart."""
    return f"{of_source.value}\u00a0{of_report.value}"


def step(name: str) -> str:
    """What a step of making derivatives is called."""
    return {
        "thumbnail": _("thumbnail"),
        "picture to show": _("picture to show"),
        "sanitised page": _("sanitised page"),
        "page source": _("page source"),
    }.get(name, name)


def country(code: str) -> str:
    """The name of a country at war or beside it; any other as it was entered (ISO 3166-1)."""
    return {
        "UA": _("Ukraine"),
        "RU": _("Russia"),
        "BY": _("Belarus"),
        "KP": _("North Korea"),
    }.get(code.upper(), code)


def distance(metres: float) -> str:
    """`120 km`, `2.5 km`, `300 m`."""
    if metres < 1000:
        return _("{metres} m").format(metres=round(metres))
    kilometres = round(metres / 1000, 1 if metres < 10_000 else 0)
    return _("{kilometres} km").format(kilometres=numerals.figure(kilometres))


def _terms() -> dict[StrEnum, str]:
    return {**_units(), **_sources(), **_collecting(), **_weighing()}


def _units() -> dict[StrEnum, str]:
    return {
        Side.FRIEND: _("friend"),
        Side.HOSTILE: _("hostile"),
        Side.NEUTRAL: _("neutral"),
        Side.UNKNOWN: _("unknown"),
        Echelon.UNKNOWN: _("unknown"),
        Echelon.TEAM: _("team"),
        Echelon.SQUAD: _("squad"),
        Echelon.SECTION: _("section"),
        Echelon.PLATOON: _("platoon"),
        Echelon.COMPANY: _("company"),
        Echelon.BATTALION: _("battalion"),
        Echelon.REGIMENT: _("regiment"),
        Echelon.BRIGADE: _("brigade"),
        Echelon.DIVISION: _("division"),
        Echelon.CORPS: _("corps"),
        Echelon.ARMY: _("army"),
        Echelon.ARMY_GROUP: _("army group"),
        Branch.UNKNOWN: _("unknown"),
        Branch.INFANTRY: _("infantry"),
        Branch.MECHANIZED: _("mechanized infantry"),
        Branch.MOTORIZED: _("motorized infantry"),
        Branch.ARMOUR: _("armour"),
        Branch.ARTILLERY: _("artillery"),
        Branch.AIR_DEFENCE: _("air defence"),
        Branch.RECONNAISSANCE: _("reconnaissance"),
        Branch.ENGINEER: _("engineer"),
        Branch.AIRBORNE: _("airborne"),
        Branch.MARINE: _("marine"),
        Branch.TERRITORIAL: _("territorial defence"),
        Branch.SPECIAL: _("special forces"),
        Branch.DRONE: _("unmanned systems"),
        Branch.AVIATION: _("aviation"),
        Branch.LOGISTICS: _("logistics"),
    }


def _sources() -> dict[StrEnum, str]:
    return {
        SourceKind.OFFICIAL: _("official body"),
        SourceKind.AGENCY: _("news agency"),
        SourceKind.OUTLET: _("news outlet"),
        SourceKind.MONITOR: _("monitoring group"),
        SourceKind.SOCIAL: _("social media"),
        SourceKind.IMAGERY: _("imagery provider"),
        SourceKind.PERSON: _("person"),
    }


def _collecting() -> dict[StrEnum, str]:
    return {
        Method.DROP: _("dropped"),
        Method.PASTE: _("pasted"),
        Method.FILE: _("from file"),
        Method.LINK: _("from link"),
        Method.IMPORT: _("imported"),
        FileRole.ORIGINAL: _("original"),
        FileRole.PICTURE: _("picture"),
        FileRole.SCREENSHOT: _("screenshot"),
        FileRole.WARC: _("web archive"),
        FileRole.PAYLOAD: _("drag payload"),
        FileRole.DERIVATIVE: _("derivative"),
    }


def _weighing() -> dict[StrEnum, str]:
    return {
        Confidence.LOW: _("low"),
        Confidence.MODERATE: _("moderate"),
        Confidence.HIGH: _("high"),
        DiffersOn.ENTRY: _("entry"),
        DiffersOn.OUTCOME: _("outcome"),
        DiffersOn.LOSSES: _("losses"),
        DiffersOn.TIME: _("time"),
        DiffersOn.PLACE: _("place"),
        DisputeStatus.OPEN: _("open"),
        DisputeStatus.RECONCILED: _("reconciled"),
        DisputeStatus.SETTLED: _("settled"),
    }


def hollow(kind: Hollow) -> str:
    """What a site sent in place of the article."""
    return {
        Hollow.PAYWALL: _("Not the article: the site asked to subscribe."),
        Hollow.CONSENT: _("Not the article: the site asked to accept its terms first."),
        Hollow.LOGIN: _("Not the article: the site asked to log in."),
        Hollow.ERROR: _("Not the article: the site answered with an error."),
        Hollow.SHELL: _("Not the article: without its scripts the page is empty."),
        Hollow.ROBOT: _("Not the article: the site asked for proof of a human reader."),
    }[kind]
