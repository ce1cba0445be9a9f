"""The curated table of real units, and the units of the case as rows of the same form."""

import csv
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache

from caseboard.model.terms import Branch, Echelon
from caseboard.paths import resources
from caseboard.tagging.document import Document
from caseboard.tagging.suggestions import UnitSuggestion
from caseboard.tagging.units.tokens import Token, Tokens, cut

NONE = "-"
"""What stands in a column that does not apply: a unit without a number, or without a parent."""
_WEAK = "~"
"""Before an alias that means the unit only beside a word for a size, or where it was named."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Row:
    """One unit that exists."""

    id: str
    name: str
    designation: str
    country: str
    echelon: Echelon
    branch: Branch
    aliases: tuple[str, ...] = ()
    """As the table has them: with the mark of the weak ones."""
    service: str = ""
    parent: str = ""
    rests_on: str = ""
    certainty: str = ""
    """`high`, `medium` or `low`: how sure it is that it exists so."""
    known_id: str = ""
    """The id in the library, of a unit of the case."""

    @property
    def number(self) -> int | None:
        """Of its designation, where that begins with one."""
        digits = self.designation.partition(" ")[0]
        return int(digits) if digits.isdecimal() else None

    @property
    def names(self) -> tuple[str, ...]:
        """All names but the main one, without marks."""
        return tuple(alias.lstrip(_WEAK) for alias in self.aliases)


@dataclass(frozen=True, slots=True)
class Hit:
    """Where the text has a name of the table, from the token `first` to before `after`."""

    first: int
    after: int
    rows: tuple[Row, ...]
    is_weak: bool


@dataclass(frozen=True, slots=True)
class _Alias:
    words: tuple[str, ...]
    is_weak: bool
    is_proper: bool
    is_short: bool
    """Whether it is one abbreviation, in capitals."""
    row: Row


class Table:
    """Rows, found by number and size, or by name."""

    def __init__(self, rows: Iterable[Row]) -> None:
        self.rows = tuple(rows)
        self._by_number: dict[tuple[int, Echelon], list[Row]] = {}
        self._by_words: dict[tuple[str, ...], list[_Alias]] = {}
        self._first_words: set[str] = set()
        for row in self.rows:
            if row.number is not None:
                self._by_number.setdefault((row.number, row.echelon), []).append(row)
            for alias in _aliases(row):
                self._by_words.setdefault(alias.words[:2], []).append(alias)
                self._first_words.add(alias.words[0])
        for aliases in self._by_words.values():
            aliases.sort(key=lambda alias: -len(alias.words))

    def numbered(self, number: int, echelon: Echelon) -> list[Row]:
        """Every unit of this number and size, of whatever country."""
        return self._by_number.get((number, echelon), [])

    def hits(self, tokens: Tokens) -> Iterator[Hit]:
        """Every name in the text, the longest at each place, in reading order."""
        behind = 0
        for at, token in enumerate(tokens.all):
            hit = (
                self._hit(tokens, at) if at >= behind and token.norm in self._first_words else None
            )
            if hit:
                yield hit
                behind = hit.after

    def _hit(self, tokens: Tokens, at: int) -> Hit | None:
        words = tuple(token.norm for token in tokens.all[at : at + 2])
        aliases = (*self._by_words.get(words, ()), *self._by_words.get(words[:1], ()))
        found = [alias for alias in aliases if _stands(tokens, at, alias)]
        if not found:
            return None
        best = [alias for alias in found if len(alias.words) == len(found[0].words)]
        rows = tuple(dict.fromkeys(alias.row for alias in best))
        return Hit(at, at + len(best[0].words), rows, all(alias.is_weak for alias in best))


@cache
def shipped() -> Table:
    """The units that ship with the program, read once."""
    with (resources() / "tagging" / "units.csv").open(encoding="utf-8", newline="") as file:
        return Table(_row(row) for row in csv.DictReader(file))


def of_case(units: tuple[UnitSuggestion, ...]) -> Table:
    """The units a case knows."""
    return Table(
        Row(
            id=unit.unit_id,
            name=unit.name,
            designation=unit.designation,
            country=unit.country,
            echelon=unit.echelon,
            branch=unit.branch,
            aliases=unit.aliases,
            rests_on=unit.rests_on,
            known_id=unit.known_id,
        )
        for unit in units
        if unit.known_id
    )


def _row(cells: dict[str, str]) -> Row:
    aliases = [cells[column] for column in ("aliases_en", "aliases_uk", "aliases_ru")]
    return Row(
        id=cells["id"],
        name=cells["name"],
        designation=_filled(cells["designation"]),
        country=cells["country"],
        echelon=Echelon(cells["echelon"]),
        branch=Branch(cells["branch"]),
        aliases=tuple(one for some in aliases for one in some.split("|") if one != NONE),
        service=cells["service"],
        parent=_filled(cells["parent"]),
        rests_on=f"{cells['rests_on']} ({cells['certainty']})",
        certainty=cells["certainty"],
    )


def _filled(cell: str) -> str:
    return "" if cell == NONE else cell


def _aliases(row: Row) -> Iterator[_Alias]:
    for name in dict.fromkeys((row.name, *row.aliases)):
        words = [token for word in Document(name).words for token in cut(word)]
        if words:
            proper = any(word.is_capital for word in words)
            short = len(words) == 1 and words[0].text.isupper()
            norms = tuple(word.norm for word in words)
            yield _Alias(norms, name.startswith(_WEAK), proper, short, row)


def _stands(tokens: Tokens, at: int, alias: _Alias) -> bool:
    after = at + len(alias.words)
    if after > len(tokens):
        return False
    if any(tokens[at + i].norm != word for i, word in enumerate(alias.words)):
        return False
    if any(not _joins(tokens, i) for i in range(at, after - 1)) or _is_half(tokens, at, after):
        return False
    if alias.is_short and not tokens[at].text.isupper():
        return False
    return not alias.is_proper or any(_is_name(tokens[i]) for i in range(at, after))


def _is_half(tokens: Tokens, at: int, after: int) -> bool:
    """Whether a hyphen ties it to another word: `Azov-Dnipro` is not Azov."""
    before = tokens.gap(at - 1) if at else ""
    behind = tokens.gap(after - 1) if after < len(tokens) else ""
    return "-" in {before, behind}


def _is_name(token: Token) -> bool:
    return token.is_capital or token.text[0].isdigit()


def _joins(tokens: Tokens, left: int) -> bool:
    return tokens.gap(left).strip(" \t\n\u00a0\"“”„«»'’-‐‑–.") == "" and len(tokens.gap(left)) < 4
