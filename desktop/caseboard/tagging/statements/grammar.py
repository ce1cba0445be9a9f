"""The little English grammar that reported speech needs: who stands before a verb, what after."""

from collections.abc import Sequence

from caseboard.tagging.statements.lines import Token
from caseboard.tagging.statements.vocabulary import Form, verbs


def _set(words: str) -> frozenset[str]:
    return frozenset(words.split())


BE = _set("is are was were be been being am 's 're isn't aren't wasn't weren't")
AUXILIARIES = BE | _set(
    "has have had having will would could can may might must should shall did does do cannot"
    " hasn't haven't hadn't won't wouldn't couldn't can't shouldn't didn't doesn't don't ain't"
)
MODALS = _set("will would could can may might must should shall did does do to not cannot") | _set(
    "won't wouldn't couldn't can't shouldn't didn't doesn't don't never"
)
ADVERBS = _set(
    "not never also then now later once again still often ever just even only already soon too"
    " both earlier meanwhile first previously immediately repeatedly further instead today neither"
    " yesterday tonight yet long so always sometimes all since"
)
DETERMINERS = _set(
    "the a an this that these those his her their its my our your some any no every each all"
    " such one two three both many several another few most more what"
)
PRONOUNS = _set("he she they it we i you")
OWNERS = _set("his her their its my our your")
RELATIVES = _set("who which that")
SUBORDINATORS = _set(
    "that because when if as while although though since before after whether where how why"
    " what until unless than whereas once so"
)
PREPOSITIONS = _set(
    "in on at during after before via from by of for with about against to into over under"
    " through between among amid around near outside inside within without as since despite"
    " following behind across per upon like including toward towards"
)
CONJUNCTIONS = _set("and but or yet nor &")
QUESTION = _set("whether how why what who when where if which")
DAYS = _set(
    "monday tuesday wednesday thursday friday saturday sunday mon tue wed thu fri sat sun today"
    " yesterday tonight tomorrow earlier later recently afterward afterwards"
)
MONTHS = _set(
    "january february march april may june july august september october november december"
    " jan feb mar apr jun jul aug sep sept oct nov dec"
)
TIMES = _set("morning afternoon evening night week month year day weekend noon midday midnight")
DASHES = _set("- – — ― -- ---")
MARKS = _set(", ; : ( ) [ ] . ? ! …") | DASHES
STOPS = MARKS | {'"'}

_REACH = 30
"""How many words the one who speaks may take."""


def is_adverb(token: Token) -> bool:
    """Whether a word may stand between who speaks and the verb."""
    return token.low in ADVERBS or (token.low.endswith("ly") and not token.is_capital)


def has_verb(tokens: Sequence[Token], start: int, end: int) -> bool:
    """Whether there is certainly a finite verb in a stretch."""
    return any(
        token.low in AUXILIARIES or token.low.endswith(("n't", "'re", "'ve", "'ll"))
        for token in tokens[start:end]
    )


def back_over_verb(tokens: Sequence[Token], at: int) -> int:
    """The index of the last word before a verb and what belongs to it: `has also` said."""
    before = at - 1
    while before >= 0 and (tokens[before].low in AUXILIARIES or is_adverb(tokens[before])):
        before -= 1
    return before


def phrase_before(tokens: Sequence[Token], last: int) -> tuple[int, int] | None:
    """From and to which word (it included) the noun phrase reaches that ends with `last`."""
    if last < 0 or tokens[last].low in STOPS:
        return None
    if tokens[last].low in PRONOUNS or tokens[last].low in RELATIVES - {"that"}:
        return last, last
    first = last
    while first > 0 and last - first < _REACH and _goes_on(tokens, first):
        first -= 1
    return _without_adverbial(tokens, first, last)


def _goes_on(tokens: Sequence[Token], first: int) -> bool:
    """Whether the word before `first` is part of the same phrase."""
    word, here = tokens[first - 1], tokens[first]
    if word.low in STOPS or word.low in PRONOUNS or word.low in AUXILIARIES:
        return False
    if word.low in ("and", "&"):
        return first > 1 and _joins(tokens[first - 2], here)
    if word.low in SUBORDINATORS or word.low in CONJUNCTIONS or word.low in RELATIVES:
        return False
    known = verbs().get(word.low)
    return not (known and known[1] is Form.PAST and not _is_joined(here, word))


