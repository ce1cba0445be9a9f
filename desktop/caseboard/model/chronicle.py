"""When everything of a case was, by each of its clocks, and no more: a light row for each.

A dossier holds everything; this holds what a timeline of twenty thousand events is drawn from.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from caseboard.model.ids import (
    AnchorId,
    ClaimId,
    ClipId,
    LayerId,
    LocationId,
    PositionId,
    ReportId,
    SourceId,
    UnitId,
)
from caseboard.model.terms import Stance


class Happening(NamedTuple):
    """A claim, and when what it states happened."""

    id: ClaimId
    ref: str
    statement: str
    when: str
    """EDTF (ISO 8601-2), as all times here; empty where nobody said."""
    place_ids: tuple[LocationId, ...] = ()


class Stay(NamedTuple):
    """A unit, where it was and when."""

    id: PositionId
    unit_id: UnitId
    place_id: LocationId | None
    anchor_id: AnchorId
    clip_id: ClipId
    when: str
    bearing: str = ""
    """How the place bears on the unit; empty is at it."""


class Saying(NamedTuple):
    """A report of a claim; one without a time of its own has that of its clip."""

    id: ReportId
    claim_id: ClaimId
    anchor_id: AnchorId
    clip_id: ClipId
    claimant_id: SourceId
    stance: Stance
    when: str


class Taking(NamedTuple):
    """A clip: when it was published and when it was captured."""

    id: ClipId
    ref: str
    title: str
    outlet_id: SourceId | None
    published: str
    captured: str
    place_ids: tuple[LocationId, ...] = ()
    """The places it names, by tags that were accepted."""


class Overlaid(NamedTuple):
    """A layer of the map: the time it shows, and when it was published."""

    id: LayerId
    ref: str
    name: str
    source_id: SourceId | None
    as_of: str
    published: str


@dataclass(frozen=True, slots=True)
class Chronicle:
    """The times of one case; what lies in the bin, or rests on it, is left out.

    Each list is in order of its ids, but clips of their refs.
    """

    claims: Sequence[Happening] = ()
    stays: Sequence[Stay] = ()
    reports: Sequence[Saying] = ()
    clips: Sequence[Taking] = ()
    layers: Sequence[Overlaid] = ()
    places: Mapping[LocationId, str] = field(default_factory=dict)
    """The names of all places, units and sources that are named here."""
    units: Mapping[UnitId, str] = field(default_factory=dict)
    sources: Mapping[SourceId, str] = field(default_factory=dict)
