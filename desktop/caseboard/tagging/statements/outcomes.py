"""What is said to have happened: entered, repelled, held; and what clashes with what."""

import csv
import re
from collections.abc import Mapping, Sequence
from functools import cache, lru_cache
from types import MappingProxyType

from caseboard.model.terms import DiffersOn
from caseboard.paths import resources
from caseboard.tagging.statements.nations import LANGUAGES
from caseboard.tagging.statements.wordlists import words as listed

NOT = "not_"
"""Before an outcome: that it did not come about."""
_MOST = 4_000
"""Characters of a statement that are looked at."""
_WORD = re.compile(r"[^\W_]+(?:['’ʼ][^\W_]+)*|[.!?;]")
_REACH = 4
"""How many words before an outcome a negation or an attempt still governs it."""
_CLASHES: Sequence[tuple[str, str, tuple[DiffersOn, ...], float]] = (
    ("entered", "not_entered", (DiffersOn.ENTRY,), 1.0),
    ("entered", "repelled", (DiffersOn.ENTRY, DiffersOn.OUTCOME), 0.95),
    ("entered", "held", (DiffersOn.ENTRY, DiffersOn.OUTCOME), 0.75),
    ("captured", "not_captured", (DiffersOn.OUTCOME,), 1.0),
    ("captured", "held", (DiffersOn.OUTCOME,), 0.9),
    ("captured", "repelled", (DiffersOn.OUTCOME,), 0.85),
    ("captured", "not_entered", (DiffersOn.ENTRY, DiffersOn.OUTCOME), 0.9),
    ("liberated", "not_liberated", (DiffersOn.OUTCOME,), 1.0),
    ("liberated", "held", (DiffersOn.OUTCOME,), 0.85),
    ("liberated", "not_captured", (DiffersOn.OUTCOME,), 0.85),
    ("liberated", "repelled", (DiffersOn.OUTCOME,), 0.75),
    ("advanced", "not_advanced", (DiffersOn.OUTCOME,), 1.0),
    ("advanced", "repelled", (DiffersOn.OUTCOME,), 0.75),
    ("withdrew", "not_withdrew", (DiffersOn.OUTCOME,), 1.0),
    ("withdrew", "held", (DiffersOn.OUTCOME,), 0.85),
    ("held", "not_held", (DiffersOn.OUTCOME,), 1.0),
    ("destroyed", "not_destroyed", (DiffersOn.OUTCOME,), 1.0),
    ("destroyed", "intact", (DiffersOn.OUTCOME,), 0.95),
    ("destroyed", "shot_down", (DiffersOn.OUTCOME,), 0.4),
    ("hit", "not_hit", (DiffersOn.OUTCOME,), 1.0),
    ("hit", "intact", (DiffersOn.OUTCOME,), 0.85),
    ("hit", "shot_down", (DiffersOn.OUTCOME,), 0.8),
    ("shot_down", "not_shot_down", (DiffersOn.OUTCOME,), 1.0),
    ("heavy_losses", "no_losses", (DiffersOn.LOSSES,), 0.95),
    ("heavy_losses", "not_heavy_losses", (DiffersOn.LOSSES,), 1.0),
    ("killed", "no_losses", (DiffersOn.LOSSES,), 0.9),
    ("killed", "not_killed", (DiffersOn.LOSSES,), 1.0),
    ("encircled", "not_encircled", (DiffersOn.OUTCOME,), 1.0),
    ("attacked", "not_attacked", (DiffersOn.OUTCOME,), 0.9),
    ("repelled", "not_repelled", (DiffersOn.OUTCOME,), 0.95),
)
_OF_FOES = frozenset(
    frozenset(("liberated", other)) for other in ("held", "not_captured", "repelled")
)
_RANK = (
    "repelled",
    "captured",
    "liberated",
    "entered",
    "withdrew",
    "held",
    "encircled",
    "destroyed",
    "shot_down",
    "hit",
    "advanced",
    "heavy_losses",
    "no_losses",
    "killed",
    "intact",
    "attacked",
)


@cache
def _clashes() -> Mapping[frozenset[str], tuple[tuple[DiffersOn, ...], float]]:
    return MappingProxyType({frozenset((a, b)): (on, weight) for a, b, on, weight in _CLASHES})


def clash(a: str, b: str) -> tuple[tuple[DiffersOn, ...], float] | None:
    """What two outcomes differ on, and how plainly (0 to 1); None where both may hold."""
    return _clashes().get(frozenset((a, b))) if a != b else None


def is_of_foes(a: str, b: str) -> bool:
    """Whether two outcomes clash only in the mouths of opposite sides: liberated, and held."""
    return frozenset((a, b)) in _OF_FOES


def opposites(outcome: str) -> frozenset[str]:
    """The outcomes that clash with one."""
    return frozenset(other for pair in _clashes() if outcome in pair for other in pair - {outcome})


def main(text: str) -> str:
    """The outcome a statement is mostly of; empty where it tells none."""
    return next(iter(every(text)), "")


@lru_cache(maxsize=512)
def every(text: str) -> tuple[str, ...]:
    """All outcomes a statement tells, the weightiest first, each once."""
    words = [match.group().casefold().replace("ё", "е") for match in _WORD.finditer(text[:_MOST])]
    told: dict[str, None] = {}
    tried = []
    for at, word in enumerate(words):
        outcome, begin = _at(words, at, word)
        if not outcome:
            continue
        state = _state(words, begin)
        if state == "tried":
            tried.append(outcome)
        else:
            told[NOT + outcome if state == "not" else outcome] = None
    if "repelled" in told:
        told.update(
            {NOT + outcome: None for outcome in tried if outcome in ("entered", "captured")}
        )
    return tuple(sorted(told, key=_weight))


def _weight(outcome: str) -> int:
    bare = outcome.removeprefix(NOT)
    return _RANK.index(bare) if bare in _RANK else len(_RANK)


def _at(words: Sequence[str], at: int, word: str) -> tuple[str, int]:
    """The outcome whose words begin at one, and where they begin."""
    for pattern, outcome in _patterns().get(word[:3], ()):
        if len(pattern) <= len(words) - at and all(
            _fits(words[at + step], part) for step, part in enumerate(pattern)
        ):
            return outcome, at
    return "", at


def _fits(word: str, part: str) -> bool:
    return word.startswith(part[:-1]) if part.endswith("*") else word == part


@cache
def _patterns() -> Mapping[str, list[tuple[tuple[str, ...], str]]]:
    """The words of each outcome by their first three letters, the longest first."""
    table: dict[str, list[tuple[tuple[str, ...], str]]] = {}
    with (resources() / "tagging" / "outcomes.csv").open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows):
            for language in LANGUAGES:
                for phrase in row[language].split("|"):
                    parts = tuple(phrase.split())
                    table.setdefault(parts[0][:3].rstrip("*"), []).append((parts, row["outcome"]))
    for some in table.values():
        some.sort(key=lambda pattern: -len(pattern[0]))
    return table


def _state(words: Sequence[str], at: int) -> str:
    """Whether an outcome is denied (`not`), only attempted (`tried`), or told."""
    before = words[max(0, at - _REACH) : at]
    for step in range(len(before) - 1, -1, -1):
        if before[step] in ".!?;":
            before = before[step + 1 :]
            break
    nearby = set(before)
    if nearby & listed("negation"):
        return "not"
    if nearby & listed("success"):
        return "told"
    return "tried" if nearby & listed("attempt") else "told"
