"""Warns of words that say more than an analyst may: for the editors and for a briefing's linter.

ICD 203 asks that likelihood and confidence never stand in one sentence, that one ladder of words
is kept to, and that what a source says is told from what the analyst judges.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from caseboard.analysis.likelihood_words import Likelihood, likelihoods
from caseboard.analysis.sentences import SMALL, Sentence, is_negated, sentences
from caseboard.i18n import _
from caseboard.model import ladders
from caseboard.model.terms import Ladder

RUN = 5
"""So many words in a row are somebody's words, not a coincidence."""
_TELLING = 3
"""And so many of them must tell something."""
_SHARE = 0.8
"""The share of a claim's telling words that says the claim again."""

_CONFIDENCE = re.compile(
    r"(?<![\w-])(?:confidence(?![\w-]| interval)|confident(?= that| in| of)|confidently assess"
    r"|[ву]певненіст\w+|певн(?:іст|ост)\w+|[ву]певнен(?:ий|а|і)?(?=,? що)"
    r"|уверенност\w+|уверен[аы]?(?=,? что))",
    re.IGNORECASE,
)
_WORD = re.compile(r"[\w]+(?:['’ʼ][\w]+)*")
_ONE = {
    **dict.fromkeys(("is", "are", "was", "were", "be", "been", "being"), "be"),
    **dict.fromkeys(("has", "have", "had", "having"), "have"),
    **dict.fromkeys(("a", "an", "the"), "the"),
}
"""Words that take each other's place when somebody's words are put into another time."""
_STEM = 5


class Kind(StrEnum):
    """What is wrong with a wording."""

    TWO_JUDGEMENTS = "likelihood with confidence"
    AS_FACT = "stated as fact"
    OTHER_LADDER = "word of another ladder"
    TWO_LADDERS = "two ladders"
    NO_LADDER = "word of no ladder"


@dataclass(frozen=True, slots=True)
class Warning:  # noqa: A001  it is one, and is always named with its module
    """One thing to look at again: the characters `start` to `end` of the text."""

    kind: Kind
    start: int
    end: int
    sentence: str
    """The whole sentence they stand in."""
    hint: str
    """What is wrong, and what to write instead."""


@dataclass(frozen=True, slots=True)
class Saying:
    """Words of a source, as they stand in a report."""

    who: str
    words: str


