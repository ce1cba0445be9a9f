"""Words that say that a column, a company or a group is a military one, or that it is not."""

import re

from caseboard.tagging.document import Document
from caseboard.tagging.units.terms import Seen, Sort, Vocabulary
from caseboard.tagging.units.tokens import Token, Tokens, norms
from caseboard.tagging.units.words import listed

_ADJECTIVES = {
    norms(word)[0]: english
    for english, words in {
        "armoured": "armored armoured броньована бронированная бронетанкова mechanized",
        "military": "military війскова військова военная",
        "enemy": "enemy hostile ворожа вражеская вражеский противника",
        "reinforced": "reinforced підсилена посилена усиленная",
        "": "large small huge long heavy велика большая невелика небольшая нова новая other more "
        "штурмовая штурмова separate entire whole ціла целая neutral",
    }.items()
    for word in words.split()
}
_NEAR = 9
_GROUPS = frozenset(
    {
        "Assault Group",
        "Assault Unit",
        "Sabotage and Reconnaissance Group",
        "Battalion Tactical Group",
        "Tactical Group",
        "Infantry Group",
    }
)


def is_adjective(token: Token) -> bool:
    """Whether a word may stand between a count and a formation: `armoured`, `ворожі`."""
    return token.norm in _ADJECTIVES


def english(token: Token) -> str:
    """What such a word adds to the name, in English; size adds nothing."""
    return _ADJECTIVES[token.norm]


def are_military(document: Document, tokens: Tokens, head: Seen, terms: list[Seen]) -> bool:
    """Whether the words about a formation say that soldiers are meant."""
    near = [
        tokens[at].norm
        for at in range(max(0, head.first - _NEAR), min(head.after + _NEAR, len(tokens)))
        if not head.first <= at < head.after
    ]
    beside = near[max(0, min(_NEAR, head.first) - 3) : min(_NEAR, head.first) + 3]
    if listed("civil columns") & set(beside) or tokens.text[tokens[head.first].end :][:6] in {
        "-sized",
        "-level",
    }:
        return False
    if head.term.english in _GROUPS:
        return head.term.english != "Tactical Group" or bool(listed("military") & set(near))
    if any(seen.term.sort is Sort.BRANCH for seen in terms):
        return True
    if head.term.sort is Sort.ECHELON and tokens[head.first].norm in {"company", "companies"}:
        return bool(listed("soldiers") & set(beside))
    sentence = document.sentence_at(tokens[head.first].start)
    inside = {
        tokens[at].norm
        for at in range(max(0, head.first - 25), min(head.after + 25, len(tokens)))
        if sentence.holds(tokens[at].start, tokens[at].end)
    }
    return bool(listed("military") & inside) and not listed("civil columns") & inside


def owner_behind(tokens: Tokens, vocabulary: Vocabulary, after: int) -> Seen | None:
    """`of Russian forces` behind `two columns`, with `forces` in it; None where it is another's."""
    if after >= len(tokens) or tokens.gap(after - 1).strip():
        return None
    at = after + (tokens[after].norm == "of")
    if at + 1 >= len(tokens) or tokens.gap(at - 1).strip() or tokens.gap(at).strip():
        return None
    seen = vocabulary.starting(tokens, at, Sort.NATION)
    if seen is None or (tokens[after].norm != "of" and tokens[after].norm.isascii()):
        return None
    if seen.after < len(tokens) and re.match(
        r"(?:forces|troops|army|soldiers|военных|войск|військ|військових|армі|арми|tanks|танк|техн|"
        r"armou?r|vehicles|military|бронетех|оккупант|окупант|пехот|піхот|infantry|marines)",
        tokens[seen.after].text.casefold(),
    ):
        return Seen(seen.term, seen.first, seen.after + 1)
    return None
