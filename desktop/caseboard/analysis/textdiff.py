"""What differs between two texts, as a person would mark it: paragraphs, and words within them."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum
from itertools import groupby

from caseboard.analysis.alignment import Pair, aligned

KIN = 0.5
"""How many words a paragraph shares with what became of it, at least (Dice index)."""
COMPARED = 4_000
"""Pairs of paragraphs that are compared in one gap, at most."""
STRAY = 3
"""So few letters the same between two changes belong to the changes."""

_PARAGRAPH = re.compile(r"[^\n]+")
_TOKEN = re.compile(r"(\w+|[^\w\s])(\s*)")
_WORD = re.compile(r"\w+")


class Kind(StrEnum):
    """What became of a paragraph, or of words in it."""

    SAME = "same"
    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"
    """A paragraph with words of other kinds in it."""
    MOVED = "moved"
    """A paragraph that stood elsewhere; it is shown where it is now."""


@dataclass(frozen=True, slots=True)
class Run:
    """Words in a row that are the same, added or removed."""

    kind: Kind
    text: str


@dataclass(frozen=True, slots=True)
class Block:
    """One paragraph: of the new text, or one of the old that is gone."""

    kind: Kind
    runs: tuple[Run, ...]
    old: int | None
    """Its place among the paragraphs of the old text, from 0; None where it is new."""
    new: int | None

    @property
    def is_change(self) -> bool:
        """Whether there is anything to see here."""
        return self.kind is not Kind.SAME


def diff(old: str, new: str) -> list[Block]:
    """The paragraphs of `new` in order, and those of `old` that are gone where they stood.

    Whitespace within a paragraph does not matter. 100,000 letters take well under a second,
    whatever they are: where two paragraphs are too long to be compared word by word, the one is
    removed and the other added.
    """
    mine, theirs = paragraphs(old), paragraphs(new)
    same = aligned(mine, theirs, _weight)
    pairs = sorted([*same, *_kin(mine, theirs, same)])
    moved = _moved(mine, theirs, pairs)
    return list(_blocks(mine, theirs, pairs, moved))


def paragraphs(text: str) -> list[str]:
    """The paragraphs of a text, each in one line with single spaces."""
    lines = (" ".join(line.split()) for line in _PARAGRAPH.findall(text))
    return [line for line in lines if line]


def words(blocks: Sequence[Block], kind: Kind) -> int:
    """How many words were added or removed."""
    runs = (run for block in blocks for run in block.runs if run.kind is kind)
    return sum(len(_WORD.findall(run.text)) for run in runs)


def _weight(paragraph: str) -> int:
    return len(paragraph)


def _blocks(
    mine: Sequence[str], theirs: Sequence[str], pairs: Sequence[Pair], moved: dict[int, int]
) -> Iterator[Block]:
    left = set(moved.values())
    before = 0, 0  # the places after the last pair
    for here, there in [*pairs, (len(mine), len(theirs))]:
        for n in range(before[0], here):
            if n not in left:
                yield Block(Kind.REMOVED, (Run(Kind.REMOVED, mine[n]),), n, None)
        for n in range(before[1], there):
            if n in moved:
                yield Block(Kind.MOVED, _runs(mine[moved[n]], theirs[n]), moved[n], n)
            else:
                yield Block(Kind.ADDED, (Run(Kind.ADDED, theirs[n]),), None, n)
        if here < len(mine) and there < len(theirs):
            runs = _runs(mine[here], theirs[there])
            is_same = all(run.kind is Kind.SAME for run in runs)
            yield Block(Kind.SAME if is_same else Kind.CHANGED, runs, here, there)
        before = here + 1, there + 1


# --- paragraphs ---


def _kin(mine: Sequence[str], theirs: Sequence[str], same: Sequence[Pair]) -> Iterator[Pair]:
    """In the gaps between what is the same: paragraphs and what became of them, in order."""
    before = -1, -1
    for here, there in [*same, (len(mine), len(theirs))]:
        old, new = range(before[0] + 1, here), range(before[1] + 1, there)
        before = here, there
        if old and new and len(old) * len(new) <= COMPARED:
            yield from _best_in_order(mine, theirs, old, new)


def _best_in_order(
    mine: Sequence[str], theirs: Sequence[str], old: range, new: range
) -> Iterator[Pair]:
    likeness = _likenesses(mine, theirs, old, new)
    best = [[0.0] * (len(new) + 1) for _ in range(len(old) + 1)]
    for i in reversed(range(len(old))):
        for j in reversed(range(len(new))):
            met = likeness.get((old[i], new[j]), 0.0)
            best[i][j] = max(
                best[i + 1][j], best[i][j + 1], best[i + 1][j + 1] + met if met else 0.0
            )
    i = j = 0
    while best[i][j]:
        if best[i][j] == best[i + 1][j]:
            i += 1
        elif best[i][j] == best[i][j + 1]:
            j += 1
        else:
            yield old[i], new[j]
            i, j = i + 1, j + 1


def _moved(mine: Sequence[str], theirs: Sequence[str], pairs: Sequence[Pair]) -> dict[int, int]:
    """New places of paragraphs that stood elsewhere, each with its old one."""
    met = {here for here, _ in pairs}, {there for _, there in pairs}
    old = [n for n in range(len(mine)) if n not in met[0]]
    new = [n for n in range(len(theirs)) if n not in met[1]]
    found: dict[int, int] = {}
    gone: set[int] = set()
    if len(old) * len(new) <= COMPARED:
        likeness = _likenesses(mine, theirs, old, new)
    else:
        places = {mine[n]: n for n in reversed(old)}
        likeness = {(places[theirs[n]], n): 1.0 for n in new if theirs[n] in places}
    for here, there in sorted(likeness, key=lambda pair: (-likeness[pair], pair)):
        if there not in found and here not in gone:
            found[there] = here
            gone.add(here)
    return found


def _likenesses(
    mine: Sequence[str], theirs: Sequence[str], old: Sequence[int], new: Sequence[int]
) -> dict[Pair, float]:
    """How alike these paragraphs are, of those that are kin."""
    words_of = {n: Counter(_WORD.findall(theirs[n])) for n in new}
    found = {}
    for here in old:
        words_here = Counter(_WORD.findall(mine[here]))
        for there in new:
            score = _dice(words_here, words_of[there])
            if score >= KIN:
                found[here, there] = score
    return found


def _dice(one: Counter[str], other: Counter[str]) -> float:
    total = one.total() + other.total()
    return 2 * (one & other).total() / total if total else 0.0


# --- words ---


def _runs(old: str, new: str) -> tuple[Run, ...]:
    """What differs within a paragraph, the words gone before those that came for them."""
    mine, theirs = _TOKEN.findall(old), _TOKEN.findall(new)
    pairs = aligned([token[0] for token in mine], [token[0] for token in theirs])
    steps: list[tuple[Kind, str]] = []
    before = 0, 0  # the places after the last pair
    for here, there in [*_without_strays(pairs, mine), (len(mine), len(theirs))]:
        steps += [(Kind.REMOVED, "".join(token)) for token in mine[before[0] : here]]
        steps += [(Kind.ADDED, "".join(token)) for token in theirs[before[1] : there]]
        if there < len(theirs):
            steps.append((Kind.SAME, "".join(theirs[there])))
        before = here + 1, there + 1
    grouped = groupby(steps, key=lambda step: step[0])
    return tuple(Run(kind, "".join(text for _kind, text in step)) for kind, step in grouped)


def _without_strays(pairs: Sequence[Pair], mine: Sequence[tuple[str, str]]) -> Iterator[Pair]:
    """The pairs but for a short word here and there that both texts happen to have."""
    runs: list[list[Pair]] = []
    for pair in pairs:
        if runs and (runs[-1][-1][0] + 1, runs[-1][-1][1] + 1) == pair:
            runs[-1].append(pair)
        else:
            runs.append([pair])
    for run in runs:
        is_end = run[0] == (0, 0) or run is runs[-1]
        if is_end or sum(len(mine[here][0]) for here, _ in run) > STRAY:
            yield from run
