"""Claims that are printed as facts, though only one says so or others say otherwise (ICD 203)."""

from collections.abc import Iterator, Sequence
from functools import lru_cache

from caseboard.analysis import wording
from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.linter.finding import Finding, Rule
from caseboard.briefing.linter.reading import Reading, Written
from caseboard.i18n import _
from caseboard.model.claim import Claim
from caseboard.model.refs import short
from caseboard.model.terms import ClaimStatus, Stance

_KINDS = (
    SectionKind.BOTTOM_LINE,
    SectionKind.JUDGEMENTS,
    SectionKind.SITUATION,
    SectionKind.ASSESSMENT,
)
_OPEN = frozenset({ClaimStatus.DISPUTED, ClaimStatus.SINGLE_SOURCE})
_ENOUGH = 0.8
"""The share of a claim's telling words that a text must have, to be looked at closely."""


def found(reading: Reading) -> Iterator[Finding]:
    """Sentences that state such a claim, or use its source's words, as if they were known."""
    texts = [each for each in reading.of(*_KINDS) if each.field != "assumptions"]
    if not texts:
        return
    told = frozenset().union(*(_telling(each.text) for each in texts))
    cited = {claim.id for each in texts for claim in reading.claims(each.text)}
    for claim in reading.dossier.claims:
        standing = reading.standings.get(claim.id)
        is_open = standing is not None and standing.status in _OPEN
        if is_open and (claim.id in cited or _may_be_told(claim, told)):
            yield from _stated(reading, claim, texts)


def _may_be_told(claim: Claim, told: frozenset[str]) -> bool:
    mine = _telling(claim.statement)
    return bool(mine) and len(mine & told) >= _ENOUGH * len(mine)


def _stated(reading: Reading, claim: Claim, texts: Sequence[Written]) -> Iterator[Finding]:
    if reading.standings[claim.id].status is ClaimStatus.DISPUTED:
        words = _("{ref} is stated as a fact, and is disputed.")
    else:
        words = _("{ref} is stated as a fact, and one origin alone says so.")
    ladder = reading.dossier.case.ladder
    checker = wording.Checker(ladder, claim.statement, _sayings(reading, claim))
    for written in texts:
        for warning in checker.check(written.text):
            if warning.kind is wording.Kind.AS_FACT:
                yield Finding(
                    Rule.CLAIM_AS_FACT,
                    words.format(ref=short(claim.ref)),
                    warning.hint,
                    written.where(warning.start, warning.end),
                )


def _sayings(reading: Reading, claim: Claim) -> Iterator[wording.Saying]:
    """What those said who support it, word by word."""
    for report in reading.index.reports.get(claim.id, []):
        anchor = reading.index.anchors.get(report.anchor_id)
        if report.stance is Stance.SUPPORTS and anchor is not None and anchor.exact:
            yield wording.Saying(reading.index.name(report.claimant_id), anchor.exact)


@lru_cache(maxsize=20_000)
def _telling(text: str) -> frozenset[str]:
    return wording.telling_words(text)
