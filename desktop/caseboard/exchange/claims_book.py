"""The claims of a case as they travel: plain values that a file can hold and give back whole.

Rows of a library point at each other by id; so do these. What only the program can work out
(statuses and their working) is handed in by whoever gathers a book.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from caseboard.model.terms import (
    AnchorKind,
    ClaimStatus,
    Confidence,
    Credibility,
    DisputeStatus,
    Echelon,
    Fit,
    GapStatus,
    Ladder,
    LocationKind,
    Marking,
    Measure,
    QuantityKind,
    Reliability,
    Side,
    SourceKind,
    Stance,
)


@dataclass(frozen=True, slots=True)
class Exhibit:
    """A clip: what it is called, where it was, when it was taken in, what proves it."""

    id: str
    ref: str
    title: str = ""
    url: str = ""
    """Where its page was; from the page itself, so nothing to follow unseen."""
    published: str = ""
    """EDTF (ISO 8601-2)."""
    captured: str = ""
    """ISO 8601, UTC."""
    sha256: str = ""
    """Of its original file, in hexadecimal."""
    outlet_id: str = ""
    """The source that published it, or nothing."""
    site: str = ""


@dataclass(frozen=True, slots=True)
class Speaker:
    """A source."""

    id: str
    name: str
    kind: SourceKind = SourceKind.OUTLET
    reliability: Reliability = Reliability.F
    reliability_reason: str = ""
    interested: bool = False
    country: str = ""
    url: str = ""


@dataclass(frozen=True, slots=True)
class Spot:
    """A location; `lat` and `lon` are degrees WGS 84, `precision_m` the radius of what is meant."""

    id: str
    name: str
    kind: LocationKind = LocationKind.SETTLEMENT
    lat: float | None = None
    lon: float | None = None
    precision_m: float | None = None
    country: str = ""


@dataclass(frozen=True, slots=True)
class Troop:
    """A unit; `sidc` is an APP-6 D/E symbol code, or empty."""

    id: str
    name: str
    side: Side = Side.UNKNOWN
    echelon: Echelon = Echelon.UNKNOWN
    sidc: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A place in a clip, as `Anchor` counts: code points of its text, fractions of a picture."""

    id: str
    clip_id: str
    kind: AnchorKind
    exact: str = ""
    prefix: str = ""
    suffix: str = ""
    start: int | None = None
    end: int | None = None
    x: float | None = None
    y: float | None = None
    w: float | None = None
    h: float | None = None
    polygon: tuple[tuple[float, float], ...] = ()
    page: int | None = None
    file_sha256: str = ""
    """Of the picture or document that is pointed at; empty for the clip's text."""


@dataclass(frozen=True, slots=True)
class Number:
    """A number in a report: its claimant's own."""

    kind: QuantityKind
    what: str = ""
    low: float | None = None
    high: float | None = None
    measure: Measure | None = None
    is_approximate: bool = False


@dataclass(frozen=True, slots=True)
class Said:
    """A report."""

    id: str
    passage: Passage
    stance: Stance
    claimant_id: str
    relays: tuple[str, ...] = ()
    """Ids of sources, nearest the claimant first."""
    verb: str = ""
    said_when: str = ""
    """EDTF (ISO 8601-2)."""
    credibility: Credibility = Credibility.UNJUDGED
    credibility_reason: str = ""
    numbers: tuple[Number, ...] = ()


@dataclass(frozen=True, slots=True)
class Origin:
    """One independent origin, as it was worked out: who, how often, and the ways it came by."""

    name: str
    reports: int
    chains: tuple[tuple[str, ...], ...] = ()
    counted_with: tuple[str, ...] = ()
    """Who else is counted with it: copies of one text."""


@dataclass(frozen=True, slots=True)
class Judged:
    """How far a claim holds, worked out when the book was gathered."""

    status: ClaimStatus
    derived: ClaimStatus
    working: str = ""
    origins: tuple[Origin, ...] = ()


@dataclass(frozen=True, slots=True)
class Proposition:
    """A claim with the reports it rests on."""

    id: str
    ref: str
    statement: str
    judged: Judged
    event_time: str = ""
    """EDTF (ISO 8601-2)."""
    band: int | None = None
    """The rung 1 (lowest) to 7 of the book's ladder."""
    confidence: Confidence | None = None
    confidence_basis: str = ""
    assessment: str = ""
    override: ClaimStatus | None = None
    override_reason: str = ""
    spots: tuple[str, ...] = ()
    """Ids."""
    troops: tuple[str, ...] = ()
    """Ids."""
    said: tuple[Said, ...] = ()


@dataclass(frozen=True, slots=True)
class Clash:
    """A dispute between two claims."""

    id: str
    one: str
    other: str
    differs_on: tuple[str, ...] = ()
    both_could_hold: str = ""
    status: DisputeStatus = DisputeStatus.OPEN
    status_reason: str = ""
    implies_a: str = ""
    implies_b: str = ""
    reading: str = ""


@dataclass(frozen=True, slots=True)
class Cell:
    """How a claim fits a hypothesis, and why."""

    claim_id: str
    fit: Fit
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Answer:
    """A hypothesis."""

    id: str
    ref: str
    statement: str
    cells: tuple[Cell, ...] = ()


@dataclass(frozen=True, slots=True)
class Question:
    """An inquiry: a question, the claims it is tried on, and the answers that compete."""

    id: str
    question: str
    claims: tuple[str, ...] = ()
    answers: tuple[Answer, ...] = ()


@dataclass(frozen=True, slots=True)
class Missing:
    """A gap: what is not known yet, and which judgement it would change."""

    id: str
    ref: str
    question: str
    about: str = ""
    """The id of a claim, dispute or hypothesis, or nothing."""
    changes: str = ""
    due: str = ""
    status: GapStatus = GapStatus.OPEN
    answer: str = ""


@dataclass(frozen=True, slots=True)
class Book:
    """The claims of one case at one moment."""

    case_id: str
    ref: str
    title: str
    marking: Marking
    ladder: Ladder
    collector: str = ""
    as_of: str = ""
    """When the newest change in it was made: ISO 8601, UTC."""
    exhibits: tuple[Exhibit, ...] = ()
    speakers: tuple[Speaker, ...] = ()
    spots: tuple[Spot, ...] = ()
    troops: tuple[Troop, ...] = ()
    claims: tuple[Proposition, ...] = ()
    clashes: tuple[Clash, ...] = ()
    questions: tuple[Question, ...] = ()
    gaps: tuple[Missing, ...] = ()

    def by_id(self) -> Mapping[str, Exhibit | Speaker | Spot | Troop | Proposition]:
        """Everything that others point at."""
        rows: Sequence[Exhibit | Speaker | Spot | Troop | Proposition] = (
            *self.exhibits,
            *self.speakers,
            *self.spots,
            *self.troops,
            *self.claims,
        )
        return {row.id: row for row in rows}


def stamp(moment: datetime) -> str:
    """A moment as the files have it: ISO 8601, UTC."""
    return moment.isoformat().replace("+00:00", "Z")