class Checker:
    """Knows what a claimant said and how the claim is put; checks any number of texts."""

    def __init__(self, ladder: Ladder, statement: str = "", sayings: Iterable[Saying] = ()) -> None:
        self._ladder = ladder
        self._statement = frozenset(_telling(_stems(statement)))
        self._denies = is_negated(statement)
        self._runs: dict[tuple[str, ...], Saying] = {}
        for saying in sayings:
            for run in _runs(_stems(saying.words)):
                self._runs.setdefault(run, saying)

    def check(self, text: str, *, is_judgement: bool = False) -> list[Warning]:
        """All there is to warn of in `text`, in its order.

        A judgement is the analyst's own word, whomever it names.
        """
        found: list[Warning] = []
        mine: set[Ladder] = set()
        for sentence in sentences(text):
            if sentence.is_attributed and not is_judgement:
                continue  # what follows is the source's own
            words = list(likelihoods(sentence.own))
            mine.update(*(word.bands for word in words if len(word.bands) == 1))
            found += self._judgements(sentence, words)
            found += (self._off_ladder(sentence, word) for word in words if self._is_off(word))
            if not words and not sentence.is_hedged and not sentence.is_attributed:
                found += self._as_fact(sentence)
        if len(mine) > 1:
            found = [_mixed(each) for each in found]
        return sorted(found, key=lambda each: (each.start, each.end))

    def _is_off(self, word: Likelihood) -> bool:
        return self._ladder not in word.bands

    def _off_ladder(self, sentence: Sentence, word: Likelihood) -> Warning:
        start, end = sentence.start + word.start, sentence.start + word.end
        own = _ladder_name(self._ladder)
        if not word.bands:
            hint = _("“{word}” is no word of {ladder}: it leaves open how likely.").format(
                word=word.word, ladder=own
            )
            return Warning(Kind.NO_LADDER, start, end, sentence.text, hint)
        ((other, band),) = word.bands.items()
        hint = _("“{word}” is a word of {other}. This case keeps to {ladder}: “{own}”.").format(
            word=word.word,
            other=_ladder_name(other),
            ladder=own,
            own=ladders.rung(self._ladder, band).word,
        )
        return Warning(Kind.OTHER_LADDER, start, end, sentence.text, hint)

    def _judgements(self, sentence: Sentence, words: Sequence[Likelihood]) -> Iterator[Warning]:
        sure = _CONFIDENCE.search(sentence.own)
        if sure is None or not words:
            return
        start = min(sure.start(), words[0].start)
        end = max(sure.end(), words[-1].end)
        yield Warning(
            Kind.TWO_JUDGEMENTS,
            sentence.start + start,
            sentence.start + end,
            sentence.text,
            _("How likely and how sure are two things. Say them in two sentences."),
        )

    def _as_fact(self, sentence: Sentence) -> Iterator[Warning]:
        words = [(each.start(), each.end()) for each in _WORD.finditer(sentence.own)]
        stems = [_stem(sentence.own[start:end]) for start, end in words]
        run = self._repeated(stems)
        if run is not None:
            first, last, saying = run
            start, end = words[first][0], words[last][1]
            outside = sentence.own[:start] + sentence.own[end:]
            if not is_negated(outside):
                hint = _("These are words of {who}. Say whose they are, or quote them.")
                yield self._fact(sentence, start, end, hint.format(who=saying.who))
        elif words and self._restates(sentence, stems):
            hint = _("This states the claim as a fact. Say who claims it, or how likely it is.")
            yield self._fact(sentence, words[0][0], words[-1][1], hint)

    @staticmethod
    def _fact(sentence: Sentence, start: int, end: int, hint: str) -> Warning:
        first, last = sentence.start + start, sentence.start + end
        return Warning(Kind.AS_FACT, first, last, sentence.text, hint)

    def _repeated(self, stems: Sequence[str]) -> tuple[int, int, Saying] | None:
        """The first words taken from a saying: the first and the last of them, and whose."""
        first: int | None = None
        last, whose = 0, None
        for place in range(len(stems) - RUN + 1):
            saying = self._runs.get(tuple(stems[place : place + RUN]))
            if saying is not None and (first is None or (saying is whose and place <= last)):
                first = place if first is None else first
                last, whose = place + RUN - 1, saying
        return None if first is None or whose is None else (first, last, whose)

    def _restates(self, sentence: Sentence, stems: Sequence[str]) -> bool:
        if len(self._statement) < _TELLING or is_negated(sentence.own) != self._denies:
            return False
        return len(self._statement & set(stems)) >= _SHARE * len(self._statement)


def check(
    text: str, *, ladder: Ladder, statement: str = "", sayings: Iterable[Saying] = ()
) -> list[Warning]:
    """Check one text; `statement` and `sayings` are what must not be stated as fact in it."""
    return Checker(ladder, statement, sayings).check(text)


def telling_words(text: str) -> frozenset[str]:
    """How the words of `text` begin that tell it from others: what `Checker` compares by."""
    return frozenset(_telling(_stems(text)))


def _mixed(warning: Warning) -> Warning:
    """Where words of both ladders stand in one text, say that first."""
    if warning.kind is not Kind.OTHER_LADDER:
        return warning
    hint = _("Two ladders are mixed here. {hint}").format(hint=warning.hint)
    return Warning(Kind.TWO_LADDERS, warning.start, warning.end, warning.sentence, hint)


def _ladder_name(ladder: Ladder) -> str:
    return {Ladder.ICD203: _("ICD 203"), Ladder.PHIA: _("the PHIA yardstick")}[ladder]


def _stems(text: str) -> list[str]:
    return [_stem(word) for word in _WORD.findall(text)]


def _stem(word: str) -> str:
    """How a word begins, whatever its case and ending."""
    plain = word.casefold().replace("ё", "е").replace("’", "'").replace("ʼ", "'")
    return _ONE.get(plain) or (plain if plain in SMALL else plain[:_STEM])


def _telling(stems: Iterable[str]) -> Iterator[str]:
    return (stem for stem in stems if stem not in SMALL)


def _runs(stems: Sequence[str]) -> Iterator[tuple[str, ...]]:
    for place in range(len(stems) - RUN + 1):
        run = tuple(stems[place : place + RUN])
        if sum(1 for _each in _telling(run)) >= _TELLING:
            yield run
