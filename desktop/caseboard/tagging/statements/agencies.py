"""The sources of the field: agencies, outlets, monitors, officials, under all their names."""

import csv
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache, lru_cache

from caseboard.model.terms import SourceKind
from caseboard.paths import resources
from caseboard.tagging.document import Document
from caseboard.tagging.statements import keys, nations
from caseboard.tagging.statements.names import Hit, Names
from caseboard.tagging.statements.spelling import Spellings

MEDIA = frozenset((SourceKind.AGENCY, SourceKind.OUTLET))
"""Those who pass on what others say."""
_ANY = "*"


@dataclass(frozen=True, slots=True)
class Agency:
    """One row of the table of sources."""

    id: str
    name: str
    """For an institution every state has, with `{}` where the state stands."""
    kind: SourceKind
    country: str
    """ISO 3166-1 alpha-2; empty for what is of no country."""

    @property
    def is_of_any_state(self) -> bool:
        """Whether every state has one: the table does not tell whose."""
        return self.country == _ANY

    def of(self, country: str) -> "Agency":
        """The one of `country`, for an institution every state has."""
        own = by_id().get(f"{country.lower()}-{self.id}")
        name = self.name.format(nations.name(country))
        return own or Agency(f"{country.lower()}-{self.id}", name, self.kind, country)


@dataclass(frozen=True, slots=True)
class Mention:
    """Where a source is named."""

    agency: Agency
    start: int
    end: int
    first: int
    """Its first token in the document."""
    stop: int
    """The token after its last."""
    is_misspelt: bool = False


@cache
def by_id() -> dict[str, Agency]:
    """The whole table."""
    return {agency.id: agency for agency, _names in _rows()}


@cache
def _rows() -> list[tuple[Agency, list[str]]]:
    path = resources() / "tagging" / "sources.csv"
    with path.open(encoding="utf-8", newline="") as rows:
        return [_row(row) for row in csv.DictReader(rows)]


def _row(row: dict[str, str]) -> tuple[Agency, list[str]]:
    agency = Agency(row["id"], row["name"], SourceKind(row["kind"]), row["country"])
    names = [name for language in nations.LANGUAGES for name in row[language].split("|")]
    if not agency.is_of_any_state:
        names.insert(0, agency.name)
    return agency, names


@cache
def _names() -> Names[Agency]:
    table: Names[Agency] = Names()
    for agency, names in _rows():
        table.add(names, agency)
    return table


@cache
def _spellings() -> Spellings[Agency]:
    passed_on = ((key, of) for key, of in _names().singles() if of.kind is not SourceKind.OFFICIAL)
    return Spellings(passed_on)


def named(tokens: Sequence[keys.Token], text: str) -> list[Mention]:
    """Every source named, in reading order."""
    return [_mention(hit) for hit in _names().find(tokens, text)]


def _mention(hit: Hit[Agency]) -> Mention:
    return Mention(hit.of, hit.start, hit.end, hit.first, hit.stop)


@lru_cache(maxsize=2)
def of_document(document: Document) -> list[Mention]:
    """Every source a document names, misspelt ones too, in reading order."""
    tokens = keys.of_document(document)
    exact = named(tokens, document.text)
    taken = {at for mention in exact for at in range(mention.first, mention.stop)}
    spellings = _spellings()
    misspelt = [
        Mention(agency, token.start, token.end, at, at + 1, is_misspelt=True)
        for at, token in enumerate(tokens)
        if token.text[0].isupper() and at not in taken and (agency := spellings.meant(token))
    ]
    return sorted(exact + misspelt, key=lambda mention: mention.start) if misspelt else exact


def whole(name: str) -> Agency | None:
    """The source a name is, where all of it is the name of one."""
    tokens = keys.of_text(name)
    hits = _names().find(tokens, name)
    if len(hits) != 1 or hits[0].stop - hits[0].first != len(tokens):
        return None
    agency = hits[0].of
    return None if agency.is_of_any_state else agency
