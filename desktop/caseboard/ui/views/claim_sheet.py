"""One claim with all it rests on and clashes with, taken out of the weighed claims."""

from collections.abc import Mapping
from dataclasses import dataclass

from caseboard.analysis.standing import Standing
from caseboard.model.claim import Claim, Dispute, Report
from caseboard.model.clip import Anchor, Clip
from caseboard.model.dossier import Dossier
from caseboard.model.entities import Location, Source, Unit
from caseboard.model.ids import ClaimId, SourceId
from caseboard.model.terms import Ladder
from caseboard.ui.itemmodels.claims import Weighed


@dataclass(frozen=True, slots=True)
class Said:
    """One report: what was said, where, by whom, through whom."""

    report: Report
    anchor: Anchor
    clip: Clip
    claimant: Source | None
    relays: tuple[Source, ...]
    outlet: str


@dataclass(frozen=True, slots=True)
class Account:
    """One side of a dispute."""

    claim: Claim
    said: tuple[Said, ...]


@dataclass(frozen=True, slots=True)
class Clash:
    """A dispute with both its sides."""

    dispute: Dispute
    one: Account
    other: Account


@dataclass(frozen=True, slots=True)
class ClaimSheet:
    """All that is shown of one claim."""

    claim: Claim
    standing: Standing
    said: tuple[Said, ...]
    clashes: tuple[Clash, ...]
    locations: tuple[Location, ...]
    units: tuple[Unit, ...]
    ladder: Ladder


def sheet(weighed: Weighed, claim_id: str) -> ClaimSheet | None:
    """Everything about one claim; None where it has gone."""
    dossier = weighed.dossier
    claims = {claim.id: claim for claim in dossier.claims}
    claim = claims.get(ClaimId(claim_id))
    if claim is None:
        return None
    places = {row.location_id for row in dossier.claim_locations if row.claim_id == claim_id}
    units = {row.unit_id for row in dossier.claim_units if row.claim_id == claim_id}
    clashes = [
        Clash(
            dispute,
            Account(claims[dispute.claim_a_id], reports_of(dossier, dispute.claim_a_id)),
            Account(claims[dispute.claim_b_id], reports_of(dossier, dispute.claim_b_id)),
        )
        for dispute in dossier.disputes
        if claim.id in {dispute.claim_a_id, dispute.claim_b_id}
        and {dispute.claim_a_id, dispute.claim_b_id} <= claims.keys()
    ]
    return ClaimSheet(
        claim=claim,
        standing=weighed.standings[claim.id],
        said=reports_of(dossier, claim.id),
        clashes=tuple(clashes),
        locations=tuple(row for row in dossier.locations if row.id in places),
        units=tuple(row for row in dossier.units if row.id in units),
        ladder=dossier.case.ladder,
    )


def reports_of(dossier: Dossier, claim_id: ClaimId) -> tuple[Said, ...]:
    """The reports of a claim whose clip is still there, oldest first."""
    sources = {source.id: source for source in dossier.sources}
    clips = {clip.id: clip for clip in dossier.clips}
    anchors = {anchor.id: anchor for anchor in dossier.anchors}
    found = []
    for report in dossier.reports:
        anchor = anchors.get(report.anchor_id)
        if report.claim_id == claim_id and anchor is not None and anchor.clip_id in clips:
            clip = clips[anchor.clip_id]
            outlet = sources.get(clip.source_id) if clip.source_id else None
            found.append(
                Said(
                    report,
                    anchor,
                    clip,
                    sources.get(report.claimant_id),
                    _relays(dossier, report, sources),
                    outlet.name if outlet else clip.site,
                )
            )
    return tuple(found)


def _relays(
    dossier: Dossier, report: Report, sources: Mapping[SourceId, Source]
) -> tuple[Source, ...]:
    passed = [relay.source_id for relay in dossier.relays if relay.report_id == report.id]
    return tuple(sources[each] for each in passed if each in sources)
