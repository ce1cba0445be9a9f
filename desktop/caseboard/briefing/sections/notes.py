"""Notes: what the analyst wrote, as it stands."""

from collections.abc import Iterator
from dataclasses import replace

from caseboard.briefing import markdown
from caseboard.briefing.blocks import Block, Entry, Heading, Listing, Paragraph, Run, Tone
from caseboard.briefing.making import Making
from caseboard.briefing.words import minute
from caseboard.i18n import _
from caseboard.model.refs import short
from caseboard.model.work import Note


def made(making: Making) -> tuple[Block, ...]:
    """Each note under its date, and what it is about."""
    notes = (note for note in making.dossier.notes if note.text.strip())
    return tuple(block for note in notes for block in _one(making, note))


def _one(making: Making, note: Note) -> Iterator[Block]:
    runs = [Run(minute(note.created))]
    clip = making.index.clips.get(note.clip_id or "")
    if clip is not None:
        about = _(", on {ref}").format(ref=short(clip.ref))
        runs += [Run(f"{about} "), making.citations.cite(clip)]
    if abs((note.changed - note.created).total_seconds()) >= 60:
        changed = _(", changed {when}").format(when=minute(note.changed))
        runs.append(Run(changed, tone=Tone.MUTED))
    yield Heading(tuple(runs))
    for block in markdown.blocks(note.text):
        yield _resolved(making, block)


def _resolved(making: Making, block: Block) -> Block:
    resolve = making.citations.resolve
    match block:
        case Paragraph() | Heading():
            return replace(block, runs=resolve(block.runs))
        case Listing():
            return replace(block, entries=tuple(_entry(making, entry) for entry in block.entries))
        case _:
            return block


def _entry(making: Making, entry: Entry) -> Entry:
    resolve = making.citations.resolve
    return replace(
        entry, content=tuple(replace(part, runs=resolve(part.runs)) for part in entry.content)
    )
