"""What a final briefing always has (ICD 208, ICD 203)."""

from collections.abc import Iterator

from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.linter.finding import Finding, Rule, Where
from caseboard.briefing.linter.reading import Reading
from caseboard.i18n import _
from caseboard.model.terms import BriefingStatus


def found(reading: Reading) -> Iterator[Finding]:
    """What is not there yet; nothing of a draft."""
    if reading.briefing.status is BriefingStatus.FINAL:
        for field, words, hint in _missing(reading):
            yield Finding(Rule.MISSING, words, hint, Where(field))


def _missing(reading: Reading) -> Iterator[tuple[str, str, str]]:
    briefing, kinds = reading.briefing, reading.kinds
    if not briefing.bottom_line.strip():
        hint = _("Say in two to four sentences what the reader is to know.")
        yield "bottom_line", _("There is no bottom line."), hint
    elif SectionKind.BOTTOM_LINE not in kinds:
        yield "bottom_line", _("The bottom line is switched off."), _("Switch it on.")
    if not (briefing.question.strip() or reading.dossier.case.question.strip()):
        hint = _("Say what question the briefing answers.")
        yield "question", _("It answers no question."), hint
    if not (briefing.author.strip() or briefing.is_author_withheld):
        hint = _("Name who answers for it, or say that the name is withheld.")
        yield "author", _("Nobody is named as its author."), hint
    if briefing.cutoff is None:
        hint = _("Set the moment up to which information went into it.")
        yield "cutoff", _("It has no information cut-off."), hint
    yield from _judged(reading)


def _judged(reading: Reading) -> Iterator[tuple[str, str, str]]:
    briefing = reading.briefing
    if SectionKind.JUDGEMENTS not in reading.kinds:
        return
    if not any(text.strip() for text in briefing.judgements):
        hint = _("Write one, or switch the section off.")
        yield "judgements", _("There are no key judgements."), hint
    elif briefing.confidence is None:
        hint = _("Say how sound the basis of the judgements is: low, moderate or high.")
        yield "confidence", _("It does not say how sure it is."), hint
