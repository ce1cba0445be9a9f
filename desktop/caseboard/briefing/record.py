"""What the journal says of the case a briefing is made of: its chain of custody."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import datetime

from caseboard.i18n import ngettext
from caseboard.model.terms import ChangeKind


@dataclass(frozen=True, slots=True)
class Deed:
    """One change-set, as a line of the custody extract."""

    seq: int
    at: datetime
    """UTC."""
    who: str
    """Empty where it is not told."""
    label: str
    """Empty where it is not told."""
    hash: str
    clip_ids: tuple[str, ...] = ()
    """The clips it brought in or changed, in order of their refs."""
    kind: ChangeKind = ChangeKind.DO


@dataclass(frozen=True, slots=True)
class Record:
    """The journal of a case in short."""

    count: int = 0
    """Of all change-sets of the case."""
    deeds: tuple[Deed, ...] = ()
    """Those by which evidence came in or was changed, oldest first."""
    problems: tuple[str, ...] | None = None
    """What verification found, in words; empty where all is sound, None where none was made."""
    collectors: Mapping[str, str] = field(default_factory=dict)
    """Who took each clip in, by the clip's id."""


def untold(record: Record, *, hides_who: bool) -> Record:
    """The record without what was done in words, and without who did it where that is wished."""
    deeds = tuple(
        replace(deed, who="" if hides_who else deed.who, label="") for deed in record.deeds
    )
    problems = record.problems
    if problems:
        several = ngettext("{n} problem was found.", "{n} problems were found.", len(problems))
        problems = (several,)
    return replace(record, deeds=deeds, problems=problems)
