"""How likely, and how sure: one word of one ladder, and never both in one sentence (ICD 203)."""

from collections.abc import Iterator

from caseboard.analysis import wording
from caseboard.analysis.likelihood_words import Likelihood, likelihoods
from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.linter.finding import Finding, Rule, Where
from caseboard.briefing.linter.reading import Reading, Written, of_claim
from caseboard.i18n import _
from caseboard.model import ladders
from caseboard.model.refs import short

_JUDGED = (SectionKind.BOTTOM_LINE, SectionKind.JUDGEMENTS, SectionKind.ASSESSMENT)
_RULES = {
    wording.Kind.TWO_JUDGEMENTS: Rule.CONFIDENCE_IN_LIKELIHOOD,
    wording.Kind.OTHER_LADDER: Rule.TWO_LADDERS,
    wording.Kind.TWO_LADDERS: Rule.TWO_LADDERS,
    wording.Kind.NO_LADDER: Rule.LIKELIHOOD,
}


def found(reading: Reading) -> Iterator[Finding]:
    """All that is wrong with words of likelihood and of confidence."""
    yield from _worded(reading)
    if SectionKind.CLAIMS in reading.kinds:
        yield from _of_claims(reading)
    for written in reading.of(SectionKind.JUDGEMENTS):
        if written.field == "judgements":
            yield from _one_term(reading, written)
    for written in reading.of(SectionKind.SITUATION):
        yield from _in_facts(written)


def _worded(reading: Reading) -> Iterator[Finding]:
    checker = wording.Checker(reading.dossier.case.ladder)
    for written in reading.written:
        is_judgement = written.field == "judgements"
        for warning in checker.check(written.text, is_judgement=is_judgement):
            rule = _RULES.get(warning.kind)
            loose = warning.kind is wording.Kind.NO_LADDER
            if rule is None or (loose and written.kind not in _JUDGED):
                continue
            said = written.text[warning.start : warning.end]
            yield Finding(rule, _words(warning.kind, said), warning.hint, _at(written, warning))


def _of_claims(reading: Reading) -> Iterator[Finding]:
    """What is said of claims is printed with them."""
    checker = wording.Checker(reading.dossier.case.ladder)
    for claim in reading.dossier.claims:
        for warning in checker.check(claim.assessment):
            rule = _RULES.get(warning.kind)
            if rule is None or warning.kind is wording.Kind.NO_LADDER:
                continue
            said = claim.assessment[warning.start : warning.end]
            told = _("{ref}: {words}").format(
                ref=short(claim.ref), words=_words(warning.kind, said)
            )
            yield Finding(rule, told, warning.hint, of_claim(claim))


def _words(kind: wording.Kind, said: str) -> str:
    if kind is wording.Kind.TWO_JUDGEMENTS:
        return _("One sentence says how likely and how sure.")
    if kind is wording.Kind.NO_LADDER:
        return _("“{word}” is no word of likelihood.").format(word=said)
    return _("“{word}” is of another ladder than the case’s.").format(word=said)


def _at(written: Written, warning: wording.Warning) -> Where:
    return written.where(warning.start, warning.end)


def _one_term(reading: Reading, written: Written) -> Iterator[Finding]:
    terms = [
        (sentence.start, word)
        for sentence in written.sentences()
        for word in likelihoods(sentence.own)
        if word.bands
    ]
    number = written.number
    rungs = ladders.rungs(reading.dossier.case.ladder)
    hint = _("Say it with one of: {words}.").format(words=", ".join(rung.word for rung in rungs))
    if not terms:
        words = _("Judgement {number} does not say how likely.").format(number=number)
        yield Finding(Rule.LIKELIHOOD, words, hint, written.where())
    if len(terms) > 1:
        words = _("Judgement {number} says how likely {count} times: {words}.").format(
            number=number,
            count=len(terms),
            words=", ".join(_("“{word}”").format(word=word.word) for _start, word in terms),
        )
        hint = _("Part it into judgements with one word of likelihood each.")
        start, second = terms[1]
        yield Finding(Rule.LIKELIHOOD, words, hint, _stretch(written, start, second))


def _in_facts(written: Written) -> Iterator[Finding]:
    for sentence in written.sentences():
        word = next(likelihoods(sentence.own), None)
        if word is not None and not sentence.is_attributed:
            yield Finding(
                Rule.LIKELIHOOD,
                _("“{word}” judges, where only what was reported belongs.").format(word=word.word),
                _("Say who says so, or move it to the assessment."),
                _stretch(written, sentence.start, word),
            )


def _stretch(written: Written, start: int, word: Likelihood) -> Where:
    return written.where(start + word.start, start + word.end)
