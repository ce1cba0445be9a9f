"""How alike two texts or two pictures are."""

import re
import zlib
from collections import defaultdict
from collections.abc import Collection, Hashable, Iterable, Mapping, Sequence
from enum import StrEnum
from itertools import combinations
from typing import TypeVar

K = TypeVar("K", bound=Hashable)

SHINGLE = 5
"""Words in a shingle."""
NEAR_IDENTICAL = 0.6
"""The Jaccard index from which two texts are the same text, edited: the last third cut, or one
word in twenty changed. Two reporters' accounts of one event stay far below it."""
LONGEST = 300_000
"""Characters of a text that are compared."""
TOO_SHORT = 20
"""Fewer shingles than this say nothing: two outlets may quote one sentence without copying."""
ALIKE = 10
"""The most bits of 64 by which the hashes of a picture and of its copy differ; of 10,000 pairs of
different pictures, turned in every way, one comes as near."""

_SKETCH = 24
_WORD = re.compile(r"\w+")
_APOSTROPHE = re.compile(r"(?<=\w)['’ʼ`′](?=\w)")


def shingles(text: str) -> frozenset[int]:
    """The hashes of every five consecutive words of `text`, whatever their case and punctuation.

    Of a text longer than `LONGEST` characters only the beginning counts: one search through all of
    it would keep the window waiting.
    """
    text = text[:LONGEST]
    words = _WORD.findall(_APOSTROPHE.sub("", text.casefold()))
    runs = (" ".join(words[at : at + SHINGLE]) for at in range(len(words) - SHINGLE + 1))
    return frozenset(zlib.crc32(run.encode()) for run in runs)


def jaccard(one: frozenset[int], other: frozenset[int]) -> float:
    """How much two sets share, 0 to 1; two empty ones share nothing."""
    union = len(one | other)
    return len(one & other) / union if union else 0.0


def same_text(one: frozenset[int], other: frozenset[int]) -> bool:
    """Whether two texts, given by their shingles, are near-identical."""
    return min(len(one), len(other)) >= TOO_SHORT and jaccard(one, other) >= NEAR_IDENTICAL


def sketch(text: str) -> str:
    """The lowest hashes of a text's shingles, in hexadecimal: its bottom-k sketch (Broder 1997).

    Empty where the text is too short to say anything.
    """
    hashes = shingles(text)
    if len(hashes) < TOO_SHORT:
        return ""
    return "".join(f"{value:08x}" for value in sorted(hashes)[:_SKETCH])


def alike_pairs(texts: Mapping[K, str]) -> dict[tuple[K, K], float]:
    """The keys of near-identical texts, two by two, with their Jaccard index.

    Only texts that share one of their lowest hashes are compared (bottom-k sketches, Broder 1997),
    which two near-identical ones do for all practical purposes.
    """
    sets = {key: shingles(text) for key, text in texts.items()}
    shelves: defaultdict[int, list[K]] = defaultdict(list)
    for key, hashes in sets.items():
        for lowest in sorted(hashes)[:_SKETCH]:
            shelves[lowest].append(key)
    pairs = {pair for shelf in shelves.values() for pair in combinations(shelf, 2)}
    return {
        (one, other): jaccard(sets[one], sets[other])
        for one, other in pairs
        if same_text(sets[one], sets[other])
    }


def joined(
    pairs: Iterable[tuple[K, K]], apart: Collection[frozenset[K]] = ()
) -> list[frozenset[K]]:
    """The groups that `pairs` tie together, in no order.

    Likeness is carried on: where A is tied to B and B to C, all three are one group; but no group
    holds two keys of `apart`: a pair that would bring them together ties nothing.
    """
    groups: dict[K, set[K]] = {}
    for one, other in pairs:
        mine, theirs = groups.setdefault(one, {one}), groups.setdefault(other, {other})
        if mine is theirs or (apart and _are_apart(mine, theirs, apart)):
            continue
        mine |= theirs
        groups.update(dict.fromkeys(theirs, mine))
    return [frozenset(group) for group in {id(group): group for group in groups.values()}.values()]


def _are_apart(mine: set[K], theirs: set[K], apart: Collection[frozenset[K]]) -> bool:
    return any(frozenset({one, other}) in apart for one in mine for other in theirs)


