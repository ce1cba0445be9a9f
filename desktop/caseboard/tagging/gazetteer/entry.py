"""One place of the gazetteer."""

from dataclasses import dataclass
from enum import StrEnum

from caseboard.model.terms import LocationKind


class EntryKind(StrEnum):
    """What sort of place an entry is, finer than a location of the model tells."""

    CITY = "city"
    SETTLEMENT = "settlement"
    VILLAGE = "village"
    DISTRICT = "district"
    """A part of a city."""
    PLACE = "place"
    """A populated place of which no more is known."""
    HROMADA = "hromada"
    RAION = "raion"
    COUNTY = "county"
    STATE = "state"
    """A first-level division: an oblast, a state, a province."""
    COUNTRY = "country"
    CONTINENT = "continent"
    REGION = "region"
    """Without an administration of its own: Donbas, the Middle East."""
    RIVER = "river"
    WATER = "water"
    """A sea, lake, reservoir or bay."""
    SITE = "site"


MODEL_KIND = {
    EntryKind.CITY: LocationKind.SETTLEMENT,
    EntryKind.SETTLEMENT: LocationKind.SETTLEMENT,
    EntryKind.VILLAGE: LocationKind.SETTLEMENT,
    EntryKind.DISTRICT: LocationKind.SETTLEMENT,
    EntryKind.PLACE: LocationKind.SETTLEMENT,
    EntryKind.COUNTRY: LocationKind.COUNTRY,
    EntryKind.RIVER: LocationKind.RIVER,
    EntryKind.SITE: LocationKind.SITE,
}
"""The others are regions."""


@dataclass(frozen=True, slots=True)
class Entry:
    """A place as the gazetteer has it; `lat` and `lon` are degrees WGS 84."""

    id: str
    """`geonames:703656`, `katottg:UA63…`, `region:donbas`: stays the same in later builds."""
    name: str
    """As it is shown, in Latin letters."""
    kind: EntryKind
    lat: float
    lon: float
    precision_m: float
    """Radius of what is meant, in metres."""
    country: str
    """ISO 3166-1 alpha-2; several are joined by a comma; empty for a sea or a continent."""
    state: str = ""
    """The first-level division it lies in, in English: `Kharkiv Oblast`, `Texas`."""
    raion: str = ""
    """In Ukraine; elsewhere the second-level division where it is known."""
    hromada: str = ""
    population: int = 0
    is_main: bool = True
    """Whether the name that was looked up is a main name of it, and no alias."""
    is_short: bool = False
    """Whether that name is an abbreviation, good only beside another place: `Calif.`, `La.`."""
    is_capital: bool = False
    """Of a country."""
    anchors: tuple[tuple[float, float], ...] = ()
    """Points along a river or about a region, in degrees WGS 84; empty where there is but one."""

    @property
    def model_kind(self) -> LocationKind:
        """What a location of the model would be."""
        return MODEL_KIND.get(self.kind, LocationKind.REGION)
