"""Which unit a phrase means: by the table, by its words, by how armies name their units."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from caseboard.model.terms import Branch, Echelon
from caseboard.tagging.units.honours import is_cyrillic
from caseboard.tagging.units.phrases import Phrase
from caseboard.tagging.units.table import Hit, Row, Table
from caseboard.tagging.units.terms import Sort
from caseboard.tagging.units.tokens import Tokens

_GROUND = frozenset({Branch.INFANTRY, Branch.MECHANIZED, Branch.MOTORIZED})
_MANOEUVRE = _GROUND | {Branch.AIRBORNE, Branch.MARINE, Branch.ARMOUR}
_SAME = 3.5
"""A row of the same branch, and in the same word."""
_RUSSIAN = re.compile(r"[ыэъ]|ск[аио]|ейск|[иы]й\b|ая\b")
"""What words in Russian have, and in Ukrainian or English have not."""
_NAMING_ONLY_RU = frozenset({Echelon.DIVISION, Echelon.ARMY})
"""Sizes that of the two armies at war Russia's alone has; in Ukrainian and Russian texts."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What a phrase was resolved to."""

    row: Row | None
    country: str
    basis: str
    """What it rests on: `name`, `table`, `kin` (its words differ), `number`, `rank` (the one that
    fights, of several), `tie` (the likeliest of namesakes), `words`, `naming`, `parent` or
    nothing."""


def identify(
    tokens: Tokens, phrase: Phrase, hits: Iterable[Hit], tables: Sequence[Table]
) -> Identity:
    """The unit a phrase means; `tables` are asked one after another."""
    named = _named(phrase, hits)
    if named:
        return _one_of(named, phrase, tokens, "name")
    for table in tables if phrase.number is not None else ():
        found = _numbered(tokens, phrase, phrase.number or 0, table)
        if found:
            return found
    if phrase.country:
        return Identity(None, phrase.country, "words")
    country = phrase.hint or _by_naming(tokens, phrase)
    return Identity(None, country, "naming" if country else "")


def _by_naming(tokens: Tokens, phrase: Phrase) -> str:
    """Guards, and in Cyrillic divisions and armies, are Russia's: Ukraine has neither now."""
    cyrillic = is_cyrillic(tokens[phrase.head_at])
    is_russian = phrase.is_guards or (phrase.echelon in _NAMING_ONLY_RU and cyrillic)
    return "RU" if is_russian else ""


def _named(phrase: Phrase, hits: Iterable[Hit]) -> list[Row]:
    """What the names in a phrase, or behind it, may mean; those of its own size before others."""
    rows = [
        row
        for hit in hits
        for row in hit.rows
        if phrase.country in {"", row.country} and _may_be_called(phrase, row)
    ]
    return [row for row in rows if row.echelon is phrase.echelon] or rows


def likeliest(rows: Sequence[Row], words: str) -> Row:
    """Of namesakes, the best known; of those, the one of the language of the words."""
    first = "RU" if _RUSSIAN.search(words.casefold()) else "UA"
    return min(rows, key=lambda row: (row.certainty != "high", row.country != first))


def _may_be_called(phrase: Phrase, row: Row) -> bool:
    """Whether a name in or behind a phrase may be its own, and not of what it belongs to."""
    if phrase.number is None:
        return True
    if row.number is None:
        return row.echelon is phrase.echelon
    sizes = {row.echelon, phrase.echelon}
    grown = sizes <= {Echelon.BATTALION, Echelon.REGIMENT, Echelon.BRIGADE}
    return row.number == phrase.number and (len(sizes) == 1 or grown or Echelon.UNKNOWN in sizes)


def _numbered(tokens: Tokens, phrase: Phrase, number: int, table: Table) -> Identity | None:
    ranked = [(_fits(phrase, row), row) for row in table.numbered(number, phrase.echelon)]
    best = max((fit for fit, _ in ranked), default=0.0)
    if best < 1:
        return None
    rows = [row for fit, row in ranked if fit == best]
    others = {row.country for fit, row in ranked if fit >= 1} - {rows[0].country}
    if phrase.branches:
        return _one_of(rows, phrase, tokens, "table" if best >= _SAME else "kin")
    if len(rows) == 1:
        return Identity(rows[0], rows[0].country, "rank" if others else "number")
    country = rows[0].country if not others else ""
    return Identity(None, country, "number") if country else None


def _one_of(rows: Sequence[Row], phrase: Phrase, tokens: Tokens, basis: str) -> Identity:
    """The row that is meant; of several countries the likeliest, of one none."""
    first = rows[0]
    if all(row.country == first.country for row in rows):
        same = basis == "name" or all(row is first for row in rows)
        return Identity(first if same else None, first.country, basis if same else "number")
    words = tokens.text[tokens[phrase.first].start : tokens[phrase.after - 1].end]
    row = likeliest(rows, words)
    return Identity(row, row.country, "tie")


def _fits(phrase: Phrase, row: Row) -> float:
    """How well a row of the same number and size fits what the text says; below 1 it does not."""
    if phrase.country and phrase.country != row.country:
        return 0
    fit = _branch_fits(phrase, row)
    if fit == 0:
        return 0
    if phrase.hint and not phrase.country and phrase.hint != row.country:
        fit -= 1.5
    if not phrase.country and row.country not in {"UA", "RU"}:
        fit -= 0.6
    if phrase.is_guards:
        fit += 0.5 if "Guards" in row.name else -1.5 * (row.country == "UA")
    fit += 0.7 * any(
        term.english in row.name
        for term in (*phrase.terms, phrase.head)
        if term.sort in {Sort.BRANCH, Sort.SHORT}
    )
    return fit


def _branch_fits(phrase: Phrase, row: Row) -> float:
    branches = phrase.branches
    if not branches:
        return 1.4 if row.branch in _MANOEUVRE and "National" not in row.service else 1.0
    if row.branch in branches:
        return 3
    if row.branch in _GROUND and _GROUND & set(branches):
        return 2
    if row.branch is Branch.UNKNOWN or phrase.echelon in {Echelon.ARMY, Echelon.CORPS}:
        return 1.2
    near = {row.branch, branches[-1]}
    if near in (
        {Branch.AIRBORNE, Branch.INFANTRY},
        {Branch.ARMOUR, Branch.MECHANIZED},
        {Branch.MARINE, Branch.INFANTRY},
        {Branch.SPECIAL, Branch.INFANTRY},
    ):
        return 1.2
    return 0
