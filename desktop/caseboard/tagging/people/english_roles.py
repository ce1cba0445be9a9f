"""Reads what an English text says someone is: before the name, and after it."""

from collections.abc import Sequence

from caseboard.tagging.people.tables import words
from caseboard.tagging.people.token import Token

_FARTHEST = 9
"""So many words a role may have before a name."""
_LONGEST_AFTER = 12


def before(text: str, tokens: Sequence[Token], first: int) -> str:
    """The role that ends where the name at token `first` begins; empty where there is none."""
    start = _start(tokens, first)
    head = next((i for i in range(start, first) if _is_role(tokens[i])), None)
    if head is None:
        return ""
    return text[tokens[start].start : tokens[first].start].strip(" \u00a0,")


def after(text: str, tokens: Sequence[Token], last: int) -> str:
    """The role set off by a comma after the name whose last token is `last - 1`."""
    if last >= len(tokens) or tokens[last - 1].gap != ", " or tokens[last - 1].is_owner:
        return ""
    begin = last + 1 if tokens[last].key in {"a", "an", "the", "who"} else last
    end = _end_of_apposition(tokens, begin)
    head = next((i for i in range(begin, end) if _is_role(tokens[i])), None)
    if head is None or not all(_may_modify(token) for token in tokens[begin:head]):
        return ""
    return text[tokens[begin].start : tokens[end - 1].end]


def _end_of_apposition(tokens: Sequence[Token], begin: int) -> int:
    for index in range(begin, min(begin + _LONGEST_AFTER, len(tokens))):
        if tokens[index].key in words("ends_en"):
            return index
        if tokens[index].gap not in {" ", "\u00a0"}:
            return index + 1
    return begin


def _start(tokens: Sequence[Token], first: int) -> int:
    """The first token of what may be a role before a name; `first` where nothing is."""
    start = first
    if first and _is_joiner(tokens, first - 1):
        return first
    for index in range(first - 1, max(-1, first - _FARTHEST), -1):
        token = tokens[index]
        is_set_off = index == first - 1 and token.gap == ", " and not token.is_owner
        if not (_reaches(token) or is_set_off) or not (
            _may_modify(token) or _is_joiner(tokens, index)
        ):
            break
        start = index
    return _trimmed(tokens, start, first)


def _trimmed(tokens: Sequence[Token], start: int, first: int) -> int:
    """Without the joining words it would begin with, and only as far as a role goes."""
    roles = [i for i in range(start, first) if _is_role(tokens[i])]
    if not roles:
        return first
    if tokens[first - 1].gap == ", " and not _is_the(tokens, start):
        return first
    joiners = [i for i in range(start, first) if tokens[i].key in words("joiner_en")]
    if joiners and roles[0] > joiners[-1]:
        start = joiners[-1] + 1
    elif joiners:
        start = _before_joiner(start, joiners, roles)
    return start


def _is_the(tokens: Sequence[Token], start: int) -> bool:
    """Whether `the` stands before: `The head of the region, Oleh Syniehubov, said`."""
    articles = {"the", "a", "an"}
    return tokens[start].key in articles or (start > 0 and tokens[start - 1].key in articles)


def _before_joiner(start: int, joiners: Sequence[int], roles: Sequence[int]) -> int:
    for joiner in joiners:
        if any(role < joiner for role in roles):
            return start
        start = joiner + 1
    return start


def _reaches(token: Token) -> bool:
    if token.gap in {" ", "\u00a0"}:
        return True
    return token.is_dotted and token.key in words("abbreviation_en")


def _is_joiner(tokens: Sequence[Token], index: int) -> bool:
    if tokens[index].is_capital or tokens[index].key not in words("joiner_en"):
        return False
    return not (tokens[index].key == "and" and _is_role(tokens[index + 1]))


def _is_role(token: Token) -> bool:
    key = token.key
    roles = words("role_en")
    return (
        key in roles or key in words("role_pl") or ("-" in key and key.rpartition("-")[2] in roles)
    )


def _may_modify(token: Token) -> bool:
    key = token.key
    if key in words("stop_en"):
        return False
    if token.is_capital or token.is_owner or _is_role(token):
        return True
    return key in words("modifier_en") or "-" in key
