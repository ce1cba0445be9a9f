"""What a timeline shows: everything of a case that has a time, each on its clock."""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from typing import NamedTuple

from caseboard.analysis import bearings, stretches
from caseboard.analysis.stretches import Stretch
from caseboard.analysis.timeline import Clock
from caseboard.i18n import _
from caseboard.model.chronicle import Chronicle, Saying
from caseboard.model.terms import Stance


class EventKind(StrEnum):
    """What an occurrence is read from."""

    CLAIM = "claim"
    """What is claimed happened."""
    POSITION = "position"
    """A unit was somewhere."""
    LAYER = "layer"
    """A layer of the map shows this time, or was published then."""
    REPORT = "report"
    """Someone said something."""
    PUBLISHED = "published"
    """A clip was published."""
    CAPTURED = "captured"
    """A clip was captured."""


@dataclass(frozen=True, slots=True, eq=False)
class Occurrence:
    """One mark of a timeline; `key` names it, as `claim:…`, as long as the row is there."""

    key: str
    kind: EventKind
    clock: Clock
    when: str
    """EDTF (ISO 8601-2)."""
    stretch: Stretch
    label: str
    ref: str
    """What is cited for it: the ref of a claim, clip or layer."""
    row_id: str
    """Of the claim, position, layer, report or clip."""
    clip_id: str = ""
    """The clip it stands in."""
    anchor_id: str = ""
    """The passage it stands in."""
    claim_id: str = ""
    place_ids: tuple[str, ...] = ()
    source_id: str = ""
    """Whose word it is; of what happened, nobody's."""
    stance: Stance | None = None
    """Of a report."""


class Tie(NamedTuple):
    """What happened and what was reported of it, by their keys."""

    happened: str
    reported: str
    stance: Stance


@dataclass(frozen=True, slots=True)
class Timeline:
    """The occurrences of a case in order of their starts, and what ties one clock to another."""

    occurrences: Sequence[Occurrence] = ()
    ties: Sequence[Tie] = ()
    sources: Mapping[str, frozenset[str]] = field(default_factory=dict)
    """By the key of what happened: whoever reported it."""
    told: frozenset[tuple[str, str]] = frozenset()
    """Every claim with each clip that reports it, by their ids."""
    place_names: Mapping[str, str] = field(default_factory=dict)
    source_names: Mapping[str, str] = field(default_factory=dict)


def of(chronicle: Chronicle) -> Timeline:
    """The timeline of a case. What has no time that can be read is left out."""
    found = [
        *_claims(chronicle),
        *_stays(chronicle),
        *_layers(chronicle),
        *_reports(chronicle),
        *_clips(chronicle),
    ]
    found.sort(key=lambda each: (each.stretch.start, each.stretch.end, each.key))
    keys = {each.key for each in found}
    ties = [tie for tie in _ties(chronicle) if tie.happened in keys and tie.reported in keys]
    return Timeline(
        found,
        ties,
        _reporters(chronicle),
        frozenset((report.claim_id, report.clip_id) for report in chronicle.reports),
        dict(chronicle.places.items()),
        dict(chronicle.sources.items()),
    )


def claim_key(claim_id: str) -> str:
    """Of what a claim states."""
    return f"claim:{claim_id}"


def _claims(chronicle: Chronicle) -> Iterator[Occurrence]:
    for claim in chronicle.claims:
        stretch = stretches.of(claim.when)
        if stretch:
            yield Occurrence(
                claim_key(claim.id),
                EventKind.CLAIM,
                Clock.HAPPENED,
                claim.when,
                stretch,
                claim.statement,
                claim.ref,
                claim.id,
                claim_id=claim.id,
                place_ids=claim.place_ids,
            )


