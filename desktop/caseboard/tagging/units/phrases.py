"""Reads phrases that end in, or turn about, the word for a size: number, kind, echelon, country."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field, replace

from caseboard.model.terms import Branch, Echelon
from caseboard.tagging.units import counting, honours
from caseboard.tagging.units.terms import Seen, Sort, Term, Vocabulary
from caseboard.tagging.units.tokens import Tokens
from caseboard.tagging.units.words import listed

_REACH = 14
"""How many words may stand between a number and the word for the size."""
_ITEMS = 12
_DOTTED = frozenset(["гв", "отд", "окр", "мех", "мот", "арт", "u", "s", "ім", "им", "св"])
_AND = frozenset(["and", "та", "і", "й", "и", "&", "or", "або", "или"])
_BLANK = " \t\n\u00a0\"“”„«»'’()-‐‑–"
_CLOSING = re.compile(r"[\"“”»’']")
_INSIDE = (Sort.BRANCH, Sort.QUALITY, Sort.AFFILIATION, Sort.NATION)


@dataclass(slots=True, kw_only=True)
class Phrase:
    """What the text itself says of one unit."""

    start: int
    end: int
    first: int
    """The index of its first token."""
    after: int
    """The index behind its last token."""
    head: Term
    """The word for its size, or the abbreviation."""
    head_at: int
    number: int | None = None
    is_ordinal: bool = False
    terms: list[Term] = field(default_factory=list)
    """In the order of the text."""
    quoted: str = ""
    """A name in quotation marks behind it."""
    is_wordy: bool = False
    """Whether other words stand between its number and its size."""
    is_worded: bool = False
    """Whether its number is a word."""
    is_lower: bool = False
    """Whether its number is an English word without a capital: `the first artillery brigade`."""
    country: str = ""
    """By words that stand with it."""
    country_words: str = ""
    is_near: bool = False
    """Whether those words stand a little apart: `Russian troops of the 4th Division`."""
    parent: "Phrase | None" = None

    @property
    def echelon(self) -> Echelon:
        """Its size."""
        return self.head.echelon

    @property
    def branches(self) -> tuple[Branch, ...]:
        """What the words say it is for; the last is the nearest to the size."""
        found = [term.branch for term in (*self.terms, self.head)]
        return tuple(branch for branch in found if branch is not Branch.UNKNOWN)

    @property
    def hint(self) -> str:
        """The country after which units are named so; empty where none, or several."""
        hints = {term.country for term in (*self.terms, self.head) if term.country}
        return hints.pop() if len(hints) == 1 else ""

    @property
    def is_guards(self) -> bool:
        """Whether it has the title of guards."""
        return any(term.is_guards for term in (*self.terms, self.head))

    @property
    def is_separate(self) -> bool:
        """Whether it belongs to no division."""
        return any(term.is_separate for term in (*self.terms, self.head))


@dataclass(slots=True)
class _Left:
    terms: list[Seen] = field(default_factory=list)
    number: int | None = None
    """Index of the token of the number."""
    contiguous: int = 0
    """The index of the first term before anything that is no term."""
    wordy: bool = False


def read(tokens: Tokens, vocabulary: Vocabulary) -> list[Phrase]:
    """Every phrase with a size in it, in reading order, none within another."""
    found: list[Phrase] = []
    behind = 0
    for at in vocabulary.heads(tokens):
        head = vocabulary.starting(tokens, at, Sort.SHORT, Sort.ECHELON)
        if head and at >= behind:
            found += _about(tokens, vocabulary, head)
            behind = head.after
    return _apart(found)


def _about(tokens: Tokens, vocabulary: Vocabulary, head: Seen) -> Iterator[Phrase]:
    before = head.first - 1
    left = _Left(contiguous=head.first)
    if before >= 0 and joins(tokens, before):
        left = _read_left(tokens, vocabulary, before)
    after, terms, quoted, end = _read_right(tokens, vocabulary, head)
    first = left.contiguous if left.number is None else left.number
    last = Phrase(
        start=tokens[first].start if left.number is None else number_start(tokens, first),
        end=end,
        first=first,
        after=after,
        head=head.term,
        head_at=head.first,
        terms=[*(s.term for s in reversed(left.terms) if s.first >= first), *terms],
        quoted=quoted,
        is_wordy=left.wordy and left.number is not None,
    )
    if left.number is None:
        _tell_country(tokens, vocabulary, last, first)
        if head.term.sort is not Sort.SHORT:
            yield last
        return
    items = [(left, first), *_list_before(tokens, vocabulary, first)]
    if not counting.is_designation(tokens, first, head, is_list=len(items) > 1):
        return
    _number(tokens, last, first)
    _tell_country(tokens, vocabulary, last, items[-1][1])
    for item, number in reversed(items[1:]):
        own = [seen.term for seen in reversed(item.terms)]
        one = replace(
            last,
            start=number_start(tokens, number),
            end=tokens[max([number, *(seen.after - 1 for seen in item.terms)])].end,
            first=number,
            after=max([number + 1, *(seen.after for seen in item.terms)]),
            terms=own or last.terms,
            quoted="",
        )
        _number(tokens, one, number)
        yield one
    yield last


def _number(tokens: Tokens, phrase: Phrase, at: int) -> None:
    token = tokens[at]
    value = token.number or 0
    before = tokens[at - 1] if at else None
    while (
        value < 100 and before and before.tens and token.is_ordinal and not token.text[0].isdigit()
    ):
        if before.tens <= value % 100 or at == 0:
            break
        value += before.tens
        at -= 1
        before = tokens[at - 1] if at else None
    phrase.number, phrase.is_ordinal = value, token.is_ordinal
    phrase.is_worded = token.norm.isalpha() and not token.text.isupper()
    phrase.is_lower = token.norm.isalpha() and token.norm.isascii() and token.text.islower()


def number_start(tokens: Tokens, at: int) -> int:
    """Where a number begins that may be written in several words."""
    token = tokens[at]
    value = token.number or 0
    if token.is_ordinal and not token.text[0].isdigit():
        while at and value < 100 and (tokens[at - 1].tens or 0) > value:
            value += tokens[at - 1].tens or 0
            at -= 1
    return tokens[at].start


def _read_left(tokens: Tokens, vocabulary: Vocabulary, at: int) -> _Left:
    left = _Left(contiguous=at + 1)
    stop = max(-1, at - _REACH)
    others = 0
    first = at
    while at > stop and (at == first or joins(tokens, at)):
        seen = vocabulary.ending(tokens, at, *_INSIDE)
        if seen and not _is_pronoun(tokens, seen):
            left.terms.append(seen)
            at = seen.first - 1
            left.contiguous = left.contiguous if others else seen.first
        elif tokens[at].number is not None:
            left.number = at if _is_free(tokens, at, others) else None
            break
        elif others < honours.MOST and honours.may_be(tokens, at):
            others += 1
            at -= 1
        else:
            break
    left.wordy = others > 0
    return left


def _is_free(tokens: Tokens, at: int, others: int) -> bool:
    """Whether a number is one of a unit: not of a `BM-21`, and in full where titles follow it."""
    before = tokens.text[max(0, tokens[at].start - 2) : tokens[at].start]
    if before[-1:] in {"-", "‐", "‑", "–", "."} and before[:1].isalnum():
        return False
    after = tokens[at + 1]
    is_name = tokens[at].is_ordinal or (honours.is_cyrillic(after) and not after.is_capital)
    return not others or (is_name and after.norm not in listed("titles"))


def _read_right(
    tokens: Tokens, vocabulary: Vocabulary, head: Seen
) -> tuple[int, list[Term], str, int]:
    after, terms = head.after, []
    while after < len(tokens) and honours.is_cyrillic(tokens[after]) and joins(tokens, after - 1):
        seen = vocabulary.starting(tokens, after, Sort.BRANCH)
        if seen is None or seen.after - after > 4:
            break
        terms.append(seen.term)
        after = seen.after
    quoted, after, end = _quoted(tokens, after)
    return after, terms, quoted, end


def _quoted(tokens: Tokens, after: int) -> tuple[str, int, int]:
    """A name in quotation marks that begins right here."""
    end = tokens[after - 1].end
    if after >= len(tokens) or not re.fullmatch(r"\s?[\"“„«‘]", tokens.gap(after - 1)):
        return "", after, end
    for last in range(after, min(after + 4, len(tokens))):
        behind = tokens.text[tokens[last].end : tokens[last].end + 1]
        if _CLOSING.match(behind):
            return (
                tokens.text[tokens[after].start : tokens[last].end],
                last + 1,
                tokens[last].end + 1,
            )
    return "", after, end


def _list_before(tokens: Tokens, vocabulary: Vocabulary, first: int) -> Iterator[tuple[_Left, int]]:
    """Numbers that share the size with the one at `first`: `the 92nd and 93rd brigades`."""
    shape = tokens[first].is_ordinal
    for _ in range(_ITEMS):
        at = _before_and(tokens, first)
        if at is None:
            return
        item = _read_left(tokens, vocabulary, at)
        if tokens[at].number is not None:
            item = _Left(number=at)
        if item.number is None or item.wordy or tokens[item.number].is_ordinal is not shape:
            return
        first = item.number
        yield item, first


def _before_and(tokens: Tokens, first: int) -> int | None:
    """The token before `and` or a comma, where one stands before `first`."""
    at = first - 1
    if at >= 0 and tokens[at].norm == "the" and joins(tokens, at):
        at -= 1
    if at < 0:
        return None
    if tokens.gap(at).strip() == ",":
        return at
    if tokens[at].norm in _AND and at > 0 and joins(tokens, at):
        return at - 1 if tokens.gap(at - 1).strip() in {"", ","} else None
    if tokens.gap(at).strip() == "&":
        return at
    return None


def _tell_country(tokens: Tokens, vocabulary: Vocabulary, phrase: Phrase, first: int) -> None:
    inside = [term for term in phrase.terms if term.sort in {Sort.NATION, Sort.AFFILIATION}]
    named = next((term for term in inside if term.country), None)
    if named:
        phrase.country, phrase.country_words = named.country, named.english
        return
    seen = honours.nation_behind(tokens, vocabulary, phrase.after)
    if seen is None:
        seen, phrase.is_near = honours.nation_before(tokens, vocabulary, first - 1)
    if seen:
        phrase.country = seen.term.country
        phrase.country_words = tokens.text[tokens[seen.first].start : tokens[seen.after - 1].end]


def joins(tokens: Tokens, left: int) -> bool:
    """Whether a token and the next may belong together."""
    gap = tokens.gap(left)
    if "\n\n" in gap or len(gap) > 6:
        return False
    rest = gap.strip(_BLANK)
    return not rest or (rest == "." and tokens[left].norm in _DOTTED)


def _is_pronoun(tokens: Tokens, seen: Seen) -> bool:
    """Whether it is `us`, and not the United States."""
    token = tokens[seen.first]
    return token.norm == "us" and not token.text.isupper()


def _apart(found: list[Phrase]) -> list[Phrase]:
    """Of phrases that overlap, the one that reaches furthest."""
    kept: list[Phrase] = []
    for phrase in found:
        while (
            kept
            and phrase.first < kept[-1].after
            and (phrase.number is not None or kept[-1].number is None)
        ):
            kept.pop()
        if not kept or phrase.first >= kept[-1].after:
            kept.append(phrase)
    return kept
