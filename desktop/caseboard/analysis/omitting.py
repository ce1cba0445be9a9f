"""A case without some of what it holds, nor anything that rests on that alone.

Reports, tags, positions and syndications go with the place they were said; a claim goes with its
last report, a dispute with either of its claims, a gap with what it asks about; entities that
nothing names any more go too.
"""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from caseboard.model.claim import Claim, Dispute, Report
from caseboard.model.clip import Anchor, Tag
from caseboard.model.dossier import Dossier
from caseboard.model.entities import Location, Person, Position, Source, Unit
from caseboard.model.ids import AnchorId, ClaimId
from caseboard.model.inquiry import Gap
from caseboard.model.work import Layer, Note

E = TypeVar("E", Location, Unit, Person, Source)
_Said = TypeVar("_Said", Tag, Position, Report)


@dataclass(frozen=True, slots=True)
class Omitted:
    """What is to be left out, by id: clips and claims with all that rests on them."""

    clips: Collection[str] = ()
    claims: Collection[str] = ()


def without(dossier: Dossier, omitted: Omitted) -> Dossier:
    """`dossier` without `omitted`, nor what rests on it alone; it is itself left as it is.

    What the analyst wrote and the layers of the map stay: whether those go too depends on why.
    """
    clips = [clip for clip in dossier.clips if clip.id not in omitted.clips]
    kept = {clip.id for clip in clips}
    anchors = [anchor for anchor in dossier.anchors if anchor.clip_id in kept]
    places = {anchor.id for anchor in anchors}
    tags, positions = _said_in(dossier.tags, places), _said_in(dossier.positions, places)
    claims, reports = _claims(dossier, _said_in(dossier.reports, places), omitted.claims)
    held, said = {claim.id for claim in claims}, {report.id for report in reports}
    disputes = [d for d in dossier.disputes if {d.claim_a_id, d.claim_b_id} <= held]
    made = replace(
        dossier,
        clips=clips,
        files=[file for file in dossier.files if file.clip_id in kept],
        anchors=anchors,
        tags=tags,
        positions=positions,
        reports=reports,
        relays=[relay for relay in dossier.relays if relay.report_id in said],
        quantities=[row for row in dossier.quantities if row.report_id in said],
        claims=claims,
        claim_locations=[row for row in dossier.claim_locations if row.claim_id in held],
        claim_units=[row for row in dossier.claim_units if row.claim_id in held],
        disputes=disputes,
        syndications=[
            row for row in dossier.syndications if {row.clip_a_id, row.clip_b_id} <= kept
        ],
        inquiry_evidence=[row for row in dossier.inquiry_evidence if row.claim_id in held],
        consistencies=[row for row in dossier.consistencies if row.claim_id in held],
        gaps=[gap for gap in dossier.gaps if _is_open_question(gap, held, disputes)],
        georeferences=[row for row in dossier.georeferences if row.clip_id in kept],
    )
    return named_alone(made)


def named_alone(dossier: Dossier) -> Dossier:
    """`dossier` with those entities alone that something in it names."""
    named = {
        *(tag.location_id or tag.unit_id or tag.person_id for tag in dossier.tags),
        *(row.location_id for row in dossier.claim_locations),
        *(row.unit_id for row in dossier.claim_units),
        *(position.location_id for position in dossier.positions),
        *(position.unit_id for position in dossier.positions),
        *(report.claimant_id for report in dossier.reports),
        *(relay.source_id for relay in dossier.relays),
        *(clip.source_id for clip in dossier.clips),
        *(layer.source_id for layer in dossier.layers),
    }
    return replace(
        dossier,
        locations=_named(dossier.locations, named),
        units=_named(dossier.units, named),
        people=_named(dossier.people, named),
        sources=_named(dossier.sources, named),
    )


def resting_anchors(whole: Dossier, kept: Dossier) -> list[Anchor]:
    """The anchors of `kept` without those that only what it lacks of `whole` stood at.

    One at which nothing ever stood is the analyst's own mark, and stays.
    """
    used, still = _used(whole), _used(kept)
    return [each for each in kept.anchors if each.id in still or each.id not in used]


def resting_layers(dossier: Dossier, layers: Collection[str]) -> list[Layer]:
    """The layers but `layers`, and but those that were made of nothing that is still there.

    A traced one rests on its picture, and what changed between two layers on both of them.
    """
    georeferences = {row.id for row in dossier.georeferences}
    anchors = {anchor.id for anchor in dossier.anchors}
    gone = set(layers)
    for layer in dossier.layers:
        placed = layer.georeference_id is None or layer.georeference_id in georeferences
        traced = layer.anchor_id is None or layer.anchor_id in anchors
        if not (placed and traced):
            gone.add(layer.id)
    there = {layer.id for layer in dossier.layers} - gone
    return [
        layer
        for layer in dossier.layers
        if layer.id in there and not (layer.derived_from and gone & set(layer.derived_from))
    ]


def resting_notes(dossier: Dossier, notes: Collection[str]) -> list[Note]:
    """The notes but `notes`, and but those on a clip, or a place in one, that is not there."""
    clips = {clip.id for clip in dossier.clips}
    anchors = {anchor.id for anchor in dossier.anchors}
    return [
        note
        for note in dossier.notes
        if note.id not in notes
        and (note.clip_id is None or note.clip_id in clips)
        and (note.anchor_id is None or note.anchor_id in anchors)
    ]


def _used(dossier: Dossier) -> set[AnchorId]:
    found: set[AnchorId | None] = {
        *(row.anchor_id for row in dossier.reports),
        *(row.anchor_id for row in dossier.tags),
        *(row.anchor_id for row in dossier.positions),
        *(row.anchor_id for row in dossier.notes),
        *(row.anchor_id for row in dossier.layers),
    }
    return {anchor_id for anchor_id in found if anchor_id is not None}


def _claims(
    dossier: Dossier, reports: Sequence[Report], gone: Collection[str]
) -> tuple[list[Claim], list[Report]]:
    """The claims that somebody still speaks of, with who does."""
    spoken: set[ClaimId] = {report.claim_id for report in reports}
    claims = [each for each in dossier.claims if each.id in spoken and each.id not in gone]
    held = {claim.id for claim in claims}
    return claims, [report for report in reports if report.claim_id in held]


def _said_in(rows: Sequence[_Said], places: Collection[AnchorId]) -> list[_Said]:
    return [row for row in rows if row.anchor_id in places]


def _is_open_question(gap: Gap, held: Collection[ClaimId], disputes: Sequence[Dispute]) -> bool:
    """Whether what a gap is about is still there; one about nothing in particular always is."""
    if gap.claim_id is not None:
        return gap.claim_id in held
    return gap.dispute_id is None or any(row.id == gap.dispute_id for row in disputes)


def _named(entities: Sequence[E], named: Collection[str | None]) -> list[E]:
    return [entity for entity in entities if entity.id in named]
