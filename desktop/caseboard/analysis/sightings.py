"""What a dossier has to show on a map, row by row."""

from collections.abc import Iterator, Mapping

from caseboard.analysis.evidence import clips_by_anchor
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.dossier import Dossier
from caseboard.model.ids import AnchorId, ClipId
from caseboard.model.sightings import (
    ClipSheet,
    Mention,
    Placing,
    Saying,
    Shot,
    Sightings,
    Statement,
)
from caseboard.model.terms import FileRole, TagState


def of(dossier: Dossier) -> Sightings:
    """The rows of `dossier` that may be somewhere; what stands in a clip it leaves out is not."""
    clips = clips_by_anchor(dossier)
    sheets = {clip.id: sheet(clip) for clip in dossier.clips}
    held = {p.id: clips[p.anchor_id].id for p in dossier.positions if p.anchor_id in clips}
    return Sightings(
        clips=sheets,
        mentions=list(_mentions(dossier, clips)),
        statements=[Statement(each.id, each.statement, each.event_time) for each in dossier.claims],
        placings=[Placing(each.claim_id, each.location_id) for each in dossier.claim_locations],
        sayings=[
            Saying(
                report.claim_id,
                clips[report.anchor_id].id,
                report.anchor_id,
                report.said_when,
            )
            for report in dossier.reports
            if report.anchor_id in clips
        ],
        shots=[shot for file in dossier.files if (shot := _shot(file, sheets))],
        locations={place.id: place for place in dossier.locations},
        units={unit.id: unit for unit in dossier.units},
        positions=dossier.positions,
        position_clips=held,
    )


def sheet(clip: Clip) -> ClipSheet:
    """What of a clip is needed here."""
    return ClipSheet(clip.id, clip.ref, clip.title, clip.published or "", clip.captured)


def _mentions(dossier: Dossier, clips: Mapping[AnchorId, Clip]) -> Iterator[Mention]:
    for tag in dossier.tags:
        if tag.location_id and tag.state is TagState.ACCEPTED and tag.anchor_id in clips:
            yield Mention(tag.location_id, clips[tag.anchor_id].id, tag.anchor_id)


def _shot(file: ClipFile, clips: Mapping[ClipId, ClipSheet]) -> Shot | None:
    """A copy made here is no second picture."""
    if file.role is FileRole.DERIVATIVE or file.clip_id not in clips or "lat" not in file.meta:
        return None
    return Shot(file.id, file.clip_id, file.caption or file.alt, file.meta)