def shared_words(one: frozenset[int], other: frozenset[int]) -> float:
    """How much of the shorter of two texts stands in the other, 0 to 1, given their shingles."""
    return len(one & other) / (min(len(one), len(other)) or 1)


class Turn(StrEnum):
    """How a picture lies to its copy: what was done to the one that gave the other."""

    NONE = "none"
    MIRRORED = "mirrored"
    UPSIDE_DOWN = "upside down"
    """Turned by half."""
    FLIPPED = "flipped"
    """Mirrored, then turned by half: top and bottom have changed places."""
    RIGHT = "right"
    """Turned by a quarter, clockwise."""
    LEFT = "left"
    MIRRORED_RIGHT = "mirrored, right"
    """Mirrored, then turned by a quarter, clockwise."""
    MIRRORED_LEFT = "mirrored, left"


def turned(hashed: int) -> dict[Turn, int]:
    """The hashes of a picture turned and mirrored, from its own (`capture.fingerprints`).

    Mirroring a picture turns its odd horizontal waves round, and so with up and down; the waves
    of a transposed picture are the transposed ones.
    """
    across = _transposed(hashed)
    return {
        Turn.NONE: hashed,
        Turn.MIRRORED: hashed ^ _ODD_ALONG,
        Turn.UPSIDE_DOWN: hashed ^ _ODD_ALONG ^ _ODD_DOWN,
        Turn.FLIPPED: hashed ^ _ODD_DOWN,
        Turn.RIGHT: across ^ _ODD_ALONG,
        Turn.LEFT: across ^ _ODD_DOWN,
        Turn.MIRRORED_RIGHT: across ^ _ODD_ALONG ^ _ODD_DOWN,
        Turn.MIRRORED_LEFT: across,
    }


_ODD_ALONG = 0x5555_5555_5555_5555
_ODD_DOWN = 0x00FF_00FF_00FF_00FF


def _transposed(hashed: int) -> int:
    rows = f"{hashed:064b}"
    return int("".join(rows[column::8] for column in range(8)), 2)


def distance(one: int, other: int) -> int:
    """By how many bits two hashes differ."""
    return (one ^ other).bit_count()


class Hashes:
    """Many pictures' hashes, among which the copies of one are found at once.

    They stand side by side in one long number, so that each step of counting bits (Warren,
    Hacker's Delight, 5-1) is done for all of them: 30,000 take some milliseconds.
    """

    def __init__(self, fingerprints: Sequence[str]) -> None:
        """Each in 16 hexadecimal digits."""
        self._length = 8 * len(fingerprints)
        self._all = int.from_bytes(bytes.fromhex("".join(fingerprints)), "big")
        self._each = int.from_bytes((b"\0" * 7 + b"\1") * len(fingerprints), "big")

    def copies(self, fingerprint: str) -> dict[int, tuple[Turn, int]]:
        """The places of the copies of a picture: how each comes from it, and how many bits differ.

        Of equally good ways the first in `Turn` is told.
        """
        found: dict[int, tuple[Turn, int]] = {}
        for turn, way in turned(int(fingerprint, 16)).items():
            counts = self._differing(way)
            for met in _FEW.finditer(counts):
                place, bits = met.start(), met[0][0]
                if place not in found or bits < found[place][1]:
                    found[place] = turn, bits
        return found

    def _differing(self, hashed: int) -> bytes:
        """By how many bits each of them differs from `hashed`."""
        each = self._each
        pairs, fours, bytes_ = (each * mask for mask in _MASKS)
        bits = self._all ^ each * hashed
        bits -= bits >> 1 & pairs
        bits = (bits & fours) + (bits >> 2 & fours)
        bits = bits + (bits >> 4) & bytes_
        for step in (8, 16, 32):
            bits += bits >> step
        return bits.to_bytes(self._length, "big")[7::8]


_MASKS = (0x5555_5555_5555_5555, 0x3333_3333_3333_3333, 0x0F0F_0F0F_0F0F_0F0F)
_FEW = re.compile(b"[\\x00-\\x%02x]" % ALIKE, re.DOTALL)
