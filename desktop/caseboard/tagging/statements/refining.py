"""What the sayings of one sentence tell of each other."""

from collections.abc import Sequence
from itertools import pairwise

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
        if one.speaker is not None and _only_quotes(tokens, one):
            _pass_on(one, found)
    found = [one for one in found if not (_only_quotes(tokens, one) or _describes(one, found))]
    found = [one for one in found if not _repeats(one, found)]
    for one in found:
        one.content = _clipped(tokens, one, found)
    return list(found)


def _pass_on(quoting: Saying, found: Sequence[Saying]) -> None:
    """Who is quoted as saying something has told it to who quotes."""
    for one in found:
        if one is not quoting and quoting.content[0] <= one.at[0] < quoting.content[1]:
            one.told = quoting.speaker


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
    if (
        one.speaker is not None
        and first >= one.speaker[1]
        and _ends_at_comma(tokens, one.speaker[0])
    ):
        stop = next((i for i in range(first, stop) if tokens[i].low == ","), stop)
    return clauses.trimmed(tokens, first, stop)


def _ends_at_comma(tokens: Sequence[Token], at: int) -> bool:
    """Whether a comma ends the clause that begins here: `, who has said …,`, `After he said …,`."""
    if at < 1:
        return False
    if tokens[at].low in ("who", "which"):
        return tokens[at - 1].low == ","
    is_first = at == 1 or tokens[at - 2].low == ","
    return is_first and tokens[at - 1].low in _LEADING


_LEADING = frozenset(
    ("when", "after", "as", "though", "although", "while", "if", "because", "since", "before")
)


def _repeats(one: Saying, found: Sequence[Saying]) -> bool:
    """Whether a firmer one says the very same: `said in its report that`."""
    return any(
        other.content == one.content and other.cue.strength > one.cue.strength for other in found
    )


def _describes(one: Saying, found: Sequence[Saying]) -> bool:
    """Whether it only tells who speaks: `an officer who asked not to be named`."""
    return any(
        other.speaker is not None and other.speaker[0] <= one.at[0] < other.speaker[1]
        for other in found
    )


def _only_quotes(tokens: Sequence[Token], one: Saying) -> bool:
    """Whether it is `quoted an officer as saying …`, which is told as the officer's own."""
    words = [token.low for token in tokens[slice(*one.content)]]
    is_quoting = one.cue.lemma in ("quote", "cite")
    return is_quoting and any(pair in _AS_SAYING for pair in pairwise(words))


_AS_SAYING = frozenset((("as", "saying"), ("as", "telling"), ("as", "reporting")))
