"""Claims that are printed as facts, though only one says so or others say otherwise (ICD 203)."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from caseboard.analysis import wording
from caseboard.analysis.likelihood_words import likelihoods
from caseboard.analysis.sentences import Sentence
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


@dataclass(frozen=True, slots=True)
class _Plain:
    """A sentence that neither says whose word it is, nor how likely, nor leaves anything open."""

    written: Written
    sentence: Sentence
    telling: frozenset[str]
    cited: frozenset[str]
    """Ids of the claims it cites."""


def found(reading: Reading) -> Iterator[Finding]:
    """Sentences that state such a claim, or use its source's words, as if they were known.

    A sentence is told of once, for a claim it cites where there is one.
    """
    plain = list(_plain(reading))
    if not plain:
        return
    told = frozenset().union(*(each.telling for each in plain))
    cited = frozenset().union(*(each.cited for each in plain))
    stated: set[int] = set()
    claims = reading.dossier.claims
    for claim in sorted(claims, key=lambda claim: claim.id not in cited):
        standing = reading.standings.get(claim.id)
        is_open = standing is not None and standing.status in _OPEN
        if is_open and (claim.id in cited or _is_told(_telling(claim.statement), told)):
            yield from _stated(reading, claim, plain, stated)


def _plain(reading: Reading) -> Iterator[_Plain]:
    for written in reading.of(*_KINDS):
        if written.field == "assumptions":
            continue
        for sentence in written.sentences():
            if sentence.is_attributed or sentence.is_hedged or any(likelihoods(sentence.own)):
                continue
            cited = frozenset(claim.id for claim in reading.claims(sentence.text))
            yield _Plain(written, sentence, _telling(sentence.own), cited)


def _is_told(mine: frozenset[str], told: frozenset[str]) -> bool:
    return bool(mine) and len(mine & told) >= _ENOUGH * len(mine)


def _stated(
    reading: Reading, claim: Claim, plain: Sequence[_Plain], stated: set[int]
) -> Iterator[Finding]:
    """What it finds for `claim`; the places of the sentences go into `stated`."""
    if reading.standings[claim.id].status is ClaimStatus.DISPUTED:
        words = _("{ref} is stated as a fact, and is disputed.")
    else:
        words = _("{ref} is stated as a fact, and one origin alone says so.")
    mine, checker = _telling(claim.statement), None
    for place, each in enumerate(plain):
        is_told = claim.id in each.cited or _is_told(mine, each.telling)
        if place in stated or not is_told:
            continue
        checker = checker or wording.Checker(
            reading.dossier.case.ladder, claim.statement, _sayings(reading, claim)
        )
        for warning in checker.check(each.sentence.text):
            if warning.kind is wording.Kind.AS_FACT:
                stated.add(place)
                start = each.sentence.start
                yield Finding(
                    Rule.CLAIM_AS_FACT,
                    words.format(ref=short(claim.ref)),
                    warning.hint,
                    each.written.where(start + warning.start, start + warning.end),
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
