"""Nouns and prepositions that stand for saying: `the claim that …`, `according to …`."""

from collections.abc import Iterator, Sequence

from caseboard.tagging.statements import clauses, grammar
from caseboard.tagging.statements.lines import Token
from caseboard.tagging.statements.saying import Reach, Saying
from caseboard.tagging.statements.vocabulary import Cue, Sort, verbs

ACCORDING = Cue("according to", Sort.SAY, frozenset(), 0.9)
PUT = Cue("put", Sort.SAY, frozenset(), 0.7)
SIGNED = Cue("", Sort.SAY, frozenset(), 0.6)
"""A quotation with a name and no verb."""
_FEWEST = 3
_LONGEST_NAME = 8
_LONGEST_SIGNATURE = 16
_NEAR = 4
"""How many words before a noun its owner may stand."""
_ENDS = grammar.STOPS | {"and", "but", "which", "who"}


def according(tokens: Sequence[Token], at: int) -> Iterator[Saying]:
    """The saying of `according to`, if that stands at `at`."""
    begin = end = at + (2 if tokens[at].low == "according" else 1)
    if begin >= len(tokens) or not _is_according(tokens, at):
        return
    while end < len(tokens) and tokens[end].low not in _ENDS:
        end += 1
    if end == begin:
        return
    if _leads(tokens, at):
        content = clauses.trimmed(tokens, end, clauses.end(tokens, end + 1))
    else:
        content = clauses.trimmed(tokens, _start_of_clause(tokens, at), at)
    if content[0] < content[1]:
        yield Saying(ACCORDING, (at, begin), content, (begin, end))


def _is_according(tokens: Sequence[Token], at: int) -> bool:
    """`according to` anybody, and `per` somebody, but not `per day`."""
    if tokens[at].low == "according":
        return tokens[at + 1].low == "to"
    is_apart = at == 0 or not tokens[at - 1].is_word
    return is_apart and (tokens[at + 1].is_capital or tokens[at + 1].low in ("the", "a", "his"))


def _leads(tokens: Sequence[Token], at: int) -> bool:
    """Whether what is said comes after it."""
    return not any(token.is_word or token.is_quote for token in tokens[max(0, at - 2) : at])


def _start_of_clause(tokens: Sequence[Token], before: int) -> int:
    for at in range(before - 1, -1, -1):
        if tokens[at].low in (";", ":"):
            return at + 1
    return 0


def as_put(tokens: Sequence[Token], at: int) -> Iterator[Saying]:
    """The saying of `as Koval put it`, if `put` stands at `at`."""
    if at + 1 >= len(tokens) or tokens[at + 1].low != "it":
        return
    as_at = next((i for i in range(at - 1, max(-1, at - 12), -1) if tokens[i].low == "as"), at)
    if as_at + 1 >= at:
        return
    before = clauses.trimmed(tokens, _start_of_clause(tokens, as_at), as_at)
    after = clauses.trimmed(tokens, at + 2, clauses.end(tokens, at + 2))
    is_after = after[0] < after[1] and (_leads(tokens, as_at) or tokens[after[0]].is_quote)
    content = after if is_after else before
    if content[0] < content[1]:
        yield Saying(PUT, (at, at + 1), content, (as_at + 1, at))


def dashed(tokens: Sequence[Token]) -> Iterator[Saying]:
    """The saying of a sentence that is a quotation, a dash and a name."""
    if len(tokens) < _FEWEST or not tokens[0].is_quote or tokens[1].low not in grammar.DASHES:
        return
    end = next((i for i in range(2, len(tokens)) if not tokens[i].is_word), len(tokens))
    is_short = len(tokens) <= _LONGEST_SIGNATURE and not grammar.has_verb(tokens, 2, len(tokens))
    if 2 < end <= _LONGEST_NAME and is_short and all(map(_is_of_name, tokens[2:end])):
        yield Saying(SIGNED, (1, 2), (0, 1), (2, end))


def _is_of_name(word: Token) -> bool:
    return word.is_capital or word.text.isdigit() or word.low in ("of", "the", "in", "de", "von")


def named(tokens: Sequence[Token]) -> Iterator[Saying]:
    """The saying of a sentence that begins with a name and a colon: `KOVAL: We are ready.`."""
    colon = next((i for i, token in enumerate(tokens[:_LONGEST_NAME]) if token.low == ":"), 0)
    name = tokens[:colon]
    if not name or not all(token.is_capital and token.low not in verbs() for token in name):
        return
    content = clauses.trimmed(tokens, colon + 1, len(tokens))
    is_script = all(token.text.isupper() and len(token.text) > 2 for token in name)
    if content[0] < content[1] and (is_script or tokens[content[0]].is_quote):
        yield Saying(SIGNED, (colon, colon + 1), content, (0, colon))


def of_noun(tokens: Sequence[Token], at: int, cue: Cue) -> Iterator[Saying]:
    """`the claim that …`, `Koval's announcement of …`."""
    after = at + 1
    if after >= len(tokens) or tokens[after].low not in cue.frames:
        return
    is_infinitive = tokens[after].low == "to"
    if is_infinitive and (after + 1 >= len(tokens) or tokens[after + 1].low in grammar.DETERMINERS):
        return
    start = after if is_infinitive else after + 1
    if start < len(tokens) and grammar.is_time(tokens[start]):
        return
    content = clauses.trimmed(tokens, start, _end(tokens, start))
    if content[0] < content[1]:
        yield Saying(cue, (at, at + 1), content, _owner(tokens, at))


def _end(tokens: Sequence[Token], start: int) -> int:
    stop = clauses.end(tokens, start)
    stop = next((i for i in range(start, stop) if tokens[i].low == ","), stop)
    return _before_second_verb(tokens, start, stop)


def _before_second_verb(tokens: Sequence[Token], start: int, stop: int) -> int:
    """`the claim that the city was taken` `is false`: the second verb is the sentence's."""
    first: int | None = None
    for at in range(start, stop):
        low = tokens[at].low
        if low in grammar.SUBORDINATORS or low in grammar.RELATIVES or low in grammar.CONJUNCTIONS:
            return stop
        if low in grammar.AUXILIARIES:
            if first is not None and at > first + 1:
                return at
            first = at
    return stop


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
