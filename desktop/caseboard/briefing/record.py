"""What the journal says of the case a briefing is made of: its chain of custody."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class Deed:
    """One change-set, as a line of the custody extract."""

    seq: int
    at: datetime
    """UTC."""
    who: str
    label: str
    hash: str


@dataclass(frozen=True, slots=True)
class Record:
    """The journal of a case in short."""

    count: int = 0
    """Of all change-sets of the case."""
    deeds: tuple[Deed, ...] = ()
    """Those by which evidence came in or was changed, oldest first."""
    problems: tuple[str, ...] | None = None
    """What verification found, in words; empty where all is sound, None where none was made."""
