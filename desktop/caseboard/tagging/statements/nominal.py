"""Nouns and prepositions that stand for saying: `the claim that …`, `according to …`."""

from collections.abc import Iterator, Sequence

from caseboard.tagging.statements import clauses, grammar
from caseboard.tagging.statements.lines import Token
from caseboard.tagging.statements.saying import Reach, Saying
from caseboard.tagging.statements.vocabulary import Cue, Sort

ACCORDING = Cue("according to", Sort.SAY, frozenset(), 0.9)
_NEAR = 4
"""How many words before a noun its owner may stand."""
_ENDS = grammar.STOPS | {"and", "but", "which", "who"}


def according(tokens: Sequence[Token], at: int) -> Iterator[Saying]:
    """The saying of `according to`, if that stands at `at`."""
    if at + 2 >= len(tokens) or tokens[at + 1].low != "to":
        return
    begin = end = at + 2
    while end < len(tokens) and tokens[end].low not in _ENDS:
        end += 1
    if end == begin:
        return
    if _leads(tokens, at):
        content = clauses.trimmed(tokens, end, clauses.end(tokens, end + 1))
    else:
        content = clauses.trimmed(tokens, _start_of_clause(tokens, at), at)
    if content[0] < content[1]:
        yield Saying(ACCORDING, (at, at + 2), content, (begin, end))


def _leads(tokens: Sequence[Token], at: int) -> bool:
    """Whether what is said comes after it."""
    return not any(token.is_word or token.is_quote for token in tokens[max(0, at - 2) : at])


def _start_of_clause(tokens: Sequence[Token], before: int) -> int:
    for at in range(before - 1, -1, -1):
        if tokens[at].low in (";", ":"):
            return at + 1
    return 0


def of_noun(tokens: Sequence[Token], at: int, cue: Cue) -> Iterator[Saying]:
    """`the claim that …`, `Koval's announcement of …`."""
    after = at + 1
    if after >= len(tokens) or tokens[after].low not in cue.frames:
        return
    is_infinitive = tokens[after].low == "to"
    if is_infinitive and (after + 1 >= len(tokens) or tokens[after + 1].low in grammar.DETERMINERS):
        return
    start = after if is_infinitive else after + 1
    content = clauses.trimmed(tokens, start, _end(tokens, start))
    if content[0] < content[1]:
        yield Saying(cue, (at, at + 1), content, _owner(tokens, at))


def _end(tokens: Sequence[Token], start: int) -> int:
    stop = clauses.end(tokens, start)
    return next((i for i in range(start, stop) if tokens[i].low == ","), stop)


def _owner(tokens: Sequence[Token], at: int) -> Reach | None:
    """Whose saying it is: `Koval's latest`, `his`."""
    for before in range(at - 1, max(-1, at - 1 - _NEAR), -1):
        low = tokens[before].low
        if low in grammar.OWNERS:
            return before, before + 1
        if low.endswith(("'s", "s'")):
            phrase = grammar.phrase_before(tokens, before)
            return (phrase[0], phrase[1] + 1) if phrase else None
        if low in grammar.STOPS or low in grammar.PREPOSITIONS or low in grammar.AUXILIARIES:
            return None
    return None
