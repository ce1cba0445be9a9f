"""Endnotes: every exhibit that is cited, described so that it can be found again and weighed.

After ICD 206 and its technical specification for open sources, ICS 206-01 (2024).
"""

from collections import defaultdict
from collections.abc import Iterator, Sequence
from string import ascii_lowercase

from caseboard.briefing.blocks import (
    Block,
    Entry,
    Heading,
    Listing,
    Paragraph,
    Role,
    Run,
    Runs,
    SectionKind,
    Tone,
    filled,
    plain,
    toned,
)
from caseboard.briefing.choosing import chosen, title
from caseboard.briefing.citations import Use, exhibit_anchor
from caseboard.briefing.making import Making
from caseboard.briefing.scale_words import clip_kind
from caseboard.briefing.sections.descriptors import begun, descriptor, kind, voices
from caseboard.briefing.sections.method import automation
from caseboard.briefing.words import day, reliability
from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.clip import Clip
from caseboard.model.entities import Source
from caseboard.model.refs import short
from caseboard.model.terms import Template

_TOGETHER = 10
"""Letters that stand on one line: a row of many must break somewhere."""


def made(making: Making) -> tuple[Block, ...]:
    """Endnotes in order of use; the sources behind them where no cards of them follow."""
    cited = list(making.citations.cited())
    entries = tuple(_entry(making, number, clip) for number, clip in cited)
    blocks: list[Block] = [Listing(entries, Role.TABLE)] if entries else []
    wanted = chosen(making.briefing)
    is_short = making.briefing.template == Template.FLASH
    if SectionKind.SOURCE_CARDS not in wanted and not is_short and (found := voices(making)):
        blocks.append(Heading((Run(_("Reliability, and why")),)))
        blocks.append(Listing(tuple(_graded(source) for source in found), Role.TABLE))
    if SectionKind.METHOD not in wanted and cited:
        blocks.append(plain(automation(making), Role.SMALL))
    return tuple(blocks)


def _entry(making: Making, number: int, clip: Clip) -> Entry:
    return Entry(
        Run(f"[{number}]", tone=Tone.ACCENT, link=f"cite-{number}"),
        (
            Paragraph(tuple(_citation(making, clip)), Role.TABLE),
            Paragraph(tuple(_about(making, number, clip)), Role.SMALL),
        ),
        anchor=f"source-{number}",
    )


def _citation(making: Making, clip: Clip) -> Iterator[Run]:
    """Author, title, publisher, date of publication, address."""
    if clip.author.strip():
        yield Run(f"{clip.author.strip()}. ")
    yield Run(_("“{quote}”").format(quote=clip.title.strip() or _("Untitled")))
    yield Run(f", {_publisher(making, clip)}")
    yield Run(f", {moments.show(clip.published)}." if clip.published else _(", undated."))
    if url := clip.url_reached or clip.url_asked:
        yield Run(" ")
        yield Run(url, url=url)
        yield Run(".")


def _about(making: Making, number: int, clip: Clip) -> Iterator[Run]:
    """Exhibit, kind and date of access; what its publisher is; where it is cited."""
    exhibit = Run(short(clip.ref), tone=Tone.ACCENT, link=exhibit_anchor(clip))
    yield from toned(
        filled(
            _("Exhibit {exhibit}, {kind}, accessed {when}. "),
            exhibit=(exhibit,),
            kind=(Run(clip_kind(clip.kind)),),
            when=(Run(day(clip.captured)),),
        ),
        Tone.MUTED,
    )
    source = making.index.sources.get(clip.source_id or "")
    if source is not None:
        yield Run(f"{descriptor(source)} ", tone=Tone.MUTED)
    if making.briefing.template != Template.FLASH:
        where = _places(making.citations.uses(number))
        yield from toned(filled(_("Cited in {places}."), places=where), Tone.MUTED)


def _places(uses: Sequence[Use]) -> Runs:
    """`Bottom line; Key judgements a b`: each leads to its place."""
    by_section: defaultdict[SectionKind, list[Use]] = defaultdict(list)
    for use in uses:
        if use.section is not None:
            by_section[use.section].append(use)
    runs: list[Run] = []
    for section, found in by_section.items():
        runs += [Run("; ")] * bool(runs)
        name = title(section)
        if len(found) == 1:
            runs.append(Run(name, tone=Tone.ACCENT, link=found[0].anchor))
            continue
        runs.append(Run(name))
        for place, use in enumerate(found):
            between = " " if place and place % _TOGETHER == 0 else "\u00a0"
            runs += [Run(between), Run(_letter(place), tone=Tone.ACCENT, link=use.anchor)]
    return tuple(runs)


def _letter(place: int) -> str:
    """`a` to `z`, then `aa`."""
    more, last = divmod(place, len(ascii_lowercase))
    return (_letter(more - 1) if more else "") + ascii_lowercase[last]


def _publisher(making: Making, clip: Clip) -> str:
    return making.index.name(clip.source_id) or clip.site.strip() or _("publisher unknown")


def _graded(source: Source) -> Entry:
    """The letter hanging at the left; name, what it is, and why it is graded so."""
    reason = source.reliability_reason.strip()
    meaning = begun(reliability(source.reliability))
    runs = (
        Run(source.name, bold=True),
        Run(f", {kind(source)}. ", tone=Tone.MUTED),
        Run(f"{meaning}: {reason}" if reason else f"{meaning}."),
    )
    label = Run(source.reliability.value, bold=True)
    return Entry(label, (Paragraph(runs, Role.TABLE),))
