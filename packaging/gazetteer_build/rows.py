"""What a place is while the gazetteer is being built."""

from dataclasses import dataclass, field
from enum import IntEnum

from caseboard.tagging.gazetteer.entry import EntryKind


class Weight(IntEnum):
    """What a name is worth; the highest stands where a place has one name twice."""

    SHORT = 0
    """An abbreviation, good only beside another place: `Calif.`, `La.`."""
    ALIAS = 1
    MAIN = 2


@dataclass(slots=True)
class Row:
    """A place to be written. `code` is its id in the program: `geonames:703656`."""

    code: str
    name: str
    kind: EntryKind
    lat: float
    lon: float
    precision_m: float
    country: str
    state: str = ""
    raion: str = ""
    hromada: str = ""
    population: int = 0
    is_capital: bool = False
    also: str = ""
    """A second id it can be found by, such as its code in the state classifier."""
    shown: tuple[str, ...] = ()
    """Names for people to read: Ukrainian, Russian, other spellings in Latin letters."""
    names: dict[str, Weight] = field(default_factory=dict)
    anchors: tuple[tuple[float, float], ...] = ()
    """Further points of it, of a river."""

    def add(self, weight: Weight, *names: str) -> None:
        """Let it be found by `names`, too; a name never loses worth."""
        for name in names:
            if name:
                self.names[name] = max(weight, self.names.get(name, weight))
