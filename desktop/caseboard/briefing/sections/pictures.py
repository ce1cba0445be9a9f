"""Pictures: each with its caption and its credit exactly as published.

What is printed is the copy the worker made. The files as they were taken in are foreign bytes, and
are never opened to make a briefing.
"""

from collections.abc import Iterator
from functools import partial

from caseboard.briefing.blocks import Block, Figure, Figures, Paragraph, Role, Run, Tone
from caseboard.briefing.making import Making
from caseboard.i18n import _
from caseboard.model import moments
from caseboard.model.clip import Clip, ClipFile
from caseboard.model.refs import short
from caseboard.model.terms import ClipKind, FileRole

SHOWN = "picture to show"
"""The step that makes the copy, upright and at most 2048 pixels either way."""


def made(making: Making) -> tuple[Block, ...]:
    """A figure for each picture of the case, each once."""
    figures = tuple(_figure(making, clip, file) for clip, file in _pictures(making))
    return (Figures(figures),) if figures else ()


def _pictures(making: Making) -> Iterator[tuple[Clip, ClipFile]]:
    seen: set[str] = set()
    for clip in making.dossier.clips:
        for file in sorted(making.index.files.get(clip.id, []), key=lambda file: file.ordinal):
            wanted = file.role is FileRole.PICTURE or (
                clip.kind is ClipKind.IMAGE and file.role is FileRole.ORIGINAL
            )
            if wanted and file.media_type.startswith("image/") and file.sha256 not in seen:
                seen.add(file.sha256)
                yield clip, file


def _figure(making: Making, clip: Clip, file: ClipFile) -> Figure:
    copy = _copy(making, clip, file)
    return Figure(
        tuple(_caption(making, clip, file)),
        file.alt.strip() or file.caption.strip() or clip.title.strip() or file.name,
        None if copy is None else partial(making.pictures, copy.sha256),
        _("This picture could not be shown: {name}.").format(name=file.name),
    )


def _copy(making: Making, clip: Clip, file: ClipFile) -> ClipFile | None:
    """What the worker made of this picture: it carries the ordinal of what it was made from."""
    for made_ in making.index.files.get(clip.id, []):
        of_it = made_.ordinal == file.ordinal and made_.step == SHOWN
        if of_it and made_.role is FileRole.DERIVATIVE:
            return made_
    return None


def _caption(making: Making, clip: Clip, file: ClipFile) -> Iterator[Paragraph]:
    caption = file.caption.strip() or (clip.title if clip.kind is ClipKind.IMAGE else "")
    if caption:
        yield Paragraph((Run(caption),), Role.TABLE)
    # The credit is a condition of use: printed to the letter, spaces and all.
    credit = file.credit or (clip.credit if clip.kind is ClipKind.IMAGE else "")
    if credit:
        yield Paragraph((Run(credit, bold=True),), Role.SMALL)
    else:
        yield Paragraph((Run(_("No credit was published."), italic=True),), Role.SMALL)
    yield Paragraph(tuple(_origin(making, clip)), Role.SMALL)


def _origin(making: Making, clip: Clip) -> Iterator[Run]:
    if clip.published:
        when = moments.show(clip.published)
        text = _("Published {when}, exhibit {ref}").format(when=when, ref=short(clip.ref))
    else:
        text = _("Date of publication unknown, exhibit {ref}").format(ref=short(clip.ref))
    yield Run(f"{text} ", tone=Tone.MUTED)
    yield making.citations.cite(clip)
