"""Everything a case holds, read at one moment: what analysis and briefings work from."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from caseboard.model.case import Case
from caseboard.model.claim import (
    Claim,
    ClaimLocation,
    ClaimUnit,
    Dispute,
    Quantity,
    Relay,
    Report,
)
from caseboard.model.clip import Anchor, Clip, ClipFile, Tag
from caseboard.model.collection import Syndication
from caseboard.model.entities import Location, Person, Position, Source, Unit
from caseboard.model.inquiry import Consistency, Evidence, Gap, Hypothesis, Inquiry
from caseboard.model.work import Georeference, Layer, Note


@dataclass(frozen=True, slots=True)
class Dossier:
    """One case, whole and detached; binned rows are left out. Lists are in order of their refs.

    Of several versions of a page the newest is here, and every older one that something rests on.
    """

    case: Case
    journal_seq: int
    """The newest change-set in it; records of exports do not count."""
    journal_head: str
    """Its hash."""
    as_of: datetime
    """When it was written, UTC."""
    clips: Sequence[Clip] = ()
    files: Sequence[ClipFile] = ()
    anchors: Sequence[Anchor] = ()
    tags: Sequence[Tag] = ()
    locations: Sequence[Location] = ()
    units: Sequence[Unit] = ()
    people: Sequence[Person] = ()
    positions: Sequence[Position] = ()
    sources: Sequence[Source] = ()
    claims: Sequence[Claim] = ()
    claim_locations: Sequence[ClaimLocation] = ()
    claim_units: Sequence[ClaimUnit] = ()
    reports: Sequence[Report] = ()
    relays: Sequence[Relay] = ()
    quantities: Sequence[Quantity] = ()
    disputes: Sequence[Dispute] = ()
    syndications: Sequence[Syndication] = ()
    """The analyst's word on which clips print one copy."""
    notes: Sequence[Note] = ()
    inquiries: Sequence[Inquiry] = ()
    inquiry_evidence: Sequence[Evidence] = ()
    hypotheses: Sequence[Hypothesis] = ()
    consistencies: Sequence[Consistency] = ()
    gaps: Sequence[Gap] = ()
    georeferences: Sequence[Georeference] = ()
    layers: Sequence[Layer] = ()
    """From the lowest to the highest."""
