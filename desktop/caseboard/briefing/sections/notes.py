"""Notes: what the analyst wrote, as it stands."""

from collections.abc import Iterator
from functools import partial

from caseboard.briefing import markdown
from caseboard.briefing.blocks import Block, Heading, Run, Runs, Tone, toned
from caseboard.briefing.making import Making
from caseboard.briefing.sections.prose import resolved
from caseboard.briefing.words import minute
from caseboard.i18n import _
from caseboard.model.refs import short
from caseboard.model.work import Note


def made(making: Making) -> tuple[Block, ...]:
    """Each note under its date, and what it is about; private ones stay at the desk."""
    notes = (note for note in making.dossier.notes if note.text.strip() and not note.is_private)
    return tuple(block for note in notes for block in _one(making, note))


def _one(making: Making, note: Note) -> Iterator[Block]:
    dated = _dated(making, note)
    resolve = partial(making.citations.resolve, raised=False)  # notes speak of refs by name
    blocks = [resolved(block, resolve) for block in markdown.blocks(note.text)]
    match blocks:
        case [Heading() as title, *rest]:
            yield Heading((*title.runs, Run("\u2002"), *toned(dated, Tone.MUTED)))
            yield from rest
        case _:
            yield Heading(dated)
            yield from blocks


def _dated(making: Making, note: Note) -> Runs:
    """`14 Nov 2024 12:33 UTC, on E001 [1], changed 15 Nov 2024 08:10 UTC`."""
    runs = [Run(minute(note.created))]
    clip = making.index.clips.get(note.clip_id or "")
    if clip is not None:
        about = _(", on {ref}").format(ref=short(clip.ref))
        runs += [Run(f"{about} "), making.citations.cite(clip)]
    if abs((note.changed - note.created).total_seconds()) >= 60:
        runs.append(Run(_(", changed {when}").format(when=minute(note.changed)), tone=Tone.MUTED))
    return tuple(runs)
