"""Exhibits: every clip of the case, with each file that came from outside and its SHA-256."""

from collections.abc import Iterator, Sequence

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
from caseboard.briefing.words import hollow, step, term, utc
from caseboard.i18n import _, ngettext
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.refs import short
from caseboard.model.terms import FileRole

_ASIDE = {FileRole.PAYLOAD, FileRole.DERIVATIVE}
_DIGITS = 32
"""Of a payload's hash: 128 bits, which nobody meets by trying."""


def made(making: Making) -> tuple[Block, ...]:
    """A row for each clip, and under it one for each file."""
    if not making.dossier.clips:
        none = Run(_("This case holds no exhibits."), tone=Tone.MUTED)
        return (Paragraph((none,)),)
    columns = (
        Column(_("Ref"), 0.075),
        Column(_("What it is, and its files"), 0.40),
        Column(_("Captured; SHA-256"), 0.265),
        Column(_("How, by what"), 0.26),
    )
    numbers = {clip.id: number for number, clip in making.citations.cited()}
    rows = (
        row for clip in making.dossier.clips for row in _rows(making, clip, numbers.get(clip.id))
    )
    return (Table(columns, tuple(rows)),)


def _rows(making: Making, clip: Clip, number: int | None) -> Iterator[Row]:
    title = [Run(clip.title.strip() or _("Untitled"))]
    if number is not None:
        title += [Run(" "), Run(f"[{number}]", tone=Tone.ACCENT, link=f"source-{number}")]
    method = _("{method}, {tool}").format(method=term(clip.method), tool=clip.tool)
    yield Row(
        (
            Cell((Paragraph((Run(short(clip.ref), bold=True),), Role.TABLE),)),
            Cell((Paragraph(tuple(title), Role.TABLE), *_warning(clip))),
            Cell((plain(utc(clip.captured), Role.TABLE),)),
            Cell((plain(method, Role.TABLE),)),
        ),
        anchor=exhibit_anchor(clip),
    )
    files = making.index.files.get(clip.id, [])
    for file in files:
        if file.role not in _ASIDE:
            hash_ = Paragraph((Run(file.sha256, mono=True),), Role.CODE)
            yield Row((Cell(()), Cell((_file(file),)), Cell((hash_,), span=2)), joined=True)
    aside = (_flavours(files), _derived(clip, files))
    if said := tuple(paragraph for paragraph in aside if paragraph):
        yield Row((Cell(()), Cell(said, span=3)), joined=True)


def _warning(clip: Clip) -> tuple[Paragraph, ...]:
    """What is held in the article's place, where a site sent something else."""
    return (plain(hollow(clip.hollow), Role.SMALL),) if clip.hollow else ()


def _file(file: ClipFile) -> Paragraph:
    facts = (term(file.role), file.media_type, _size(file))
    name = Run(file.name or _("unnamed"))
    return Paragraph((name, Run(f" · {' · '.join(facts)}", tone=Tone.MUTED)), Role.SMALL)


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
    """What was made of them is not evidence: it is named, and can be made again."""
    derived = [file for file in files if file.role is FileRole.DERIVATIVE]
    if not derived:
        return None
    text = _("{derivatives} made by {tool} ({steps})").format(
        derivatives=ngettext("{n} derivative", "{n} derivatives", len(derived)),
        tool=clip.tool,
        steps=", ".join(dict.fromkeys(step(file.step) for file in derived)),
    )
    return Paragraph((Run(text, tone=Tone.MUTED),), Role.SMALL)
