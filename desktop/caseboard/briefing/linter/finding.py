"""What the linter finds, and where."""

from dataclasses import dataclass
from enum import StrEnum


class Rule(StrEnum):
    """What a briefing is held against (ICD 203, ICD 206, TLP 2.0)."""

    UNCITED = "uncited"
    ONE_ORIGIN = "one origin"
    CONFIDENCE_IN_LIKELIHOOD = "confidence in likelihood"
    TWO_LADDERS = "two ladders"
    LIKELIHOOD = "likelihood"
    """A key judgement without exactly one term of likelihood."""
    CLAIM_AS_FACT = "claim as fact"
    ABOVE_MARKING = "above marking"
    NO_CREDIT = "no credit"
    NO_AS_OF = "no as-of"
    DISPUTE_UNSAID = "dispute unsaid"
    TOO_FINE = "too fine"
    UNKNOWN_REF = "unknown ref"
    TOO_LONG = "too long"
    """A flash of more than one page."""
    MISSING = "missing"
    """Something every briefing of its kind has."""


@dataclass(frozen=True, slots=True)
class Where:
    """What a finding is about; whoever shows it goes there."""

    field: str = ""
    """A field of `Briefing`: `bottom_line`, `judgements`, `texts.situation`, `assumptions` …"""
    index: int = 0
    """Of several: which, from 0."""
    start: int = 0
    end: int = 0
    """The stretch of the field's text, in code points; both 0 is all of it."""
    table: str = ""
    row_id: str = ""
    """A row of the case: `("clip", …)`, `("layer", …)`, `("unit", …)`."""
    anchor: str = ""
    """The place in the outline."""


@dataclass(frozen=True, slots=True)
class Finding:
    """One objection, in a sentence, and what to do about it."""

    rule: Rule
    words: str
    hint: str
    where: Where
