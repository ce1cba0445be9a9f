"""Who speaks: the noun phrase before a verb of saying."""

from collections.abc import Sequence

from caseboard.tagging.statements import grammar
from caseboard.tagging.statements.lines import Token
from caseboard.tagging.statements.saying import Reach, Saying
from caseboard.tagging.statements.vocabulary import Form, verbs

_REACH = 25
"""How many words may stand between two commas after a name."""


def of_verb(
    tokens: Sequence[Token], at: int, form: Form, before: Sequence[Saying]
) -> tuple[Reach | None, int]:
    """Who speaks, and the first word of that and the verb."""
    last = grammar.back_over_verb(tokens, at)
    low = tokens[last].low if last >= 0 else ""
    if low == "as" and form is Form.ING:
        return _quoted(tokens, last, before)
    if low in grammar.CONJUNCTIONS and form is not Form.ING:
        return inherited(tokens, last, [one for one in before if one.is_finite]), last
    if low in grammar.CONJUNCTIONS or low == "to" or (form is Form.ING and _hangs(low)):
        return inherited(tokens, last, before), last
    if low in (",", ")") or low in grammar.DASHES:
        return _with_apposition(tokens, last, before)
    phrase = _with_relative(tokens, grammar.phrase_before(tokens, last))
    if phrase is None:
        return inherited(tokens, max(last, 0), before), last + 1
    return (phrase[0], phrase[1] + 1), phrase[0]


def _with_relative(tokens: Sequence[Token], phrase: Reach | None) -> Reach | None:
    """`a soldier who asked not to be named`: a clause with its own verb is part of the phrase."""
    if phrase is None:
        return None
    has_verb = False
    for at in range(phrase[1], max(0, phrase[1] - _REACH), -1):
        if tokens[at].low in grammar.STOPS:
            break
        if tokens[at].low == "who":
            head = grammar.phrase_before(tokens, at - 1) if has_verb else None
            return (head[0], phrase[1]) if head and at not in (head[1], phrase[1]) else phrase
        has_verb = has_verb or _may_be_verb(tokens[at].low)
    return phrase


def _may_be_verb(low: str) -> bool:
    return low in verbs() or low in grammar.AUXILIARIES or low.endswith("ed")


def _quoted(tokens: Sequence[Token], at: int, before: Sequence[Saying]) -> tuple[Reach | None, int]:
    """`quoted an officer as saying`, `Koval was quoted as saying`."""
    phrase = grammar.phrase_before(tokens, at - 1)
    if phrase is not None and tokens[phrase[0]].low in _QUOTED:
        last = grammar.back_over_verb(tokens, phrase[0])
        phrase = grammar.phrase_before(tokens, last)
    if phrase is None:
        return inherited(tokens, at, before), at
    return (phrase[0], phrase[1] + 1), phrase[0]


_QUOTED = frozenset(("quoted", "cited", "recorded", "heard"))


def _hangs(low: str) -> bool:
    """Whether what ends in -ing after this word has its speaker elsewhere."""
    return low in grammar.PREPOSITIONS or low in grammar.MARKS or low in ("while", "when")


def inherited(tokens: Sequence[Token], at: int, before: Sequence[Saying]) -> Reach | None:
    """Who speaks is whoever spoke before in the sentence, or what the sentence begins with."""
    for saying in reversed(before):
        if saying.speaker is not None and saying.at[0] < at:
            return saying.speaker
    first = 0
    while first < at and (not tokens[first].is_word or grammar.is_adverb(tokens[first])):
        first += 1
    if first < at and tokens[first].low in grammar.PREPOSITIONS | grammar.SUBORDINATORS:
        first = next((i + 1 for i in range(first, at) if tokens[i].low == ","), first)
    while first < at and tokens[first].low in grammar.CONJUNCTIONS:
        first += 1
    end = min(grammar.phrase_after(tokens, first), at)
    end = next((i for i in range(first + 1, end) if _is_past(tokens[i])), end)
    while first < end and grammar.is_adverb(tokens[end - 1]):
        end -= 1
    return (first, end) if first < end else None


def _is_past(token: Token) -> bool:
    known = verbs().get(token.low)
    return not token.is_capital and known is not None and known[1] is Form.PAST


def _with_apposition(
    tokens: Sequence[Token], last: int, before: Sequence[Saying]
) -> tuple[Reach | None, int]:
    """`Ivan Koval, a spokesman for the army, said`: from the name to the last comma."""
    comma = _comma_before(tokens, last)
    phrase = grammar.phrase_before(tokens, comma - 1)
    if phrase is None:
        return inherited(tokens, last, before), last
    first = phrase[0]
    if first > 1 and tokens[first - 1].low == "," and not tokens[first].is_capital:
        earlier = grammar.phrase_before(tokens, first - 2)
        first = earlier[0] if earlier and tokens[earlier[0]].is_capital else first
    if tokens[last].low == ")":
        return (first, last + 1), first
    return (first, comma if _is_clause(tokens, comma + 1) else last), first


def _is_clause(tokens: Sequence[Token], at: int) -> bool:
    """Whether what stands between commas is no name or title: `speaking`, `quoted by`."""
    low = tokens[at].low
    is_done = low.endswith("ed") and tokens[at + 1].low in grammar.PREPOSITIONS
    return low in ("who", "which") or low.endswith("ing") or is_done


def _comma_before(tokens: Sequence[Token], last: int) -> int:
    """The nearest sign that can begin what stands between commas; 0 where there is none."""
    for at in range(last - 1, max(0, last - _REACH), -1):
        if tokens[at].low in (",", "(") or tokens[at].low in grammar.DASHES:
            return at
        if tokens[at].is_quote:
            break
    return 0
