"""What is said, where it comes before the verb: `…, Koval said`, `"…," said Koval`."""

import re
from collections.abc import Sequence

from caseboard.tagging.statements import clauses, contents, grammar
from caseboard.tagging.statements.lines import Token
from caseboard.tagging.statements.saying import Reach, Saying
from caseboard.tagging.statements.vocabulary import Cue, Form, Sort, verbs

_BREAKS = grammar.DASHES | {","}
_NOT_SAID = frozenset(
    ("while", "but", "though", "although", "who", "which", "when", "as", "after", "before", "and")
)
_SHORTEST = 3
"""Words of a clause that stands before `said Koval` without quotation marks."""


def follows_quote(tokens: Sequence[Token], begin: int) -> bool:
    """Whether right before who speaks a quotation ends as a sentence or a clause does."""
    return begin > 0 and tokens[begin - 1].is_quote and is_closed(tokens[begin - 1])


def goes_around(tokens: Sequence[Token], begin: int, after: int) -> bool:
    """Whether a clause goes on in quotation marks: `The enemy attacks, he said, "but in vain."`."""
    if begin < _SHORTEST or tokens[begin - 1].low != "," or after + 1 >= len(tokens):
        return False
    if tokens[after].low != "," or not tokens[after + 1].is_quote:
        return False
    is_main = tokens[0].low not in grammar.SUBORDINATORS | grammar.PREPOSITIONS
    return is_main and not tokens[after + 1].text[1:2].isupper()


def is_closed(quote: Token) -> bool:
    """Whether a quotation ends with a sign."""
    return quote.text.rstrip("\"”’'»").endswith((",", ".", "?", "!", "…", "—", "-"))


def before_speaker(
    tokens: Sequence[Token], begin: int, after: int, cue: Cue, form: Form
) -> Reach | None:
    """The words said, where the speaker begins with the word at `begin`; None if none are."""
    if cue.sort in (Sort.JUDGE, Sort.DEED) or form is Form.ING or begin < 1:
        return None
    ends_in_quote = tokens[begin - 1].is_quote
    if not (ends_in_quote or tokens[begin - 1].low in _BREAKS):
        return None
    if cue.sort is Sort.THINK and not ends_in_quote and after < len(tokens) - 1:
        return None
    first, stop = clauses.trimmed(tokens, _start(tokens, begin - 1), begin)
    if _is_adverbial(tokens, first, stop):
        return None
    if stop - first < 2 and not (first < stop and tokens[first].is_quote):
        return None
    return first, max(stop, _goes_on(tokens, first, begin - 1, after))


def _is_adverbial(tokens: Sequence[Token], first: int, stop: int) -> bool:
    """Whether it is no more than `In an interview on "Evening News"`."""
    if first >= stop or tokens[first].low not in grammar.PREPOSITIONS:
        return False
    if any(token.low == "," for token in tokens[first:stop]) or grammar.has_verb(
        tokens, first, stop
    ):
        return False
    return all(is_title(token) for token in tokens[first:stop] if token.is_quote)


def is_title(quote: Token) -> bool:
    """Whether a quotation is rather the title of a work: all its long words are capitalised."""
    words: list[str] = re.findall(r"[^\W\d_]{4,}", quote.text)
    return bool(words) and all(word[0].isupper() for word in words)


def inverted(tokens: Sequence[Token], at: int, cue: Cue, form: Form) -> Saying | None:
    """`"…," said Koval`, `…, said Koval` and `Said Koval: "…"`."""
    if cue.sort not in (Sort.SAY, Sort.ASK) or form not in (Form.PAST, Form.PRESENT):
        return None
    speaker = _after_verb(tokens, at)
    if speaker is None:
        return None
    if at == 0:
        return _said_first(tokens, cue, speaker)
    if tokens[at - 1].is_quote or (at > 1 and tokens[at - 2].is_quote):
        return _after_quote(tokens, at, cue, speaker)
    return _after_clause(tokens, at, cue, speaker)


def _after_verb(tokens: Sequence[Token], at: int) -> Reach | None:
    """Who speaks, after the verb."""
    if at and not (tokens[at - 1].is_quote or tokens[at - 1].low in _BREAKS):
        return None
    first = grammar.skip_adverbials(tokens, at + 1)
    if first != at + 1 and not (first < len(tokens) and tokens[first].is_capital):
        return None
    end = grammar.phrase_after(tokens, first)
    return (first, end) if end > first else None


def _said_first(tokens: Sequence[Token], cue: Cue, speaker: Reach) -> Saying | None:
    if speaker[1] < len(tokens) and tokens[speaker[1]].low in (":", ","):
        content = contents.after_verb(tokens, speaker[1], cue)
        if content[0] < content[1]:
            return Saying(cue, (0, 1), content, speaker)
    return None


def _after_quote(tokens: Sequence[Token], at: int, cue: Cue, speaker: Reach) -> Saying:
    first, stop = clauses.trimmed(tokens, _start(tokens, at - 1), at)
    rest = grammar.skip_adverbials(tokens, speaker[1])
    stop = max(stop, _goes_on(tokens, first, at - 1, rest))
    return Saying(cue, (at, at + 1), (first, stop), speaker, is_fronted=True)


def _after_clause(tokens: Sequence[Token], at: int, cue: Cue, speaker: Reach) -> Saying | None:
    """Without quotation marks there must be a whole clause before, and nothing said after."""
    rest = grammar.skip_adverbials(tokens, speaker[1])
    if at < _SHORTEST or (rest < len(tokens) and tokens[rest].low not in grammar.MARKS):
        return None
    content = clauses.trimmed(tokens, _start(tokens, at - 1), at)
    if not _is_clause(tokens, content):
        return None
    return Saying(cue, (at, at + 1), content, speaker, is_fronted=True)


def _is_clause(tokens: Sequence[Token], content: Reach) -> bool:
    past = any(token.low.endswith("ed") for token in tokens[slice(*content)])
    return past or grammar.has_verb(tokens, *content)


def _start(tokens: Sequence[Token], last: int) -> int:
    """Where it begins: after a colon or semicolon, or with the sentence."""
    for at in range(last - 1, -1, -1):
        if tokens[at].low in (";", ":"):
            return at + 1
    return 0


def _goes_on(tokens: Sequence[Token], start: int, last: int, after: int) -> int:
    """Past which word a saying ends that goes on after who speaks: `"…," he said, "…"`."""
    has_quote = any(token.is_quote for token in tokens[start : last + 1])
    if has_quote:
        return _past_next_quote(tokens, after)
    if after + 1 < len(tokens) and tokens[after].low == ",":
        low = tokens[after + 1].low
        if not (low in _NOT_SAID or low.endswith("ing") or low == "according"):
            end = clauses.end(tokens, after + 1)
            return clauses.trimmed(tokens, after, end)[1]
    return 0


def _past_next_quote(tokens: Sequence[Token], after: int) -> int:
    for at in range(after, len(tokens)):
        if tokens[at].is_quote:
            lead = tokens[at - 1]
            goes_on = lead.low in (",", ":", ".", "but", "and") or at == after or is_closed(lead)
            return at + 1 if goes_on else 0
        if tokens[at].low in verbs() and tokens[at].low not in ("referring", "speaking"):
            return 0
    return 0
