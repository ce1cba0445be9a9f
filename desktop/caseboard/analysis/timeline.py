"""The three clocks of a case: when things happened, when they were reported, when captured."""

from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from caseboard.analysis import bearings
from caseboard.analysis.evidence import clips_by_anchor
from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.dossier import Dossier


class Clock(StrEnum):
    """What a time is the time of."""

    HAPPENED = "happened"
    REPORTED = "reported"
    CAPTURED = "captured"


@dataclass(frozen=True, slots=True)
class Event:
    """One entry of a timeline."""

    when: str
    """EDTF (ISO 8601-2)."""
    clock: Clock
    label: str
    ref: str
    """The claim or clip it is read from."""


_ORDER = {clock: place for place, clock in enumerate(Clock)}


def events(dossier: Dossier) -> list[Event]:
    """Every dated thing of `dossier` on its clock, in order of time, each once."""
    found = {*_claims(dossier), *_positions(dossier), *_reports(dossier), *_clips(dossier)}
    return sorted(found, key=lambda e: (moments.sort_key(e.when), _ORDER[e.clock], e.ref, e.label))


def _claims(dossier: Dossier) -> Iterator[Event]:
    for claim in dossier.claims:
        if claim.event_time:
            yield Event(claim.event_time, Clock.HAPPENED, claim.statement, claim.ref)


def _positions(dossier: Dossier) -> Iterator[Event]:
    """Where units stood and when; a position without a named place is left to the map."""
    clips = clips_by_anchor(dossier)
    units = {unit.id: unit.name for unit in dossier.units}
    places = {place.id: place.name for place in dossier.locations}
    for position in dossier.positions:
        clip, unit = clips.get(position.anchor_id), units.get(position.unit_id)
        place = places.get(position.location_id) if position.location_id else None
        if position.interval and clip and unit and place:
            label = bearings.told(unit, place, position.bearing)
            yield Event(position.interval, Clock.HAPPENED, label, clip.ref)


def _reports(dossier: Dossier) -> Iterator[Event]:
    """What was said when; a report without a time of its own has that of its clip."""
    clips = clips_by_anchor(dossier)
    names = {source.id: source.name for source in dossier.sources}
    statements = {claim.id: claim.statement for claim in dossier.claims}
    for report in dossier.reports:
        clip, statement = clips.get(report.anchor_id), statements.get(report.claim_id)
        if report.said_when and clip and statement:
            name = names.get(report.claimant_id) or _("a source in the bin")
            label = _("{name}: {statement}").format(name=name, statement=statement)
            yield Event(report.said_when, Clock.REPORTED, label, clip.ref)


def _clips(dossier: Dossier) -> Iterator[Event]:
    for clip in dossier.clips:
        if clip.published:
            yield Event(clip.published, Clock.REPORTED, clip.title, clip.ref)
        yield Event(moments.of(clip.captured), Clock.CAPTURED, clip.title, clip.ref)
