"""What of a map belongs to a stretch of time, and which of several dated layers holds then."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from typing import NamedTuple

from caseboard.analysis.timeline import Clock
from caseboard.errors import CaseError
from caseboard.model.edtf import LAST, read
from caseboard.model.ids import ClipId
from caseboard.model.sightings import ClipSheet, Sightings
from caseboard.model.spots import Spot, SpotKey, SpotKind
from caseboard.model.terms import LayerKind
from caseboard.model.work import Layer

FIRST = datetime.min.replace(tzinfo=UTC)
Span = tuple[datetime, datetime]
"""From an instant until before another, UTC."""
_SECOND = timedelta(seconds=1)
_DIGITS = re.compile(r"\d+")


@dataclass(frozen=True, slots=True)
class Within:
    """The spots of a stretch of time, and how many have no time of that clock to judge by."""

    spots: tuple[Spot, ...]
    undated: int = 0


class SpotTimes:
    """Knows the times of every spot, so that a stretch is told from all others at once.

    A claim, a photo and a position are judged by their own times. A place has none: it belongs to
    a stretch in which something is known to have been there, or that a clip of which names it;
    counted are the passages of the clips of that stretch alone.
    """

    def __init__(self, spots: Sequence[Spot], seen: Sightings) -> None:
        self._spots = tuple(spots)
        self._clips = {clip.id: _times_of(clip) for clip in seen.clips.values()}
        self._spans = {clock: [self._times(spot, clock) for spot in spots] for clock in Clock}
        self._named = _named(seen)
        self._at = {
            SpotKey(SpotKind.POSITION, each.id): each.location_id or "" for each in seen.positions
        }

    @property
    def spots(self) -> tuple[Spot, ...]:
        """Those of all of time."""
        return self._spots

    def within(self, start: datetime | None, end: datetime | None, clock: Clock) -> Within:
        """The spots of which a time of `clock` meets the stretch; no ends are all of time."""
        if start is None and end is None:
            return Within(self._spots)
        stretch = (start or FIRST, end or LAST)
        timed = list(zip(self._spots, self._spans[clock], strict=True))
        own = {spot.key for spot, spans in timed if _meets(spans, stretch)}
        there = {place for key in own if (place := self._place_of(key))}
        kept = [spot for spot in self._spots if spot.key in own or _is_place_of(spot, there)]
        kept = [self._counted(spot, clock, stretch) for spot in kept]
        undated = sum(not spans for spot, spans in timed if spot.key.kind is not SpotKind.PLACE)
        return Within(tuple(kept), undated)

    def _place_of(self, key: SpotKey) -> str:
        return key.at or self._at.get(key, "")

    def _counted(self, spot: Spot, clock: Clock, stretch: Span) -> Spot:
        """A place with how many passages of a stretch name it; any other as it is."""
        if spot.key.kind is not SpotKind.PLACE:
            return spot
        named = self._named.get(spot.key.row_id, Counter())
        count = sum(
            passages
            for clip_id, passages in named.items()
            if _meets(self._times_in(clip_id, clock), stretch)
        )
        return spot if count == spot.count else replace(spot, count=count)

    def _times_in(self, clip_id: ClipId, clock: Clock) -> list[Span]:
        """When a clip names a place."""
        clip = self._clips[clip_id]
        if clock is Clock.CAPTURED:
            return [clip.captured]
        if clock is Clock.HAPPENED:
            return [clip.published or clip.captured]
        return [clip.published] if clip.published is not None else []

    def _times(self, spot: Spot, clock: Clock) -> list[Span]:
        clips = [self._clips[ClipId(clip_id)] for clip_id in spot.clip_ids]
        if spot.key.kind is SpotKind.PLACE and clock is Clock.HAPPENED:
            return [clip.published or clip.captured for clip in clips]
        if clock is Clock.CAPTURED:
            return [clip.captured for clip in clips]
        if clock is Clock.HAPPENED:
            found = [span_of(spot.when)]
        else:
            found = [span_of(spot.said), *(clip.published for clip in clips)]
        return [span for span in found if span is not None]


class _Times(NamedTuple):
    """Of one clip."""

    published: Span | None
    captured: Span


def _times_of(clip: ClipSheet) -> _Times:
    return _Times(span_of(clip.published), (clip.captured, clip.captured + _SECOND))


def span_of(text: str) -> Span | None:
    """The stretch that an EDTF string stands for; None for one that is empty or unreadable."""
    if not text:
        return None
    try:
        span = read(text)
    except CaseError:
        return None
    return span.start or FIRST, span.end or LAST


def holding(layers: Iterable[Layer], moment: datetime | None) -> tuple[Layer, ...]:
    """The layers that show how things were just before `moment`, in their order; None is now.

    Of dated layers of one kind from one source only the newest of that time is left, drawn ones
    apart; a layer without a time always holds.
    """
    there = tuple(layers)
    if moment is None:
        return there
    times = {layer.id: span_of(layer.as_of or layer.published) for layer in there}
    begun = [each for each in there if (span := times[each.id]) is None or span[0] < moment]
    newest: dict[tuple[str, str], tuple[datetime, int, str]] = {}
    for layer in begun:
        if (span := times[layer.id]) and layer.kind is not LayerKind.DRAWN:
            found = (span[0], layer.ordinal, layer.id)
            newest[_series(layer)] = max(newest.get(_series(layer), found), found)
    last = {layer_id for _start, _ordinal, layer_id in newest.values()}
    return tuple(
        layer
        for layer in begun
        if times[layer.id] is None or layer.kind is LayerKind.DRAWN or layer.id in last
    )


def _series(layer: Layer) -> tuple[str, str]:
    """What tells the layers of one source from all others."""
    return layer.kind.value, layer.source_id or layer.attribution or _DIGITS.sub("", layer.name)


def _named(seen: Sightings) -> Mapping[str, Counter[ClipId]]:
    """In which clips each place is named, and by how many passages."""
    found: defaultdict[str, Counter[ClipId]] = defaultdict(Counter)
    for mention in seen.mentions:
        if mention.clip_id in seen.clips:
            found[mention.location_id][mention.clip_id] += 1
    return dict(found)


def _meets(spans: Iterable[Span], stretch: Span) -> bool:
    return any(start < stretch[1] and stretch[0] < end for start, end in spans)


def _is_place_of(spot: Spot, there: set[str]) -> bool:
    return spot.key.kind is SpotKind.PLACE and spot.key.row_id in there
