"""Everything of a case that is known to be somewhere, for a map, a briefing or an export.

A place is known by the passages tagged with it, a claim by the locations it is about, a photo by
what its file says of itself, a unit by its positions. What nobody gave a position is left out.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from typing import TypeGuard

from caseboard.analysis.evidence import clips_by_anchor
from caseboard.analysis.standing import standings
from caseboard.errors import CaseError
from caseboard.model import edtf, moments
from caseboard.model.claim import Report
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.dossier import Dossier
from caseboard.model.entities import Location, Position, Unit
from caseboard.model.ids import AnchorId
from caseboard.model.spots import Spot, SpotKey, SpotKind
from caseboard.model.terms import FileRole, TagState

PHOTO_M = 50.0
"""Metres about a photo whose file does not say how well its receiver knew its place."""
_BEARING = re.compile(r"(\d{1,3}(?:\.\d+)?)(?:e[+-]?\d+)?°", re.ASCII)
_DAY = re.compile(r"(\d{4})[:\-/.](\d\d)[:\-/.](\d\d)", re.ASCII)
_MOMENT = re.compile(r"(\d{4})[:\-/.](\d\d)[:\-/.](\d\d)[ T](\d\d:\d\d:\d\d)", re.ASCII)
_ZONE = re.compile(r"[+-]\d\d:\d\d\Z", re.ASCII)


def of(dossier: Dossier) -> tuple[Spot, ...]:
    """Every spot of `dossier`, in order of their keys."""
    clips = clips_by_anchor(dossier)
    places: dict[str, Location] = {place.id: place for place in dossier.locations}
    found = [
        *_places(dossier, clips, places),
        *_claims(dossier, clips, places),
        *_photos(dossier),
        *_positions(dossier, clips, places),
    ]
    return tuple(sorted(found, key=lambda spot: spot.key))


def photo(file: ClipFile, clip: Clip) -> Spot | None:
    """Where a picture says that it was taken; None where it does not say.

    A direction is taken as it stands, from whichever north: the two lie some degrees apart.
    """
    lat, lon = file.meta.get("lat"), file.meta.get("lon")
    if file.role is FileRole.DERIVATIVE or not _is_number(lat) or not _is_number(lon):
        return None
    stated = file.meta.get("precision_m")
    bearing = _BEARING.match(str(file.meta.get("GPS ImgDirection", "")))
    return Spot(
        SpotKey(SpotKind.PHOTO, file.id),
        float(lat),
        float(lon),
        file.caption or file.alt or clip.title,
        float(stated) if _is_number(stated) and stated > 0 else PHOTO_M,
        direction=float(bearing[1]) % 360 if bearing else None,
        when=taken(file.meta),
        said=clip.published or "",
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
    clips: dict[str, Clip] = field(default_factory=dict)
    said: list[str] = field(default_factory=list)

    def add(self, clip: Clip, said: str = "") -> None:
        self.count += 1
        self.clips[clip.id] = clip
        if said or clip.published:
            self.said.append(said or clip.published or "")

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


def _places(
    dossier: Dossier, clips: Mapping[AnchorId, Clip], places: Mapping[str, Location]
) -> Iterator[Spot]:
    grounds: defaultdict[str, _Grounds] = defaultdict(_Grounds)
    for tag in dossier.tags:
        if tag.location_id and tag.state is TagState.ACCEPTED and tag.anchor_id in clips:
            grounds[tag.location_id].add(clips[tag.anchor_id])
    for place_id, resting in grounds.items():
        place = places.get(place_id)
        spot = _at(SpotKey(SpotKind.PLACE, place_id), place, place.name) if place else None
        if spot:
            yield resting.under(spot)


def _claims(
    dossier: Dossier, clips: Mapping[AnchorId, Clip], places: Mapping[str, Location]
) -> Iterator[Spot]:
    claims = {claim.id: claim for claim in dossier.claims}
    statuses = standings(dossier) if dossier.claim_locations else {}
    grounds = _reported(dossier.reports, clips)
    for about in dossier.claim_locations:
        claim, place = claims.get(about.claim_id), places.get(about.location_id)
        if claim is None or place is None:
            continue
        spot = _at(SpotKey(SpotKind.CLAIM, claim.id, place.id), place, claim.statement)
        if spot:
            dated = replace(spot, status=statuses[claim.id].status, when=claim.event_time)
            yield grounds[claim.id].under(dated)


def _reported(
    reports: Iterable[Report], clips: Mapping[AnchorId, Clip]
) -> defaultdict[str, _Grounds]:
    grounds: defaultdict[str, _Grounds] = defaultdict(_Grounds)
    for report in reports:
        if report.anchor_id in clips:
            grounds[report.claim_id].add(clips[report.anchor_id], report.said_when)
    return grounds


def _photos(dossier: Dossier) -> Iterator[Spot]:
    clips = {clip.id: clip for clip in dossier.clips}
    found = (photo(file, clips[file.clip_id]) for file in dossier.files if file.clip_id in clips)
    yield from (spot for spot in found if spot)


def _positions(
    dossier: Dossier, clips: Mapping[AnchorId, Clip], places: Mapping[str, Location]
) -> Iterator[Spot]:
    units = {unit.id: unit for unit in dossier.units}
    for position in dossier.positions:
        clip, unit = clips.get(position.anchor_id), units.get(position.unit_id)
        place = places.get(position.location_id or "")
        spot = position_spot(position, unit, place, clip) if clip and unit else None
        if spot:
            yield spot


def position_spot(
    position: Position, unit: Unit, place: Location | None, clip: Clip
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
    return replace(
        spot,
        precision_m=meant if position.precision_m is None else position.precision_m,
        sidc=unit.sidc,
        designation=unit.designation or unit.name,
        when=position.interval,
        said=clip.published or "",
        captured=moments.of(clip.captured),
        release_m=unit.release_m,
        clip_ids=(clip.id,),
    )