def _is_joined(here: Token, word: Token) -> bool:
    """Whether a word that may be a verb is rather part of a name or an adjective."""
    return word.is_capital or here.low == "by"


def _joins(left: Token, right: Token) -> bool:
    """Whether `and` between these words joins two who speak."""
    if not left.is_word or left.low in AUXILIARIES:
        return False
    return left.is_capital == right.is_capital or right.low in DETERMINERS


def _without_adverbial(tokens: Sequence[Token], first: int, last: int) -> tuple[int, int] | None:
    """Leave out `On Wednesday` and the like before who speaks."""
    while first <= last and (is_time(tokens[first]) or is_adverb(tokens[first])):
        first += 1
    if first < last and tokens[first].low in PREPOSITIONS:
        after = first + 1
        while after <= last and (is_time(tokens[after]) or tokens[after].text.isdigit()):
            after += 1
        if first + 1 < after <= last:
            first = after
    return (first, last) if first <= last else None


def is_time(token: Token) -> bool:
    """Whether a word is a day, a month or a part of the day."""
    return token.low in DAYS or token.low in TIMES or (token.is_capital and token.low in MONTHS)


def phrase_after(tokens: Sequence[Token], first: int, *, limit: int = _REACH) -> int:
    """Past which word the noun phrase ends that begins with `first`; `first` if none does."""
    at = first
    if at < len(tokens) and tokens[at].low in PRONOUNS | _set("me us him her them"):
        return at + 1
    while at < len(tokens) and at - first < limit and not _ends_phrase(tokens, first, at):
        at += 1
    return at


def _ends_phrase(tokens: Sequence[Token], first: int, at: int) -> bool:
    token = tokens[at]
    if token.low in STOPS or token.low in AUXILIARIES or token.low in PRONOUNS:
        return True
    if token.low in SUBORDINATORS or (at > first and is_time(token)):
        return True
    if token.low in ("and", "&"):
        return at + 1 >= len(tokens) or not _joins(tokens[at - 1], tokens[at + 1])
    if token.low in CONJUNCTIONS:
        return True
    return token.low in ("in", "on", "at", "during", "to", "after") and at > first


def skip_adverbials(tokens: Sequence[Token], at: int) -> int:
    """Past adverbs, days and the like right after a verb: `said late on Monday in a call that`."""
    while at < len(tokens):
        after = _past_one_adverbial(tokens, at)
        if after == at:
            return at
        at = after
    return at


_WINDOW = 9


def _past_one_adverbial(tokens: Sequence[Token], at: int) -> int:
    token = tokens[at]
    if token.low in _BEFORE_TIME and _follows_time(tokens, at):
        return at + 2
    if token.low in ("early", "late") and _follows_preposition(tokens, at):
        return at + 1
    if is_time(token) or (is_adverb(token) and token.low not in _NOT_SKIPPED):
        return at + 1
    if token.text.isdigit() and at and is_time(tokens[at - 1]):
        return at + 1
    return _past_prepositional(tokens, at) if token.low in PREPOSITIONS else at


_BEFORE_TIME = _set("early late last this next on in by")
_NOT_SKIPPED = _set("all both so only")


def _follows_time(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and is_time(tokens[at + 1])


def _follows_preposition(tokens: Sequence[Token], at: int) -> bool:
    return at + 1 < len(tokens) and tokens[at + 1].low in PREPOSITIONS


def _past_prepositional(tokens: Sequence[Token], at: int) -> int:
    """Past a prepositional phrase, where something tells for sure that it ends."""
    for end in range(at + 1, min(at + _WINDOW, len(tokens))):
        low = tokens[end].low
        if low in STOPS or low in ("that", "whether") or low in PRONOUNS:
            return end
        if low in AUXILIARIES:
            return at
    return len(tokens) if len(tokens) <= at + _WINDOW else at
