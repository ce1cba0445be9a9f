"""The names of the table that a text has, found again by where they stand."""

from bisect import bisect_left
from collections.abc import Iterable

from caseboard.tagging.units.phrases import Phrase
from caseboard.tagging.units.table import Hit
from caseboard.tagging.units.tokens import Tokens

_LONGEST = 12
"""No name has more words."""
_BEHIND = 3
"""How many words may stand between a size and a name behind it: `бригада НГУ «Хартія»`."""
_STOPS = set(".,;:!?()\n—–")


class Hits:
    """In the order of the text."""

    def __init__(self, tokens: Tokens, hits: Iterable[Hit]) -> None:
        self._tokens = tokens
        self._hits = sorted(hits, key=lambda hit: hit.first)
        self._firsts = [hit.first for hit in self._hits]
        self._dropped: set[int] = set()

    @property
    def all(self) -> list[Hit]:
        """Those that were not dropped."""
        return [hit for at, hit in enumerate(self._hits) if at not in self._dropped]

    def beside(self, phrase: Phrase) -> list[Hit]:
        """The names in a phrase, or right behind it, at most after whose it is."""
        return [self._hits[at] for at in self._near(phrase)]

    def drop(self, phrase: Phrase) -> None:
        """Forget the names in a phrase that is none of a unit."""
        self._dropped.update(self._near(phrase))

    def _near(self, phrase: Phrase) -> list[int]:
        start = bisect_left(self._firsts, phrase.first - _LONGEST)
        stop = bisect_left(self._firsts, phrase.after + _BEHIND + 1)
        return [at for at in range(start, stop) if self._is_beside(phrase, self._hits[at])]

    def _is_beside(self, phrase: Phrase, hit: Hit) -> bool:
        if phrase.first < hit.after and hit.first < phrase.after:
            return True
        text, words = self._tokens.text, self._tokens.all
        is_other = phrase.number is None and words[hit.first].number is not None
        if hit.first < phrase.after or is_other:
            return False
        return not _STOPS & set(text[words[phrase.after - 1].end : words[hit.first].start])
