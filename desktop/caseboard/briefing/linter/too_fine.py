"""Positions of units that are given away by something else than their own line.

What is printed of a unit's position is coarsened anyway; a site, a photo or a pair of numbers in a
sentence is not.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from caseboard.analysis import releasing
from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.linter.finding import Finding, Rule, Where
from caseboard.briefing.linter.reading import Reading, of_clip
from caseboard.briefing.words import distance
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.mapping.distances import metres
from caseboard.model.entities import Unit
from caseboard.model.refs import short

_WRITTEN = re.compile(
    r"(?<![\w.,°])(?:"
    r"\d{1,3}[.,]\d{2,8}°?\s?п[нд]\.?\s?ш\.?[,;]?\s+\d{1,3}[.,]\d{2,8}°?\s?(?:сх|за?х)\.?\s?д\.?"
    r"|[-+]?\d{1,3}[.,]\d{2,8}°?\s?[NSnsПпЮю]?[,;]?\s+[-+]?\d{1,3}[.,]\d{2,8}°?(?:\s?[EWewСсЗзВв])?"
    r"|\d{1,2}\s?[C-HJ-NP-X]\s?[A-HJ-NP-Z]{2}\s?\d{2,5}\s?\d{2,5}"
    r"|\d{1,3}°\s?\d{1,2}['′](?:\s?\d{1,2}(?:[.,]\d+)?[\"″])?\s?[NS],?"
    r"\s?\d{1,3}°\s?\d{1,2}['′](?:\s?\d{1,2}(?:[.,]\d+)?[\"″])?\s?[EW]"
    r")(?!\w)"
)
"""Decimal degrees, a square of MGRS, degrees with minutes."""


@dataclass(frozen=True, slots=True)
class _Post:
    """Where a unit is, as it is known, and how closely it may be told."""

    unit: Unit
    lat: float
    lon: float


def found(reading: Reading) -> Iterator[Finding]:
    """Sites, photos and written coordinates that say more than a unit may be released with."""
    yield from _sites(reading)
    posts = list(_posts(reading))
    if posts:
        yield from _photos(reading, posts)
        yield from _coordinates(reading, posts)


def _sites(reading: Reading) -> Iterator[Finding]:
    """Places that a map prints for what is said of them, and where a unit is besides."""
    if SectionKind.MAP not in reading.kinds:
        return
    dossier = reading.dossier
    named = {row.location_id for row in dossier.claim_locations}
    named |= {tag.location_id for tag in dossier.tags if tag.location_id}
    fine = releasing.too_fine_places(dossier)
    for place in dossier.locations:
        if place.id in fine and place.id in named and place.lat is not None:
            yield Finding(
                Rule.TOO_FINE,
                _("{place} on the map gives a unit away closer than {distance}.").format(
                    place=place.name, distance=distance(fine[place.id])
                ),
                _("Make the place coarser, or export a release copy."),
                Where(table="location", row_id=place.id, anchor="map"),
            )


def _posts(reading: Reading) -> Iterator[_Post]:
    units = {unit.id: unit for unit in reading.dossier.units}
    for position in reading.dossier.positions:
        unit = units.get(position.unit_id)
        place = reading.index.locations.get(position.location_id or "")
        if unit is None or not releasing.is_too_fine(position, unit, place):
            continue
        lat, lon = position.lat, position.lon
        if (lat is None or lon is None) and place is not None:
            lat, lon = place.lat, place.lon
        if lat is not None and lon is not None and not position.bearing:
            yield _Post(unit, lat, lon)


def _photos(reading: Reading, posts: list[_Post]) -> Iterator[Finding]:
    if SectionKind.MAP not in reading.kinds:
        return
    for file in reading.dossier.files:
        lat, lon = file.meta.get("lat"), file.meta.get("lon")
        clip = reading.index.clips.get(file.clip_id)
        if clip is None or not isinstance(lat, float) or not isinstance(lon, float):
            continue
        post = _near(posts, lat, lon, float(file.meta.get("precision_m") or 0.0))
        if post is not None:
            words = _("A photo of {ref} puts {unit} on the map closer than {distance}.")
            yield Finding(
                Rule.TOO_FINE,
                words.format(
                    ref=short(clip.ref),
                    unit=post.unit.name,
                    distance=distance(post.unit.release_m),
                ),
                _("Export a release copy: positions of photos are left out of it."),
                of_clip(clip),
            )


def _coordinates(reading: Reading, posts: list[_Post]) -> Iterator[Finding]:
    for written in reading.written:
        for match in _WRITTEN.finditer(written.text):
            point = _point(match[0])
            post = _near(posts, *point) if point else None
            if post is not None:
                words = _("“{quote}” tells where {unit} is closer than {distance}.")
                yield Finding(
                    Rule.TOO_FINE,
                    words.format(
                        quote=match[0],
                        unit=post.unit.name,
                        distance=distance(post.unit.release_m),
                    ),
                    _("Name the area instead."),
                    written.where(match.start(), match.end()),
                )


def _near(posts: list[_Post], lat: float, lon: float, precision_m: float) -> _Post | None:
    """A unit that is no farther from there than it may be told, if this tells it closer."""
    return next(
        (
            post
            for post in posts
            if precision_m < post.unit.release_m
            and metres(post.lat, post.lon, lat, lon) <= post.unit.release_m
        ),
        None,
    )


@lru_cache(maxsize=1_000)
def _point(text: str) -> tuple[float, float, float] | None:
    from caseboard.mapping.coordinates import parse  # noqa: PLC0415  for coordinates alone

    try:
        point = parse(text)
    except CaseError:
        return None  # numbers that are no position
    return point.lat, point.lon, point.precision_m