def _stays(chronicle: Chronicle) -> Iterator[Occurrence]:
    refs = {clip.id: clip.ref for clip in chronicle.clips}
    for stay in chronicle.stays:
        stretch = stretches.of(stay.when)
        unit = chronicle.units.get(stay.unit_id)
        if stretch and unit:
            place = chronicle.places.get(stay.place_id) if stay.place_id else None
            label = bearings.told(unit, place, stay.bearing) if place else unit
            yield Occurrence(
                f"{EventKind.POSITION}:{stay.id}",
                EventKind.POSITION,
                Clock.HAPPENED,
                stay.when,
                stretch,
                label,
                refs.get(stay.clip_id, ""),
                stay.id,
                clip_id=stay.clip_id,
                anchor_id=stay.anchor_id,
                place_ids=(stay.place_id,) if stay.place_id else (),
            )


def _layers(chronicle: Chronicle) -> Iterator[Occurrence]:
    for layer in chronicle.layers:
        for clock, when in ((Clock.HAPPENED, layer.as_of), (Clock.REPORTED, layer.published)):
            stretch = stretches.of(when)
            if stretch:
                yield Occurrence(
                    f"{EventKind.LAYER}:{layer.id}:{clock}",
                    EventKind.LAYER,
                    clock,
                    when,
                    stretch,
                    layer.name,
                    layer.ref,
                    layer.id,
                    source_id=layer.source_id or "",
                )


def _reports(chronicle: Chronicle) -> Iterator[Occurrence]:
    claims = {claim.id: claim for claim in chronicle.claims}
    refs = {clip.id: clip.ref for clip in chronicle.clips}
    binned, words = _("a source in the bin"), _("{name}: {statement}")
    for report in chronicle.reports:
        stretch = stretches.of(report.when)
        claim = claims.get(report.claim_id)
        if stretch and claim and report.clip_id in refs:
            name = chronicle.sources.get(report.claimant_id) or binned
            yield Occurrence(
                f"report:{report.id}",
                EventKind.REPORT,
                Clock.REPORTED,
                report.when,
                stretch,
                words.format(name=name, statement=claim.statement),
                refs[report.clip_id],
                report.id,
                clip_id=report.clip_id,
                anchor_id=report.anchor_id,
                claim_id=claim.id,
                place_ids=claim.place_ids,
                source_id=report.claimant_id,
                stance=report.stance,
            )


def _clips(chronicle: Chronicle) -> Iterator[Occurrence]:
    for clip in chronicle.clips:
        times = (
            (EventKind.PUBLISHED, Clock.REPORTED, clip.published),
            (EventKind.CAPTURED, Clock.CAPTURED, clip.captured),
        )
        for kind, clock, when in times:
            stretch = stretches.of(when)
            if stretch:
                yield Occurrence(
                    f"{kind}:{clip.id}",
                    kind,
                    clock,
                    when,
                    stretch,
                    clip.title.strip() or _("Untitled"),
                    clip.ref,
                    clip.id,
                    clip_id=clip.id,
                    place_ids=clip.place_ids,
                    source_id=clip.outlet_id or "",
                )


def _ties(chronicle: Chronicle) -> Iterator[Tie]:
    """A claim to each report of it; a report without a time of its own is told by its clip's."""
    ties = (Tie(claim_key(r.claim_id), _told_by(r), r.stance) for r in chronicle.reports)
    yield from dict.fromkeys(ties)


def _told_by(report: Saying) -> str:
    if report.when:
        return f"report:{report.id}"
    return f"published:{report.clip_id}"


def _reporters(chronicle: Chronicle) -> dict[str, frozenset[str]]:
    """Whoever said what happened, or where a unit was: claimants, and the outlets of the clips."""
    found: defaultdict[str, set[str]] = defaultdict(set)
    outlets = {clip.id: clip.outlet_id for clip in chronicle.clips}
    for report in chronicle.reports:
        found[claim_key(report.claim_id)].add(report.claimant_id)
        if outlet := outlets.get(report.clip_id):
            found[claim_key(report.claim_id)].add(outlet)
    for stay in chronicle.stays:
        if outlet := outlets.get(stay.clip_id):
            found[f"{EventKind.POSITION}:{stay.id}"].add(outlet)
    return {key: frozenset(ids) for key, ids in found.items()}
