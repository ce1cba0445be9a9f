"""What is said, where it follows the verb."""

from collections.abc import Sequence

from caseboard.tagging.statements import clauses, grammar
from caseboard.tagging.statements.lines import Token
from caseboard.tagging.statements.saying import Reach
from caseboard.tagging.statements.vocabulary import Cue, Sort

_LINKS = grammar.PREPOSITIONS | grammar.CONJUNCTIONS
_OPENERS = frozenset(("that", ",", ":"))
_LONGEST_HEARER = 12
_LONGEST_ASIDE = 15


def opening(tokens: Sequence[Token], at: int, cue: Cue) -> tuple[Reach | None, int, bool]:
    """Who is told, the first word of what is said, and whether the verb lets it be that."""
    if _is_frame(tokens, at, cue):
        return None, at, _opens(tokens, at, cue, is_told=False)
    at = _past_parenthesis(tokens, grammar.skip_adverbials(tokens, at))
    end = _past_person(tokens, at) if "person" in cue.frames else at
    if end == at or _is_frame(tokens, at, cue):
        return None, at, _opens(tokens, at, cue, is_told=False)
    after = grammar.skip_adverbials(tokens, end)
    return (at, end), after, _opens(tokens, after, cue, is_told=True)


def _past_parenthesis(tokens: Sequence[Token], at: int) -> int:
    """Past `, citing the governor,` before `that` or a quotation."""
    if at >= len(tokens) or tokens[at].low != ",":
        return at
    for end in range(at + 2, min(at + _LONGEST_ASIDE, len(tokens) - 1)):
        if tokens[end].low == ",":
            follows = tokens[end + 1]
            return end + 1 if follows.low == "that" or follows.is_quote else at
    return at


def _is_frame(tokens: Sequence[Token], at: int, cue: Cue) -> bool:
    if at >= len(tokens):
        return False
    low = tokens[at].low
    return low == "that" or (low in cue.frames and low in grammar.PREPOSITIONS | {"to", "out"})


def _past_person(tokens: Sequence[Token], at: int) -> int:
    end = at
    while end < len(tokens) and end - at < _LONGEST_HEARER:
        low = tokens[end].low
        if low in grammar.STOPS or low in grammar.SUBORDINATORS or low in ("to", "on", "about"):
            break
        if end > at and _begins_clause(tokens, end):
            break
        end += 1
    return end


def _begins_clause(tokens: Sequence[Token], at: int) -> bool:
    low = tokens[at].low
    if low in grammar.PRONOUNS or grammar.is_time(tokens[at]):
        return True
    return low in grammar.DETERMINERS and tokens[at - 1].low not in _LINKS


def _opens(tokens: Sequence[Token], at: int, cue: Cue, *, is_told: bool) -> bool:
    """Whether what is said can begin with the word at `at`."""
    if at >= len(tokens):
        return False
    token, frames = tokens[at], cue.frames
    if token.low in (",", ":"):
        return at + 1 < len(tokens) and (tokens[at + 1].is_quote or _may_follow(token.low, cue))
    if token.low == "to" or (token.low in grammar.PREPOSITIONS and token.low != "since"):
        return token.low in frames or (is_told and token.low in ("to", "about", "of"))
    if token.low in _NO_OPENING:
        return False
    return is_told or bool(frames & _FRAMES.get(_kind(token), _FRAMES["word"]))


_NO_OPENING = grammar.MARKS | grammar.CONJUNCTIONS | {"by", "as", "than"}
_FRAMES = {
    "quote": frozenset(("zero", "np", "quote", "person", "that")),
    "question": frozenset(("that", "np", "how", "whether", "person")),
    "word": frozenset(("zero", "np")),
}
"""What a verb must allow, for what is said to begin so."""


def _kind(token: Token) -> str:
    if token.is_quote or token.low == "that":
        return "quote"
    return "question" if token.low in grammar.QUESTION else "word"


def _may_follow(mark: str, cue: Cue) -> bool:
    return mark == ":" and cue.sort in (Sort.SAY, Sort.ASK, Sort.SHOW)


def after_verb(tokens: Sequence[Token], at: int, cue: Cue) -> Reach:
    """From the first word of what is said, which `opening` has found, to past its last."""
    while at < len(tokens) and tokens[at].low in _OPENERS:
        at += 1
    is_judged = cue.sort is Sort.JUDGE
    if at < len(tokens) and _is_frame(tokens, at, cue) and tokens[at].low not in ("that", "to"):
        is_judged = False
        at += 1
        if at < len(tokens) and tokens[at].low in ("that", "at"):
            at += 1
    if at < len(tokens) and tokens[at].is_quote and _is_whole(tokens, at):
        return at, _past_quotes(tokens, at)
    stop = clauses.end(tokens, at)
    if is_judged:
        stop = clauses.end_of_judgement(tokens, at, stop)
    return clauses.trimmed(tokens, at, stop)


def _is_whole(tokens: Sequence[Token], at: int) -> bool:
    """Whether a quotation is all that is said, and not the beginning of a clause."""
    body = tokens[at].text.rstrip("\"”’'»")
    if at + 1 >= len(tokens) or body.endswith((".", ",", "?", "!")):
        return True
    return tokens[at + 1].low in grammar.MARKS


def _past_quotes(tokens: Sequence[Token], at: int) -> int:
    """Past a quotation and those joined to it: `"…" and "…"`."""
    end = at + 1
    while end < len(tokens):
        skip = end
        while skip < len(tokens) and tokens[skip].low in (",", "and", "or"):
            skip += 1
        if skip >= len(tokens) or not tokens[skip].is_quote:
            break
        end = skip + 1
    return end
