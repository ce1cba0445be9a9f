"""Positions of units that are given away by something else than their own line.

What is printed of a unit's position is coarsened anyway; a site or a photo is not, nor is a
position that is written in a sentence, whoever's it is.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import lru_cache

from sqlmodel import SQLModel

from caseboard.analysis import releasing
from caseboard.briefing.blocks import SectionKind
from caseboard.briefing.linter.finding import Finding, Rule, Where
from caseboard.briefing.linter.reading import Reading, of_claim, of_clip
from caseboard.briefing.unplaced import Finder, written
from caseboard.briefing.words import distance
from caseboard.errors import CaseError
from caseboard.i18n import _
from caseboard.mapping.distances import metres
from caseboard.model.entities import Unit
from caseboard.model.refs import short

_LONGEST = 60
"""Characters of what is quoted."""


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
    """Positions that the analyst wrote into the briefing: a unit's, or whose nobody need say."""
    finder = Finder.of(reading.dossier)
    for each in reading.written:
        for start, end in finder.found(each.text):
            quote = each.text[start:end]
            point = _point(quote)
            post = _near(posts, *point) if point else None
            where = each.where(start, end)
            if post is not None:
                words = _("“{quote}” tells where {unit} is closer than {distance}.")
                named = {"unit": post.unit.name, "distance": distance(post.unit.release_m)}
                told = words.format(quote=_short(quote), **named)
                yield Finding(Rule.TOO_FINE, told, _("Name the area instead."), where)
            else:
                yield _written(quote, finder, where)
    yield from _in_rows(reading, finder)


def _in_rows(reading: Reading, finder: Finder) -> Iterator[Finding]:
    """Positions in what is printed of the case: one finding for each thing that is to be opened."""
    told: dict[Where, str] = {}
    for row, where in _rows(reading):
        if where not in told:
            found = (text[slice(*span)] for text in written(row) for span in finder.found(text))
            quote = next(found, "")
            if quote:
                told[where] = quote
    for where, quote in told.items():
        yield _written(quote, finder, where)


def _rows(reading: Reading) -> Iterator[tuple[SQLModel, Where]]:
    """What is printed of the case, with what is opened to mend it."""
    yield from _evidence(reading)
    dossier, index = reading.dossier, reading.index
    for claim in dossier.claims:
        yield claim, of_claim(claim)
        yield from ((report, of_claim(claim)) for report in index.reports.get(claim.id, ()))
    for dispute in dossier.disputes:
        yield dispute, Where(table="dispute", row_id=dispute.id, anchor="disputes")
    for note in dossier.notes:
        if not note.is_private:
            yield note, Where(table="note", row_id=note.id, anchor="notes")
    for gap in dossier.gaps:
        yield gap, Where(table="gap", row_id=gap.id, anchor="gaps")
    for layer in dossier.layers:
        yield layer, Where(table="layer", row_id=layer.id, anchor="map")


def _evidence(reading: Reading) -> Iterator[tuple[SQLModel, Where]]:
    clips = reading.index.clips
    yield from ((clip, of_clip(clip)) for clip in clips.values())
    for file in reading.dossier.files:
        if file.clip_id in clips:
            yield file, of_clip(clips[file.clip_id])
    for anchor in reading.dossier.anchors:
        if anchor.clip_id in clips:
            yield anchor, of_clip(clips[anchor.clip_id])


def _written(quote: str, finder: Finder, where: Where) -> Finding:
    words = _("“{quote}” is a position closer than {distance}.")
    return Finding(
        Rule.TOO_FINE,
        words.format(quote=_short(quote), distance=distance(finder.metres)),
        _("Name the area instead, or export a release copy: it is left out of that."),
        where,
    )


def _short(quote: str) -> str:
    return quote if len(quote) <= _LONGEST else f"{quote[:_LONGEST]}…"


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
