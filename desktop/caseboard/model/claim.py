"""What is said, who said it, and where accounts clash."""

from datetime import datetime

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, UniqueConstraint
from sqlmodel import AutoString, Field

from caseboard.model.columns import choice, json_list, key, link
from caseboard.model.ids import (
    AnchorId,
    CaseId,
    ClaimId,
    DisputeId,
    LocationId,
    QuantityId,
    ReportId,
    SourceId,
    UnitId,
)
from caseboard.model.rows import Row
from caseboard.model.terms import (
    ClaimStatus,
    Confidence,
    Credibility,
    DisputeStatus,
    Marking,
    Measure,
    QuantityKind,
    Stance,
)


class Claim(Row, table=True):
    """A proposition. It cannot be committed without a report of its own."""

    __table_args__ = (
        UniqueConstraint("case_id", "ref"),
        ForeignKeyConstraint(
            ["first_report_id", "id"],
            ["report.id", "report.claim_id"],
            name="fk_claim_first_report",
            deferrable=True,
            initially="DEFERRED",
            use_alter=True,  # claim and report need each other; SQLite takes it inline
        ),
        CheckConstraint("band BETWEEN 1 AND 7", name="ck_claim_band"),
    )

    id: ClaimId = key()
    case_id: CaseId = link("case.id")
    ref: str
    """`KUP-2024-11-C3`."""
    statement: str
    event_time: str = ""
    """When it happened: EDTF (ISO 8601-2), interval and uncertainty allowed."""
    band: int | None = None
    """Likelihood: the rung 1 (lowest) to 7 of the case's ladder."""
    confidence: Confidence | None = choice(Confidence, None)
    confidence_basis: str = ""
    assessment: str = ""
    status_override: ClaimStatus | None = choice(ClaimStatus, None)
    """What the analyst says instead of what follows from the reports."""
    override_reason: str = ""
    marking: Marking | None = choice(Marking, None)
    """Where it is another than the case's."""
    first_report_id: ReportId = Field(nullable=False, sa_type=AutoString)
    deleted: datetime | None = None


class ClaimLocation(Row, table=True):
    """A claim is about a location."""

    __tablename__ = "claim_location"
    __table_args__ = (UniqueConstraint("claim_id", "location_id"),)

    id: str = key()
    claim_id: ClaimId = link("claim.id")
    location_id: LocationId = link("location.id")


class ClaimUnit(Row, table=True):
    """A claim is about a unit."""

    __tablename__ = "claim_unit"
    __table_args__ = (UniqueConstraint("claim_id", "unit_id"),)

    id: str = key()
    claim_id: ClaimId = link("claim.id")
    unit_id: UnitId = link("unit.id")


class Report(Row, table=True):
    """A claim as said somewhere: at an anchor, by a claimant, through relays."""

    __table_args__ = (UniqueConstraint("id", "claim_id"),)

    id: ReportId = key()
    claim_id: ClaimId = link("claim.id")
    anchor_id: AnchorId = link("anchor.id")
    stance: Stance = choice(Stance)
    claimant_id: SourceId = link("source.id")
    """Whose word it is."""
    verb: str = ""
    """`said`, `claimed`, `reported`: the outlet's own word for it."""
    said_when: str = ""
    """EDTF (ISO 8601-2)."""
    credibility: Credibility = choice(Credibility, Credibility.UNJUDGED)
    credibility_reason: str = ""
    deleted: datetime | None = None


class Relay(Row, table=True):
    """A source that passed a report on; `ordinal` 0 stands nearest the claimant."""

    __table_args__ = (UniqueConstraint("report_id", "ordinal"),)

    id: str = key()
    report_id: ReportId = link("report.id")
    source_id: SourceId = link("source.id")
    ordinal: int


class Quantity(Row, table=True):
    """A number in a report, as a range: the claimant's own, and nobody else's.

    `low` alone is "at least", `high` alone "at most", both the same an exact number. Numbers are
    in `measure`, or count things where that is empty.
    """

    __table_args__ = (
        CheckConstraint("low IS NOT NULL OR high IS NOT NULL", name="ck_quantity_some"),
        CheckConstraint("low IS NULL OR high IS NULL OR low <= high", name="ck_quantity_order"),
        CheckConstraint("low IS NULL OR low >= 0", name="ck_quantity_low"),
        CheckConstraint("high IS NULL OR high >= 0", name="ck_quantity_high"),
    )

    id: QuantityId = key()
    report_id: ReportId = link("report.id")
    ordinal: int
    kind: QuantityKind = choice(QuantityKind)
    what: str = ""
    """The things counted or measured, in the words of the report: `armoured vehicles`."""
    low: float | None = None
    high: float | None = None
    measure: Measure | None = choice(Measure, None)
    is_approximate: bool = False
    """Whether the report says "about"."""


class Dispute(Row, table=True):
    """Two claims that clash."""

    __table_args__ = (CheckConstraint("claim_a_id != claim_b_id", name="ck_dispute_two_claims"),)

    id: DisputeId = key()
    case_id: CaseId = link("case.id")
    claim_a_id: ClaimId = link("claim.id")
    claim_b_id: ClaimId = link("claim.id")
    differs_on: list[str] = json_list()
    """Values of `DiffersOn`."""
    both_could_hold: str = ""
    """How both could be true, in words."""
    implies_a: str = ""
    """What would follow if claim A were right."""
    implies_b: str = ""
    reading: str = ""
    """The analyst's own reading of it."""
    status: DisputeStatus = choice(DisputeStatus, DisputeStatus.OPEN)
    status_reason: str = ""
    """Why it has that status; the journal keeps every status it ever had."""
    deleted: datetime | None = None
