"""Everything of a case that is known to be somewhere, for a map, a briefing or an export.

A place is known by the passages tagged with it, a claim by the locations it is about, a photo by
what its file says of itself, a unit by its positions. What nobody gave a position is left out.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeGuard

from caseboard.analysis import sightings
from caseboard.analysis.standing import standings
from caseboard.errors import CaseError
from caseboard.model import edtf, moments
from caseboard.model.dossier import Dossier
from caseboard.model.entities import Location, Position, Unit
from caseboard.model.ids import ClaimId
from caseboard.model.sightings import ClipSheet, Shot, Sightings
from caseboard.model.spots import Spot, SpotKey, SpotKind
from caseboard.model.terms import ClaimStatus

PHOTO_M = 50.0
"""Metres about a photo whose file does not say how well its receiver knew its place."""
_BEARING = re.compile(r"(\d{1,3}(?:\.\d+)?)(?:e[+-]?\d+)?°", re.ASCII)
_DAY = re.compile(r"(\d{4})[:\-/.](\d\d)[:\-/.](\d\d)", re.ASCII)
_MOMENT = re.compile(r"(\d{4})[:\-/.](\d\d)[:\-/.](\d\d)[ T](\d\d:\d\d:\d\d)", re.ASCII)
_ZONE = re.compile(r"[+-]\d\d:\d\d\Z", re.ASCII)


def of(dossier: Dossier) -> tuple[Spot, ...]:
    """Every spot of `dossier`, in order of their keys."""
    weighed = standings(dossier) if dossier.claim_locations else {}
    statuses = {claim_id: standing.status for claim_id, standing in weighed.items()}
    return placed(sightings.of(dossier), statuses)


def placed(seen: Sightings, statuses: Mapping[ClaimId, ClaimStatus]) -> tuple[Spot, ...]:
    """Every spot of what was seen, in order of their keys; each claim with its status."""
    found = [*_places(seen), *_claims(seen, statuses), *_photos(seen), *_positions(seen)]
    return tuple(sorted(found, key=lambda spot: spot.key))


def _photo(shot: Shot, clip: ClipSheet) -> Spot | None:
    """Where a picture says that it was taken; None where it does not say.

    A direction is taken as it stands, from whichever north: the two lie some degrees apart.
    """
    lat, lon = shot.meta.get("lat"), shot.meta.get("lon")
    if not _is_number(lat) or not _is_number(lon):
        return None
    stated = shot.meta.get("precision_m")
    bearing = _BEARING.match(str(shot.meta.get("GPS ImgDirection", "")))
    return Spot(
        SpotKey(SpotKind.PHOTO, shot.id),
        float(lat),
        float(lon),
        shot.words or clip.title,
        float(stated) if _is_number(stated) and stated > 0 else PHOTO_M,
        direction=float(bearing[1]) % 360 if bearing else None,
        when=taken(shot.meta),
        said=clip.published,
        captured=moments.of(clip.captured),
        clip_ids=(clip.id,),
    )


def taken(meta: Mapping[str, object]) -> str:
    """When a picture says that it was taken: EDTF, by its camera, else by its receiver's fix."""
    camera = _MOMENT.match(str(meta.get("EXIF DateTimeOriginal", "")))
    if camera:
        zone = _ZONE.match(str(meta.get("EXIF OffsetTimeOriginal", "")))
        return _readable("{}-{}-{}T{}".format(*camera.groups()) + (zone[0] if zone else ""))
    day = _DAY.match(str(meta.get("GPS DateStamp", "")))
    clock = str(meta.get("GPS TimeStamp", "")).removesuffix(" UTC")
    return _readable("{}-{}-{}T{}Z".format(*day.groups(), clock)) if day and clock else ""


def _readable(text: str) -> str:
    try:
        edtf.read(text)
    except CaseError:
        return ""
    return text


def _is_number(value: object) -> TypeGuard[float]:
    return isinstance(value, float | int) and not isinstance(value, bool)


