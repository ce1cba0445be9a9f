"""What looks like a unit and is none: firefighters, football, a court, a division of a company."""

import re

from caseboard.model.terms import Echelon
from caseboard.tagging.units.phrases import Phrase
from caseboard.tagging.units.terms import Sort
from caseboard.tagging.units.tokens import Tokens
from caseboard.tagging.units.words import listed

_LOOSE = frozenset(
    {
        Echelon.DIVISION,
        Echelon.COMPANY,
        Echelon.CORPS,
        Echelon.ARMY,
        Echelon.SQUAD,
        Echelon.PLATOON,
    }
)


_AMBIGUOUS = frozenset({"Artillery Battalion", "Detachment"})


def refuses(tokens: Tokens, phrase: Phrase) -> bool:
    """Whether the words about a phrase say that it is something else."""
    if not phrase.branches and not phrase.country and listed("civil") & _beside(tokens, phrase):
        return True
    if phrase.echelon is Echelon.ARMY and _of_whom(tokens, phrase):
        return True
    if phrase.parent:
        return refuses(tokens, phrase.parent)
    return _is_bare(phrase) and not _is_marked(tokens, phrase)


def _beside(tokens: Tokens, phrase: Phrase) -> set[str]:
    """The words in a phrase and right behind it; in Cyrillic one, for more may be of another."""
    reach = 3 if tokens[phrase.head_at].norm.isascii() else 1
    inside = range(phrase.first, phrase.head_at)
    behind = range(phrase.after, min(phrase.after + reach, len(tokens)))
    return {tokens[at].norm for at in (*inside, *behind) if _same_clause(tokens, phrase, at)}


def _same_clause(tokens: Tokens, phrase: Phrase, at: int) -> bool:
    if at < phrase.after:
        return True
    return not re.search(
        r"[.,;:!?\n]", tokens.text[tokens[phrase.after - 1].end : tokens[at].start]
    )


def _of_whom(tokens: Tokens, phrase: Phrase) -> bool:
    """`army of lawyers`: people in general, where an army would be of a country or `of the`."""
    at = phrase.after
    if at + 1 >= len(tokens) or tokens[at].norm != "of" or phrase.country:
        return False
    return tokens[at + 1].norm != "the" and not tokens[at + 1].is_capital


def _is_bare(phrase: Phrase) -> bool:
    """Whether nothing but a number stands with a word that is not only a military one."""
    return (
        (phrase.echelon in _LOOSE or phrase.head.english in _AMBIGUOUS)
        and phrase.head.sort is not Sort.SHORT
        and not phrase.terms
        and not phrase.country
        and phrase.head.english != "Army Corps"
    )


def _is_marked(tokens: Tokens, phrase: Phrase) -> bool:
    """In English a name has a capital; in Cyrillic it has none."""
    head = tokens[phrase.head_at]
    if phrase.head.english == "Artillery Battalion":
        return tokens[phrase.first].text[0].isdecimal()  # else it may be a league
    if head.norm.isascii():
        return head.is_capital
    return phrase.head.english != "Detachment"
