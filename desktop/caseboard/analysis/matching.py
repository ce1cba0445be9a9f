"""How much a text is like others: by the words they share, the rarer the more; and by places."""

import math
import re
from collections import Counter
from collections.abc import Collection, Mapping, Sequence
from collections.abc import Set as AbstractSet

from caseboard.analysis.sentences import SMALL
from caseboard.model.claim import Claim
from caseboard.model.ids import ClaimId, LocationId

_WORD = re.compile(r"\w+")
_STEM = 5
"""Letters that tell a word whatever its ending, in English as in Ukrainian and Russian."""

_SAME_PLACE = 0.2
"""What a place in common counts for, beside words that count for up to 1."""


def nearest_first(
    text: str,
    claims: Sequence[Claim],
    here: Collection[LocationId] = (),
    places: Mapping[ClaimId, AbstractSet[LocationId]] | None = None,
) -> list[Claim]:
    """`claims`, those first that are most like `text` and about the places `here`.

    Of those that are alike the newest comes first.
    """
    known, wanted = places or {}, set(here)
    alike = likeness(text, [claim.statement for claim in claims])

    def score(place: int) -> float:
        shares = bool(wanted & known.get(claims[place].id, set()))
        return round(alike[place], 6) + _SAME_PLACE * shares

    order = sorted(range(len(claims)), key=lambda place: (score(place), place), reverse=True)
    return [claims[place] for place in order]


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
    """Words by how they begin, without those that tell nothing."""
    words = (word.casefold().replace("ё", "е") for word in _WORD.findall(text))
    return [word[:_STEM] for word in words if word not in SMALL]
