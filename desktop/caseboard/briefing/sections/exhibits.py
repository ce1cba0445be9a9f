"""Exhibits: every clip of the case, with each file that came from outside and its SHA-256.

What the Berkeley Protocol (2022, VI.C) asks to be known of each: address, collector, time, tool,
hash, and every alteration.
"""

from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence

from caseboard.briefing.blocks import (
    Block,
    Cell,
    Column,
    Paragraph,
    Role,
    Row,
    Run,
    Table,
    Tone,
    plain,
)
from caseboard.briefing.citations import exhibit_anchor
from caseboard.briefing.making import Making
from caseboard.briefing.release import Reason
from caseboard.briefing.sections.thumbnails import quotes, thumbnail
from caseboard.briefing.words import hollow, step, term, utc
from caseboard.i18n import _, ngettext
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.refs import short
from caseboard.model.terms import FileRole

_ASIDE = {FileRole.PAYLOAD, FileRole.DERIVATIVE}
_DIGITS = 32
"""Of a payload's hash: 128 bits, which nobody meets by trying."""
_SHARES = (0.155, 0.385, 0.24, 0.22)
_BESIDE = 2
"""Files that are told of beside a thumbnail: they are as tall as it is."""
_ARROW = " \u2192\u00a0"


def made(making: Making) -> tuple[Block, ...]:
    """A row for each clip, and under it one for each file."""
    if not making.dossier.clips:
        none = Run(_("This case holds no exhibits."), tone=Tone.MUTED)
        return (Paragraph((none,)),)
    labels = (_("Exhibit"), _("What it is, and its files"), _("Captured"), _("How, by what"))
    columns = tuple(Column(label, share) for label, share in zip(labels, _SHARES, strict=True))
    numbers = {clip.id: number for number, clip in making.citations.cited()}
    said = quotes(making)
    rows = (
        row
        for clip in making.dossier.clips
        for row in _rows(making, clip, numbers.get(clip.id), said)
    )
    return (Table(columns, tuple(rows)),)


def _rows(making: Making, clip: Clip, number: int | None, said: Mapping[str, str]) -> Iterator[Row]:
    picture = thumbnail(making, clip)
    ref = Paragraph((Run(short(clip.ref), bold=True),), Role.TABLE)
    quote = said.get(clip.id, "") if picture is None else ""
    yield Row(
        (
            Cell((ref,)),
            Cell(tuple(_what(clip, number, quote))),
            Cell((plain(utc(clip.captured), Role.TABLE),)),
            Cell(tuple(_how(making, clip))),
        ),
        anchor=exhibit_anchor(clip),
    )
    files = making.index.files.get(clip.id, [])
    told = [part for part in (tuple(_addresses(clip)),) if part]
    told += [_file(file) for file in files if file.role not in _ASIDE]
    told += [(part,) for part in (_flavours(files), _derived(clip, files)) if part]
    beside = sum(told[:_BESIDE], ()) if picture else ()
    if picture:
        yield Row((Cell((picture,)), Cell(beside, span=3)), joined=True)
    for content in told[_BESIDE:] if picture else told:
        yield Row((Cell(()), Cell(content, span=3)), joined=True)


def _what(clip: Clip, number: int | None, quote: str) -> Iterator[Paragraph]:
    """Title and endnote, and words of it."""
    title = [Run(clip.title.strip() or _("Untitled"))]
    if number is not None:
        title += [Run(" "), Run(f"[{number}]", tone=Tone.ACCENT, link=f"source-{number}")]
    yield Paragraph(tuple(title), Role.TABLE)
    if clip.hollow:
        yield plain(hollow(clip.hollow), Role.SMALL)
    elif quote:
        yield Paragraph((Run(quote, italic=True),), Role.SMALL)


