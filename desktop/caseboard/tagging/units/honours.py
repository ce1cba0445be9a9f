"""Words around a unit's number and size: titles it was given, and whose it is."""

import re

from caseboard.tagging.units.terms import Seen, Sort, Vocabulary
from caseboard.tagging.units.tokens import Token, Tokens
from caseboard.tagging.units.words import listed

MOST = 6
"""How many words of titles may stand between a number and a size."""
_ADJECTIVE = re.compile(r"(?:ськ|цьк|зьк|ск|цк)\Z")
_CYRILLIC = re.compile(r"[а-яіїєґ]")


def is_cyrillic(token: Token) -> bool:
    """Whether a word is in Cyrillic letters."""
    return bool(_CYRILLIC.search(token.norm))


def may_be(tokens: Tokens, at: int) -> bool:
    """Whether a word may be part of a title between number and size."""
    token = tokens[at]
    if token.is_possessive or token.norm in listed("no titles"):
        return False
    if token.norm in listed("titles") or token.is_capital:
        return True
    return is_cyrillic(token) and bool(_ADJECTIVE.search(token.norm))


def nation_behind(tokens: Tokens, vocabulary: Vocabulary, after: int) -> Seen | None:
    """Whose it is, by the words right behind: `of the Ukrainian Ground Forces`, `ЗСУ`."""
    for at in range(after, min(after + 6, len(tokens))):
        if re.fullmatch(r"[\s\u00a0]+\(?|[”»\"]?[\s\u00a0]+", tokens.gap(at - 1)) is None:
            return None
        seen = vocabulary.starting(tokens, at, Sort.AFFILIATION, Sort.NATION)
        if seen and seen.term.country:
            return seen if _tells_behind(tokens, seen, after) else None
        if tokens[at].norm not in listed("behind owner"):
            return None
    return None


def _tells_behind(tokens: Tokens, seen: Seen, after: int) -> bool:
    """English needs an `of` or a bracket; an adjective in Cyrillic belongs to what follows."""
    token = tokens[seen.first]
    if is_cyrillic(token):
        return seen.term.sort is Sort.AFFILIATION or token.norm in listed("states")
    return tokens[after].norm == "of" or "(" in tokens.gap(after - 1)


def nation_before(tokens: Tokens, vocabulary: Vocabulary, at: int) -> tuple[Seen | None, bool]:
    """Whose it is, by the words before, and whether others stand between."""
    skipped = 0
    while at >= 0 and skipped < 5:
        if not re.fullmatch(r"['’]?[\s\u00a0]*[\"“„«(]?|\.\s?", tokens.gap(at)):
            break
        seen = vocabulary.ending(tokens, at, Sort.AFFILIATION, Sort.NATION)
        if seen and seen.term.country and _is_name(tokens, seen):
            return seen, skipped > 1
        if tokens[at].norm not in listed("before owner"):
            break
        at, skipped = at - 1, skipped + 1
    return None, False


def _is_name(tokens: Tokens, seen: Seen) -> bool:
    token = tokens[seen.first]
    return token.norm not in {"us", "u"} or token.text.isupper()
