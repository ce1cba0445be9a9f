"""What of a timeline is asked for, and what lies in a stretch of it."""

from collections.abc import Mapping
from dataclasses import dataclass, replace

from caseboard.analysis.occurrences import EventKind, Occurrence, Timeline
from caseboard.analysis.timeline import Clock
from caseboard.model.ids import ClaimId, ClipId


@dataclass(frozen=True, slots=True)
class Asked:
    """What is shown: some kinds, perhaps of one place and of one source alone."""

    kinds: frozenset[EventKind] = frozenset(EventKind)
    place_id: str = ""
    source_id: str = ""

    @property
    def is_all(self) -> bool:
        """Whether nothing is left out."""
        return self == Asked()


@dataclass(frozen=True, slots=True)
class Within:
    """The rows of a case that a stretch of time concerns."""

    clip_ids: frozenset[ClipId] = frozenset()
    claim_ids: frozenset[ClaimId] = frozenset()


def sift(timeline: Timeline, asked: Asked) -> Timeline:
    """What of `timeline` is asked for. What happened is of every source that reported it."""
    if asked.is_all:
        return timeline
    found = [each for each in timeline.occurrences if _is_asked(timeline.sources, asked, each)]
    keys = {each.key for each in found}
    ties = [tie for tie in timeline.ties if tie.happened in keys and tie.reported in keys]
    return replace(timeline, occurrences=found, ties=ties)


def _is_asked(sources: Mapping[str, frozenset[str]], asked: Asked, occurrence: Occurrence) -> bool:
    if occurrence.kind not in asked.kinds:
        return False
    if asked.place_id and asked.place_id not in occurrence.place_ids:
        return False
    if not asked.source_id or asked.source_id == occurrence.source_id:
        return True
    return asked.source_id in sources.get(occurrence.key, ())


def within(timeline: Timeline, clock: Clock, start: float, end: float) -> Within:
    """The clips and claims that `clock` has from `start` until before `end` (seconds, UTC).

    A clip reports what happened then, or was published, said or captured then; a claim happened
    then, or is what such a report or clip says.
    """
    met = [
        each
        for each in timeline.occurrences
        if each.clock is clock and each.stretch.meets(start, end)
    ]
    claims = {each.claim_id for each in met if each.claim_id}
    clips = {each.clip_id for each in met if each.clip_id}
    told = timeline.told
    if clock is Clock.HAPPENED:
        clips |= {clip_id for claim_id, clip_id in told if claim_id in claims}
    else:
        silent = {each.clip_id for each in met if each.kind is not EventKind.REPORT}
        claims |= {claim_id for claim_id, clip_id in told if clip_id in silent}
    return Within(frozenset(map(ClipId, clips)), frozenset(map(ClaimId, claims)))