def _addresses(clip: Clip) -> Iterator[Paragraph]:
    """The address asked for, and the one that answered."""
    asked, reached = clip.url_asked, clip.url_reached
    if url := asked or reached:
        yield Paragraph((Run(url, url=url, tone=Tone.MUTED),), Role.SMALL)
    if asked and reached and asked != reached:
        label = Run(f"{_('Reached:')} ", tone=Tone.MUTED)
        yield Paragraph((label, Run(reached, url=reached, tone=Tone.MUTED)), Role.SMALL)


def _how(making: Making, clip: Clip) -> Iterator[Paragraph]:
    """The method, the tool with its version, and who took it in."""
    method = _("{method}, {tool}").format(method=term(clip.method), tool=clip.tool)
    yield plain(method, Role.TABLE)
    who = collector(making, clip.id)
    if who:
        yield Paragraph((Run(who, tone=Tone.MUTED),), Role.SMALL)


def collector(making: Making, clip_id: str) -> str:
    """Who took a clip in, or that it is not said; empty where it was not written down."""
    if any(each.reason is Reason.COLLECTOR for each in making.withheld):
        return _("collector withheld")
    who = making.record.collectors.get(clip_id, "") if making.record else ""
    return _("collected by {who}").format(who=who) if who else ""


def _file(file: ClipFile) -> tuple[Paragraph, ...]:
    facts = (term(file.role), file.media_type, _size(file))
    name = Run(file.name or _("unnamed"))
    return (
        Paragraph((name, Run(f" · {' · '.join(facts)}", tone=Tone.MUTED)), Role.SMALL),
        Paragraph((Run(file.sha256, mono=True),), Role.CODE),
    )


def _size(file: ClipFile) -> str:
    size = f"{file.bytes:,}".replace(",", "\u202f")
    return _("{size} B").format(size=size).replace(" ", "\u00a0")


def _flavours(files: Sequence[ClipFile]) -> Paragraph | None:
    """Other flavours of one drag: a browser gives up to eight, most of them the same text."""
    payload = [file for file in files if file.role is FileRole.PAYLOAD]
    if not payload:
        return None
    count = ngettext("{n} flavour", "{n} flavours", len(payload))
    head = _("Drag payload, {flavours}, with the first half of their SHA-256:")
    runs = [Run(head.format(flavours=count), tone=Tone.MUTED)]
    for file in payload:
        runs.append(Run(f" {file.media_type}\u00a0", tone=Tone.MUTED))
        runs.append(Run(file.sha256[:_DIGITS], mono=True))
    return Paragraph(tuple(runs), Role.SMALL)


def _derived(clip: Clip, files: Sequence[ClipFile]) -> Paragraph | None:
    """What was made of them is not evidence: it is named step by step, and can be made again."""
    derived = [file for file in files if file.role is FileRole.DERIVATIVE]
    if not derived:
        return None
    by_id: dict[str, ClipFile] = {file.id: file for file in files}
    ends: defaultdict[str, dict[str, None]] = defaultdict(dict)
    for file in derived:
        *source, last = _chain(file, by_id)
        ends[_ARROW.join(source)][last] = None
    steps = (
        _ARROW.join(filter(None, (source, ", ".join(made_)))) for source, made_ in ends.items()
    )
    text = _("Made of them by {tool}: {steps}.").format(tool=clip.tool, steps="; ".join(steps))
    return Paragraph((Run(text, tone=Tone.MUTED),), Role.SMALL)


def _chain(file: ClipFile, by_id: Mapping[str, ClipFile]) -> list[str]:
    """`photo.jpg`, `picture to show`: the file that was taken in, and each step from it."""
    steps = [step(file.step)]
    seen = {file.id}
    source = by_id.get(file.made_from_id or "")
    while source is not None and source.id not in seen:
        seen.add(source.id)
        is_made = source.role is FileRole.DERIVATIVE
        steps.append(step(source.step) if is_made else source.name or _("unnamed"))
        source = by_id.get(source.made_from_id or "")
    return steps[::-1]
