"""Whom `he`, `she` and `who` stand for in English: who was speaking, or whom it is about."""

from bisect import bisect_right
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import replace

from caseboard.tagging.document import Span
from caseboard.tagging.found import Found
from caseboard.tagging.statements import grammar, keys, wordlists
from caseboard.tagging.statements.attribution import Attribution
from caseboard.tagging.statements.lines import Line

_PRONOUNS = frozenset(("he", "she"))
_FAR = 1_200
"""How many characters back the name may stand."""


def settled(
    attributions: Sequence[Attribution], lines: Sequence[Line], found: Found
) -> list[Attribution]:
    """The same, those of a pronoun with `stands_for`, where that is known."""
    topics = _Topics(found)
    of_line: dict[int, list[Attribution]] = defaultdict(list)
    for one in sorted(attributions, key=lambda one: one.cue_start or one.content_start):
        of_line[one.sentence.start].append(one)
    return [each for line in lines for each in topics.of(line, of_line.get(line.span.start, []))]


class _Topics:
    """Remembers whom a text is about while it is read line by line."""

    def __init__(self, found: Found) -> None:
        self._people = sorted((person.start, person.end) for person in found.people)
        self._topic: Span | None = None

    def of(self, line: Line, attributions: Sequence[Attribution]) -> Iterator[Attribution]:
        """The attributions of a line, with whom they stand for."""
        phrase = _subject(line)
        subject = self._name_in(phrase) if phrase is not None else None
        for one in attributions:
            yield self._settled(line, one, subject)
        speakers = [one.speaker for one in attributions if one.speaker is not None]
        named = next((one for one in map(self._name_in, speakers) if one is not None), None)
        common = next((one for one in speakers if self._is_person(line, one)), None)
        self._topic = named or common or subject or self._topic

    def _settled(self, line: Line, one: Attribution, subject: Span | None) -> Attribution:
        speaker = one.speaker
        if speaker is None:
            return one
        at = _index(line, speaker)
        low = line.tokens[at].low if at is not None else ""
        if low == "who" and at is not None:
            return replace(one, stands_for=_before_who(line, at))
        if low not in _PRONOUNS:
            return one
        about = subject if subject is not None and subject.end <= speaker.start else self._topic
        is_near = about is not None and speaker.start - about.end < _FAR
        return replace(one, stands_for=about) if is_near else one

    @staticmethod
    def _is_person(line: Line, span: Span) -> bool:
        """Whether somebody without a name speaks who can be `he` later: `the mayor`."""
        words = [token for token in line.tokens if span.holds(token.start, token.end)]
        if not words or words[0].low not in grammar.DETERMINERS or len(words) == 1:
            return False
        said = {keys.key_of(word.text) for word in words}
        return not any(word.is_capital for word in words[1:]) and not (
            said & (wordlists.keys("body") | wordlists.keys("medium"))
        )

    def _name_in(self, span: Span) -> Span | None:
        """The last person named in a stretch."""
        at = bisect_right(self._people, (span.end, 0)) - 1
        is_there = at >= 0 and self._people[at][1] > span.start
        return Span(*self._people[at]) if is_there else None


def _index(line: Line, span: Span) -> int | None:
    """Which word begins where a span does."""
    return next((i for i, token in enumerate(line.tokens) if token.start == span.start), None)


def _subject(line: Line) -> Span | None:
    """The noun phrase a sentence begins with, after `On Monday,` and the like."""
    tokens = line.tokens
    first = 0
    if tokens and tokens[0].low in grammar.PREPOSITIONS | grammar.SUBORDINATORS:
        first = next((i + 1 for i, token in enumerate(tokens) if token.low == ","), 0)
    while first < len(tokens) and (
        tokens[first].low in grammar.CONJUNCTIONS or grammar.is_adverb(tokens[first])
    ):
        first += 1
    end = grammar.phrase_after(tokens, first, limit=8)
    return Span(tokens[first].start, tokens[end - 1].end) if end > first else None


def _before_who(line: Line, at: int) -> Span | None:
    last = at - 1
    if last >= 0 and line.tokens[last].low == ",":
        last -= 1
    phrase = grammar.phrase_before(line.tokens, last)
    if phrase is None:
        return None
    return Span(line.tokens[phrase[0]].start, line.tokens[phrase[1]].end)
