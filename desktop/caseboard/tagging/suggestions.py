"""What is proposed of a text: where it stands, what it would be, how sure that is, and why."""

from dataclasses import dataclass
from enum import StrEnum

from caseboard.model.terms import (
    Branch,
    DiffersOn,
    Echelon,
    LocationKind,
    Side,
    SourceKind,
)


class Kind(StrEnum):
    """What a proposal is of."""

    LOCATION = "location"
    GOVERNMENT = "government"
    UNIT = "unit"
    PERSON = "person"
    EQUIPMENT = "equipment"
    STATEMENT = "statement"
    DISPUTE = "dispute"


@dataclass(frozen=True, slots=True, kw_only=True)
class Suggestion:
    """What all have: `start` and `end` are offsets in Unicode code points, as in an anchor."""

    start: int
    end: int
    surface: str
    """The very words of the text."""
    score: float = 0.0
    """0 to 1: how likely it is right."""
    reason: str = ""
    """Why, for the analyst, in the language of the program."""


@dataclass(frozen=True, slots=True)
class Place:
    """A place a mention may mean. `lat` and `lon` are degrees WGS 84, None where unknown."""

    name: str
    kind: LocationKind
    lat: float | None = None
    lon: float | None = None
    precision_m: float | None = None
    """Radius of what is meant, in metres: an area is never a dot."""
    country: str = ""
    """ISO 3166-1 alpha-2; several, for a river or a region, are joined by a comma."""
    within: str = ""
    """What it lies in, in words: `Kupianskyi raion, Kharkiv Oblast`."""
    gazetteer_id: str = ""
    """Such as `geonames:703656`, `katottg:UA63…`, `region:donbas`."""
    aliases: tuple[str, ...] = ()
    """Other names, for the library: en, uk, ru."""
    known_id: str = ""
    """The id of the location in the library, where it is known there already."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """One place a mention may mean."""

    place: Place
    score: float
    reason: str


@dataclass(frozen=True, slots=True, kw_only=True)
class LocationSuggestion(Suggestion):
    """One mention of a place; all mentions of one place have the same `key`."""

    candidates: tuple[Candidate, ...]
    """Best first; never empty. Its own `score` and `reason` are those of the first."""

    @property
    def place(self) -> Place:
        """The best candidate."""
        return self.candidates[0].place

    @property
    def key(self) -> str:
        """What makes two mentions one proposal."""
        place = self.place
        return place.known_id or place.gazetteer_id or f"{place.name} {place.lat} {place.lon}"

    @property
    def name(self) -> str:
        """Of the best candidate."""
        return self.place.name

    @property
    def lat(self) -> float | None:
        """Of the best candidate, in degrees WGS 84."""
        return self.place.lat

    @property
    def lon(self) -> float | None:
        """Of the best candidate, in degrees WGS 84."""
        return self.place.lon


@dataclass(frozen=True, slots=True, kw_only=True)
class GovernmentSuggestion(Suggestion):
    """A place's name that stands for who governs there (a metonym): `Moscow's forces`."""

    name: str
    """The state it stands for, such as `Russia`."""
    country: str
    """ISO 3166-1 alpha-2; empty for the European Union and others without a code."""
    place: Place | None = None
    """The place whose name was used."""


@dataclass(frozen=True, slots=True, kw_only=True)
class UnitSuggestion(Suggestion):
    """One mention of a military unit, or of formations that are not identified."""

    name: str
    """In English, written out: `92nd Separate Assault Brigade`, `armoured column`."""
    designation: str = ""
    """Its number as a symbol shows it: `92`, `1 GTA`; empty where it has none."""
    side: Side = Side.UNKNOWN
    echelon: Echelon = Echelon.UNKNOWN
    branch: Branch = Branch.UNKNOWN
    country: str = ""
    """ISO 3166-1 alpha-2."""
    sidc: str = ""
    """APP-6 D/E, 20 digits."""
    aliases: tuple[str, ...] = ()
    count: tuple[int, int] | None = None
    """For unidentified formations: how many, from and to."""
    unit_id: str = ""
    """The row of the table of units it is, such as `ua-ng-khartia`."""
    rests_on: str = ""
    """What that row rests on, and how sure it is."""
    known_id: str = ""
    """The id of the unit in the library."""
    parent: str = ""
    """The key of the larger unit it is part of, where the text or the table says so."""

    @property
    def key(self) -> str:
        """What makes two mentions one proposal; unidentified formations are each their own."""
        if self.count is not None:
            return f"{self.name} {self.start}"
        return self.known_id or self.unit_id or f"{self.country} {self.name.casefold()}"


@dataclass(frozen=True, slots=True, kw_only=True)
class PersonSuggestion(Suggestion):
    """One mention of a person; the later ones by surname alone have the full name too."""

    name: str
    role: str = ""
    """As the text has it: `General Staff spokesperson`."""
    known_id: str = ""

    @property
    def key(self) -> str:
        """What makes two mentions one proposal."""
        return self.known_id or self.name.casefold()


@dataclass(frozen=True, slots=True, kw_only=True)
class EquipmentSuggestion(Suggestion):
    """A type of weapon or vehicle, as a keyword."""

    name: str
    """In the usual spelling: `D-20`, `T-80BV`."""
    category: str = ""
    """Such as `howitzer`, `tank`; one word or two, lower case, English."""


@dataclass(frozen=True, slots=True, kw_only=True)
class TimeSuggestion(Suggestion):
    """A date or time, resolved against when the text was published."""

    edtf: str
    """EDTF (ISO 8601-2): `2024-11-13`, `2024-11-13?`, `2024-09/..`, `2022-23` (autumn)."""
    part_of_day: str = ""
    """`morning`, `afternoon`, `evening` or `night`, where that is said."""
    is_uncertain: bool = False


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who says something: where that stands, and under what name it is known."""

    name: str
    """Canonical: `General Staff of the Armed Forces of Ukraine`, `Ukrinform`."""
    kind: SourceKind
    start: int | None = None
    """None where the text does not name it: the outlet itself."""
    end: int | None = None
    surface: str = ""
    country: str = ""
    known_id: str = ""
    """The id of the source in the library."""


@dataclass(frozen=True, slots=True, kw_only=True)
class StatementSuggestion(Suggestion):
    """Who says what, through whom: a draft of a report. The span is what is said."""

    claimant: Speaker | None
    """Whose word it is; None where the text does not tell."""
    relays: tuple[Speaker, ...] = ()
    """Who passed it on, nearest the claimant first; the outlet of the text itself is the last."""
    verb: str = ""
    """The outlet's own word for it, as a dictionary has it: `say`, `claim`, `report`."""
    is_quote: bool = False
    """Whether the words stand in quotation marks."""
    said_when: str = ""
    """EDTF (ISO 8601-2)."""
    event_time: str = ""
    """When what is said would have happened: EDTF."""
    place_keys: tuple[str, ...] = ()
    """The keys of the locations in it."""
    outcome: str = ""
    """What kind of thing is said to have happened, for finding disputes: `repelled`, `entered`."""

    @property
    def key(self) -> str:
        """A statement is its words."""
        return self.surface.casefold()


@dataclass(frozen=True, slots=True)
class Elsewhere:
    """A statement of another clip, or a claim the case has."""

    surface: str
    clip_id: str = ""
    claim_id: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class DisputeSuggestion(Suggestion):
    """Two statements that clash; its own span is the first one's."""

    a: int
    """Index in `Suggestions.statements`."""
    b: int | None = None
    """Index in `Suggestions.statements`; None where the other is `elsewhere`."""
    elsewhere: Elsewhere | None = None
    differs_on: tuple[DiffersOn, ...] = ()

    @property
    def key(self) -> str:
        """A dispute is its two sides."""
        other = self.elsewhere.surface if self.elsewhere else str(self.b)
        return f"{self.surface} / {other}".casefold()


@dataclass(frozen=True, slots=True)
class Suggestions:
    """All that is proposed of one text, each list in reading order.

    A place named five times stands five times in `locations`; `caseboard.tagging.proposals`
    makes one proposal of them.
    """

    locations: tuple[LocationSuggestion, ...] = ()
    governments: tuple[GovernmentSuggestion, ...] = ()
    units: tuple[UnitSuggestion, ...] = ()
    people: tuple[PersonSuggestion, ...] = ()
    equipment: tuple[EquipmentSuggestion, ...] = ()
    times: tuple[TimeSuggestion, ...] = ()
    statements: tuple[StatementSuggestion, ...] = ()
    disputes: tuple[DisputeSuggestion, ...] = ()
    language: str = ""
    """In which it was read: ISO 639-1."""
