"""What the sayings of one sentence tell of each other."""

from collections.abc import Sequence

from caseboard.tagging.statements import clauses, grammar
from caseboard.tagging.statements.lines import Token
from caseboard.tagging.statements.saying import Reach, Saying
from caseboard.tagging.statements.vocabulary import Sort


def refined(tokens: Sequence[Token], found: Sequence[Saying]) -> list[Saying]:
    """The same sayings: those that only name a source are part of the one that rests on it."""
    citing = [one for one in found if one.cue.lemma == "cite" and not one.is_finite]
    reports = [one for one in found if one.cue.sort is Sort.SAY]
    if citing and reports:
        for one in citing:
            _nearest(reports, one).cited = _cited(tokens, one)
        found = [one for one in found if one not in citing]
    for one in found:
        one.content = _clipped(tokens, one, found)
    return list(found)


def _nearest(reports: Sequence[Saying], citing: Saying) -> Saying:
    """The last one before it, or the first after."""
    before = [one for one in reports if one.at[0] < citing.at[0]]
    return before[-1] if before else reports[0]


def _cited(tokens: Sequence[Token], citing: Saying) -> Reach | None:
    end = grammar.phrase_after(tokens, citing.at[1])
    return (citing.at[1], end) if end > citing.at[1] else None


def _clipped(tokens: Sequence[Token], one: Saying, found: Sequence[Saying]) -> Reach:
    """What is said, without the speaker of another one that holds it: `A said B, C said`."""
    first, stop = one.content
    for other in found:
        begin, end = other.content
        if other.is_fronted and begin <= one.at[0] < end < stop and end > first:
            stop = end
    return clauses.trimmed(tokens, first, stop)
