"""The timeline: what happened, was reported and was captured, each by its own clock."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import groupby

from caseboard.analysis.timeline import Clock, events
from caseboard.briefing.blocks import (
    Block,
    Cell,
    Column,
    Paragraph,
    Role,
    Row,
    Run,
    Runs,
    Table,
    Tone,
    filled,
)
from caseboard.briefing.citations import claim_anchor
from caseboard.briefing.making import Making
from caseboard.i18n import _, ngettext
from caseboard.model import moments
from caseboard.model.claim import Claim, Report
from caseboard.model.refs import short
from caseboard.model.terms import Stance

_MARKS = {Clock.HAPPENED: "●", Clock.REPORTED: "○", Clock.CAPTURED: "□"}
_ORDER = {clock: place for place, clock in enumerate(Clock)}
_TOGETHER = 8
"""Rows under one date before it is said again: they stand on one page."""


@dataclass(frozen=True, slots=True)
class _Line:
    """One row to be, `when` in EDTF; `refs` are cited when it is set, in the reader's order."""

    when: str
    clock: Clock
    runs: Runs
    refs: tuple[str, ...]


def made(making: Making) -> tuple[Block, ...]:
    """A row for each event, in time; a date is said once for all that share it."""
    lines = [*_dated(making), *_voices(making), *_captures(making)]
    if not lines:
        return ()
    lines.sort(key=_place)
    columns = (Column(_("When"), 0.27), Column(_("Clock"), 0.14), Column(_("What"), 0.59))
    return (Table(columns, tuple(_rows(making, lines))),)


def _place(line: _Line) -> tuple[object, ...]:
    """In time, by clock, and C9 before C10."""
    refs = [(len(ref), ref) for ref in line.refs]
    return moments.sort_key(line.when), _ORDER[line.clock], refs


def _dated(making: Making) -> Iterator[_Line]:
    """What happened, and what was published; captures and claimants are told by the group."""
    for event in events(replace(making.dossier, reports=())):
        if event.clock is Clock.CAPTURED:
            continue
        label = event.label
        if event.clock is Clock.REPORTED:
            label = _("“{quote}”").format(quote=label.strip() or _("Untitled"))
        yield _Line(event.when, event.clock, (Run(label),), (event.ref,))


def _voices(making: Making) -> Iterator[_Line]:
    """Who said what when: one line for all that one claimant said at one time."""
    said: defaultdict[tuple[str, str], list[Report]] = defaultdict(list)
    for report in making.dossier.reports:
        known = making.index.clip_of(report.anchor_id) and report.claim_id in making.index.claims
        if report.said_when and known:
            said[report.said_when, report.claimant_id].append(report)
    for (when, claimant), reports in said.items():
        name = making.index.name(claimant) or _("a source in the bin")
        clips = (making.index.clip_of(report.anchor_id) for report in reports)
        refs = dict.fromkeys(sorted(clip.ref for clip in clips if clip is not None))
        yield _Line(when, Clock.REPORTED, _voice(making, name, reports), tuple(refs))


def _voice(making: Making, name: str, reports: Iterable[Report]) -> Runs:
    """`DeepState supports C2, contradicts C1`."""
    stances = {
        Stance.SUPPORTS: _("supports {claims}"),
        Stance.CONTRADICTS: _("contradicts {claims}"),
        Stance.MENTIONS: _("mentions {claims}"),
    }
    claims: defaultdict[Stance, dict[str, Claim]] = defaultdict(dict)
    for report in reports:
        claims[report.stance][report.claim_id] = making.index.claims[report.claim_id]
    for weighed in (Stance.SUPPORTS, Stance.CONTRADICTS):
        for id_ in claims[weighed]:
            claims[Stance.MENTIONS].pop(id_, None)
    runs, sign = [Run(name)], " "
    for stance, words in stances.items():
        if claims[stance]:
            runs += [Run(sign), *filled(words, claims=_refs(claims[stance]))]
            sign = ", "
    return tuple(runs)


def _refs(claims: Mapping[str, Claim]) -> Runs:
    runs: list[Run] = []
    for claim in sorted(claims.values(), key=lambda claim: claim.ref):
        runs += [Run(", ")] * bool(runs)
        runs.append(Run(short(claim.ref), tone=Tone.ACCENT, link=claim_anchor(claim)))
    return tuple(runs)


def _captures(making: Making) -> Iterator[_Line]:
    """What was taken in, minute by minute."""
    minutes = groupby(
        sorted(making.dossier.clips, key=lambda clip: (clip.captured, clip.ref)),
        key=lambda clip: moments.of(clip.captured.replace(second=0)),
    )
    for when, group in minutes:
        clips = list(group)
        title = _("“{quote}”").format(quote=clips[0].title.strip() or _("Untitled"))
        text = ngettext("{n} exhibit", "{n} exhibits", len(clips)) if clips[1:] else title
        runs = (Run(text, tone=Tone.MUTED),)
        yield _Line(when, Clock.CAPTURED, runs, tuple(clip.ref for clip in clips))


def _rows(making: Making, lines: Iterable[_Line]) -> Iterator[Row]:
    before, count = "", 0
    for line in lines:
        when = moments.show(line.when)
        count = count + 1 if when == before else 0
        again = bool(count % _TOGETHER)
        before = when
        tone = Tone.MUTED if line.clock is Clock.CAPTURED else Tone.PLAIN
        clock = Run(f"{_MARKS[line.clock]}\u00a0{_clock(line.clock)}", tone=tone)
        date = Run("" if again else when, tone=tone)
        refs = (making.citations.refer(ref) or Run(ref) for ref in line.refs)
        what = (*line.runs, *(run for ref in refs for run in (Run(" "), ref)))
        cells = (Cell((Paragraph(runs, Role.TABLE),)) for runs in ((date,), (clock,), what))
        yield Row(tuple(cells), joined=again)


def _clock(clock: Clock) -> str:
    return {
        Clock.HAPPENED: _("happened"),
        Clock.REPORTED: _("reported"),
        Clock.CAPTURED: _("captured"),
    }[clock]
