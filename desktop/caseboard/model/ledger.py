"""What weighing the claims of a case needs, and no more: a light row for each report and voice.

A dossier holds everything; this holds what fifty thousand reports can be read for in an instant.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from caseboard.model.claim import Dispute
from caseboard.model.collection import Syndication
from caseboard.model.ids import (
    AnchorId,
    ClaimId,
    ClipId,
    LocationId,
    ReportId,
    SourceId,
    UnitId,
)
from caseboard.model.terms import (
    ClaimStatus,
    Confidence,
    Credibility,
    Ladder,
    Reliability,
    SourceKind,
    Stance,
)


class Word(NamedTuple):
    """One report: what it does to a claim, where it stands, whose word it is, through whom."""

    id: ReportId
    claim_id: ClaimId
    anchor_id: AnchorId
    clip_id: ClipId
    outlet_id: SourceId | None
    """Who published the clip."""
    claimant_id: SourceId
    stance: Stance
    credibility: Credibility
    said_when: str
    """EDTF (ISO 8601-2)."""
    relays: tuple[SourceId, ...] = ()
    """Nearest the claimant first."""

    @property
    def is_own_voice(self) -> bool:
        """Whether the outlet of the clip speaks for itself."""
        return not self.relays and self.outlet_id == self.claimant_id


class Voice(NamedTuple):
    """A source, as far as its word is weighed."""

    id: SourceId
    name: str
    kind: SourceKind
    reliability: Reliability
    interested: bool


class Place(NamedTuple):
    """A location a claim is about."""

    id: LocationId
    name: str


class Formation(NamedTuple):
    """A unit a claim is about."""

    id: UnitId
    name: str


class Stated(NamedTuple):
    """A claim, as lists and matrices show it."""

    id: ClaimId
    ref: str
    statement: str
    event_time: str
    """EDTF (ISO 8601-2)."""
    band: int | None
    confidence: Confidence | None
    assessment: str
    status_override: ClaimStatus | None
    override_reason: str
    places: tuple[Place, ...] = ()
    units: tuple[Formation, ...] = ()


@dataclass(frozen=True, slots=True)
class Ledger:
    """The claims of one case with the reports that stand; what lies in the bin is left out."""

    ladder: Ladder
    claims: Sequence[Stated]
    """In order of their ids."""
    words: Mapping[ClaimId, Sequence[Word]]
    """The reports of each claim, oldest first; a claim whose clips are all binned has none."""
    voices: Mapping[SourceId, Voice]
    disputes: Sequence[Dispute] = ()
    syndications: Sequence[Syndication] = ()
    """The analyst's word on which clips print one copy."""
    texts: Mapping[ClipId, str] = field(default_factory=dict)
    """The bodies of clips whose outlets speak for themselves, of all that may print one copy."""
    published: Mapping[ClipId, str] = field(default_factory=dict)
    """When those clips were published: EDTF (ISO 8601-2), empty where it is not known."""
