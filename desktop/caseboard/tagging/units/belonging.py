"""Which unit is part of which: `the 1st battalion of the 47th Mechanized Brigade`."""

import re
from collections.abc import Sequence
from itertools import pairwise

from caseboard.model.terms import Echelon
from caseboard.tagging.units.phrases import Phrase
from caseboard.tagging.units.tokens import Tokens

_ORDER = {echelon: place for place, echelon in enumerate(Echelon)}
_OF = re.compile(
    r"\s*,?\s*(?:(?:of|from|in|із|зі|з|из)\s+)?(?:the\s+)?(?:[A-Z]\w+(?:['’]s)?\s+)?\Z", re.ASCII
)


def link(tokens: Tokens, phrases: Sequence[Phrase]) -> None:
    """Tell each phrase of the larger unit right behind it, and one that is owned of its owner."""
    for one, after in pairwise(phrases):
        if one.number is None or after.number is None:
            continue
        between = tokens.text[one.end : after.start]
        if len(between) > 40:
            continue
        if _ORDER[one.echelon] < _ORDER[after.echelon] and _OF.match(between):
            one.parent = after
        elif tokens[one.after - 1].is_possessive and _ORDER[after.echelon] < _ORDER[one.echelon]:
            after.parent = one
