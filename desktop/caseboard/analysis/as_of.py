"""What of a map was so, or was said to be, by some moment."""

from collections.abc import Mapping, Sequence
from datetime import datetime

from caseboard.analysis.spot_times import span_of
from caseboard.model.dossier import Dossier
from caseboard.model.spots import Spot, SpotKind


def by(spots: Sequence[Spot], dossier: Dossier, moment: datetime) -> tuple[Spot, ...]:
    """The spots of `dossier` that began before `moment` (UTC); of a unit, only where it was last.

    What has no time of its own has that at which it was said; what has none at all stays.
    """
    units: dict[str, str] = {each.id: each.unit_id for each in dossier.positions}
    begun = [spot for spot in spots if (start := _start(spot)) is None or start < moment]
    last = _last(begun, units)
    return tuple(spot for spot in begun if not _has_left(spot, units, last))


def _last(spots: Sequence[Spot], units: Mapping[str, str]) -> dict[str, datetime]:
    """When the newest positions of each unit began."""
    found: dict[str, datetime] = {}
    for spot in spots:
        start = _start(spot)
        if spot.key.kind is SpotKind.POSITION and start is not None:
            unit = units[spot.key.row_id]
            found[unit] = max(start, found.get(unit, start))
    return found


def _has_left(spot: Spot, units: Mapping[str, str], last: Mapping[str, datetime]) -> bool:
    start = _start(spot)
    if spot.key.kind is not SpotKind.POSITION or start is None:
        return False
    return start < last[units[spot.key.row_id]]


def _start(spot: Spot) -> datetime | None:
    span = span_of(spot.when or spot.said)
    return span[0] if span else None
