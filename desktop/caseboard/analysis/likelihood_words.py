"""Words of likelihood in English, Ukrainian and Russian, and the ladders they belong to.

ICD 203 (US ODNI, 2015, D.6.e(2)(a)) has two words for every band, the Probability Yardstick (UK
PHIA, 2018) one. Translations are those the program prints.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from caseboard.model.terms import Ladder

_US, _UK = Ladder.ICD203, Ladder.PHIA

_RUNGS: tuple[tuple[str, Mapping[Ladder, int]], ...] = (
    # What is longer stands before what it contains.
    (r"almost no chance|майже виключено|почти исключено", {_US: 1}),
    (r"remote chance|мізерн\w+ шанс\w*|мизерн\w+ шанс\w*", {_UK: 1}),
    (r"very unlikely|highly improbabl[ey]|дуже малоймовірн\w*|очень маловероятн\w*", {_US: 2}),
    (r"highly unlikely|вкрай малоймовірн\w*|крайне маловероятн\w*", {_UK: 2}),
    (r"(?:roughly )?even (?:chances?|odds)|(?:приблизно )?рівн\w+ шанс\w*", {_US: 4}),
    (r"(?:примерно )?равн\w+ шанс\w*", {_US: 4}),
    (r"realistic possibility|реальн\w+ можливіст\w*|реальн\w+ возможност\w*", {_UK: 4}),
    (r"very likely|highly probabl[ey]|дуже [ій]мовірн(?!іст)\w*", {_US: 6}),
    (r"очень вероятн(?!ост)\w*", {_US: 6}),
    (r"highly likely|вельми [ій]мовірн(?!іст)\w*|весьма вероятн(?!ост)\w*", {_UK: 6}),
    (r"almost certain(?:ly)?|майже напевн[оеи]\w*|почти наверняка", {_US: 7, _UK: 7}),
    (r"nearly certain(?:ly)?", {_US: 7}),
    (r"improbabl[ey]", {_US: 3}),
    (r"unlikely|малоймовірн\w*|маловероятн\w*", {_US: 3, _UK: 3}),
    (r"likely|probabl[ey]|[ій]мовірн(?!іст)\w*|вероятн(?!ост)\w*", {_US: 5, _UK: 5}),
)
_LOOSE = (
    r"(?:quite|fairly|rather|extremely|most|somewhat|reasonably|increasingly) (?:un)?likely"
    r"|more likely than not|less likely than not"
    r"|(?:good|fair|slight|small|slim|high|low|strong)"
    r" (?:chance|probability|likelihood|possibility)"
    r"|possibly|perhaps|maybe|presumably|conceivabl[ey]|doubtful|doubtless|undoubtedly|no doubt"
    r"|можливо|мабуть|напевно|певно|скоріш(?:е)? за все|швидше за все|най[ій]мовірніш\w*"
    r"|без сумніву|безсумнівно|сумнівно"
    r"|возможно|наверное|наверняка|скорее всего|вероятнее всего|несомненно|без сомнения"
    r"|сомнительно|по всей видимости"
)
_NO_LADDER: Mapping[Ladder, int] = MappingProxyType({})
_PATTERN = re.compile(
    rf"(?<![\w-])(?:(?P<loose>{_LOOSE})|"
    + "|".join(f"(?P<r{n}>{words})" for n, (words, _bands) in enumerate(_RUNGS))
    + r")(?![\w-])",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class Likelihood:
    """A word of likelihood at `start` to `end` of a text; `bands` says where it stands."""

    start: int
    end: int
    word: str
    bands: Mapping[Ladder, int]
    """The band it names on each ladder that has it; empty for a word of none."""


def likelihoods(text: str) -> Iterator[Likelihood]:
    """Every word of likelihood in `text`, in order; of several at one place the longest."""
    for found in _PATTERN.finditer(text):
        group = found.lastgroup or "loose"
        bands = _NO_LADDER if group == "loose" else _RUNGS[int(group[1:])][1]
        yield Likelihood(found.start(), found.end(), found[0], bands)
