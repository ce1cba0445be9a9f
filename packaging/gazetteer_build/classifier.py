"""Ukraine's classifier of territories: oblasts, raions, hromadas and every settlement."""

from collections.abc import Iterable
from dataclasses import dataclass

from caseboard.tagging.gazetteer.entry import EntryKind
from gazetteer_build.tables import words

SETTLEMENTS = {
    "M": EntryKind.CITY,
    "K": EntryKind.CITY,
    "X": EntryKind.SETTLEMENT,
    "C": EntryKind.VILLAGE,
}
"""Categories of settlements; K are the two cities with the rights of an oblast."""
OBLASTS = dict(
    zip(
        words("01 05 07 12 14 18 21 23 26 32 35 44 46 48 51 53 56 59 61 63 65 68 71 73 74 80 85"),
        words("11 23 24 04 05 27 25 26 06 13 10 14 15 16 17 18 19 21 22 07 08 09 01 03 02 12 20"),
        strict=True,
    )
)
"""The first two digits of a code, and GeoNames' code of the same oblast."""


@dataclass(frozen=True, slots=True)
class Settlement:
    """One row of the classifier; the codes of what it lies in may be empty."""

    code: str
    name: str
    """In Ukrainian."""
    category: str
    raion: str
    hromada: str

    @property
    def state(self) -> str:
        """GeoNames' code of its oblast."""
        return OBLASTS[self.code[2:4]]

    @property
    def is_town(self) -> bool:
        """Whether it is a city."""
        return SETTLEMENTS[self.category] is EntryKind.CITY


@dataclass(frozen=True)
class Classifier:
    """All of it: settlements, and the names (adjectives) of raions and hromadas by their code."""

    settlements: tuple[Settlement, ...]
    raions: dict[str, str]
    hromadas: dict[str, str]


def read(rows: Iterable[list[str]]) -> Classifier:
    """From rows of five code columns, a category and a name."""
    settlements: list[Settlement] = []
    raions: dict[str, str] = {}
    hromadas: dict[str, str] = {}
    for oblast, raion, hromada, settlement, _, category, name in rows:
        if category == "P":
            raions[raion] = name.strip()
        elif category == "H":
            hromadas[hromada] = name.strip()
        elif category in SETTLEMENTS:
            code = settlement or oblast
            settlements.append(Settlement(code, name.strip(), category, raion, hromada))
    return Classifier(tuple(settlements), raions, hromadas)
