"""The ledger of a dossier: for what is weighed from a case that was read whole."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping

from caseboard.analysis.evidence import clips_by_anchor
from caseboard.model.claim import Claim, Relay, Report
from caseboard.model.clip import Clip
from caseboard.model.dossier import Dossier
from caseboard.model.entities import Source
from caseboard.model.ids import AnchorId, ClaimId, ReportId, SourceId
from caseboard.model.ledger import Formation, Ledger, Place, Stated, Voice, Word
from caseboard.model.parts import Part, body_text


def of(dossier: Dossier) -> Ledger:
    """The claims of `dossier` and what they rest on, ready to be weighed."""
    clips = clips_by_anchor(dossier)
    words = list(_words(dossier, clips))
    own = {word.clip_id for word in words if word.is_own_voice}
    printed = {clip.id: clip for clip in clips.values() if clip.id in own}
    return Ledger(
        ladder=dossier.case.ladder,
        claims=list(_claims(dossier)),
        words=by_claim(words),
        voices={source.id: voice(source) for source in dossier.sources},
        disputes=dossier.disputes,
        syndications=dossier.syndications,
        texts={clip_id: _body(clip) for clip_id, clip in printed.items()},
        published={clip_id: clip.published or "" for clip_id, clip in printed.items()},
    )


def by_claim(words: Iterable[Word]) -> dict[ClaimId, list[Word]]:
    """Reports by the claim they are about, in their order."""
    found: defaultdict[ClaimId, list[Word]] = defaultdict(list)
    for word in words:
        found[word.claim_id].append(word)
    return found


def voice(source: Source) -> Voice:
    """A source as its word is weighed."""
    return Voice(source.id, source.name, source.kind, source.reliability, source.interested)


def _words(dossier: Dossier, clips: Mapping[AnchorId, Clip]) -> Iterator[Word]:
    relays = _relays(dossier.relays)
    for report in sorted(dossier.reports, key=lambda report: report.id):
        if report.anchor_id in clips:
            yield _word(report, clips[report.anchor_id], tuple(relays.get(report.id, ())))


def _word(report: Report, clip: Clip, relays: tuple[SourceId, ...]) -> Word:
    return Word(
        report.id,
        report.claim_id,
        report.anchor_id,
        clip.id,
        clip.source_id,
        report.claimant_id,
        report.stance,
        report.credibility,
        report.said_when,
        relays,
    )


def _relays(relays: Iterable[Relay]) -> dict[ReportId, list[SourceId]]:
    found: defaultdict[ReportId, list[SourceId]] = defaultdict(list)
    for relay in sorted(relays, key=lambda relay: relay.ordinal):
        found[relay.report_id].append(relay.source_id)
    return found


def _claims(dossier: Dossier) -> Iterator[Stated]:
    names = {place.id: place.name for place in dossier.locations}
    called = {unit.id: unit.name for unit in dossier.units}
    places: defaultdict[ClaimId, list[Place]] = defaultdict(list)
    units: defaultdict[ClaimId, list[Formation]] = defaultdict(list)
    for about in dossier.claim_locations:
        if about.location_id in names:
            places[about.claim_id].append(Place(about.location_id, names[about.location_id]))
    for fought in dossier.claim_units:
        if fought.unit_id in called:
            units[fought.claim_id].append(Formation(fought.unit_id, called[fought.unit_id]))
    for claim in sorted(dossier.claims, key=lambda claim: claim.id):
        yield _stated(claim, tuple(sorted(places[claim.id])), tuple(sorted(units[claim.id])))


def _stated(claim: Claim, places: tuple[Place, ...], units: tuple[Formation, ...]) -> Stated:
    return Stated(
        claim.id,
        claim.ref,
        claim.statement,
        claim.event_time,
        claim.band,
        claim.confidence,
        claim.assessment,
        claim.status_override,
        claim.override_reason,
        places,
        units,
    )


def _body(clip: Clip) -> str:
    parts = [Part.from_json(row) for row in clip.parts]
    return body_text(clip.text, parts) if parts else clip.text
