"""A dossier's rows, found by id and by ref."""

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cached_property
from typing import TypeVar

from caseboard.model.claim import Claim, Relay, Report
from caseboard.model.clip import Anchor, Clip, ClipFile, Tag
from caseboard.model.dossier import Dossier
from caseboard.model.entities import Location, Person, Position, Source, Unit
from caseboard.model.inquiry import Gap, Hypothesis
from caseboard.model.refs import short
from caseboard.model.terms import TagState
from caseboard.model.work import Layer

T = TypeVar("T")
Thing = Clip | Claim | Gap | Hypothesis | Layer
"""What can be named in a text by its ref."""
_REF = re.compile(r"([A-Z]+)0*(\d+)", re.IGNORECASE)


class Index:
    """Looks up what sections need, in the dossier's order."""

    def __init__(self, dossier: Dossier) -> None:
        self.dossier = dossier
        self.clips: Mapping[str, Clip] = {clip.id: clip for clip in dossier.clips}
        self.claims: Mapping[str, Claim] = {claim.id: claim for claim in dossier.claims}
        self.sources: Mapping[str, Source] = {source.id: source for source in dossier.sources}
        self.anchors: Mapping[str, Anchor] = {anchor.id: anchor for anchor in dossier.anchors}
        self.locations: Mapping[str, Location] = {place.id: place for place in dossier.locations}

    @cached_property
    def reports(self) -> Mapping[str, list[Report]]:
        """Reports by claim."""
        return _grouped((report.claim_id, report) for report in self.dossier.reports)

    @cached_property
    def relays(self) -> Mapping[str, list[Relay]]:
        """Relays by report, the one nearest the claimant first."""
        ordered = sorted(self.dossier.relays, key=lambda relay: relay.ordinal)
        return _grouped((relay.report_id, relay) for relay in ordered)

    @cached_property
    def files(self) -> Mapping[str, list[ClipFile]]:
        """Files by clip."""
        ordered = sorted(self.dossier.files, key=lambda file: (file.role.value, file.ordinal))
        return _grouped((file.clip_id, file) for file in ordered)

    @cached_property
    def positions(self) -> Mapping[str, list[Position]]:
        """Positions by unit."""
        return _grouped((position.unit_id, position) for position in self.dossier.positions)

    @cached_property
    def marks(self) -> Mapping[str, list[Anchor]]:
        """Places in a picture, by the file they are in."""
        anchors = self.dossier.anchors
        return _grouped((anchor.file_id, anchor) for anchor in anchors if anchor.file_id)

    @cached_property
    def tags_at(self) -> Mapping[str, list[Tag]]:
        """Tags a person has confirmed, by anchor."""
        tags = (tag for tag in self.dossier.tags if tag.state is TagState.ACCEPTED)
        return _grouped((tag.anchor_id, tag) for tag in tags)

    @cached_property
    def reports_at(self) -> Mapping[str, list[Report]]:
        """Reports by anchor."""
        return _grouped((report.anchor_id, report) for report in self.dossier.reports)

    @cached_property
    def reported_in(self) -> Mapping[str, list[Report]]:
        """Reports by clip."""
        anchors = self.anchors
        return _grouped(
            (anchors[report.anchor_id].clip_id, report)
            for report in self.dossier.reports
            if report.anchor_id in anchors
        )

    @cached_property
    def positions_in(self) -> Mapping[str, list[Position]]:
        """Positions by the clip they were read in."""
        anchors = self.anchors
        return _grouped(
            (anchors[position.anchor_id].clip_id, position)
            for position in self.dossier.positions
            if position.anchor_id in anchors
        )

    @cached_property
    def names(self) -> Mapping[str, str]:
        """What places, units and people are called."""
        dossier = self.dossier
        named: list[Location | Unit | Person] = [*dossier.locations, *dossier.units]
        return {thing.id: thing.name for thing in (*named, *dossier.people)}

    @cached_property
    def _by_ref(self) -> Mapping[str, Thing]:
        dossier = self.dossier
        things: list[Thing] = [*dossier.clips, *dossier.claims, *dossier.gaps]
        things += [*dossier.hypotheses, *dossier.layers]
        return {short(thing.ref).upper(): thing for thing in things}

    def find(self, ref: str) -> Thing | None:
        """What a written ref means, `E7` being as good as `E007`."""
        wanted = ref.strip().upper().removeprefix(f"{self.dossier.case.ref.upper()}-")
        found = self._by_ref.get(wanted)
        shape = _REF.fullmatch(wanted)
        if found is None and shape is not None:
            found = self._by_ref.get(f"{shape[1]}{int(shape[2]):03d}")
        return found

    def clip_of(self, anchor_id: str) -> Clip | None:
        """The clip an anchor stands in."""
        anchor = self.anchors.get(anchor_id)
        return None if anchor is None else self.clips.get(anchor.clip_id)

    def name(self, source_id: str | None) -> str:
        """A source's name, or nothing."""
        source = self.sources.get(source_id or "")
        return "" if source is None else source.name


def _grouped(pairs: Iterable[tuple[str, T]]) -> Mapping[str, list[T]]:
    groups: defaultdict[str, list[T]] = defaultdict(list)
    for group, member in pairs:
        groups[group].append(member)
    return groups
