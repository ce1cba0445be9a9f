"""What grades, markings and other scales mean, in the reader's language."""

from caseboard.i18n import _
from caseboard.model.terms import ClaimStatus, ClipKind, Confidence, Credibility, Ladder, Marking


def credibility(grade: Credibility) -> str:
    """What a number says of a report (AJP-2.1)."""
    return {
        Credibility.CONFIRMED: _("confirmed by others"),
        Credibility.PROBABLE: _("probably true"),
        Credibility.POSSIBLE: _("possibly true"),
        Credibility.DOUBTFUL: _("doubtful"),
        Credibility.IMPROBABLE: _("improbable"),
        Credibility.UNJUDGED: _("cannot be judged"),
    }[grade]


def confidence(level: Confidence) -> str:
    """What a level of confidence says of the basis of an assessment (after ICD 203)."""
    return {
        Confidence.HIGH: _(
            "Good reporting from several independent origins, or a matter that allows a solid "
            "judgement. It can still be wrong."
        ),
        Confidence.MODERATE: _(
            "Credible and plausible reporting, but not enough of it, or not corroborated enough."
        ),
        Confidence.LOW: _("Scant, fragmentary or questionable reporting, or much that is assumed."),
    }[level]


def marking(level: Marking) -> str:
    """Who may have what carries a label (Traffic Light Protocol 2.0, FIRST, 2022)."""
    return {
        Marking.CLEAR: _("Recipients may pass it on to anyone."),
        Marking.GREEN: _("Recipients may pass it on within their community, not in public."),
        Marking.AMBER: _(
            "Recipients may pass it on to those who need to know in their organisation and among "
            "its clients."
        ),
        Marking.AMBER_STRICT: _(
            "Recipients may pass it on to those who need to know in their organisation alone."
        ),
        Marking.RED: _("For the eyes and ears of the individual recipients only."),
    }[level]


def status(value: ClaimStatus) -> str:
    """What the status of a claim says."""
    return {
        ClaimStatus.OPEN: _("No report takes a stance on it yet."),
        ClaimStatus.SINGLE_SOURCE: _(
            "All reports of it go back to one origin, however many repeat it."
        ),
        ClaimStatus.CORROBORATED: _("Two or more independent origins support it, none denies it."),
        ClaimStatus.DISPUTED: _("Someone contradicts it, or it stands in an open dispute."),
    }[value]


def ladder(value: Ladder) -> str:
    """The standard that the words of likelihood are of."""
    return {
        Ladder.ICD203: _("Intelligence Community Directive 203 (US, 2015)"),
        Ladder.PHIA: _("PHIA Probability Yardstick (UK, 2018)"),
    }[value]


def clip_kind(value: ClipKind) -> str:
    """What an exhibit is."""
    return {
        ClipKind.ARTICLE: _("article"),
        ClipKind.IMAGE: _("image"),
        ClipKind.DOCUMENT: _("document"),
        ClipKind.TEXT: _("text"),
    }[value]
