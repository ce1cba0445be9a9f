"""A person named in full, as it stands in a text."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Mention:
    """`first` and `last` are places in the list of tokens, `last` the one after the name."""

    first: int
    last: int
    name: str
    surname: str
    """Folded; in the nominative."""
    role: str
    score: float
    reason: str
    gender: str = ""
    """`m` or `f`, for the forms of the surname; empty for names in Latin letters."""
