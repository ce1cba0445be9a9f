"""Where a speaker stands in a Ukrainian or Russian sentence: before the verb or after it."""

from bisect import bisect_left
from collections.abc import Sequence

from caseboard.tagging.document import Document, Span, Word
from caseboard.tagging.found import Found
from caseboard.tagging.statements import agencies, slavic_words
from caseboard.tagging.statements.agencies import MEDIA, Mention
from caseboard.tagging.statements.slavic_words import plain

_BREAKS = frozenset(",;:–—()\n!?…•|")
_LONGEST = 14
"""Words of a speaker with title and names."""


class Phrases:
    """Finds the noun phrases of one document."""

    def __init__(self, document: Document, found: Found) -> None:
        self._document = document
        self._words = document.words
        self._starts = [word.start for word in document.words]
        self._time_starts = [time.start for time in found.times]
        self._times = found.times
        self._people = found.people
        self._people_starts = [person.start for person in found.people]

    def index_at(self, offset: int) -> int:
        """The first word that begins at `offset` or after it."""
        return bisect_left(self._starts, offset)

    def after(self, offset: int, limit: int) -> Span | None:
        """Who stands right after `offset`: `у Генштабі`, `речник ОСУВ «Хортиця» Назар Волошин`."""
        at = self.index_at(offset)
        end = offset
        while at < len(self._words) and self._goes_on(end, at, limit):
            low = plain(self._words[at].text)
            if low not in slavic_words.LEADING and low not in slavic_words.ADDRESSEES:
                break
            end = self._words[at].end
            at += 1
        if at < len(self._words) and plain(self._words[at].text) in slavic_words.IN:
            if not self._goes_on(end, at, limit):
                return None
            end = self._words[at].end
            at += 1
        return self._collected(at, end, limit)

    def _collected(self, at: int, end: int, limit: int) -> Span | None:
        first = at
        while at < len(self._words) and at - first < _LONGEST and self._goes_on(end, at, limit):
            word = self._words[at]
            if self._stops(word):
                break
            end = word.end
            at += 1
        return self._closed(self._words[first].start, end) if at > first else None

    def _closed(self, start: int, end: int) -> Span:
        """With the mark that closes a name's quotation: `ОТУ «Харків»`."""
        is_open = "«" in self._document.text[start:end] and self._text_at(end) == "»"
        return Span(start, end + 1 if is_open else end)

    def _goes_on(self, end: int, at: int, limit: int) -> bool:
        """Whether nothing parts a word from what ends before it."""
        word = self._words[at]
        if word.end > limit:
            return False
        gap = self._document.text[end : word.start]
        if _BREAKS & set(gap):
            return False
        return "." not in gap or (end - self._words[at - 1].start <= 2)

    def ends_in_time(self, offset: int) -> bool:
        """Whether a date or time ends right at `offset`."""
        at = bisect_left(self._time_starts, offset) - 1
        return at >= 0 and self._times[at].end == offset

    def _is_time(self, word: Word) -> bool:
        at = bisect_left(self._time_starts, word.start + 1) - 1
        return at >= 0 and self._times[at].end > word.start

    def before(self, offset: int, begin: int) -> Span | None:
        """Who stands before `offset` in the same clause, or beside it: `X, речник Y, заявив`."""
        stop = self.index_at(offset)
        first = self._clause(stop, begin)
        words = list(self._words[first:stop])
        relative = [i for i, word in enumerate(words) if plain(word.text) in slavic_words.RELATIVE]
        if relative:
            return self._aside(first, begin)
        span = self._trimmed(words)
        return span or self._aside(first, begin)

    def _clause(self, stop: int, begin: int) -> int:
        """The first word of the clause that ends before word `stop`."""
        at = stop
        while at > 0 and self._words[at - 1].start >= begin and stop - at <= 2 * _LONGEST:
            here = self._words[at].start if at < len(self._words) else len(self._document.text)
            gap = self._document.text[self._words[at - 1].end : here]
            if _BREAKS & set(gap) or ". " in gap:
                break
            at -= 1
        return at

    def _back(self, at: int, begin: int) -> int:
        """The first word of the clause that word `at` is in."""
        return min(at, self._clause(at, begin)) if at else at

    def _text_at(self, offset: int) -> str:
        return self._document.text[offset : offset + 1]

    def _aside(self, first: int, begin: int) -> Span | None:
        """What the clause before a comma names, where the clause at the verb names nobody."""
        if first == 0:
            return None
        end = self._words[first - 1].end
        if self._text_at(end) != "," or self._words[first - 1].start < begin:
            return None
        earlier = self._back(first - 1, begin)
        is_meanwhile = slavic_words.GERUND.match(self._words[earlier].text) is not None
        stop = earlier if is_meanwhile else first
        if earlier > 0 and self._text_at(self._words[earlier - 1].end) == ",":
            further = self._back(earlier - 1, begin)
            if self._names_somebody(further, earlier):
                earlier = further
        span = self._trimmed(list(self._words[earlier:stop]), aside=True)
        return Span(span.start, self._words[stop - 1].end) if span else None

    def names_person(self, span: Span) -> bool:
        """Whether a person is named in a span."""
        at = bisect_left(self._people_starts, span.start)
        return at < len(self._people) and self._people[at].start < span.end

    def _names_somebody(self, first: int, stop: int) -> bool:
        if first >= stop:
            return False
        start, end = self._words[first].start, self._words[stop - 1].end
        named = mention_in(self._document, start, end)
        return named is not None or self.names_person(Span(start, end))

    def _trimmed(self, words: Sequence[Word], *, aside: bool = False) -> Span | None:
        """A clause without adverbs and times before its subject, and what follows that."""
        words = list(words)
        while words and (plain(words[0].text) in slavic_words.LEADING or self._is_time(words[0])):
            words.pop(0)
        if not words:
            return None
        preposition = plain(words[0].text)
        if preposition in slavic_words.IN:
            words = self._after_preposition(words)
        named = self._named(words)
        if named is None and preposition == "на":
            return None
        if named is not None and not aside:
            return named
        end = next(
            (i for i, w in enumerate(words) if i and self._stops(w)),
            len(words),
        )
        return Span(words[0].start, words[end - 1].end) if words[:end] else None

    def _stops(self, word: Word) -> bool:
        low = plain(word.text)
        return low in slavic_words.STOPS or low in slavic_words.verbs() or self._is_time(word)

    def _after_preposition(self, words: Sequence[Word]) -> list[Word]:
        """`У Генштабі` leaves `Генштабі`; of `У середу речник` and `На Сході` no more is known."""
        rest = list(words[1:])
        while rest and (plain(rest[0].text) in slavic_words.LEADING or self._is_time(rest[0])):
            rest.pop(0)
        return rest

    def _named(self, words: Sequence[Word]) -> Span | None:
        """The part of a clause around the first source or person it names, but no medium told."""
        if not words:
            return None
        start = self._first_named(words)
        if start is None:
            return None
        at = next(i for i, word in enumerate(words) if word.end > start)
        first = at
        while first > 0 and not self._stops(words[first - 1]):
            first -= 1
        first = at if first else first
        last = at
        while last + 1 < len(words) and not self._stops(words[last + 1]):
            last += 1
        return Span(words[first].start, words[last].end)

    def _first_named(self, words: Sequence[Word]) -> int | None:
        begin, end = words[0].start, words[-1].end
        starts = []
        at = bisect_left(self._people_starts, begin)
        if at < len(self._people) and self._people[at].start < end:
            starts.append(self._people[at].start)
        mention = mention_in(self._document, begin, end)
        if mention is not None:
            starts.append(mention.start)
        return min(starts, default=None)


def mention_in(document: Document, start: int, end: int) -> Mention | None:
    """The first source named between two offsets."""
    mentions = agencies.of_document(document)
    at = bisect_left(mentions, start, key=lambda mention: mention.start)
    if at < len(mentions) and mentions[at].end <= end:
        return mentions[at]
    return None


def split_told(document: Document, span: Span) -> tuple[Span | None, tuple[Span, ...]]:
    """`Укрінформу речник Генштабу` is a medium that was told, and who told it."""
    mentions = agencies.of_document(document)
    at = bisect_left(mentions, span.start, key=lambda mention: mention.start)
    if at == len(mentions) or mentions[at].start != span.start:
        return span, ()
    mention = mentions[at]
    if mention.agency.kind not in MEDIA or mention.end >= span.end:
        return span, ()
    rest = document.text[mention.end : span.end]
    begin = mention.end + len(rest) - len(rest.lstrip(' »"”'))
    return Span(begin, span.end), (Span(mention.start, mention.end),)
