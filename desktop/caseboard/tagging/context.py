"""What is known already when a text is read: the case, the outlet, what was turned down."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from caseboard.model.terms import DiffersOn, Side, SourceKind
from caseboard.tagging.suggestions import Elsewhere, Kind, Place, UnitSuggestion

SIDES: Mapping[str, Side] = MappingProxyType({"UA": Side.FRIEND, "RU": Side.HOSTILE})
"""The APP-6 identity of a country's units where a case says nothing else."""


@dataclass(frozen=True, slots=True)
class KnownPerson:
    """A person of the library."""

    id: str
    name: str
    aliases: tuple[str, ...] = ()
    role: str = ""


@dataclass(frozen=True, slots=True)
class KnownSource:
    """A source of the library."""

    id: str
    name: str
    kind: SourceKind
    aliases: tuple[str, ...] = ()
    country: str = ""


@dataclass(frozen=True, slots=True)
class KnownStatement:
    """What another clip or a claim of the case says: what a new text may clash with."""

    where: Elsewhere
    place_keys: tuple[str, ...] = ()
    event_time: str = ""
    outcome: str = ""
    claimant: str = ""
    differs_on: tuple[DiffersOn, ...] = ()


@dataclass(frozen=True, slots=True)
class Named:
    """A name that a language model of the analyst's own saw in the text."""

    start: int
    end: int
    kind: Kind
    """A location or a person."""


@dataclass(frozen=True, slots=True)
class Context:
    """Everything here may be empty; what the case knows is proposed before anything else."""

    outlet: str = ""
    """Who published the text, as the analyst or the page names it."""
    outlet_id: str = ""
    """Its id among the library's sources."""
    places: tuple[Place, ...] = ()
    """Locations of the case, each with its `known_id` and aliases."""
    units: tuple[UnitSuggestion, ...] = ()
    """Units of the case, each with its `known_id` and aliases; their spans mean nothing."""
    people: tuple[KnownPerson, ...] = ()
    sources: tuple[KnownSource, ...] = ()
    statements: tuple[KnownStatement, ...] = ()
    rejected: frozenset[tuple[Kind, str]] = frozenset()
    """What the case has turned down: kind and words, folded as `text.fold` does."""
    named: tuple[Named, ...] = ()
    """What a language model saw, where one is used."""
    sides: Mapping[str, Side] = field(default_factory=lambda: dict(SIDES))


EMPTY = Context()
