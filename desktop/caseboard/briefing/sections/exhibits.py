"""Exhibits: every clip of the case, with each of its files and that file's SHA-256."""

from collections.abc import Iterator

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
from caseboard.briefing.words import term, utc
from caseboard.i18n import _
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.refs import short


def made(making: Making) -> tuple[Block, ...]:
    """A row for each clip, and under it one for each file."""
    if not making.dossier.clips:
        none = Run(_("This case holds no exhibits."), tone=Tone.MUTED)
        return (Paragraph((none,)),)
    columns = (
        Column(_("Exhibit"), 0.10),
        Column(_("What it is, and its files"), 0.37),
        Column(_("Captured; SHA-256"), 0.27),
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
            Cell((Paragraph(tuple(title), Role.TABLE),)),
            Cell((plain(utc(clip.captured), Role.TABLE),)),
            Cell((plain(method, Role.TABLE),)),
        ),
        anchor=exhibit_anchor(clip),
    )
    for file in making.index.files.get(clip.id, []):
        hash_ = Paragraph((Run(file.sha256, mono=True),), Role.CODE)
        yield Row((Cell(()), Cell((_file(file),)), Cell((hash_,), span=2)), joined=True)


def _file(file: ClipFile) -> Paragraph:
    size = f"{file.bytes:,}".replace(",", "\u202f")
    bytes_ = _("{size} bytes").format(size=size).replace(" ", "\u00a0")
    facts = [term(file.role), file.media_type, bytes_]
    if file.step:
        facts.append(file.step)
    name = Run(file.name or _("unnamed"))
    return Paragraph((name, Run(f" · {' · '.join(facts)}", tone=Tone.MUTED)), Role.SMALL)
