"""What on the other clocks belongs to an event: who reported it, and what was captured of it."""

from collections import defaultdict
from collections.abc import Iterator, Mapping

from caseboard.analysis.occurrences import EventKind, Occurrence, Timeline
from caseboard.analysis.timeline import Clock


class Relations:
    """Knows what belongs together in one timeline, without looking through all of it."""

    def __init__(self, timeline: Timeline) -> None:
        self._by: defaultdict[str, list[Occurrence]] = defaultdict(list)
        for each in timeline.occurrences:
            if each.claim_id:
                self._by[each.claim_id].append(each)
            if each.clip_id:
                self._by[each.clip_id].append(each)
            elif each.kind is EventKind.LAYER:
                self._by[each.row_id].append(each)
        self._clips: defaultdict[str, set[str]] = defaultdict(set)
        self._claims: defaultdict[str, set[str]] = defaultdict(set)
        for claim_id, clip_id in timeline.told:
            self._clips[claim_id].add(clip_id)
            self._claims[clip_id].add(claim_id)
        self._ends: defaultdict[str, set[str]] = defaultdict(set)
        for tie in timeline.ties:
            self._ends[tie.happened].add(tie.reported)

    def of(self, here: Occurrence) -> dict[Clock, list[Occurrence]]:
        """The other events of what `here` is about, by their clocks, each in order of time.

        Of a claim: its reports, or where they have no time their clips, and all clips that tell
        it. Of anything in a clip: what the clip tells, and when it was published and captured.
        """
        claims, clips = self._about(here)
        ends = self._ends.get(here.key, set())
        found: dict[Clock, dict[str, Occurrence]] = {clock: {} for clock in Clock}
        for name in (*claims, *clips, here.row_id):
            for each in self._by.get(name, ()):
                if each.key != here.key and _belongs(each, here, claims, clips, ends):
                    found[each.clock][each.key] = each
        return {
            clock: sorted(every.values(), key=lambda each: (each.stretch.start, each.key))
            for clock, every in found.items()
        }

    def _about(self, here: Occurrence) -> tuple[set[str], set[str]]:
        """The claims and the clips it is about."""
        match here.kind:
            case EventKind.CLAIM:
                return {here.claim_id}, self._clips.get(here.claim_id, set())
            case EventKind.REPORT:
                return {here.claim_id}, {here.clip_id}
            case EventKind.PUBLISHED | EventKind.CAPTURED:
                return self._claims.get(here.clip_id, set()), {here.clip_id}
            case EventKind.POSITION:
                return set(), {here.clip_id}
            case EventKind.LAYER:
                return set(), set()


def _belongs(
    each: Occurrence, here: Occurrence, claims: set[str], clips: set[str], ends: set[str]
) -> bool:
    is_claim = here.kind is EventKind.CLAIM
    match each.kind:
        case EventKind.CLAIM:
            return each.claim_id in claims
        case EventKind.REPORT | EventKind.PUBLISHED if is_claim:
            return each.key in ends
        case EventKind.POSITION if here.clock is Clock.HAPPENED:
            return False
        case EventKind.LAYER:
            return here.kind is EventKind.LAYER and each.row_id == here.row_id
        case EventKind.REPORT if each.claim_id not in claims:
            return False
    return each.clip_id in clips


def places(timeline: Timeline) -> Iterator[tuple[str, str, int]]:
    """The places that events are about: id, name and how many, the most frequent first."""
    counts: dict[str, int] = {}
    for each in timeline.occurrences:
        for place_id in each.place_ids:
            counts[place_id] = counts.get(place_id, 0) + 1
    yield from _ranked(counts, timeline.place_names)


def sources(timeline: Timeline) -> Iterator[tuple[str, str, int]]:
    """The sources that events come from: id, name and how many, the most frequent first."""
    counts: dict[str, int] = {}
    for each in timeline.occurrences:
        if each.source_id:
            counts[each.source_id] = counts.get(each.source_id, 0) + 1
    yield from _ranked(counts, timeline.source_names)


def _ranked(counts: Mapping[str, int], names: Mapping[str, str]) -> Iterator[tuple[str, str, int]]:
    for row_id in sorted(counts, key=lambda each: (-counts[each], names.get(each, ""))):
        if row_id in names:
            yield row_id, names[row_id], counts[row_id]
