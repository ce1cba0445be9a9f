"""Sources: numbered endnotes for what was cited, then how each voice is graded and why."""

from collections.abc import Iterator

from caseboard.briefing.blocks import (
    Block,
    Entry,
    Heading,
    Listing,
    Paragraph,
    Role,
    Run,
    Tone,
    filled,
    toned,
)
from caseboard.briefing.citations import exhibit_anchor
from caseboard.briefing.making import Making
from caseboard.briefing.words import country, day, reliability, term
from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.clip import Clip
from caseboard.model.entities import Source
from caseboard.model.refs import short


def made(making: Making) -> tuple[Block, ...]:
    """Endnotes after ICS 206-01, in order of use, and the sources behind them."""
    entries = tuple(_entry(making, number, clip) for number, clip in making.citations.cited())
    blocks: list[Block] = [Listing(entries, Role.TABLE)] if entries else []
    if sources := _voices(making):
        blocks.append(Heading((Run(_("Reliability, and why")),)))
        blocks.append(Listing(tuple(_graded(source) for source in sources), Role.TABLE))
    return tuple(blocks)


def _entry(making: Making, number: int, clip: Clip) -> Entry:
    return Entry(
        Run(f"[{number}]", tone=Tone.ACCENT, link=f"cite-{number}"),
        (Paragraph(tuple(_citation(making, clip)), Role.TABLE),),
        anchor=f"source-{number}",
    )


def _citation(making: Making, clip: Clip) -> Iterator[Run]:
    if clip.author.strip():
        yield Run(f"{clip.author.strip()}. ")
    yield Run(_("“{quote}”").format(quote=clip.title.strip() or _("Untitled")))
    yield Run(f", {_publisher(making, clip)}")
    if clip.published:
        yield Run(f", {moments.show(clip.published)}")
    yield Run(". ")
    if url := clip.url_reached or clip.url_asked:
        yield Run(url, url=url)
        yield Run(". ")
    exhibit = Run(short(clip.ref), tone=Tone.ACCENT, link=exhibit_anchor(clip))
    when = Run(day(clip.captured))
    yield from toned(
        filled(_("{exhibit}, accessed {when}."), exhibit=(exhibit,), when=(when,)), Tone.MUTED
    )


def _publisher(making: Making, clip: Clip) -> str:
    return making.index.name(clip.source_id) or clip.site.strip() or _("publisher unknown")


def _voices(making: Making) -> list[Source]:
    """The publishers of what was cited, then claimants and relays of the case, each once."""
    wanted = [clip.source_id for _number, clip in making.citations.cited()]
    for report in making.dossier.reports:
        relays = making.index.relays.get(report.id, [])
        wanted += [report.claimant_id, *(relay.source_id for relay in relays)]
    found = (making.index.sources.get(id_ or "") for id_ in dict.fromkeys(wanted))
    return [source for source in found if source is not None]


def _graded(source: Source) -> Entry:
    """The letter hanging at the left; name, what it is, and why it is graded so."""
    about = _kind(source)
    if source.interested:
        about = _("{kind}, a party to what it speaks of").format(kind=about)
    reason = source.reliability_reason.strip()
    meaning = reliability(source.reliability)
    runs = (
        Run(source.name, bold=True),
        Run(f", {about}. ", tone=Tone.MUTED),
        Run(f"{meaning[:1].upper()}{meaning[1:]}{f': {reason}' if reason else '.'}"),
    )
    label = Run(source.reliability.value, bold=True)
    return Entry(label, (Paragraph(runs, Role.TABLE),))


def _kind(source: Source) -> str:
    where = country(source.country)
    return f"{term(source.kind)}, {where}" if where else term(source.kind)
