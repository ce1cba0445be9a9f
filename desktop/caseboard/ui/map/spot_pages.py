"""What is known at one spot of a map: the clips it rests on, the claims, units, photos there."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from caseboard.mapping.distances import metres
from caseboard.model import moments
from caseboard.model.entities import Location, Position, Unit
from caseboard.model.ids import AnchorId, ClaimId, ClipId, LocationId, PositionId, UnitId
from caseboard.model.sightings import ClipSheet, Sightings, Statement
from caseboard.model.spots import Spot, SpotKey, SpotKind
from caseboard.model.terms import ClaimStatus

NEAR_M = 1000.0
"""How far a photo may lie from a place whose reach is unknown or less."""


class ClipLine(NamedTuple):
    """A clip that something rests on, and the first place in it."""

    clip: ClipSheet
    anchor_id: AnchorId | None
    passages: int
    """How many of its passages."""


class ClaimLine(NamedTuple):
    """A claim about a place, and how far it holds."""

    claim: Statement
    status: ClaimStatus | None


class PositionLine(NamedTuple):
    """A unit at a place, and the clip that says so."""

    position: Position
    unit: Unit
    clip: ClipSheet


@dataclass(frozen=True, slots=True)
class SpotPage:
    """One spot with all that is known there; what is newest comes first."""

    spot: Spot
    location: Location | None = None
    """Where it is, if that has a name."""
    unit: Unit | None = None
    position: Position | None = None
    """Of a unit."""
    clips: tuple[ClipLine, ...] = ()
    """What it rests on."""
    claims: tuple[ClaimLine, ...] = ()
    """About this place; of a claim, the other ones."""
    positions: tuple[PositionLine, ...] = ()
    """Of units at this place; of a unit, its own elsewhere."""
    photos: tuple[Spot, ...] = ()
    """Taken no further from a place than it reaches."""


class SpotPages:
    """Finds what is known at a spot among all that was read of a case."""

    def __init__(
        self, spots: Iterable[Spot], seen: Sightings, statuses: Mapping[ClaimId, ClaimStatus]
    ) -> None:
        self._spots = {spot.key: spot for spot in spots}
        self._seen = seen
        self._statuses = statuses
        self._positions = {PositionId(position.id): position for position in seen.positions}

    def page(self, key: SpotKey) -> SpotPage | None:
        """What is known there; None where it is no longer."""
        spot = self._spots.get(key)
        if spot is None:
            return None
        match key.kind:
            case SpotKind.PLACE:
                return self._of_place(spot)
            case SpotKind.CLAIM:
                return self._of_claim(spot)
            case SpotKind.POSITION:
                return self._of_position(spot)
            case SpotKind.PHOTO:
                return SpotPage(spot, clips=tuple(self._clips(spot)))

    def keys_of(self, row_id: str) -> frozenset[SpotKey]:
        """The spots of a location, claim, photo, position or unit."""
        of_unit = {each.id for each in self._seen.positions if each.unit_id == row_id}
        return frozenset(k for k in self._spots if k.row_id == row_id or k.row_id in of_unit)

    def keys_in(self, clip_id: str) -> frozenset[SpotKey]:
        """The spots that rest on a clip."""
        return frozenset(key for key, spot in self._spots.items() if clip_id in spot.clip_ids)

    def name_of(self, row_id: str) -> str:
        """What a location, claim or unit is called that nobody gave a position; else empty."""
        seen = self._seen
        if place := seen.locations.get(LocationId(row_id)):
            return place.name
        if unit := seen.units.get(UnitId(row_id)):
            return unit.name
        return next((each.text for each in seen.statements if each.id == row_id), "")

    def _of_place(self, spot: Spot) -> SpotPage:
        place_id = LocationId(spot.key.row_id)
        passages = (m for m in self._seen.mentions if m.location_id == place_id)
        return SpotPage(
            spot,
            self._seen.locations[place_id],
            clips=self._lines((each.clip_id, each.anchor_id) for each in passages),
            claims=tuple(self._claims_at(place_id)),
            positions=tuple(self._units_at(place_id)),
            photos=tuple(self._photos_at(spot)),
        )

    def _of_claim(self, spot: Spot) -> SpotPage:
        claim_id, place_id = spot.key.row_id, LocationId(spot.key.at)
        said = (each for each in self._seen.sayings if each.claim_id == claim_id)
        others = (each for each in self._claims_at(place_id) if each.claim.id != claim_id)
        return SpotPage(
            spot,
            self._seen.locations.get(place_id),
            clips=self._lines((each.clip_id, each.anchor_id) for each in said),
            claims=tuple(others),
        )

    def _of_position(self, spot: Spot) -> SpotPage:
        position = self._positions[PositionId(spot.key.row_id)]
        place_id = position.location_id
        rest = [
            line
            for line in self._standing()
            if line.unit.id == position.unit_id and line.position.id != position.id
        ]
        clip_id = self._seen.position_clips[position.id]
        return SpotPage(
            spot,
            self._seen.locations.get(place_id) if place_id else None,
            self._seen.units[position.unit_id],
            position,
            clips=(ClipLine(self._seen.clips[clip_id], position.anchor_id, 1),),
            positions=tuple(_newest(rest)),
        )

    def _lines(self, passages: Iterable[tuple[ClipId, AnchorId]]) -> tuple[ClipLine, ...]:
        found: dict[ClipId, list[AnchorId]] = {}
        for clip_id, anchor_id in passages:
            found.setdefault(clip_id, []).append(anchor_id)
        lines = [
            ClipLine(self._seen.clips[clip_id], min(anchors), len(anchors))
            for clip_id, anchors in found.items()
        ]
        return tuple(sorted(lines, key=lambda line: _age(line.clip), reverse=True))

    def _clips(self, spot: Spot) -> Iterator[ClipLine]:
        for clip_id in spot.clip_ids:
            yield ClipLine(self._seen.clips[ClipId(clip_id)], None, 1)

    def _claims_at(self, place_id: LocationId) -> list[ClaimLine]:
        here = {each.claim_id for each in self._seen.placings if each.location_id == place_id}
        found = [each for each in self._seen.statements if each.id in here]
        found.sort(key=lambda claim: moments.sort_key(claim.when), reverse=True)
        return [ClaimLine(each, self._statuses.get(each.id)) for each in found]

    def _units_at(self, place_id: LocationId) -> list[PositionLine]:
        return _newest(line for line in self._standing() if line.position.location_id == place_id)

    def _standing(self) -> Iterator[PositionLine]:
        """Every position whose unit and clip are there."""
        seen = self._seen
        for position in seen.positions:
            clip_id, unit = seen.position_clips.get(position.id), seen.units.get(position.unit_id)
            if clip_id is not None and clip_id in seen.clips and unit is not None:
                yield PositionLine(position, unit, seen.clips[clip_id])

    def _photos_at(self, spot: Spot) -> Iterator[Spot]:
        reach = max(NEAR_M, spot.precision_m or 0.0)
        for each in self._spots.values():
            is_near = metres(spot.lat, spot.lon, each.lat, each.lon) <= reach
            if each.key.kind is SpotKind.PHOTO and is_near:
                yield each


def _newest(lines: Iterable[PositionLine]) -> list[PositionLine]:
    return sorted(lines, key=lambda line: moments.sort_key(line.position.interval), reverse=True)


def _age(clip: ClipSheet) -> tuple[object, str]:
    return moments.sort_key(clip.published or moments.of(clip.captured)), clip.ref
