"""Who says something, through whom, when, graded how, and where it can be read."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from caseboard.briefing.blocks import Run, Runs
from caseboard.briefing.making import Making
from caseboard.briefing.words import grade
from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.claim import Report
from caseboard.model.clip import Clip
from caseboard.model.entities import Source


@dataclass(frozen=True, slots=True)
class Voice:
    """What one claimant said in one way at one time; its reports are graded alike."""

    source: Source | None
    """None where it lies in the bin."""
    way: tuple[str, ...]
    """The relays by name, the one nearest the claimant first."""
    reports: tuple[Report, ...]
    clips: tuple[Clip, ...]

    @property
    def name(self) -> str:
        """What the claimant is called."""
        return _("a source in the bin") if self.source is None else self.source.name

    @property
    def first(self) -> Report:
        """The report that was entered first."""
        return self.reports[0]


def voices(making: Making, reports: Iterable[Report]) -> list[Voice]:
    """The reports by who said them, in the order in which each was first heard."""
    together: defaultdict[tuple[object, ...], list[Report]] = defaultdict(list)
    for report in reports:
        way = tuple(relay.source_id for relay in making.index.relays.get(report.id, []))
        alike = (report.claimant_id, way, report.said_when, report.credibility)
        together[alike].append(report)
    return [_voice(making, group) for group in together.values()]


def told(making: Making, voice: Voice) -> Runs:
    """`General Staff, via Ukrinform → Daily Courier, 14 Nov 2024 (B 2) [1]`."""
    runs = [Run(voice.name, bold=True), *_details(voice)]
    for clip in voice.clips:
        runs += [Run(" "), making.citations.cite(clip)]
    return tuple(runs)


def all_told(making: Making, several: Sequence[Voice]) -> Runs:
    """Voices one after another."""
    runs: list[Run] = []
    for voice in several:
        runs += [Run("; ")] * bool(runs)
        runs += told(making, voice)
    return tuple(runs)


def _details(voice: Voice) -> Iterator[Run]:
    if voice.way:
        yield Run(_(", via {chain}").format(chain=" →\u00a0".join(voice.way)))
    if voice.first.said_when:
        yield Run(f", {moments.show(voice.first.said_when)}")
    if voice.source is not None:
        yield Run(f" ({grade(voice.source.reliability, voice.first.credibility)})")


def _voice(making: Making, reports: Sequence[Report]) -> Voice:
    relays = making.index.relays.get(reports[0].id, [])
    names = (making.index.name(relay.source_id) for relay in relays)
    clips = (making.index.clip_of(report.anchor_id) for report in reports)
    return Voice(
        making.index.sources.get(reports[0].claimant_id),
        tuple(name for name in names if name),
        tuple(reports),
        tuple({clip.id: clip for clip in clips if clip is not None}.values()),
    )