@dataclass(slots=True)
class _Grounds:
    """What a spot rests on, gathered passage by passage."""

    count: int = 0
    clips: dict[str, ClipSheet] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)

    def add(self, clip: ClipSheet, said: str = "") -> None:
        self.count += 1
        self.clips[clip.id] = clip
        self.said.append(said or clip.published)

    def under(self, spot: Spot) -> Spot:
        """The spot, resting on this."""
        clips = sorted(self.clips.values(), key=lambda clip: clip.ref)
        return replace(
            spot,
            count=self.count,
            said=earliest(self.said),
            captured=moments.of(min(clip.captured for clip in clips)) if clips else "",
            clip_ids=tuple(clip.id for clip in clips),
        )


def earliest(edtfs: Iterable[str]) -> str:
    """The first of some EDTF strings in time; empty where there are none."""
    return min((text for text in edtfs if text), key=moments.sort_key, default="")


def _at(key: SpotKey, place: Location, label: str) -> Spot | None:
    """A spot at a location; None where nobody gave it a position."""
    if place.lat is None or place.lon is None:
        return None
    return Spot(
        key,
        place.lat,
        place.lon,
        label,
        place.precision_m,
        kind=place.kind,
        geometry=place.geometry or "",
    )


def _places(seen: Sightings) -> Iterator[Spot]:
    grounds: defaultdict[str, _Grounds] = defaultdict(_Grounds)
    for place_id, clip_id, _anchor in seen.mentions:
        grounds[place_id].add(seen.clips[clip_id])
    for place_id, place in seen.locations.items():
        if place_id in grounds:
            spot = _at(SpotKey(SpotKind.PLACE, place_id), place, place.name)
            if spot:
                yield grounds[place_id].under(spot)


def _claims(seen: Sightings, statuses: Mapping[ClaimId, ClaimStatus]) -> Iterator[Spot]:
    claims = {claim.id: claim for claim in seen.statements}
    grounds: defaultdict[str, _Grounds] = defaultdict(_Grounds)
    for claim_id, clip_id, _anchor, said_when in seen.sayings:
        grounds[claim_id].add(seen.clips[clip_id], said_when)
    for claim_id, place_id in seen.placings:
        claim, place = claims.get(claim_id), seen.locations.get(place_id)
        if claim is None or place is None:
            continue
        spot = _at(SpotKey(SpotKind.CLAIM, claim.id, place.id), place, claim.text)
        if spot:
            dated = replace(spot, status=statuses.get(claim.id), when=claim.when)
            yield grounds[claim.id].under(dated)


def _photos(seen: Sightings) -> Iterator[Spot]:
    found = (_photo(shot, seen.clips[shot.clip_id]) for shot in seen.shots)
    yield from (spot for spot in found if spot)


def _positions(seen: Sightings) -> Iterator[Spot]:
    for position in seen.positions:
        clip_id, unit = seen.position_clips.get(position.id), seen.units.get(position.unit_id)
        if clip_id is not None and unit is not None:
            place = seen.locations.get(position.location_id) if position.location_id else None
            spot = _position(position, unit, place, seen.clips[clip_id])
            if spot:
                yield spot


def _position(
    position: Position, unit: Unit, place: Location | None, clip: ClipSheet
) -> Spot | None:
    """Where a unit was: at the position's own degrees, else at its place; None without either."""
    key = SpotKey(SpotKind.POSITION, position.id)
    spot: Spot | None
    if position.lat is not None and position.lon is not None:
        spot = Spot(key, position.lat, position.lon, unit.name)
    else:
        spot = _at(key, place, unit.name) if place else None
    if spot is None:
        return None
    meant = place.precision_m if place else None
    known_as = unit.designation or unit.name
    return replace(
        spot,
        precision_m=meant if position.precision_m is None else position.precision_m,
        sidc=unit.sidc,
        label=f"{unit.name} ({position.bearing})" if position.bearing else unit.name,
        designation=f"{known_as} ({position.bearing})" if position.bearing else known_as,
        when=position.interval,
        said=clip.published,
        captured=moments.of(clip.captured),
        release_m=unit.release_m,
        clip_ids=(clip.id,),
    )
