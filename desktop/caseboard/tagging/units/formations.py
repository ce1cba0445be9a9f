"""Formations nobody has identified: `two columns`, `up to a company`, `кілька штурмових груп`.

What is counted is a range: "several" is 3 to 9, "a few" 2 to 4, "dozens" 24 to 99, "about ten"
8 to 12, "up to three" 1 to 3, and "at least two", which has no upper end, 2 to 4.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from caseboard.i18n import _
from caseboard.mapping import sidc
from caseboard.model.terms import Branch, Echelon, Side
from caseboard.tagging.document import Document
from caseboard.tagging.suggestions import UnitSuggestion
from caseboard.tagging.units import amounts, cues, honours
from caseboard.tagging.units.amounts import Amount
from caseboard.tagging.units.phrases import joins
from caseboard.tagging.units.terms import Seen, Sort, Vocabulary
from caseboard.tagging.units.tokens import Tokens

_INSIDE = (Sort.BRANCH, Sort.QUALITY, Sort.AFFILIATION, Sort.NATION)
_REACH = 5
_LARGE = {Echelon.CORPS, Echelon.ARMY, Echelon.ARMY_GROUP}
"""Nobody counts these unidentified; `an army` is any."""
_DEFINITE = frozenset({"the", "this", "that", "its", "their", "his", "each", "every"})


@dataclass(slots=True)
class _Formation:
    head: Seen
    terms: list[Seen]
    amount: Amount | None
    words: str = ""
    """English words before the name that no table has: `armoured`, `military`."""


def find(
    document: Document, tokens: Tokens, vocabulary: Vocabulary, sides: Mapping[str, Side]
) -> Iterator[UnitSuggestion]:
    """Every one that is counted, or of which the text says `a`."""
    behind = 0
    for at in vocabulary.heads(tokens):
        head = vocabulary.starting(tokens, at, Sort.FORMATION, Sort.ECHELON)
        if head is None or at < behind or head.term.echelon in _LARGE:
            continue
        made = _about(document, tokens, vocabulary, sides, head)
        if made:
            yield made
        behind = head.after


def _about(
    document: Document,
    tokens: Tokens,
    vocabulary: Vocabulary,
    sides: Mapping[str, Side],
    head: Seen,
) -> UnitSuggestion | None:
    found = _read(tokens, vocabulary, head)
    if found.amount is None or not cues.are_military(document, tokens, head, found.terms):
        return None
    first = found.amount.first
    start, end = tokens[first].start, tokens[head.after - 1].end
    nation = next((seen for seen in found.terms if seen.term.country), None)
    owner = cues.owner_behind(tokens, vocabulary, head.after)
    if owner:
        end = tokens[owner.after - 1].end
    whose = nation or owner or honours.nation_behind(tokens, vocabulary, head.after)
    country = whose.term.country if whose and whose.term.sort in _INSIDE else ""
    branches = [s.term.branch for s in found.terms if s.term.branch is not Branch.UNKNOWN]
    branch = branches[0] if branches else Branch.UNKNOWN
    echelon, side = head.term.echelon, sides.get(country, Side.UNKNOWN)
    return UnitSuggestion(
        start=start,
        end=end,
        surface=tokens.text[start:end],
        score=_score(head, country, found.amount),
        reason=_("not identified; counted in the text"),
        name=_name(found),
        side=side,
        echelon=echelon,
        branch=branch,
        country=country,
        sidc=sidc.code(side, echelon, branch),
        count=(found.amount.low, found.amount.high),
    )


def _read(tokens: Tokens, vocabulary: Vocabulary, head: Seen) -> _Formation:
    """What stands before the word for a formation, back to how many there are."""
    found = _Formation(head, [], None)
    at = head.first - 1
    stop = max(-1, at - _REACH)
    while at > stop and joins(tokens, at):
        found.amount = amounts.before(tokens, at) or amounts.up_to_one(tokens, at)
        if found.amount:
            break
        seen = vocabulary.ending(tokens, at, *_INSIDE)
        if seen and not _is_pronoun(tokens, seen):
            found.terms.append(seen)
            at = seen.first - 1
        elif cues.is_adjective(tokens[at]):
            found.words = found.words or cues.english(tokens[at])
            at -= 1
        else:
            break
    return found if found.amount or not _is_told(tokens, found, at) else _one(found, at + 1)


def _is_told(tokens: Tokens, found: _Formation, before: int) -> bool:
    """Whether a formation without article is told of as one: `Russian armored column`."""
    if _is_many(tokens, found.head) or (before >= 0 and tokens[before].norm in _DEFINITE):
        return False
    if found.head.term.sort is Sort.FORMATION:
        return bool(found.terms or found.words)
    branched = any(seen.term.sort is Sort.BRANCH for seen in found.terms)
    owned = any(seen.term.country for seen in found.terms)
    return branched and owned and tokens[found.head.first].norm.isascii()


def _one(found: _Formation, first: int) -> _Formation:
    found.amount = Amount(1, 1, first, is_article=True)
    return found


def _is_many(tokens: Tokens, head: Seen) -> bool:
    word = tokens[head.after - 1].text.casefold()
    return bool(re.search(r"(?:s|и|ы|ми|ок|нн|он|ам|ах|груп|групп)\Z", word))


def _is_pronoun(tokens: Tokens, seen: Seen) -> bool:
    token = tokens[seen.first]
    return token.norm == "us" and not token.text.isupper()


def _score(head: Seen, country: str, amount: Amount) -> float:
    score = 0.6 if head.term.sort is Sort.FORMATION else 0.58
    score += 0.1 * bool(country)
    return round(score - 0.08 * amount.is_article, 2)


def _name(found: _Formation) -> str:
    words = [found.words] if found.words else []
    words += [
        seen.term.english
        for seen in reversed(found.terms)
        if seen.term.sort in {Sort.BRANCH, Sort.QUALITY}
    ]
    return " ".join((*words, found.head.term.english)).lower().replace("btg", "BTG")
