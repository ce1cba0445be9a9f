"""What the graph of a case is drawn from, beside its ledger: light rows for clips and namings."""

from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum
from typing import NamedTuple

from caseboard.model.ids import AnchorId, ClipId, LocationId, SourceId, UnitId
from caseboard.model.terms import Reliability


class NodeKind(StrEnum):
    """What a node of the graph is; the value is its table."""

    CLAIM = "claim"
    SOURCE = "source"
    CLIP = "clip"
    LOCATION = "location"
    UNIT = "unit"
    PERSON = "person"


class EdgeKind(StrEnum):
    """What joins two nodes; every one of them is read off a place where it was said."""

    SAYS = "says"
    """A source takes a stance on a claim, in one report or many."""
    RELAYS = "relays"
    """A source passes on, in its own name, what it has from another."""
    PUBLISHED = "published"
    """A source published a clip."""
    STANDS_IN = "stands in"
    """A claim is told in a clip."""
    DISPUTES = "disputes"
    """Two claims are set against each other."""
    ABOUT = "about"
    """A claim is about a location or a unit."""
    NAMES = "names"
    """A clip names a location, a unit or a person."""
    POSITION = "position"
    """A unit was at a location."""


class Sheet(NamedTuple):
    """A clip, as far as the graph shows it."""

    id: ClipId
    ref: str
    title: str
    outlet_id: SourceId | None
    """Who published it."""


class Naming(NamedTuple):
    """An accepted tag: an anchor names a location, a unit or a person."""

    anchor_id: AnchorId
    clip_id: ClipId
    kind: NodeKind
    target_id: str


class Posting(NamedTuple):
    """A unit at a location, and the anchor that says so."""

    unit_id: UnitId
    location_id: LocationId
    anchor_id: AnchorId
    clip_id: ClipId


class Known(NamedTuple):
    """Something that carries a name."""

    kind: NodeKind
    id: str
    name: str
    reliability: Reliability | None = None
    """Of a source."""


@dataclass(frozen=True, slots=True)
class Threads:
    """What joins the clips of a case to all they name, without what lies in the bin."""

    clips: Sequence[Sheet] = ()
    """Of several versions of a page the newest, and any that something was marked in."""
    namings: Sequence[Naming] = ()
    postings: Sequence[Posting] = ()
    known: Sequence[Known] = ()
    """Every location, unit, person and source that is named anywhere in the case."""
