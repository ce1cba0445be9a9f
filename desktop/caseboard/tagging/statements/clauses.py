"""How far what is said reaches."""

from collections.abc import Sequence

from caseboard.tagging.statements import grammar
from caseboard.tagging.statements.lines import Token
from caseboard.tagging.statements.vocabulary import Form, Sort, verbs

_TURNS = frozenset(("but", "while", "though", "although", "whereas", "according"))
_FINITE = (Form.PAST, Form.PRESENT)
_SAYING = (Sort.SAY, Sort.JUDGE, Sort.ASK)
_LONGEST_NAME = 6
_HAVE_BE = frozenset(("has", "have", "had", "is", "was"))


def end(tokens: Sequence[Token], start: int) -> int:
    """Past which word the clause ends that begins with the word at `start`."""
    depth, has_quote = 0, False
    for at in range(start, len(tokens)):
        low = tokens[at].low
        depth += (low in ("(", "[")) - (low in (")", "]"))
        if depth < 0 or low == ";":
            return at
        if at > start and _breaks(tokens, at):
            return at
        if has_quote and low == "," and _is_aside(tokens, at + 1):
            return at
        has_quote = has_quote or tokens[at].is_quote
    return len(tokens)


def end_of_judgement(tokens: Sequence[Token], start: int, stop: int) -> int:
    """Past which word `called it a "disgrace"` ends: the outlet's own words go on after that."""
    last = max((i for i in range(start, stop) if tokens[i].is_quote), default=None)
    if last is not None:
        return last + 1
    for at in range(start + 1, stop):
        if tokens[at].low in grammar.DASHES:
            return at
    return stop


def _breaks(tokens: Sequence[Token], at: int) -> bool:
    """Whether another saying, or the outlet's own words, begin with the word at `at`."""
    low = tokens[at].low
    if low == ",":
        return _turns(tokens, at + 1) or _begins_another(tokens, at + 1)
    if low == "according":
        return True
    if low not in ("and", "but", "while", "though"):
        return False
    if tokens[at - 1].is_quote and low != "and":
        return True
    return low in ("and", "but") and _is_saying(tokens, at + 1)


def _is_aside(tokens: Sequence[Token], at: int) -> bool:
    """Whether the outlet goes on in its own words after a quotation: `, implicitly putting …`."""
    while at < len(tokens) and grammar.is_adverb(tokens[at]):
        at += 1
    return at < len(tokens) and tokens[at].low.endswith("ing")


def _begins_another(tokens: Sequence[Token], at: int) -> bool:
    """Whether somebody else begins to speak: `, and the mayor said`."""
    if at + 1 >= len(tokens) or tokens[at].low != "and":
        return False
    end = grammar.phrase_after(tokens, at + 1, limit=_LONGEST_NAME)
    return any(_is_saying(tokens, i) for i in range(at + 2, min(end + 2, len(tokens))))


def _turns(tokens: Sequence[Token], at: int) -> bool:
    """Whether what follows a comma is no longer said."""
    while at < len(tokens) and grammar.is_adverb(tokens[at]):
        at += 1
    if at >= len(tokens):
        return False
    low = tokens[at].low
    if low in _TURNS or low in ("citing", "referring", "speaking"):
        return True
    known = verbs().get(low)
    return bool(known and known[1] is Form.ING and known[0].sort is not Sort.DEED)


def _is_saying(tokens: Sequence[Token], at: int) -> bool:
    """Whether a verb of saying stands here: `and said`, `and he said`."""
    if at < len(tokens) and tokens[at].low in ("he", "she", "they", "it"):
        at += 1
    while at < len(tokens) and (grammar.is_adverb(tokens[at]) or tokens[at].low in _HAVE_BE):
        at += 1
    known = verbs().get(tokens[at].low) if at < len(tokens) else None
    return bool(known and known[1] in _FINITE and known[0].sort in _SAYING)


def trimmed(tokens: Sequence[Token], start: int, stop: int) -> tuple[int, int]:
    """The same stretch without signs and conjunctions at its ends."""
    while start < stop and tokens[start].low in grammar.MARKS:
        start += 1
    while stop > start and (
        tokens[stop - 1].low in grammar.MARKS - {")", "]"}
        or tokens[stop - 1].low in grammar.CONJUNCTIONS
    ):
        stop -= 1
    return start, stop
