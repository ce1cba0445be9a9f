"""A number found in a text."""

from dataclasses import dataclass

from caseboard.model.terms import Measure, QuantityKind


@dataclass(frozen=True, slots=True)
class Found:
    """A number of things, or a distance or an area, as a text tells it."""

    start: int
    end: int
    """The stretch of the text, with "at least" before it and the things counted after it."""
    kind: QuantityKind
    what: str
    """The things counted, in the words of the text; empty for measures and for bare numbers."""
    low: float | None
    high: float | None
    """`low` alone is "at least", `high` alone "at most"; the same twice is one number."""
    measure: Measure | None = None
    is_approximate: bool = False
