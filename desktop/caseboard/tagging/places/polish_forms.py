"""From the words of a Polish place name as they stand to what it is called: by their endings.

There is no dictionary: rules propose, the gazetteer decides. `resources/tagging/polish_forms.csv`
has the forms that follow no rule.
"""

import csv
from collections.abc import Iterator, Mapping, Sequence
from functools import cache, lru_cache
from itertools import islice, product

from caseboard.paths import resources

_MOST = 150
_NOUNS = (
    ("szech", ("chy",)),
    ("szcie", ("szt", "szta", "szcz")),
    ("ście", ("st", "sta", "sto")),
    ("dzie", ("d", "da", "do")),
    ("rzu", ("rz", "rze")),
    ("rze", ("r", "ra", "ro")),
    ("sce", ("ska", "sko")),
    ("dze", ("ga",)),
    ("sze", ("cha",)),
    ("cie", ("t", "ta", "to")),
    ("owie", ("ów", "owo", "owa")),
    ("owem", ("ów", "owo")),
    ("owa", ("ów", "owo")),
    ("owu", ("ów", "owo")),
    ("ewie", ("ew", "ewo", "ewa")),
    ("ńcu", ("niec",)),
    ("ńca", ("niec",)),
    ("cu", ("c", "ec", "ce")),
    ("ca", ("ec",)),
    ("iowi", ("",)),
    ("owi", ("", "o")),
    ("le", ("ła", "ł", "ło", "l", "la")),
    ("ce", ("ka",)),
    ("niem", ("ń",)),
    ("niu", ("ń", "nie")),
    ("nia", ("ń",)),
    ("ni", ("ń", "nia")),
    ("siu", ("ś",)),
    ("si", ("ś",)),
    ("ciu", ("ć",)),
    ("ci", ("ć",)),
    ("dzi", ("dź",)),
    ("iem", ("", "ie")),
    ("iu", ("", "ie")),
    ("ia", ("", "ie")),
    ("ii", ("ia", "ie")),
    ("ji", ("ja",)),
    ("ie", ("", "a", "o", "e")),
    ("ię", ("ia",)),
    ("ią", ("ia", "")),
    ("iach", ("ie", "ia")),
    ("ach", ("y", "i", "e", "a", "")),
    ("ami", ("y", "i", "e")),
    ("em", ("", "o", "e")),
    ("y", ("a",)),
    ("i", ("a", "")),
    ("ę", ("a",)),
    ("ą", ("a",)),
    ("u", ("", "o", "e")),
    ("a", ("", "o", "e")),
    ("e", ("a",)),
)
_ADJECTIVES = (
    ("iego", ("i", "ie")),
    ("iemu", ("i", "ie")),
    ("iej", ("a", "ia")),
    ("ego", ("y", "e", "i")),
    ("emu", ("y", "e")),
    ("ich", ("ie",)),
    ("ych", ("e",)),
    ("imi", ("ie",)),
    ("ymi", ("e",)),
    ("ej", ("a",)),
    ("im", ("i", "ie")),
    ("ym", ("y", "e")),
    ("ią", ("ia",)),
    ("ą", ("a",)),
)
"""Endings as they stand, and those of the nominative they may come from."""
_LEAST = 3


@lru_cache(8192)
def nominatives(words: tuple[str, ...]) -> tuple[str, ...]:
    """What `words` may be called in the nominative, as they stand first: in lower case."""
    folded = [word.casefold() for word in words]
    together = islice(product(*map(_word, folded)), _MOST)
    return tuple(dict.fromkeys(" ".join(each) for each in together))


@lru_cache(8192)
def _word(word: str) -> tuple[str, ...]:
    return tuple(dict.fromkeys(_candidates(word)))


def _candidates(word: str) -> Iterator[str]:
    irregular = _irregular().get(word)
    if irregular:
        yield irregular
    yield word
    head, hyphen, last = word.rpartition("-")
    if hyphen:
        for first, second in product((head, *_by_endings(head)), (last, *_by_endings(last))):
            yield f"{first}-{second}"
        return
    if not irregular:
        yield from _by_endings(word)


def _by_endings(word: str) -> Iterator[str]:
    for rules in (_ADJECTIVES, _NOUNS):
        for ending, nominative in rules:
            stem = word[: -len(ending)]
            if word.endswith(ending) and len(stem) >= _LEAST - 1:
                yield from (stem + each for each in nominative if len(stem + each) >= _LEAST)


@cache
def _irregular() -> Mapping[str, str]:
    rows = csv.DictReader(table_lines("polish_forms.csv"))
    return {form: row["nominative"] for row in rows for form in row["forms"].split()}


def table_lines(name: str) -> Sequence[str]:
    """The lines of a table that are no remarks."""
    text = (resources() / "tagging" / name).read_text(encoding="utf-8")
    return [line for line in text.splitlines() if not line.startswith("#")]
