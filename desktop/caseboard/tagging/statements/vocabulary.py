"""The English words for saying: which form belongs to which verb, and what may follow it."""

import csv
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import cache

from caseboard.paths import resources


class Form(StrEnum):
    """What a form of a verb can be; the past is the participle too, unless it has its own."""

    BASE = "base"
    PRESENT = "present"
    PAST = "past"
    PARTICIPLE = "participle"
    ING = "ing"


class Sort(StrEnum):
    """What somebody does who is said to do this."""

    SAY = "say"
    SHOW = "show"
    ASK = "ask"
    JUDGE = "judge"
    THINK = "think"
    DEED = "deed"


@dataclass(frozen=True, slots=True)
class Cue:
    """A word for saying."""

    lemma: str
    sort: Sort
    frames: frozenset[str]
    """What may follow: `that`, `zero` (a clause without it), `np`, `person` (who is told),
    `quote`, or a preposition or question word."""
    strength: float
    """0 to 1: how sure it is that something is said."""


@cache
def verbs() -> Mapping[str, tuple[Cue, Form]]:
    """Every form of every verb, in lower case."""
    found: dict[str, tuple[Cue, Form]] = {}
    for row in _rows("verbs_en.csv"):
        cue = Cue(
            row["lemma"],
            Sort(row["kind"]),
            frozenset(row["frames"].split()),
            float(row["strength"]),
        )
        for form, kind in _forms(row["lemma"], row["past"], row["participle"]):
            found.setdefault(form, (cue, kind))
    return found


@cache
def nouns() -> Mapping[str, Cue]:
    """Every noun, singular and plural, in lower case."""
    found: dict[str, Cue] = {}
    for row in _rows("nouns_en.csv"):
        cue = Cue(row["noun"], Sort.SAY, frozenset(row["frames"].split()), float(row["strength"]))
        found[row["noun"]] = found[_with_s(row["noun"])] = cue
    return found


def _rows(name: str) -> Iterator[dict[str, str]]:
    with (resources() / "tagging" / name).open(encoding="utf-8", newline="") as file:
        yield from csv.DictReader(file)


def _forms(lemma: str, past: str, participle: str) -> Iterator[tuple[str, Form]]:
    done = past or _with_ed(lemma)
    yield done, Form.PAST
    yield lemma, Form.BASE
    yield _with_s(lemma), Form.PRESENT
    yield participle or done, Form.PARTICIPLE
    yield _with_ing(lemma, done), Form.ING


def _with_s(word: str) -> str:
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ies"
    return word + ("es" if word.endswith(("s", "sh", "ch", "x")) else "s")


def _with_ed(word: str) -> str:
    if word.endswith("e"):
        return word + "d"
    if word.endswith("y") and word[-2] not in "aeiou":
        return word[:-1] + "ied"
    return word + "ed"


def _with_ing(word: str, past: str) -> str:
    if past == f"{word}{word[-1]}ed":
        return past[:-2] + "ing"
    if word.endswith("ie"):
        return word[:-2] + "ying"
    if word.endswith("e") and not word.endswith("ee"):
        return word[:-1] + "ing"
    return word + "ing"
