"""The times of a dossier, as a timeline is drawn from them."""

from collections import defaultdict

from caseboard.analysis.evidence import clips_by_anchor
from caseboard.model import moments
from caseboard.model.chronicle import Chronicle, Happening, Overlaid, Saying, Stay, Taking
from caseboard.model.clip import Clip
from caseboard.model.dossier import Dossier
from caseboard.model.ids import AnchorId, ClaimId, ClipId, LocationId
from caseboard.model.terms import TagState


def of(dossier: Dossier) -> Chronicle:
    """Every time in `dossier`: the same that the store reads for the window."""
    clips = clips_by_anchor(dossier)
    claims = _claims(dossier)
    stays = _stays(dossier, clips)
    reports = _reports(dossier, clips)
    takings = _takings(dossier, clips)
    layers = [
        Overlaid(each.id, each.ref, each.name, each.source_id, each.as_of, each.published)
        for each in sorted(dossier.layers, key=lambda layer: layer.id)
    ]
    place_ids = {each for claim in claims for each in claim.place_ids}
    place_ids.update(each for clip in takings for each in clip.place_ids)
    place_ids.update(stay.place_id for stay in stays if stay.place_id)
    source_ids = {report.claimant_id for report in reports}
    source_ids.update(clip.outlet_id for clip in takings if clip.outlet_id)
    source_ids.update(layer.source_id for layer in layers if layer.source_id)
    unit_ids = {stay.unit_id for stay in stays}
    return Chronicle(
        claims=claims,
        stays=stays,
        reports=reports,
        clips=takings,
        layers=layers,
        places={each.id: each.name for each in dossier.locations if each.id in place_ids},
        units={each.id: each.name for each in dossier.units if each.id in unit_ids},
        sources={each.id: each.name for each in dossier.sources if each.id in source_ids},
    )


def _claims(dossier: Dossier) -> list[Happening]:
    known = {place.id for place in dossier.locations}
    about: defaultdict[ClaimId, list[LocationId]] = defaultdict(list)
    for row in sorted(dossier.claim_locations, key=lambda row: row.location_id):
        if row.location_id in known:
            about[row.claim_id].append(row.location_id)
    return [
        Happening(
            claim.id, claim.ref, claim.statement, claim.event_time, tuple(about.get(claim.id, ()))
        )
        for claim in sorted(dossier.claims, key=lambda claim: claim.id)
    ]


def _stays(dossier: Dossier, clips: dict[AnchorId, Clip]) -> list[Stay]:
    units = {unit.id for unit in dossier.units}
    places = {place.id for place in dossier.locations}
    return [
        Stay(
            each.id,
            each.unit_id,
            each.location_id if each.location_id in places else None,
            each.anchor_id,
            clips[each.anchor_id].id,
            each.interval,
            each.bearing,
        )
        for each in sorted(dossier.positions, key=lambda position: position.id)
        if each.anchor_id in clips and each.unit_id in units
    ]


def _reports(dossier: Dossier, clips: dict[AnchorId, Clip]) -> list[Saying]:
    claims = {claim.id for claim in dossier.claims}
    return [
        Saying(
            each.id,
            each.claim_id,
            each.anchor_id,
            clips[each.anchor_id].id,
            each.claimant_id,
            each.stance,
            each.said_when,
        )
        for each in sorted(dossier.reports, key=lambda report: report.id)
        if each.anchor_id in clips and each.claim_id in claims
    ]


def _takings(dossier: Dossier, clips: dict[AnchorId, Clip]) -> list[Taking]:
    known = {place.id for place in dossier.locations}
    named: defaultdict[ClipId, set[LocationId]] = defaultdict(set)
    for tag in dossier.tags:
        is_named = tag.location_id in known and tag.state is TagState.ACCEPTED
        if is_named and tag.location_id and tag.anchor_id in clips:
            named[clips[tag.anchor_id].id].add(tag.location_id)
    return [
        Taking(
            clip.id,
            clip.ref,
            clip.title,
            clip.source_id,
            clip.published or "",
            moments.of(clip.captured),
            tuple(sorted(named.get(clip.id, ()))),
        )
        for clip in sorted(dossier.clips, key=lambda clip: clip.ref)
    ]
