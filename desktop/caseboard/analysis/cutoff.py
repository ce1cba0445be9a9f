"""A case as it stood at the information cut-off."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import replace
from datetime import datetime
from typing import TypeVar

from caseboard.errors import CaseError
from caseboard.model import moments
from caseboard.model.claim import Dispute
from caseboard.model.dossier import Dossier
from caseboard.model.entities import Location, Person, Source, Unit
from caseboard.model.ids import ClaimId
from caseboard.model.inquiry import Gap
from caseboard.model.work import Layer

E = TypeVar("E", Location, Unit, Person, Source)


def before(dossier: Dossier, cutoff: datetime | None) -> Dossier:
    """The dossier without clips captured after `cutoff` (UTC), nor what rests on them alone.

    Layers published after it are left out too.

    Reports, tags and positions go with the place they were said; a claim goes with its last
    report, a dispute with either of its claims. What the analyst wrote stays. None leaves out
    nothing.
    """
    there = layers(dossier.layers, cutoff)
    if len(there) < len(dossier.layers):
        dossier = replace(dossier, layers=there)
    if cutoff is None or all(clip.captured <= cutoff for clip in dossier.clips):
        return dossier
    clips = [clip for clip in dossier.clips if clip.captured <= cutoff]
    kept = {clip.id for clip in clips}
    anchors = [anchor for anchor in dossier.anchors if anchor.clip_id in kept]
    places = {anchor.id for anchor in anchors}
    tags = [tag for tag in dossier.tags if tag.anchor_id in places]
    positions = [p for p in dossier.positions if p.anchor_id in places]
    reports = [report for report in dossier.reports if report.anchor_id in places]
    said = {report.id for report in reports}
    claims = [c for c in dossier.claims if any(r.claim_id == c.id for r in reports)]
    held = {claim.id for claim in claims}
    relays = [relay for relay in dossier.relays if relay.report_id in said]
    about = [row for row in dossier.claim_locations if row.claim_id in held]
    fought = [row for row in dossier.claim_units if row.claim_id in held]
    disputes = [d for d in dossier.disputes if {d.claim_a_id, d.claim_b_id} <= held]
    named = {
        *(tag.location_id or tag.unit_id or tag.person_id for tag in tags),
        *(row.location_id for row in about),
        *(row.unit_id for row in fought),
        *(position.location_id for position in positions),
        *(position.unit_id for position in positions),
        *(report.claimant_id for report in reports),
        *(relay.source_id for relay in relays),
        *(clip.source_id for clip in clips),
    }
    return replace(
        dossier,
        clips=clips,
        files=[file for file in dossier.files if file.clip_id in kept],
        anchors=anchors,
        tags=tags,
        positions=positions,
        reports=reports,
        relays=relays,
        quantities=[row for row in dossier.quantities if row.report_id in said],
        claims=claims,
        claim_locations=about,
        claim_units=fought,
        disputes=disputes,
        inquiry_evidence=[row for row in dossier.inquiry_evidence if row.claim_id in held],
        consistencies=[row for row in dossier.consistencies if row.claim_id in held],
        gaps=[gap for gap in dossier.gaps if _is_open_question(gap, held, disputes)],
        locations=_named(dossier.locations, named),
        units=_named(dossier.units, named),
        people=_named(dossier.people, named),
        sources=_named(dossier.sources, named),
    )


def layers(held: Iterable[Layer], cutoff: datetime | None) -> list[Layer]:
    """The layers without those that are known to have been published after `cutoff` (UTC)."""
    return [layer for layer in held if cutoff is None or not _is_after(layer.published, cutoff)]


def _is_after(edtf: str, moment: datetime) -> bool:
    try:
        start = moments.read(edtf).start if edtf else None
    except CaseError:
        return False
    return start is not None and start > moment


def _is_open_question(gap: Gap, held: Collection[ClaimId], disputes: Sequence[Dispute]) -> bool:
    """Whether what a gap is about is still there; one about nothing in particular always is."""
    if gap.claim_id is not None:
        return gap.claim_id in held
    return gap.dispute_id is None or any(row.id == gap.dispute_id for row in disputes)


def _named(entities: Sequence[E], named: Collection[str | None]) -> list[E]:
    return [entity for entity in entities if entity.id in named]
