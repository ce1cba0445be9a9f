"""A copy for others: what is above its marking, or was never meant to leave, is left out of it."""

from dataclasses import dataclass
from enum import StrEnum

from caseboard.model.dossier import Dossier
from caseboard.model.ids import ClipId
from caseboard.model.terms import Marking
from caseboard.model.work import Briefing


class Reason(StrEnum):
    """Why something is left out."""

    MARKING = "marking"
    PRIVATE = "private"
    COLLECTOR = "collector"
    POSITION = "position"
    RIGHTS = "rights"
    RESTS = "rests"
    """It rests on nothing else than what is left out."""


@dataclass(frozen=True, slots=True)
class Ceiling:
    """Whom a copy is for, and what they are not to have."""

    marking: Marking
    """The highest marking its readers may see."""
    hides_collector: bool = True
    hides_unlicensed: bool = True
    """Pictures whose re-use nobody allowed."""


@dataclass(frozen=True, slots=True)
class Withheld:
    """One thing that is left out. `what` gives nothing away: a ref, or a kind and a count."""

    reason: Reason
    what: str
    row_id: str = ""


@dataclass(frozen=True, slots=True)
class ReleaseCopy:
    """What a release copy is made from; nothing that is left out is in it."""

    dossier: Dossier
    briefing: Briefing
    withheld: tuple[Withheld, ...] = ()
    pictureless: frozenset[ClipId] = frozenset()
    """Clips that are told of, but whose pictures are not printed."""
