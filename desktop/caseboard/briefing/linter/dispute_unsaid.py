"""Disputed claims that a text leans on without a word of the dispute."""

import re
from collections.abc import Iterator

from caseboard.analysis.sentences import Sentence
from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.linter.finding import Finding, Rule
from caseboard.briefing.linter.reading import Reading, Written
from caseboard.i18n import _
from caseboard.model.claim import Claim
from caseboard.model.refs import short
from caseboard.model.terms import ClaimStatus

_KINDS = (
    SectionKind.BOTTOM_LINE,
    SectionKind.JUDGEMENTS,
    SectionKind.SITUATION,
    SectionKind.ASSESSMENT,
)
_SAID = re.compile(
    r"\b(?:disput|contest|contradict|conflict|disagree|differ|clash|unconfirmed|uncorroborated"
    r"|rival|two accounts|both accounts|neither account|either account|versions?\b"
    r"|спірн|оспор|оскарж|супереч|розбіж|розход|протиріч|заперечу|дві версії|обидві версії"
    r"|жодн\w+ з версій|непідтвердж|не підтвердж"
    r"|спорн|противореч|расход|отрица|две версии|обе версии|неподтвержд|не подтвержд)",
    re.IGNORECASE,
)
"""Words that say that not all agree."""


def found(reading: Reading) -> Iterator[Finding]:
    """Each sentence that cites a disputed claim and neither its rival nor that it is disputed."""
    for written in reading.of(*_KINDS):
        if _SAID.search(written.text) and written.field == "judgements":
            continue  # one judgement is read as one thought
        for sentence in written.sentences():
            for claim in _unsaid(reading, sentence):
                yield _finding(reading, written, sentence, claim)


def _unsaid(reading: Reading, sentence: Sentence) -> Iterator[Claim]:
    if sentence.is_attributed or _SAID.search(sentence.text):
        return
    claims = reading.claims(sentence.text)
    cited = {short(claim.ref) for claim in claims}
    for claim in claims:
        standing = reading.standings.get(claim.id)
        if standing is None or standing.status is not ClaimStatus.DISPUTED:
            continue
        if not cited & set(standing.disputed_with):
            yield claim


def _finding(reading: Reading, written: Written, sentence: Sentence, claim: Claim) -> Finding:
    rivals = reading.standings[claim.id].disputed_with
    hint = _("Say that it is disputed, who says so, or cite the other side as well.")
    if rivals:
        hint = _("Say that it is disputed, who says so, or cite {refs} as well.").format(
            refs=", ".join(rivals)
        )
    return Finding(
        Rule.DISPUTE_UNSAID,
        _("{ref} is disputed, and the sentence does not say so.").format(ref=short(claim.ref)),
        hint,
        written.where(sentence.start, sentence.start + len(sentence.text)),
    )
