"""The parts of a picture that the case speaks of, lettered, and what each of them shows."""

import string
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from caseboard.briefing.blocks import Region, Run, Runs, Tone
from caseboard.briefing.making import Making
from caseboard.i18n import _
from caseboard.model.clip import Anchor, Tag
from caseboard.model.refs import short
from caseboard.model.terms import AnchorKind, Stance

MOST = 12
"""Regions that are drawn on one picture; more would hide it."""


_SAME = 0.85
"""Regions that share so much of what both cover are one to the eye."""
_Place = tuple[float, float, float, float]
"""Left, top, width and height, as shares of the picture."""


@dataclass(frozen=True, slots=True)
class Marked:
    """One region with a letter, and in the legend what it is."""

    region: Region
    legend: Runs


def marked(making: Making, files: Sequence[str]) -> tuple[Marked, ...]:
    """The regions of a picture, by the ids of the files that it is, in the order they were made.

    One that nothing is said of is left out.
    """
    told: dict[_Place, list[Runs]] = {}
    anchors = (anchor for file in files for anchor in making.index.marks.get(file, []))
    for anchor in anchors:
        if anchor.kind is AnchorKind.PICTURE:
            place = (anchor.x or 0.0, anchor.y or 0.0, anchor.w or 0.0, anchor.h or 0.0)
            same = next((each for each in told if _overlap(each, place) >= _SAME), place)
            told.setdefault(same, []).extend(_said(making, anchor))
    found = [(place, _joined(parts)) for place, parts in told.items() if parts][:MOST]
    return tuple(
        Marked(Region(letter, *place), (Run(f"{letter} ", bold=True), *runs))
        for letter, (place, runs) in zip(string.ascii_uppercase, found, strict=False)
    )


def _overlap(one: _Place, other: _Place) -> float:
    """What two regions share of what both cover, 0 to 1."""
    width = min(one[0] + one[2], other[0] + other[2]) - max(one[0], other[0])
    height = min(one[1] + one[3], other[1] + other[3]) - max(one[1], other[1])
    shared = max(width, 0.0) * max(height, 0.0)
    whole = one[2] * one[3] + other[2] * other[3] - shared
    return shared / whole if whole else 0.0


def _said(making: Making, anchor: Anchor) -> Iterator[Runs]:
    """What is said of one region: tags, units, claims, layers, each once."""
    index = making.index
    names = [_tagged(making, tag) for tag in index.tags_at.get(anchor.id, [])]
    names += [
        index.names.get(position.unit_id, "")
        for position in index.positions_in.get(anchor.clip_id, [])
        if position.anchor_id == anchor.id
    ]
    for name in dict.fromkeys(filter(None, names)):
        yield (Run(name),)
    yield from _claimed(making, anchor)
    for layer in making.dossier.layers:
        if layer.anchor_id == anchor.id:
            yield (Run(f"{short(layer.ref)} {layer.name}"),)


def _tagged(making: Making, tag: Tag) -> str:
    wanted = tag.location_id or tag.unit_id or tag.person_id
    return tag.keyword or making.index.names.get(wanted or "", "")


def _claimed(making: Making, anchor: Anchor) -> Iterator[Runs]:
    words: Mapping[Stance, str] = {
        Stance.SUPPORTS: _("supports"),
        Stance.CONTRADICTS: _("contradicts"),
        Stance.MENTIONS: _("mentions"),
    }
    for report in making.index.reports_at.get(anchor.id, []):
        claim = making.index.claims.get(report.claim_id)
        if claim is not None:
            ref = making.citations.refer(short(claim.ref)) or Run(
                short(claim.ref), tone=Tone.ACCENT
            )
            yield (Run(f"{words[report.stance]} "), ref)


def _joined(parts: Sequence[Runs]) -> Runs:
    runs: list[Run] = []
    for part in parts:
        runs += [Run(", ")] * bool(runs)
        runs += part
    return tuple(runs)
