"""How much a text is like others: by the words they share, the rarer the more."""

import math
import re
from collections import Counter
from collections.abc import Sequence

_WORD = re.compile(r"\w+")
_STEM = 5
"""Letters that tell a word whatever its ending, in English as in Ukrainian and Russian."""


def likeness(text: str, others: Sequence[str]) -> list[float]:
    """For each of `others` from 0 (no word in common) to 1 (all of the same words).

    It is the cosine of the words' weights, a word weighing less the more of `others` have it.
    """
    bags = [frozenset(_stems(other)) for other in others]
    met = Counter(stem for bag in bags for stem in bag)
    mine = frozenset(_stems(text))

    def weight(stem: str) -> float:
        return math.log1p((len(bags) + 1) / (met[stem] + 1)) ** 2

    own = sum(map(weight, mine))
    found = []
    for bag in bags:
        shared = sum(map(weight, mine & bag))
        theirs = sum(map(weight, bag)) if shared else 0.0
        found.append(shared / math.sqrt(own * theirs) if shared else 0.0)
    return found


def _stems(text: str) -> list[str]:
    """Words and numbers by how they begin; of the shortest words only numbers tell anything."""
    words = (word.casefold().replace("ё", "е") for word in _WORD.findall(text))
    return [word[:_STEM] for word in words if len(word) > 2 or word.isdecimal()]
